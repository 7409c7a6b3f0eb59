/* table.c -- tables whose rows do not fill the same columns (ISO 14289-1, 7.2).  In: a
 * Table's tag; out: a diagnostic for the first row that departs, so that one slip is said
 * once. */
#include "check/inside.h"

#include <string.h>

enum { MOST_COLUMNS = 500 };

struct grid {
    int left[MOST_COLUMNS]; /* rows that the cell above still reaches down, by column */
    int width;              /* of the rows so far; 0: none */
    bool said;
};

static int span_of_cell(int span)
{
    return span > 1 ? span : 1;
}

/* The first column that no cell from above reaches into. */
static int free_column(const struct grid *g, int column)
{
    while (column < MOST_COLUMNS && g->left[column] > 0)
        column++;
    return column;
}

static int place_cell(struct grid *g, int column, const struct tag *cell)
{
    for (int i = 0; i < span_of_cell(cell->col_span); i++) {
        column = free_column(g, column);
        if (column == MOST_COLUMNS)
            return column;
        g->left[column++] = span_of_cell(cell->row_span);
    }
    return column;
}

static int row_width(const struct grid *g)
{
    int width = 0;
    for (int i = 0; i < MOST_COLUMNS; i++)
        if (g->left[i] > 0)
            width = i + 1;
    return width;
}

static int next_row(struct grid *g)
{
    int open = 0;
    for (int i = 0; i < MOST_COLUMNS; i++) {
        g->left[i] -= g->left[i] > 0;
        open += g->left[i] > 0;
    }
    return open;
}

static void place_row(struct grid *g, const struct tag *row)
{
    int column = 0;
    for (size_t i = 0; i < row->kids.len; i++)
        if (row->kids.at[i].kind == KID_TAG)
            column = place_cell(g, column, row->kids.at[i].tag);
}

static struct pos first_pos(const struct tag *row, const struct tag *table)
{
    if (row->pos.file != NULL)
        return row->pos;
    for (size_t i = 0; i < row->kids.len; i++)
        if (row->kids.at[i].kind == KID_TAG && row->kids.at[i].tag->pos.file != NULL)
            return row->kids.at[i].tag->pos;
    return table->pos;
}

static void check_row(struct arena *a, struct diags *d, const struct document *doc,
                      struct grid *g, const struct tag *row, const struct tag *table)
{
    place_row(g, row);
    const int width = row_width(g);
    if (g->width == 0)
        g->width = width;
    if (width != g->width && !g->said) {
        diag(d, DIAG_TABLE_IRREGULAR, first_pos(row, table),
             "the row \"%s\" has %d columns, those before it %d; give each row the same "
             "number of cells",
             tag_words(a, doc, row), width, g->width);
        g->said = true;
    }
}

/* The rows of a THead or TBody, or of the table itself; a cell must not reach out of it.
 */
static void check_rows(struct arena *a, struct diags *d, const struct document *doc,
                       struct grid *g, const struct tag *rows, const struct tag *table)
{
    int open = 0;
    for (size_t i = 0; i < rows->kids.len; i++) {
        const struct tag *row = rows->kids.at[i].tag;
        if (rows->kids.at[i].kind != KID_TAG || row->type != TAG_TR)
            continue;
        check_row(a, d, doc, g, row, table);
        open = next_row(g);
    }
    if (open > 0 && !g->said) {
        diag(d, DIAG_TABLE_IRREGULAR, table->pos,
             "a cell reaches down below the last row; give it fewer rows");
        g->said = true;
    }
    memset(g->left, 0, sizeof g->left);
}

void check_table(struct arena *a, struct diags *d, const struct document *doc,
                 const struct tag *table)
{
    struct grid g = {0};
    check_rows(a, d, doc, &g, table, table);
    for (size_t i = 0; i < table->kids.len; i++) {
        const struct tag *part = table->kids.at[i].tag;
        if (table->kids.at[i].kind == KID_TAG &&
            (part->type == TAG_THEAD || part->type == TAG_TBODY))
            check_rows(a, d, doc, &g, part, table);
    }
}
