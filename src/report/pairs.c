/* pairs.c -- in: an element of the English report tree and its Welsh counterpart; out:
 * their children, two by two.  Knows neither what is compared nor how it is printed. */
#include "report/pairs.h"

#include "base/map.h"

#include <string.h>

/* How many children of another kind are passed by in search of a counterpart. */
#define LOOK_AHEAD 8

#define ALONE ((size_t)-1)

struct side {
    ARRAY(const struct element *) all;
    size_t *other; /* the index of the counterpart, or ALONE */
};

static struct side side_of(struct arena *a, const struct element *parent)
{
    struct side s = {0};
    for (const struct element *c = parent == NULL ? NULL : parent->first; c != NULL;
         c = c->next)
        if (!element_is_inline(c->kind))
            *array_push(a, &s.all) = c;
    s.other = NEW_ARRAY(a, size_t, s.all.len + 1);
    for (size_t i = 0; i <= s.all.len; i++)
        s.other[i] = ALONE;
    return s;
}

static void join(struct side *en, size_t i, struct side *cy, size_t k)
{
    en->other[i] = k;
    cy->other[k] = i;
}

/* ---- first: of one kind, from the same line ---- */

/* Those of one key that have no counterpart yet. */
struct queue {
    ARRAY(size_t) all;
    size_t next;
};

static const char *path_of(const struct element *e)
{
    return e->pos.file != NULL ? e->pos.file->path : "";
}

static const char *key_of(struct arena *a, const struct element *e)
{
    const char *id = e->at[AT_ID] != NULL ? e->at[AT_ID] : "";
    return arena_printf(a, "%d %s %zu %s", (int)e->kind, path_of(e), e->pos.at, id);
}

static bool same_line(const struct element *x, const struct element *y)
{
    const char *one = x->at[AT_ID], *two = y->at[AT_ID];
    bool ids = one == two || (one != NULL && two != NULL && strcmp(one, two) == 0);
    return x->kind == y->kind && strcmp(path_of(x), path_of(y)) == 0 &&
           x->pos.at == y->pos.at && ids;
}

/* Mostly all of them stand in one order; the rest is looked up. */
static void join_lines(struct arena *a, struct side *en, struct side *cy)
{
    size_t from = 0;
    for (; from < en->all.len && from < cy->all.len &&
           same_line(en->all.at[from], cy->all.at[from]);
         from++)
        join(en, from, cy, from);
    if (from == en->all.len || from == cy->all.len)
        return;
    struct map *queues = map_new(a);
    for (size_t k = from; k < cy->all.len; k++) {
        const char *key = key_of(a, cy->all.at[k]);
        struct queue *q = map_get(queues, key);
        if (q == NULL) {
            q = NEW(a, struct queue);
            map_put(queues, key, q);
        }
        *array_push(a, &q->all) = k;
    }
    for (size_t i = from; i < en->all.len; i++) {
        struct queue *q = map_get(queues, key_of(a, en->all.at[i]));
        if (q != NULL && q->next < q->all.len)
            join(en, i, cy, q->all.at[q->next++]);
    }
}

/* ---- then: of one kind, behind the same neighbour ---- */

static void join_neighbours(struct side *en, struct side *cy)
{
    size_t k = 0; /* of the Welsh ones: behind the counterpart of the one before */
    for (size_t i = 0; i < en->all.len; i++) {
        if (en->other[i] == ALONE) {
            size_t try = k;
            while (try < cy->all.len && try - k < LOOK_AHEAD && cy->other[try] == ALONE &&
                   cy->all.at[try]->kind != en->all.at[i]->kind)
                try++;
            if (try < cy->all.len && cy->other[try] == ALONE &&
                cy->all.at[try]->kind == en->all.at[i]->kind)
                join(en, i, cy, try);
        }
        if (en->other[i] != ALONE)
            k = en->other[i] + 1;
    }
}

/* ---- what comes of it ---- */

/* Welsh ones alone that stand before `end`. */
static void add_alone(struct arena *a, struct pairs *out, const struct side *cy,
                      size_t *next, size_t end)
{
    for (; *next < end; ++*next)
        if (cy->other[*next] == ALONE)
            *array_push(a, &out->all) = (struct pair){NULL, cy->all.at[*next]};
}

struct pairs pairs_of(struct arena *a, const struct element *en, const struct element *cy)
{
    struct side one = side_of(a, en), two = side_of(a, cy);
    struct pairs out = {0};
    size_t next = 0;
    join_lines(a, &one, &two);
    join_neighbours(&one, &two);
    for (size_t i = 0; i < one.all.len; i++) {
        size_t k = one.other[i];
        if (k != ALONE)
            add_alone(a, &out, &two, &next, k);
        *array_push(a, &out.all) =
            (struct pair){one.all.at[i], k != ALONE ? two.all.at[k] : NULL};
    }
    add_alone(a, &out, &two, &next, two.all.len);
    return out;
}

const struct element *pair_any(struct pair p)
{
    return p.en != NULL ? p.en : p.cy;
}

/* ---- footnotes ---- */

struct notes {
    ARRAY(const struct element *) all;
};

static void notes_gather(struct arena *a, const struct element *e, struct notes *out)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_NOTE && c->first != NULL)
            *array_push(a, &out->all) = c;
        else if (element_is_inline(c->kind))
            notes_gather(a, c, out);
    }
}

static bool same_name(const struct element *x, const struct element *y)
{
    const char *one = x->at[AT_NAME], *two = y->at[AT_NAME];
    return one != NULL && two != NULL && strcmp(one, two) == 0;
}

/* Word order may turn two notes of a sentence round; it has no more than a few. */
static const struct element *note_take(struct notes *from, const struct element *like)
{
    for (size_t i = 0; i < from->all.len; i++) {
        const struct element *note = from->all.at[i];
        if (note != NULL && same_name(note, like)) {
            from->all.at[i] = NULL;
            return note;
        }
    }
    return NULL;
}

struct pairs pairs_of_notes(struct arena *a, struct pair of)
{
    struct notes en = {0}, cy = {0};
    struct pairs out = {0};
    if (of.en != NULL)
        notes_gather(a, of.en, &en);
    if (of.cy != NULL)
        notes_gather(a, of.cy, &cy);
    for (size_t i = 0; i < en.all.len; i++)
        *array_push(a, &out.all) =
            (struct pair){en.all.at[i], note_take(&cy, en.all.at[i])};
    for (size_t i = 0; i < cy.all.len; i++)
        if (cy.all.at[i] != NULL)
            *array_push(a, &out.all) = (struct pair){NULL, cy.all.at[i]};
    return out;
}
