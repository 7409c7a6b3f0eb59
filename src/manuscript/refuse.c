/* refuse.c -- in: what was merged, and a text of it that cannot stand; out: what the
 * manuscript gives without it.  Knows no file. */
#include "manuscript/refuse.h"

#include <string.h>

/* ---- what was given ---- */

/* The home itself, which merged things only borrow. */
static struct home *own_home(struct home *root, const struct home *h)
{
    if (root == h)
        return root;
    for (size_t i = 0; i < root->homes.len; i++) {
        struct home *found = own_home(root->homes.at[i], h);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Its passage of that text; its length when it has none. */
static size_t piece_at(const struct home *h, const char *markdown)
{
    size_t i = 0;
    while (i < h->passages.len && strcmp(h->passages.at[i].markdown, markdown) != 0)
        i++;
    return i;
}

static bool refuse_below(struct arena *a, struct mapping *map, struct home *h,
                         const char *markdown, const char *why)
{
    const size_t at = piece_at(h, markdown);
    if (at < h->passages.len) {
        map_drop(a, map, h, at, why);
        return true;
    }
    for (size_t i = 0; i < h->homes.len; i++)
        if (refuse_below(a, map, h->homes.at[i], markdown, why))
            return true;
    return false;
}

/* ---- what would be changed ---- */

/* What was exported is given back as the report has it, so that nothing is taken out of
 * it for what was written in its place. */
static void give_back(struct arena *a, struct home *h, size_t at, const struct becomes *o,
                      const struct merged_leaf *l)
{
    array_push(a, &h->passages);
    for (size_t i = h->passages.len - 1; i > at; i--)
        h->passages.at[i] = h->passages.at[i - 1];
    struct text_piece *p = &h->passages.at[at];
    *p = l->now->passages.at[o->now];
    p->words = "";
    p->number = 0;
}

static bool refuse_in_leaf(struct arena *a, struct mapping *map,
                           const struct merged_leaf *l, const char *markdown,
                           const char *why)
{
    struct home *h = own_home(map->given, l->given);
    const size_t at = h != NULL ? piece_at(h, markdown) : 0;
    if (h == NULL || at == h->passages.len)
        return false;
    for (size_t i = 0; i < l->list.len; i++) {
        const struct becomes *o = &l->list.at[i];
        if (o->markdown == NULL || strcmp(o->markdown, markdown) != 0)
            continue;
        map_drop(a, map, h, at, why);
        if (map->base != NULL && o->now >= 0)
            give_back(a, h, at, o, l);
        return true;
    }
    return false;
}

static bool refuse_text(struct arena *a, struct mapping *map, const struct merged *m,
                        const char *markdown, const char *why)
{
    for (size_t i = 0; i < m->leaves.len; i++)
        if (refuse_in_leaf(a, map, &m->leaves.at[i], markdown, why))
            return true;
    for (size_t i = 0; i < m->homes.len; i++) {
        struct home *h = own_home(map->given, m->homes.at[i].given);
        if (h != NULL && refuse_below(a, map, h, markdown, why))
            return true;
    }
    return false;
}

bool manuscript_refuse(struct arena *a, struct mapping *map, const struct merged *m,
                       const char *markdown, const char *why)
{
    const bool refused = refuse_text(a, map, m, markdown, why);
    if (refused)
        map_drop_notes(a, map);
    return refused;
}

/* ---- by its place ---- */

static bool is_in(const struct text_piece *p, struct pos at)
{
    const struct file *f = p->pos.file;
    return f != NULL && at.file != NULL && strcmp(f->path, at.file->path) == 0 &&
           at.at >= p->pos.at && at.at <= p->pos.at + p->pos.len;
}

static const char *text_at(const struct home *h, struct pos at)
{
    for (size_t i = 0; i < h->passages.len; i++)
        if (is_in(&h->passages.at[i], at))
            return h->passages.at[i].markdown;
    for (size_t i = 0; i < h->homes.len; i++) {
        const char *found = text_at(h->homes.at[i], at);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static bool is_node_at(const struct node *n, struct pos at)
{
    return n != NULL && n->pos.file != NULL && at.file != NULL &&
           strcmp(n->pos.file->path, at.file->path) == 0 && at.at >= n->pos.at &&
           at.at <= node_end(n);
}

/* One of several alike, of which something else than its texts is at fault. */
static const struct home *record_at(const struct home *h, struct pos at)
{
    for (size_t i = 0; i < h->homes.len; i++) {
        const struct home *c = h->homes.at[i], *found = record_at(c, at);
        if (found != NULL)
            return found;
        if (h->kind == HOME_RECORDS && is_node_at(c->node, at))
            return c;
    }
    return NULL;
}

static bool refuse_all(struct arena *a, struct mapping *map, const struct merged *m,
                       const struct home *h, const char *why)
{
    bool any = false;
    for (size_t i = 0; i < h->passages.len; i++)
        any |= manuscript_refuse(a, map, m, h->passages.at[i].markdown, why);
    for (size_t i = 0; i < h->homes.len; i++)
        any |= refuse_all(a, map, m, h->homes.at[i], why);
    return any;
}

bool manuscript_refuse_at(struct arena *a, struct mapping *map, const struct merged *m,
                          const struct home *after, struct pos at, const char *why)
{
    const char *text = text_at(after, at);
    if (text != NULL && manuscript_refuse(a, map, m, text, why))
        return true;
    const struct home *record = record_at(after, at);
    return record != NULL && refuse_all(a, map, m, record, why);
}
