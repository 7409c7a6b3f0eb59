/* merge.c -- in: two tables that were one; out: one.  Nobody knows what it was before, so
 * an empty cell is one that nobody has come to yet. */
#include "comments/merge.h"

#include "base/map.h"
#include "comments/round.h"

#include <stdint.h>
#include <string.h>

struct merging {
    struct arena *a;
    struct diags *d;
    struct comment_table *t;
    const struct comment_table *other;
    struct merge_counts *n;
    bool agreed;
};

/* ---- which is which ---- */

/* An editor's own row has no id. */
static const char *key_of(struct arena *a, const struct comment *c)
{
    const char *id = text_one_line(a, c->cell[CELL_ID]);
    return id[0] != '\0'
               ? id
               : arena_printf(a, "%s\1%s\1%s", text_one_line(a, c->cell[CELL_REFERENCE]),
                              text_one_line(a, c->cell[CELL_COMMENT]),
                              text_one_line(a, c->cell[CELL_AUTHOR]));
}

/* Where a column of the other's own stands in `t`, which gets it where it has none. */
static size_t extra_column(struct merging *m, const char *name)
{
    struct comment_table *t = m->t;
    for (size_t i = 0; i < t->extra_count; i++)
        if (strcmp(text_one_line(m->a, t->extra[i]), text_one_line(m->a, name)) == 0)
            return i;
    const char **names = NEW_ARRAY(m->a, const char *, t->extra_count + 1);
    memcpy(names, t->extra, t->extra_count * sizeof *names);
    names[t->extra_count] = name;
    for (size_t i = 0; i < t->all.len; i++) {
        const char **cells = NEW_ARRAY(m->a, const char *, t->extra_count + 1);
        memcpy(cells, t->all.at[i].extra, t->extra_count * sizeof *cells);
        cells[t->extra_count] = "";
        t->all.at[i].extra = cells;
    }
    t->extra = names;
    return t->extra_count++;
}

/* ---- one cell ---- */

/* Found anew at each import, or kept for ever. */
static bool is_ours(enum comment_cell cell)
{
    return cell == CELL_ID || cell == CELL_UID || cell == CELL_OURS ||
           cell == CELL_SOURCE;
}

static bool is_same(const struct merging *m, enum comment_cell cell,
                    const struct comment *x, const struct comment *y)
{
    if (cell == CELL_DECISION && x->decision == y->decision &&
        x->decision != DECISION_OPEN)
        return true;
    return text_same(x->cell[cell], y->cell[cell], m->t->windows) ||
           text_same(y->cell[cell], x->cell[cell], m->other->windows);
}

static void say_conflict(struct merging *m, struct pos theirs, struct pos ours,
                         const struct comment *c, const char *column,
                         const char *theirs_is, const char *ours_is)
{
    const struct place at = pos_place(ours);
    m->agreed = false;
    diag(m->d, DIAG_COMMENT_CONFLICT, theirs,
         "%s of %s, %s: \"%s\" here, and \"%s\" at %s:%d:%d; write the same into both "
         "cells, or empty one, and merge again",
         column, text_shown(m->a, c->cell[CELL_ID]),
         text_shown(m->a, c->cell[CELL_REFERENCE]), text_shown(m->a, theirs_is),
         text_shown(m->a, ours_is), ours.file->path, at.line, at.column);
}

static bool is_empty(struct merging *m, const char *text)
{
    return text_one_line(m->a, text)[0] == '\0';
}

static void merge_cell(struct merging *m, struct comment *to, const struct comment *from,
                       enum comment_cell cell)
{
    if (is_ours(cell) || is_empty(m, from->cell[cell]) || is_same(m, cell, to, from))
        return;
    bool stand_in = cell == CELL_AUTHOR && comment_author(to)[0] == '\0';
    if (cell == CELL_AUTHOR && !stand_in && comment_author(from)[0] == '\0')
        return;
    if (!is_empty(m, to->cell[cell]) && !stand_in) {
        say_conflict(m, from->pos[cell], to->pos[cell], from, comment_cell_name(cell),
                     from->cell[cell], to->cell[cell]);
        return;
    }
    to->cell[cell] = from->cell[cell];
    if (cell == CELL_DECISION)
        to->decision = from->decision;
    if (cell == CELL_DRAFT)
        to->draft = from->draft;
    m->n->filled++;
}

static void merge_extra(struct merging *m, struct comment *to, const struct comment *from,
                        size_t at, size_t column)
{
    const char *theirs = from->extra[at], *ours = to->extra[column];
    if (is_empty(m, theirs) || text_same(ours, theirs, m->t->windows))
        return;
    if (!is_empty(m, ours)) {
        say_conflict(m, from->pos[CELL_ID], to->pos[CELL_ID], from, m->t->extra[column],
                     theirs, ours);
        return;
    }
    const char **cells = NEW_ARRAY(m->a, const char *, m->t->extra_count);
    memcpy(cells, to->extra, m->t->extra_count * sizeof *cells);
    cells[column] = theirs;
    to->extra = cells;
    m->n->filled++;
}

/* ---- all ---- */

static void merge_row(struct merging *m, struct comment *to, const struct comment *from,
                      const size_t *columns)
{
    for (enum comment_cell cell = 0; cell < CELL_COUNT; cell++)
        merge_cell(m, to, from, cell);
    for (size_t i = 0; i < m->other->extra_count; i++)
        merge_extra(m, to, from, i, columns[i]);
}

static void add_other(struct merging *m, const struct comment *from,
                      const size_t *columns)
{
    const char **cells = NEW_ARRAY(m->a, const char *, m->t->extra_count + 1);
    for (size_t i = 0; i < m->t->extra_count; i++)
        cells[i] = "";
    for (size_t i = 0; i < m->other->extra_count; i++)
        cells[columns[i]] = from->extra[i];
    struct comment *new = array_push(m->a, &m->t->all);
    *new = *from;
    new->extra = cells;
    m->n->added++;
}

bool comments_merge(struct arena *a, struct diags *d, struct comment_table *t,
                    const struct comment_table *other, struct merge_counts *n)
{
    struct merging m = {a, d, t, other, n, true};
    struct map *rows = map_new(a);
    size_t *columns = NEW_ARRAY(a, size_t, other->extra_count + 1);
    const size_t count = t->all.len;
    for (size_t i = 0; i < other->extra_count; i++)
        columns[i] = extra_column(&m, other->extra[i]);
    for (size_t i = 0; i < count; i++)
        map_put(rows, key_of(a, &t->all.at[i]), (void *)(uintptr_t)(i + 1));
    for (size_t i = 0; i < other->all.len; i++) {
        const struct comment *from = &other->all.at[i];
        const size_t row = (uintptr_t)map_get(rows, key_of(a, from));
        if (row > 0)
            merge_row(&m, &t->all.at[row - 1], from, columns);
        else
            add_other(&m, from, columns);
    }
    return m.agreed;
}
