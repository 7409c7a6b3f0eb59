/* grid.c -- in: cells in the order of their rows; out: the text of the sheet. */
#include "office/grid.h"

#include "base/utf8.h"
#include "office/sandbox.h"

struct cell_grid grid_new(struct arena *a, long most)
{
    return (struct cell_grid){.out = buf_new(a),
                              .row = 1,
                              .column = 1,
                              .most = most,
                              .hidden_rows = buf_new(a),
                              .hidden_columns = buf_new(a)};
}

/* What would end a line or a cell is a blank. */
static void put_text(struct buf *out, const char *text, size_t len)
{
    size_t width;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(text + i, len - i, &width);
        if (c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029)
            buf_char(out, ' ');
        else
            buf_add(out, text + i, width);
    }
}

static bool has_content(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] > ' ')
            return true;
    return false;
}

/* Lines up to the row that comes next. */
static const char *open_line(struct cell_grid *g)
{
    if (g->row > GRID_ROWS)
        return "=rows";
    for (; g->lines < g->row; g->lines++, g->cells = 0)
        if (g->lines > 0)
            buf_char(&g->out, '\n');
    return NULL;
}

static const char *enough(const struct cell_grid *g)
{
    return g->out.len > SANDBOX_OUT ? "=large" : NULL;
}

const char *grid_put(struct cell_grid *g, const char *text, size_t len)
{
    long column = g->column++;
    if (!has_content(text, len))
        return NULL;
    if (column > GRID_COLUMNS)
        return "=columns";
    if (open_line(g) != NULL)
        return "=rows";
    for (; g->cells < column; g->cells++)
        if (g->cells > 0)
            buf_char(&g->out, '\t');
    put_text(&g->out, text, len);
    return enough(g);
}

const char *grid_line(struct cell_grid *g, const char *line)
{
    if (open_line(g) != NULL)
        return "=rows";
    buf_str(&g->out, line);
    return enough(g);
}

static void hide(struct buf *all, long at)
{
    while (all->len < (size_t)at)
        buf_char(all, '.');
    all->at[at - 1] = 'h';
}

void grid_hide_columns(struct cell_grid *g, long from, long to)
{
    for (long i = from > 0 ? from : 1; i <= to && i <= GRID_COLUMNS; i++)
        hide(&g->hidden_columns, i);
}

const char *grid_next_row(struct cell_grid *g)
{
    if (g->hidden && g->lines == g->row)
        hide(&g->hidden_rows, g->row);
    g->written += g->lines == g->row;
    g->row++;
    g->column = 1;
    return g->written >= g->most ? "" : NULL;
}
