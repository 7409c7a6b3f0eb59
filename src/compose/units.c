/* units.c -- whether the figures under one head are of one kind wherever that head
 * stands: shares, counts, those that were not sufficient, out of how many.  In: the
 * finished tree of a report of made-up data; out: warnings at the template's cells. */
#include "compose/work.h"

#include <string.h>

static const struct element *fig_in(const struct element *e)
{
    const struct element *found = e->kind == EL_FIG && e->figure != NULL ? e : NULL;
    for (const struct element *c = e->first; found == NULL && c != NULL; c = c->next)
        found = fig_in(c);
    return found;
}

/* What a cell counts; NULL: no figure, or one of which it cannot be told. */
static const char *unit_of(const struct element *cell)
{
    const struct element *fig = fig_in(cell);
    const struct source_figure *f = fig != NULL ? fig->figure : NULL;
    if (f != NULL && f->applicable)
        return "those out of which they are counted";
    if (f == NULL || f->base <= 0)
        return NULL;
    if (strchr(f->printed, '%') != NULL)
        return "shares";
    return f->not ? "those that were not sufficient" : "counts";
}

/* The only row of heads, each over one column; else NULL. */
static const struct element *heads_of(const struct element *table)
{
    const struct element *head = element_child(table, EL_THEAD);
    if (head == NULL || head->first == NULL || head->first != head->last)
        return NULL;
    for (const struct element *c = head->first->first; c != NULL; c = c->next)
        if (c->set[AT_COLSPAN] > 1)
            return NULL;
    return head->first;
}

static void check_cell(struct work *w, struct map *units, const struct element *th,
                       const struct element *cell)
{
    const char *unit = unit_of(cell), *words = element_plain(w->a, th);
    if (unit == NULL || words[strspn(words, "0123456789.")] == '\0')
        return; /* a number heads a column of several units */
    const char *before = map_put(units, words, (void *)unit);
    if (before == NULL || before == unit)
        return;
    map_put(units, words, (void *)before);
    diag(w->d, DIAG_UNLIKE, cell->pos,
         "%s under a head that stands over %s elsewhere; is the `expr` right?", unit,
         before);
}

static void check_row(struct work *w, struct map *units, const struct element *heads,
                      const struct element *row)
{
    const struct element *th = heads->first, *cell = row->first;
    for (; th != NULL && cell != NULL; th = th->next, cell = cell->next)
        check_cell(w, units, th, cell);
}

/* In a table of national figures all are of one kind. */
static void check_national(struct work *w, const struct element *row)
{
    const char *first = NULL;
    for (const struct element *c = row->first; c != NULL; c = c->next) {
        const struct element *fig = fig_in(c);
        const char *unit = fig == NULL                                 ? NULL
                           : strchr(fig->figure->printed, '%') != NULL ? "a share"
                                                                       : "none";
        if (unit != NULL && first != NULL && unit != first)
            diag(w->d, DIAG_UNLIKE, c->pos,
                 "beside shares one that is none; is the `expr` right?");
        first = first == NULL ? unit : first;
    }
}

static void check_table(struct work *w, struct map *units, const struct element *table)
{
    const struct element *heads = heads_of(table), *body = element_child(table, EL_TBODY);
    for (const struct element *r = body != NULL ? body->first : NULL; r != NULL;
         r = r->next) {
        if (heads != NULL && row_role(r) != ROW_TOTAL)
            check_row(w, units, heads, r);
        if (table_kind(table) == TABLE_NATIONAL)
            check_national(w, r);
    }
}

static void check_all(struct work *w, struct map *units, const struct element *e)
{
    if (e->kind == EL_TABLE)
        check_table(w, units, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        check_all(w, units, c);
}

void units_check(struct work *w, const struct element *root)
{
    check_all(w, map_new(w->a), root);
}
