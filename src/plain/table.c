/* table.c -- a table as a list of its rows: the heads of its columns once, then of each
 * row its own head and "column: value".  In: a table; out: lines. */
#include "plain/work.h"

#include <string.h>

enum { MOST_COLUMNS = 64 };

struct plain_grid {
    struct telling *p;
    const char *heads[MOST_COLUMNS]; /* "Areas inspected so far, Lowest" */
    int until[MOST_COLUMNS];         /* which row a cell from above reaches to */
    bool filled[MOST_COLUMNS];       /* words in some row: it does not only draw */
    int row, columns;
};

/* ---- cells ---- */

static bool is_cell(const struct element *e)
{
    return e->kind == EL_TH || e->kind == EL_TD;
}

/* Whether its words make one run: paragraphs, or loose text. */
static bool is_short(const struct element *cell)
{
    for (const struct element *c = cell->first; c != NULL; c = c->next)
        if (c->kind != EL_P && !element_is_inline(c->kind))
            return false;
    return true;
}

static const char *join(struct telling *p, const char *a, const char *b)
{
    size_t len = strlen(a);
    bool ended = len == 0 || *b == '\0' || strchr(".:;,?!", a[len - 1]) != NULL;
    return arena_printf(p->a, "%s%s%s", a, ended ? "" : ",",
                        len == 0 || *b == '\0' ? b : arena_printf(p->a, " %s", b));
}

static const char *cell_words(struct telling *p, const struct element *cell)
{
    const char *number = element_at(cell, AT_NUMBER);
    const char *words = "";
    for (const struct element *c = cell->first, *end; c != NULL; c = end) {
        end = c->next;
        const bool loose = element_is_inline(c->kind);
        while (loose && end != NULL && element_is_inline(end->kind))
            end = end->next;
        const char *own = loose ? plain_between(p, c, end) : plain_words(p, c);
        words = join(p, words, own + strspn(own, " "));
    }
    return number == NULL ? words : arena_printf(p->a, "%s %s", number, words);
}

/* ---- the grid ---- */

/* The column of the next cell, behind `column`, and the cell takes its place. */
static int cell_place(struct plain_grid *g, const struct element *cell, int column)
{
    const int columns = element_number(cell, AT_COLSPAN, 1);
    while (column < MOST_COLUMNS && g->until[column] > g->row)
        column++;
    for (int i = column; i < column + columns && i < MOST_COLUMNS; i++) {
        g->until[i] = g->row + element_number(cell, AT_ROWSPAN, 1);
        g->columns = i >= g->columns ? i + 1 : g->columns;
    }
    return column;
}

static void read_head(struct plain_grid *g, const struct element *tr)
{
    int column = 0;
    for (const struct element *c = tr->first; c != NULL; c = c->next) {
        if (!is_cell(c))
            continue;
        const int columns = element_number(c, AT_COLSPAN, 1);
        column = cell_place(g, c, column);
        for (int i = column; i < column + columns && i < MOST_COLUMNS; i++)
            g->heads[i] = join(g->p, g->heads[i], cell_words(g->p, c));
        column += columns;
    }
    g->row++;
}

static bool has_words(const struct element *e)
{
    if (e->kind == EL_TEXT)
        return e->text[strspn(e->text, " ")] != '\0';
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (has_words(c))
            return true;
    return false;
}

static void read_body(struct plain_grid *g, const struct element *tr)
{
    int column = 0;
    for (const struct element *c = tr->first; c != NULL; c = c->next) {
        if (!is_cell(c))
            continue;
        column = cell_place(g, c, column);
        if (column < MOST_COLUMNS)
            g->filled[column] |= has_words(c);
        column += element_number(c, AT_COLSPAN, 1);
    }
    g->row++;
}

static void each_row(struct plain_grid *g, const struct element *table,
                     enum element_kind part,
                     void (*row)(struct plain_grid *, const struct element *))
{
    memset(g->until, 0, sizeof g->until);
    g->row = 0;
    for (const struct element *b = table->first; b != NULL; b = b->next)
        for (const struct element *tr = b->kind == part ? b->first : NULL; tr != NULL;
             tr = tr->next)
            if (tr->kind == EL_TR)
                row(g, tr);
}

/* ---- rows ---- */

static void say_value(struct plain_grid *g, const char *head, const struct element *cell)
{
    struct telling *p = g->p;
    if (!has_words(cell))
        return;
    if (is_short(cell)) {
        plain_lines(p, plain_pair(p, head, cell_words(p, cell)));
        return;
    }
    plain_lines(p, plain_pair(p, head, ""));
    p->indent += PLAIN_STEP;
    p->gap = 0;
    plain_children(p, cell);
    p->indent -= PLAIN_STEP;
    p->gap = 0;
}

/* What it is called: its first cell, alone or, of two columns, with the second. */
static void say_first(struct plain_grid *g, const struct element *tr,
                      const struct element *cell, int column)
{
    struct telling *p = g->p;
    const char *head = column > 0 && column < MOST_COLUMNS ? g->heads[column] : "";
    const char *words = plain_pair(p, head, cell_words(p, cell));
    const struct element *second = cell->next;
    if (g->columns == 2 && second != NULL && second->next == NULL && is_short(second))
        words = plain_pair(p, words, cell_words(p, second));
    p->indent += PLAIN_STEP;
    p->out_by = PLAIN_STEP;
    plain_lines(p, plain_quoted(p, tr, words));
    p->indent -= PLAIN_STEP;
}

static void say_row(struct plain_grid *g, const struct element *tr)
{
    struct telling *p = g->p;
    const struct element *first = tr->first;
    int column = 0;
    if (row_role(tr) == ROW_GROUP)
        plain_gap(p, 1);
    for (const struct element *c = first; c != NULL; c = c->next) {
        if (!is_cell(c))
            continue;
        column = cell_place(g, c, column);
        if (c == first)
            say_first(g, tr, c, column);
        else if (g->columns != 2 || !is_short(c)) {
            p->indent += PLAIN_STEP;
            say_value(g, column < MOST_COLUMNS ? g->heads[column] : "", c);
            p->indent -= PLAIN_STEP;
        }
        column += element_number(c, AT_COLSPAN, 1);
    }
    g->row++;
}

/* ---- the table ---- */

void plain_caption(struct telling *p, const struct element *e)
{
    plain_gap(p, 1);
    plain_lines(p, plain_quoted(p, e, plain_part(p, e, EL_CAPTION)));
    plain_lines(p, plain_part(p, e, EL_MEASURE));
    plain_gap(p, 1);
}

/* The heads of the columns that have words, as an overture to the rows. */
static void say_heads(struct plain_grid *g)
{
    const char *all = "";
    for (int i = 0; i < g->columns && i < MOST_COLUMNS; i++)
        if (g->filled[i] && g->heads[i][0] != '\0')
            all = arena_printf(g->p->a, "%s%s%s", all, *all != '\0' ? "; " : "",
                               g->heads[i]);
    plain_paragraph(g->p, all);
}

void plain_table(struct telling *p, const struct element *e)
{
    struct plain_grid *g = NEW(p->a, struct plain_grid);
    g->p = p;
    for (int i = 0; i < MOST_COLUMNS; i++)
        g->heads[i] = "";
    plain_caption(p, e);
    each_row(g, e, EL_THEAD, read_head);
    each_row(g, e, EL_TBODY, read_body);
    say_heads(g);
    each_row(g, e, EL_TBODY, say_row);
    plain_gap(p, 1);
}
