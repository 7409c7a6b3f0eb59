/* printed.c -- which of the author's texts a document prints.  In: the texts and the
 * finished tree; out: a list that the documents of a programme share.  A text is known in
 * the tree by its place in the author's file, so what a template gave to a wording that
 * has no use for it counts as lost. */
#include "compose/work.h"

#include <stdlib.h>
#include <string.h>

/* The places of a text, from its first inline to the end of its last; of a translated one
 * those in the file of its first, for its marks may be the English ones. */
struct text_range {
    const struct file *file;
    size_t from, to;
    bool printed;
};

struct text_ranges {
    struct text_range *at; /* sorted; no two overlap */
    size_t count;
};

static void range_add(const struct inline_node *n, void *data)
{
    struct text_range *s = data;
    if (s->file == NULL)
        *s = (struct text_range){n->pos.file, n->pos.at, n->pos.at, false};
    if (n->pos.file != s->file)
        return;
    if (n->pos.at < s->from)
        s->from = n->pos.at;
    if (n->pos.at + n->pos.len > s->to)
        s->to = n->pos.at + n->pos.len;
}

static struct text_range range_of(const struct author_text *t)
{
    struct text_range s = {0};
    inline_walk(t->line, range_add, &s);
    prose_walk(t->blocks, range_add, &s);
    return s;
}

static int compare_ranges(const void *x, const void *y)
{
    const struct text_range *s = x, *t = y;
    if (s->file != t->file)
        return s->file < t->file ? -1 : 1;
    return s->from < t->from ? -1 : s->from > t->from;
}

/* Marks the range that holds a place. */
static void place_printed(struct text_ranges *all, struct pos pos)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct text_range *s = &all->at[middle];
        if (s->file < pos.file || (s->file == pos.file && s->from <= pos.at))
            low = middle + 1;
        else
            high = middle;
    }
    struct text_range *found = low > 0 ? &all->at[low - 1] : NULL;
    if (found != NULL && found->file == pos.file && pos.at <= found->to)
        found->printed = true;
}

static void places_printed(struct text_ranges *all, const struct element *e)
{
    if (e->pos.file != NULL)
        place_printed(all, e->pos);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        places_printed(all, c);
}

/* The range of a text among the sorted ones. */
static const struct text_range *range_find(const struct text_ranges *all,
                                           const struct text_range *of)
{
    return bsearch(of, all->at, all->count, sizeof *of, compare_ranges);
}

static void text_add(struct report *r, const struct author_text *t, bool printed)
{
    struct written_text *to = (struct written_text *)&r->texts[r->text_count++];
    *to = (struct written_text){t->name, t->of->node->pos, t->printed || printed, NULL};
}

/* ---- scores that an author has stated ---- */

static bool is_of(const struct figure_ask *ask, enum figure_kind kind)
{
    return ask != NULL && ask->kind == kind;
}

/* By a mark, beside another number, or in a chart. */
static bool prints_figure(const struct work *w, const struct element *e,
                          enum figure_kind kind, const char *name)
{
    for (size_t i = 0; i < w->asks.len; i++)
        if (is_of(w->asks.at[i], kind) || is_of(w->asks.at[i]->against.counted, kind))
            return true;
    if (e->figure != NULL && e->figure->name != NULL &&
        strncmp(e->figure->name, name, strlen(name)) == 0)
        return true;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (prints_figure(w, c, kind, name))
            return true;
    return false;
}

static void earlier_add(struct work *w, const struct element *root, struct report *r)
{
    const struct value *v = inspection_value(w->in, "earlier");
    struct written_text *to = (struct written_text *)&r->texts[r->text_count];
    if (v == NULL || w->in->earlier.source == NULL || w->in->made_up)
        return; /* made-up data says what no programme need have */
    *to = (struct written_text){.name = "earlier",
                                .pos = v->node->pos,
                                .printed =
                                    prints_figure(w, root, FIGURE_EARLIER, "earlier "),
                                .mark = "((earlier ID))"};
    r->text_count++;
}

void printed_find(struct work *w, const struct element *root, struct report *r)
{
    size_t count = w->texts.len;
    struct text_ranges all = {NEW_ARRAY(w->a, struct text_range, count + 1), 0};
    struct text_range *each = NEW_ARRAY(w->a, struct text_range, count + 1);
    r->texts = NEW_ARRAY(w->a, struct written_text, count + 2);
    for (size_t i = 0; i < count; i++) {
        if (w->texts.at[i].of != NULL)
            each[i] = range_of(&w->texts.at[i]);
        if (each[i].file != NULL)
            all.at[all.count++] = each[i];
    }
    if (all.count > 0)
        qsort(all.at, all.count, sizeof *all.at, compare_ranges);
    places_printed(&all, root);
    for (size_t i = 0; i < count; i++)
        if (w->texts.at[i].of != NULL && each[i].file != NULL)
            text_add(r, &w->texts.at[i], range_find(&all, &each[i])->printed);
    earlier_add(w, root, r);
}

/* The items of a list have one name, and one remedy: the first says it. */
static bool is_named_before(const struct report *r, size_t i, const bool *unprinted)
{
    for (size_t k = 0; k < i; k++)
        if (unprinted[k] && strcmp(r->texts[k].name, r->texts[i].name) == 0)
            return true;
    return false;
}

/* The documents of an inspection hold the same texts in the same order. */
void compose_unprinted(struct arena *a, struct diags *d, const struct report *const *all,
                       size_t count)
{
    size_t texts = count > 0 ? all[0]->text_count : 0;
    bool *unprinted = NEW_ARRAY(a, bool, texts + 1);
    for (size_t i = 0; i < texts; i++) {
        const struct written_text *t = &all[0]->texts[i];
        unprinted[i] = true;
        for (size_t k = 0; k < count; k++)
            unprinted[i] = unprinted[i] && !all[k]->texts[i].printed;
        const char *how =
            t->mark == NULL
                ? "let a template of the programme print it, or write `printed: no` at "
                  "the field"
                : arena_printf(a, "print one of its scores with %s, or take it out",
                               t->mark);
        if (unprinted[i] && !is_named_before(all[0], i, unprinted))
            diag(d, DIAG_TEXT_UNPRINTED, t->pos, "%s; %s", t->name, how);
    }
}
