/* map_table.c -- in: the paragraphs of Word's tables; out: rows of tables of the report,
 * those that an export has written and those that a text takes between its paragraphs. */
#include "manuscript/mapper.h"

#include "base/bounds.h"
#include "base/buf.h"

#include <string.h>

/* ---- shapes ---- */

static void count_cell(struct table_shape *t, const struct paper_paragraph *p,
                       const struct paper_paragraph *before)
{
    const bool goes_on = before != NULL && before->table == p->table &&
                         before->row == p->row && before->cell == p->cell;
    t->rows = p->row > t->rows ? p->row : t->rows;
    t->columns = p->cell > t->columns ? p->cell : t->columns;
    t->most = t->rows > t->columns ? t->rows : t->columns;
    t->heads += !goes_on && p->row == 1;
    t->firsts += !goes_on && p->cell == 1;
}

void map_tables(struct mapper *m)
{
    const struct paper_paragraph *before = NULL;
    int tables = 0;
    for (size_t i = 0; i < m->paper->paragraphs.len; i++)
        if (m->paper->paragraphs.at[i].table > tables)
            tables = m->paper->paragraphs.at[i].table;
    m->tables = NEW_ARRAY(m->a, struct table_shape, (size_t)tables + 1);
    for (size_t i = 0; i < m->paper->paragraphs.len; i++) {
        const struct paper_paragraph *p = &m->paper->paragraphs.at[i];
        if (p->table == 0 || p->markdown[0] == '\0')
            continue;
        count_cell(&m->tables[p->table], p, before);
        before = p;
    }
}

/* What a table of the report must be; NULL: it is. */
static const char *shape_fault(const struct table_shape *t)
{
    if (t->columns < 2 || t->columns > COLUMNS_UPRIGHT || t->rows < 2 ||
        t->rows > TABLE_ROWS + 1)
        return "in a table; one in this text has 2 to 7 columns and 1 to 60 rows under "
               "their heads";
    if (t->heads < t->columns || t->firsts < t->rows)
        return "in a table; one in this text has words in each cell of its first row and "
               "of its first column, which are heads to those who hear it";
    return NULL;
}

/* ---- parts of a text ---- */

static struct home *new_part(struct mapper *m, struct home *h, enum home_kind kind)
{
    struct home *part = home_new(m->a, h, kind == HOME_TEXT ? h->field : NULL,
                                 arena_printf(m->a, "%zu", h->homes.len + 1), kind);
    part->named = true;
    return part;
}

struct home *map_part(struct mapper *m, struct home *h)
{
    struct home *last = h->homes.len > 0 ? h->homes.at[h->homes.len - 1] : NULL;
    return last != NULL && last->kind == HOME_TEXT ? last : new_part(m, h, HOME_TEXT);
}

/* The lines that it has already are its first part. */
static void part_text(struct mapper *m, struct home *h)
{
    struct text_lines *lines = map_get(m->given, h->path);
    h->kind = HOME_GROUP;
    if (lines == NULL)
        return;
    struct home *part = new_part(m, h, HOME_TEXT);
    map_put(m->given, part->path, lines);
    for (size_t i = 0; i < m->filled.len; i++)
        if (m->filled.at[i] == h)
            m->filled.at[i] = part;
}

/* Whether the report has nothing there yet, or parts too: else nobody could tell what
 * goes where. */
static bool takes_parts(const struct mapper *m, const struct home *h)
{
    const struct home *now = home_at((struct home *)(uintptr_t)m->now, h->path);
    return now == NULL || home_is_open(now) || now->kind == HOME_GROUP;
}

bool map_is_parted(const struct mapper *m, const struct home *h)
{
    return h->kind == HOME_GROUP && h->field != NULL && h->field->insets &&
           takes_parts(m, h);
}

/* ---- cells ---- */

static void add_cell_ends(struct buf *to, int from, int until)
{
    for (; from < until; from++)
        buf_char(to, CELL_END);
}

static struct text_line *last_line(struct text_lines *lines)
{
    return &lines->all.at[lines->all.len - 1];
}

/* A line break within a cell is a blank: a line's end parts cells here. */
static const char *on_one_line(struct arena *a, const char *markdown)
{
    struct buf out = buf_new(a);
    for (const char *s = markdown; *s != '\0'; s++)
        if (s[0] == '\\' && s[1] == CELL_END)
            continue;
        else
            buf_char(&out, *s == CELL_END ? ' ' : *s);
    return out.at;
}

/* Behind what its row has already; paragraphs of one cell become one. */
static void take_cell(struct mapper *m, struct home *table,
                      const struct paper_paragraph *p)
{
    const struct paper_paragraph *before = m->cell;
    const int columns = m->tables[p->table].columns;
    const bool goes_on =
        before != NULL && before->table == p->table && before->row == p->row;
    struct text_lines *lines = map_get(m->given, table->path);
    struct buf row = buf_new(m->a);
    if (goes_on) {
        buf_str(&row, last_line(lines)->markdown);
        row.len -= (size_t)(columns - before->cell); /* the empty ones */
    }
    add_cell_ends(&row, goes_on ? before->cell : 1, p->cell);
    if (goes_on && before->cell == p->cell)
        buf_char(&row, ' ');
    buf_str(&row, on_one_line(m->a, p->markdown));
    add_cell_ends(&row, p->cell, columns);
    if (!goes_on)
        map_line(m, table,
                 (struct text_line){.level = -1, .words = p->words, .number = p->number});
    else
        last_line(lines)->words =
            arena_printf(m->a, "%s %s", last_line(lines)->words, p->words);
    lines = map_get(m->given, table->path);
    last_line(lines)->markdown = row.at;
    m->cell = p;
    m->to->placed += words_in(p->words);
}

/* A table between the paragraphs of a text. */
static struct home *new_table(struct mapper *m, const struct paper_paragraph *p)
{
    struct home *h = m->at;
    if (m->cell != NULL && m->cell->table == p->table)
        return h->homes.at[h->homes.len - 1]->homes.at[0];
    if (h->kind == HOME_TEXT)
        part_text(m, h);
    struct home *table =
        home_new(m->a, new_part(m, h, HOME_GROUP), NULL, "table", HOME_TABLE);
    for (struct home *up = table; up != NULL; up = up->parent)
        up->named = true;
    return table;
}

/* Whether another table than `p`'s has filled this one, of other columns. */
static bool is_of_another(const struct mapper *m, const struct home *table,
                          const struct paper_paragraph *p)
{
    return map_get(m->given, table->path) != NULL && m->cell->table != p->table &&
           m->tables[m->cell->table].columns != m->tables[p->table].columns;
}

void map_cell(struct mapper *m, const struct paper_paragraph *p)
{
    struct home *h = m->at;
    const bool insets = h != NULL && h->field != NULL && h->field->insets;
    const char *fault = shape_fault(&m->tables[p->table]);
    if (m->tables[p->table].columns > COLUMNS_WIDE)
        map_unplaced(m, p, "in a table with more columns than a page takes");
    else if (h != NULL && h->kind == HOME_TABLE && is_of_another(m, h, p))
        map_unplaced(m, p, "in a second table, which has other columns than the first");
    else if (h != NULL && h->kind == HOME_TABLE)
        take_cell(m, h, p);
    else if (!insets)
        map_unplaced(m, p, "in a table");
    else if (!takes_parts(m, h))
        map_unplaced(m, p,
                     "in a table; the report has this text already: save it as a "
                     "CSV file, and name that there (gwasg help writing)");
    else if (fault != NULL)
        map_unplaced(m, p, fault);
    else
        take_cell(m, new_table(m, p), p);
}
