/* match.c -- in: the blocks of two reports; out: which is which.  Both come from one
 * template, so parents are found first and their children inside them: by an id or what
 * names a row, then by align/.  What is left over on both sides has gone elsewhere: it is
 * looked for in the whole report.  A text that stands once in either report is never
 * taken for another that stands in its place. */
#include "compare/work.h"

#include "align/align.h"
#include "base/map.h"

#include <string.h>

/* Words of a text that is known again elsewhere; longer ones have parts that are. */
enum { LEAST = 4, MOST = 500 };

/* Blocks of one kind and text. */
struct twins {
    struct compared *old, *now;
    long olds, nows;
};

struct matching {
    struct arena *a;
    struct map *twins; /* by kind and text */
};

struct blocks {
    ARRAY(struct compared *) all;
};

/* ---- twins ---- */

static void twins_put(struct matching *m, struct compared *b, bool now)
{
    if (b->words >= LEAST && b->words <= MOST) {
        const char *key = arena_printf(m->a, "%d %s", (int)b->e->kind, b->text);
        b->twins = map_get(m->twins, key);
        if (b->twins == NULL) {
            b->twins = NEW(m->a, struct twins);
            map_put(m->twins, key, b->twins);
        }
        *(now ? &b->twins->now : &b->twins->old) = b;
        *(now ? &b->twins->nows : &b->twins->olds) += 1;
    }
    for (struct compared *c = b->first; c != NULL; c = c->next)
        twins_put(m, c, now);
}

/* The text of one stands, as it is, elsewhere in the other report. */
static bool has_other_twin(const struct compared *old, const struct compared *now)
{
    const struct twins *x = old->twins, *y = now->twins;
    return (x != NULL && x->olds == 1 && x->nows == 1 && x->now != now) ||
           (y != NULL && y->olds == 1 && y->nows == 1 && y->old != old);
}

/* ---- children of one parent ---- */

static void match_children(struct matching *m, struct compared *old,
                           struct compared *now);

static void join(struct matching *m, struct compared *old, struct compared *now)
{
    old->peer = now;
    now->peer = old;
    match_children(m, old, now);
}

static struct blocks free_children(struct arena *a, const struct compared *parent)
{
    struct blocks out = {0};
    for (struct compared *c = parent->first; c != NULL; c = c->next)
        if (c->peer == NULL && !block_is_silent(c))
            *array_push(a, &out.all) = c;
    return out;
}

/* What a bar measures, where a tab leads; NULL: it is neither. */
static const char *subject_of(const struct compared *b)
{
    const enum element_kind k = b->e->kind;
    return k == EL_BAR || k == EL_GROUP ? b->e->at[AT_OF]
           : k == EL_TAB                ? b->e->at[AT_TARGET]
                                        : NULL;
}

/* What names a block among its siblings: an id, what it is about, the heads of a row, the
 * label of a group of bars; NULL: nothing does. */
static const char *name_of(struct arena *a, const struct compared *b)
{
    const struct element *e = b->e;
    const enum element_kind by = e->kind == EL_TR                           ? EL_TH
                                 : e->kind == EL_BAR || e->kind == EL_GROUP ? EL_LABEL
                                                                            : EL_COUNT;
    struct buf out = buf_new(a);
    if (e->at[AT_ID] != NULL || subject_of(b) != NULL)
        return arena_printf(a, "%d #%s", (int)e->kind,
                            e->at[AT_ID] != NULL ? e->at[AT_ID] : subject_of(b));
    for (const struct compared *c = b->first; c != NULL; c = c->next)
        if (c->e->kind == by)
            buf_printf(&out, " %s", c->text);
    return out.len > 0 ? arena_printf(a, "%d%s", (int)e->kind, out.at) : NULL;
}

static struct compared ambiguous; /* two of one name */

static struct map *names_of(struct arena *a, const struct blocks *of)
{
    struct map *names = map_new(a);
    for (size_t i = 0; i < of->all.len; i++) {
        const char *name = name_of(a, of->all.at[i]);
        if (name != NULL && map_put(names, name, of->all.at[i]) != NULL)
            map_put(names, name, &ambiguous);
    }
    return names;
}

static void match_names(struct matching *m, const struct compared *old,
                        const struct compared *now)
{
    const struct blocks olds = free_children(m->a, old), nows = free_children(m->a, now);
    const struct map *old_names = names_of(m->a, &olds), *names = names_of(m->a, &nows);
    for (size_t i = 0; i < nows.all.len; i++) {
        struct compared *y = nows.all.at[i];
        const char *name = name_of(m->a, y);
        struct compared *x = name != NULL ? map_get(old_names, name) : NULL;
        if (x != NULL && x != &ambiguous && map_get(names, name) == y)
            join(m, x, y);
    }
}

static const struct align_block *align_of(struct arena *a, const struct blocks *of)
{
    struct align_block *all = NEW_ARRAY(a, struct align_block, of->all.len + 1);
    for (size_t i = 0; i < of->all.len; i++)
        all[i] = (struct align_block){element_name(of->all.at[i]->e->kind),
                                      of->all.at[i]->text};
    return all;
}

/* Which of the old each of the new is by its text; NULL where there is nothing to match.
 */
static const struct align_match *aligned(struct arena *a, const struct blocks *olds,
                                         const struct blocks *nows)
{
    if (olds->all.len == 0 || nows->all.len == 0)
        return NULL;
    return align_blocks(a, align_of(a, olds), olds->all.len, align_of(a, nows),
                        nows->all.len);
}

static void match_texts(struct matching *m, const struct compared *old,
                        const struct compared *now)
{
    const struct blocks olds = free_children(m->a, old), nows = free_children(m->a, now);
    const struct align_match *found = aligned(m->a, &olds, &nows);
    for (size_t i = 0; i < nows.all.len && found != NULL; i++) {
        struct compared *y = nows.all.at[i];
        struct compared *x = found[i].old >= 0 ? olds.all.at[found[i].old] : NULL;
        const bool others = x != NULL && subject_of(x) != NULL && subject_of(y) != NULL &&
                            strcmp(subject_of(x), subject_of(y)) != 0;
        if (x != NULL && x->e->kind == y->e->kind && !others && !has_other_twin(x, y))
            join(m, x, y);
    }
}

static size_t count(const struct compared *parent)
{
    return parent->last != NULL ? parent->last->index + 1 : 0;
}

static struct compared *child_at(const struct compared *parent, size_t index)
{
    struct compared *c = parent->first;
    while (c != NULL && c->index < index)
        c = c->next;
    return c;
}

/* The row of heads next to a table's rows; NULL: it has none. */
static const struct compared *heads_of(const struct compared *row)
{
    const struct compared *table = row->parent != NULL ? row->parent->parent : NULL;
    for (const struct compared *c = table != NULL ? table->first : NULL; c != NULL;
         c = c->next)
        if (c->e->kind == EL_THEAD && c != row->parent)
            return c->last;
    return NULL;
}

/* Cells stand in their columns: where one has come or gone, under the heads that both
 * have. */
static bool match_cells(struct matching *m, struct compared *old, struct compared *now)
{
    const bool alike = count(old) == count(now);
    const struct compared *was = heads_of(old), *is = heads_of(now);
    if (!alike && (was == NULL || is == NULL || count(was) != count(old) ||
                   count(is) != count(now)))
        return false;
    for (struct compared *y = now->first; y != NULL; y = y->next) {
        const struct compared *head = alike ? y : child_at(is, y->index)->peer;
        struct compared *x = head != NULL ? child_at(old, head->index) : NULL;
        if (x != NULL && x->peer == NULL && y->peer == NULL)
            join(m, x, y);
    }
    return true;
}

static void match_children(struct matching *m, struct compared *old, struct compared *now)
{
    if (now->e->kind == EL_TR && match_cells(m, old, now))
        return;
    match_names(m, old, now);
    match_texts(m, old, now);
}

/* ---- what has gone elsewhere ---- */

static bool can_move(const struct compared *b)
{
    return b->peer == NULL && b->words >= LEAST && !block_is_drawn(b) &&
           b->e->kind != EL_TD && b->e->kind != EL_TH;
}

static void gather(struct arena *a, struct compared *b, struct blocks *out)
{
    if (can_move(b))
        *array_push(a, &out->all) = b;
    for (struct compared *c = b->first; c != NULL && !block_is_drawn(b); c = c->next)
        gather(a, c, out);
}

/* Parents come before their children, who go with them. */
static void match_moved(struct matching *m, struct compared *old, struct compared *now)
{
    struct blocks olds = {0}, nows = {0};
    gather(m->a, old, &olds);
    gather(m->a, now, &nows);
    const struct align_match *found = aligned(m->a, &olds, &nows);
    for (size_t i = 0; i < nows.all.len && found != NULL; i++) {
        struct compared *y = nows.all.at[i];
        struct compared *x = found[i].old >= 0 ? olds.all.at[found[i].old] : NULL;
        if (x != NULL && x->peer == NULL && y->peer == NULL && x->e->kind == y->e->kind &&
            found[i].likeness >= ALIGN_HALF)
            join(m, x, y);
    }
}

/* ---- which of them have moved ---- */

/* The heaviest row of children that have kept their order. */
struct kept {
    struct compared *b;
    size_t weight, before; /* of the row that ends here; its last but one, or itself */
};

static bool stays(const struct compared *b, const struct compared *parent)
{
    return b->peer != NULL && b->peer->parent == parent->peer;
}

static void mark_order(struct arena *a, struct compared *parent)
{
    ARRAY(struct kept) row = {0};
    size_t best = 0;
    for (struct compared *c = parent->first; c != NULL; c = c->next) {
        c->moved = c->peer != NULL && c->words > 0;
        const size_t here = row.len;
        if (stays(c, parent))
            *array_push(a, &row) = (struct kept){c, c->words + 1, here};
    }
    for (size_t i = 0; i < row.len; i++) {
        struct kept *k = &row.at[i];
        for (size_t j = 0; j < i; j++)
            if (row.at[j].b->peer->index < k->b->peer->index &&
                row.at[j].weight + k->b->words + 1 > k->weight) {
                k->weight = row.at[j].weight + k->b->words + 1;
                k->before = j;
            }
        best = k->weight > row.at[best].weight ? i : best;
    }
    for (size_t i = best; row.len > 0; i = row.at[i].before) {
        row.at[i].b->moved = false;
        if (row.at[i].before == i)
            break;
    }
}

static void mark_moved(struct arena *a, struct compared *b)
{
    mark_order(a, b);
    for (struct compared *c = b->first; c != NULL; c = c->next)
        mark_moved(a, c);
}

void blocks_match(struct arena *a, struct compared *old, struct compared *now)
{
    struct matching m = {a, map_new(a)};
    twins_put(&m, old, false);
    twins_put(&m, now, true);
    join(&m, old, now);
    match_moved(&m, old, now);
    mark_moved(a, now);
}
