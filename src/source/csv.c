/* csv.c -- RFC 4180 text to a table.  In: a file; out: cells with their places.  Knows
 * nothing of what the columns mean.  The cells' texts lie in one copy of the file, where
 * zeros take the place of separators: a table of many short cells costs little. */
#include "source/csv.h"

#include "base/array.h"
#include "base/bounds.h"

#include <string.h>

enum { COLUMNS = CSV_QUESTIONS + 100 }; /* characteristics and an area's own besides */

struct csv {
    struct arena *a;
    struct diags *d;
    const struct file *file;
    char *copy;
    size_t at;
    char separator;
    ARRAY(struct cell) row;
    size_t row_start, row_end;
    bool stopped;
    const struct heads *heads; /* NULL: the first line is the head, and rows are exact */
    bool edited;               /* but for those that stop early */
    ARRAY(size_t) passed;      /* where rows begin that are none */
    bool headless;             /* no head is known: its reader says so */
    size_t long_rows;
    struct pos long_at;
};

static struct pos pos_of(const struct csv *c, size_t start, size_t end)
{
    return (struct pos){.file = c->file, .at = start, .len = end - start};
}

static bool is_padding(char c)
{
    return c == ' ' || c == '\t';
}

/* What may end a cell; the zero stands behind the text. */
static bool ends_cell(const struct csv *c, size_t at)
{
    char here = c->file->text[at];
    return at >= c->file->len || here == c->separator || here == '\n';
}

static size_t skip_blanks(const struct csv *c, size_t at)
{
    while (is_padding(c->file->text[at]) && c->file->text[at] != c->separator)
        at++;
    return at;
}

/* The text copy[start, end) without the blanks around it, ended by a zero. */
static const char *trimmed(struct csv *c, size_t start, size_t end)
{
    while (start < end && (is_padding(c->copy[start]) || c->copy[start] == '\n'))
        start++;
    while (end > start && (is_padding(c->copy[end - 1]) || c->copy[end - 1] == '\n'))
        end--;
    c->copy[end] = '\0';
    return c->copy + start;
}

/* The quotation mark that closes the one at `open`, or the file's length. */
static size_t closing_quote(const struct csv *c, size_t open)
{
    const char *text = c->file->text;
    for (size_t i = open + 1; i < c->file->len; i++) {
        if (text[i] != '"')
            continue;
        if (text[i + 1] != '"')
            return i;
        i++;
    }
    return c->file->len;
}

/* Doubled quotation marks become one, in the copy; gives the new end. */
static size_t undouble(struct csv *c, size_t start, size_t end)
{
    size_t to = start;
    for (size_t i = start; i < end; i++) {
        c->copy[to++] = c->copy[i];
        i += c->copy[i] == '"';
    }
    return to;
}

static void quoted_cell(struct csv *c, struct cell *cell)
{
    size_t open = c->at, close = closing_quote(c, open);
    if (close == c->file->len) {
        diag(c->d, DIAG_CSV_SYNTAX, pos_of(c, open, open + 1),
             "the quotation mark opened here is never closed; close it, or take it out");
        c->stopped = true;
        return;
    }
    cell->pos = pos_of(c, open, close + 1);
    c->at = skip_blanks(c, close + 1);
    if (!ends_cell(c, c->at))
        diag(c->d, DIAG_CSV_SYNTAX, pos_of(c, c->at, c->at + 1),
             "text behind a closing quotation mark; within a cell in quotation marks, "
             "write each quotation mark twice");
    while (!ends_cell(c, c->at))
        c->at++;
    cell->text = trimmed(c, open + 1, undouble(c, open + 1, close));
}

static void plain_cell(struct csv *c, struct cell *cell)
{
    size_t start = c->at, end;
    while (!ends_cell(c, c->at))
        c->at++;
    for (end = c->at; end > start && is_padding(c->file->text[end - 1]);)
        end--;
    cell->pos = pos_of(c, start, end);
    const char *quote = memchr(c->file->text + start, '"', end - start);
    if (quote != NULL && c->file->sheet == NULL)
        diag(c->d, DIAG_CSV_SYNTAX,
             pos_of(c, (size_t)(quote - c->file->text),
                    (size_t)(quote - c->file->text) + 1),
             "a quotation mark within a cell; put the whole cell in quotation marks and "
             "write this one twice");
    cell->text = trimmed(c, start, end);
}

static bool at_end(const struct csv *c)
{
    return c->at >= c->file->len;
}

/* The next line of cells, which may go over several lines of the file. */
static void read_row(struct csv *c)
{
    c->row.len = 0;
    c->row_start = c->at;
    for (;;) {
        struct cell cell = {.text = ""};
        c->at = skip_blanks(c, c->at);
        if (c->file->text[c->at] == '"' && c->file->sheet == NULL)
            quoted_cell(c, &cell);
        else
            plain_cell(c, &cell);
        if (c->stopped)
            return;
        cell.text = csv_unguarded(cell.text);
        if (c->row.len <= COLUMNS)
            *array_push(c->a, &c->row) = cell;
        c->row_end = c->at;
        bool more = !at_end(c) && c->file->text[c->at] == c->separator;
        c->at++;
        if (!more)
            return;
    }
}

/* Of `,` and `;` the one that the first line holds more of, outside quotation marks. */
static char find_separator(const struct file *f)
{
    size_t commas = 0, semicolons = 0;
    bool quoted = false;
    for (size_t i = 0; i < f->len && (quoted || f->text[i] != '\n'); i++) {
        quoted ^= f->text[i] == '"';
        commas += !quoted && f->text[i] == ',';
        semicolons += !quoted && f->text[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* "sep=;", the line by which programs tell Excel the separator. */
static void read_separator(struct csv *c)
{
    const char *text = c->file->text;
    size_t at = strncmp(text, "\"sep=", 5) == 0 ? 5 : 4;
    bool said = at == 5 || strncmp(text, "sep=", 4) == 0;
    if (!said || text[at] == '\0' || strchr(",;\t|", text[at]) == NULL)
        return;
    size_t end = at + 1 + (at == 5 && text[at + 1] == '"');
    if (text[end] != '\n')
        return;
    c->separator = text[at];
    c->at = end + 1;
}

static bool row_empty(const struct csv *c)
{
    for (size_t i = 0; i < c->row.len; i++)
        if (c->row.at[i].text[0] != '\0' || c->row.at[i].pos.len > 0)
            return false;
    return c->row.len <= COLUMNS; /* further cells were not kept */
}

static bool too_many_columns(struct csv *c)
{
    if (c->row.len <= COLUMNS)
        return false;
    diag(c->d, DIAG_CSV_LIMIT, c->row.at[COLUMNS].pos, "more than %d columns",
         (int)COLUMNS);
    return true;
}

/* Excel keeps columns that once held something: without a name, behind all others. */
static void drop_unused_columns(struct csv *c)
{
    while (c->row.len > 1 && c->row.at[c->row.len - 1].pos.len == 0)
        c->row.len--;
}

/* The row without empty cells behind the table's last column. */
static void drop_unused_cells(struct csv *c, const struct table *t)
{
    while (c->row.len > t->columns && c->row.at[c->row.len - 1].pos.len == 0 &&
           c->row.len <= COLUMNS)
        c->row.len--;
}

/* ---- the head ---- */

/* How many cells of the row are heads that the reader of the table knows. */
static size_t known_heads(const struct csv *c)
{
    size_t known = 0;
    for (size_t i = 0; i < c->row.len && i < COLUMNS; i++)
        known += c->heads->knows(c->heads->data, c->row.at[i].text);
    return known;
}

/* Where the head begins if `sign` parts the cells, when more than *most heads are known
 * of one of the first rows; *sure when they are most of its cells.  Tried on a copy, for
 * what is said of rows that are none. */
static bool try_separator(const struct csv *c, char sign, size_t *most, size_t *at,
                          bool *sure)
{
    enum { FIRST_ROWS = 50, FIRST_BYTES = 1 << 20 };
    struct file first = *c->file;
    if (first.len > FIRST_BYTES)
        first.len = FIRST_BYTES;
    struct csv try = {.a = c->a, .d = diags_new(c->a), .file = &first, .at = c->at};
    try.copy = arena_strndup(c->a, first.text, first.len);
    try.separator = sign;
    try.heads = c->heads;
    bool better = false;
    for (int row = 0; row < FIRST_ROWS && !at_end(&try) && !try.stopped && !*sure;
         row++) {
        read_row(&try);
        size_t known = known_heads(&try);
        if (known <= *most)
            continue;
        *most = known;
        *at = try.row_start;
        better = true;
        *sure = known > 2 && known * 2 > try.row.len;
    }
    return better;
}

/* Goes to the row with most heads that are known, whichever sign parts it; without any,
 * to the first that holds something. */
static void find_head(struct csv *c)
{
    static const char signs[] = ",;\t|";
    struct diags *d = c->d;
    size_t most = 0, at = c->at;
    bool sure = false;
    for (const char *sign = signs; *sign != '\0' && !sure; sign++)
        if ((c->file->sheet == NULL || *sign == '\t') &&
            try_separator(c, *sign, &most, &at, &sure))
            c->separator = *sign;
    c->headless = most == 0;
    c->d = diags_new(c->a); /* what stands above the head need not be a table */
    for (bool found = false; !found && !at_end(c) && !c->stopped;) {
        size_t start = c->at;
        found = start >= at;
        read_row(c);
        if (row_empty(c))
            found = false;
        else if (found)
            c->at = start;
        else
            *array_push(c->a, &c->passed) = start;
    }
    c->d = d;
}

static bool read_head(struct csv *c, struct table *t)
{
    if (c->heads != NULL)
        find_head(c);
    read_row(c);
    if (c->stopped || too_many_columns(c))
        return false;
    if (c->heads == NULL && c->row.len == 1 && strchr(c->row.at[0].text, '\t')) {
        diag(c->d, DIAG_CSV_SYNTAX, c->row.at[0].pos,
             "the columns are parted by tabs; save the table as CSV, with commas");
        return false;
    }
    drop_unused_columns(c);
    for (size_t i = 0; i < c->row.len && c->heads == NULL; i++)
        if (c->row.at[i].text[0] == '\0')
            diag(c->d, DIAG_CSV_SYNTAX, c->row.at[i].pos, "column %zu has no name",
                 i + 1);
    struct cell *head = NEW_ARRAY(c->a, struct cell, c->row.len);
    memcpy(head, c->row.at, c->row.len * sizeof *head);
    t->head = head;
    t->columns = c->row.len;
    return true;
}

/* A row that ends early has empty cells behind it, as some programs write them. */
static void count_width(struct csv *c, struct table *t, struct pos where)
{
    if (c->row.len > t->columns) {
        if (c->long_rows++ == 0)
            c->long_at = where;
    } else if (c->file->sheet == NULL && t->short_rows++ == 0) {
        t->short_at = pos_of(c, c->row_start, c->row_start);
    }
}

/* A row of another width is said once, where the first cell is missing or too many. */
static void check_width(struct csv *c, struct table *t)
{
    if (c->row.len == t->columns)
        return;
    struct pos where = pos_of(c, c->row_end, c->row_end);
    if (c->row.len > t->columns)
        where = c->row.at[t->columns].pos;
    if (c->heads != NULL || (c->edited && c->row.len < t->columns)) {
        count_width(c, t, where);
        return;
    }
    if (c->row.len > COLUMNS)
        diag(c->d, DIAG_CSV_WIDTH, where, "more than %d; the header has %zu",
             (int)COLUMNS, t->columns);
    else
        diag(c->d, DIAG_CSV_WIDTH, where, "%zu, and the header names %zu", c->row.len,
             t->columns);
}

/* The row's cells, cut or filled up to the table's width. */
static void keep_row(struct csv *c, const struct table *t, struct cell *cells)
{
    for (size_t i = 0; i < t->columns; i++)
        cells[i] =
            i < c->row.len
                ? c->row.at[i]
                : (struct cell){.text = "", .pos = pos_of(c, c->row_end, c->row_end)};
}

/* A table has at most a row per line: room for them all at once, since one that grew
 * would leave half a gigabyte of old places behind. */
static struct cell *room_for_rows(struct csv *c, const struct table *t)
{
    size_t lines = 1;
    for (size_t i = c->at; i < c->file->len && lines < CSV_CASES; i++)
        lines += c->file->text[i] == '\n';
    return NEW_ARRAY(c->a, struct cell, lines * t->columns);
}

/* Empty lines are remembered: at the end they are no rows, between rows they are said. */
static void say_empty_line(struct csv *c, size_t at)
{
    if (at != SIZE_MAX)
        diag(c->d, DIAG_CSV_WIDTH, pos_of(c, at, at),
             "an empty line between rows; take it out");
}

static bool too_many_rows(struct csv *c, const struct table *t)
{
    if (t->rows < CSV_CASES)
        return false;
    diag(c->d, DIAG_CSV_LIMIT, c->row.at[0].pos, "more than %d rows", CSV_CASES);
    c->stopped = true;
    return true;
}

/* A head of several rows, and one that was printed again on each page. */
static bool is_head_again(const struct csv *c, const struct table *t)
{
    return c->heads != NULL && c->heads->knows(c->heads->data, c->row.at[0].text) &&
           known_heads(c) * 2 > t->columns;
}

static void read_rows(struct csv *c, struct table *t)
{
    struct cell *cells = room_for_rows(c, t);
    size_t empty = SIZE_MAX;
    t->cells = cells;
    while (!at_end(c)) {
        read_row(c);
        if (c->stopped)
            return;
        if (row_empty(c)) {
            empty = empty == SIZE_MAX ? c->row_start : empty;
            continue;
        }
        if (c->heads == NULL)
            say_empty_line(c, empty);
        empty = SIZE_MAX;
        if (is_head_again(c, t)) {
            *array_push(c->a, &c->passed) = c->row_start;
            continue;
        }
        if (too_many_rows(c, t))
            return;
        drop_unused_cells(c, t);
        check_width(c, t);
        keep_row(c, t, &cells[t->rows++ * t->columns]);
    }
}

/* ---- what was not taken as it stands, once for all rows ---- */

/* "3:1, 4:1 and 6 more" */
static const char *some_places(struct csv *c)
{
    enum { NAMED = 3 };
    struct buf out = buf_new(c->a);
    for (size_t i = 0; i < c->passed.len && i < NAMED; i++)
        buf_printf(&out, "%s%s", i > 0 ? ", " : "",
                   pos_name(c->a, pos_of(c, c->passed.at[i], c->passed.at[i])));
    if (c->passed.len > NAMED)
        buf_printf(&out, " and %zu more", c->passed.len - NAMED);
    return out.at;
}

static void say_rows(struct csv *c)
{
    if (c->passed.len > 0)
        diag(c->d, DIAG_TABLE_PASSED, pos_of(c, c->passed.at[0], c->passed.at[0]),
             "%zu row%s above the head or a head again: %s", c->passed.len,
             c->passed.len == 1 ? "" : "s", some_places(c));
    if (c->long_rows > 0)
        diag(c->d, DIAG_CSV_WIDTH, c->long_at,
             "cells behind the last head, in %zu row%s; give the column a head, or empty "
             "it",
             c->long_rows, c->long_rows == 1 ? "" : "s");
}

static bool has_cells(const struct table *t, size_t column)
{
    for (size_t row = 0; row < t->rows; row++)
        if (table_cell(t, row, column)->text[0] != '\0')
            return true;
    return false;
}

/* A column without a name is none, unless it holds something. */
static void say_nameless(struct csv *c, const struct table *t)
{
    size_t count = 0, first = 0;
    for (size_t i = t->columns; i > 0; i--)
        if (t->head[i - 1].text[0] == '\0' && has_cells(t, i - 1)) {
            count++;
            first = i - 1;
        }
    if (count > 0)
        diag(c->d, DIAG_CSV_SYNTAX, t->head[first].pos,
             "%zu column%s with cells and no name, the first of them column %zu; give a "
             "name, or empty the cells",
             count, count == 1 ? "" : "s", first + 1);
}

/* Web pages that bear the name of a table, as some systems hand them out. */
static bool refuse_page(const struct csv *c)
{
    size_t at = strspn(c->file->text, " \t\n");
    bool page = c->file->sheet == NULL && c->file->text[at] == '<';
    if (page)
        diag(c->d, DIAG_CSV_SYNTAX, pos_of(c, at, at + 1),
             "this is a web page (HTML or XML) and no table of text; open it in a "
             "spreadsheet program and save it as .xlsx, .ods or CSV");
    return page;
}

static const struct table *parse(struct arena *a, struct diags *d, const struct file *f,
                                 const struct heads *heads, bool edited)
{
    struct csv c = {.a = a, .d = d, .file = f, .heads = heads, .edited = edited};
    c.separator = f->sheet != NULL ? '\t' : find_separator(f);
    if (strspn(f->text, " \t\n") == f->len) {
        diag(d, DIAG_CSV_EMPTY, (struct pos){.file = f},
             "there is not even a header line");
        return NULL;
    }
    if (refuse_page(&c))
        return NULL;
    c.copy = arena_strndup(a, f->text, f->len);
    read_separator(&c);
    struct table *t = NEW(a, struct table);
    t->file = f;
    if (!read_head(&c, t))
        return NULL;
    read_rows(&c, t);
    if (heads != NULL && !c.headless) {
        say_rows(&c);
        say_nameless(&c, t);
    }
    if (edited && !c.stopped)
        table_note_short(d, t);
    return c.stopped ? NULL : t;
}

const struct table *csv_parse(struct arena *a, struct diags *d, const struct file *f)
{
    return parse(a, d, f, NULL, false);
}

const struct table *csv_parse_edited(struct arena *a, struct diags *d,
                                     const struct file *f)
{
    return parse(a, d, f, NULL, true);
}

const struct table *table_parse(struct arena *a, struct diags *d, const struct file *f,
                                const struct heads *heads)
{
    return parse(a, d, f, heads, false);
}

void table_note_short(struct diags *d, const struct table *t)
{
    if (t->short_rows > 0)
        diag(d, DIAG_TABLE_PASSED, t->short_at,
             "the missing end of %zu row%s, as if its cells were empty", t->short_rows,
             t->short_rows == 1 ? "" : "s");
}

int table_column(const struct table *t, const char *name)
{
    for (size_t i = 0; i < t->columns; i++)
        if (strcmp(t->head[i].text, name) == 0)
            return (int)i;
    return -1;
}

bool table_find_columns(struct diags *d, const struct table *t, const char *const *names,
                        int count, const char *more, int *columns)
{
    bool whole = true;
    for (int i = 0; i < count; i++) {
        columns[i] = table_column(t, names[i]);
        whole &= columns[i] >= 0;
        if (columns[i] < 0)
            diag(d, DIAG_CSV_COLUMN_MISSING, t->head[0].pos, "\"%s\" %s", names[i], more);
    }
    return whole;
}
