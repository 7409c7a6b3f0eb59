/* table.c -- what the CSV files of this folder have in common: their columns by name and
 * whole numbers in cells. */
#include "model/table.h"

#include <string.h>

static void place_column(struct reader *r, const struct cell *head, int at,
                         const char *const *names, size_t count, int *columns)
{
    int which = choose(r, DIAG_CSV_COLUMN_UNKNOWN, head->pos, head->text, names, count);
    if (which < 0)
        return;
    if (columns[which] >= 0)
        diag(r->d, DIAG_CSV_COLUMN_TWICE, head->pos, "\"%s\"", head->text);
    columns[which] = at;
}

bool table_columns(struct reader *r, const struct table *t, const char *const *names,
                   size_t count, int *columns)
{
    for (size_t i = 0; i < count; i++)
        columns[i] = -1;
    for (size_t i = 0; i < t->columns; i++)
        place_column(r, &t->head[i], (int)i, names, count, columns);
    bool all = true;
    for (size_t i = 0; i < count; i++) {
        if (columns[i] >= 0)
            continue;
        diag(r->d, DIAG_CSV_COLUMN_MISSING, t->head[0].pos, "\"%s\"", names[i]);
        all = false;
    }
    return all;
}

bool cell_number(struct reader *r, const struct cell *c, long *out)
{
    if (parse_number(c->text, out))
        return true;
    diag(r->d, DIAG_VALUE_KIND, c->pos, "\"%s\"; this should be a whole number", c->text);
    return false;
}
