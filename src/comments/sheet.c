/* sheet.c -- CSV text to rows.  In: a file; out: cells with their places.  Unlike
 * source/csv.h, which reads what we ask for, it takes what programs make of a form: empty
 * rows and columns, tabs, a quotation mark in the middle of a cell. */
#include "comments/sheet.h"

#include "base/buf.h"

#include <string.h>

enum { ROWS = 20000, CELLS = 200 };

struct sheet_reading {
    struct arena *a;
    struct diags *d;
    const struct file *f;
    size_t at;
    char separator;
    bool wide; /* has more columns than we take, which was said */
};

const char *sheet_text(const struct sheet_row *row, int column)
{
    return column >= 0 && (size_t)column < row->count ? row->cells[column].text : "";
}

bool sheet_row_empty(const struct sheet_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (strspn(row->cells[i].text, " \t\n") < strlen(row->cells[i].text))
            return false;
    return true;
}

/* The one that the first line with any holds most of, outside quotation marks. */
static char find_separator(const struct file *f)
{
    static const char signs[] = {',', ';', '\t'};
    size_t counts[3] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < f->len; i++) {
        quoted ^= f->text[i] == '"';
        const char *sign = quoted ? NULL : memchr(signs, f->text[i], sizeof signs);
        if (sign != NULL)
            counts[sign - signs]++;
        if (f->text[i] == '\n' && !quoted && counts[0] + counts[1] + counts[2] > 0)
            break;
    }
    for (size_t i = 1; i < 3; i++)
        best = counts[i] > counts[best] ? i : best;
    return signs[best];
}

static bool ends_cell(const struct sheet_reading *r)
{
    return r->at >= r->f->len || r->f->text[r->at] == r->separator ||
           r->f->text[r->at] == '\n';
}

/* From behind the opening mark to behind the closing one; what is left open is said. */
static void read_quoted(struct sheet_reading *r, struct buf *text)
{
    size_t open = r->at - 1;
    for (; r->at < r->f->len; r->at++) {
        if (r->f->text[r->at] != '"') {
            buf_char(text, r->f->text[r->at]);
            continue;
        }
        if (r->f->text[r->at + 1] != '"') {
            r->at++;
            return;
        }
        buf_char(text, '"');
        r->at++;
    }
    diag(r->d, DIAG_CSV_SYNTAX, (struct pos){r->f, open, 1},
         "the quotation mark opened here is never closed; close it, or take it out");
}

static struct sheet_cell read_cell(struct sheet_reading *r)
{
    struct buf text = buf_new(r->a);
    size_t start = r->at;
    if (r->at < r->f->len && r->f->text[r->at] == '"') {
        r->at++;
        read_quoted(r, &text);
    }
    for (; !ends_cell(r); r->at++)
        buf_char(&text, r->f->text[r->at]);
    return (struct sheet_cell){text.at, {r->f, start, r->at - start}};
}

/* Once: what reads like a table of thousands of columns is none, from its first row on.
 */
static void say_wide(struct sheet_reading *r, struct pos pos)
{
    if (!r->wide)
        diag(r->d, DIAG_CSV_LIMIT, pos, "more than %d columns", CELLS);
    r->wide = true;
}

static void read_row(struct sheet_reading *r, struct sheet_row *row)
{
    ARRAY(struct sheet_cell) cells = {0};
    for (;;) {
        struct sheet_cell cell = read_cell(r);
        if (cells.len < CELLS)
            *array_push(r->a, &cells) = cell;
        else if (cell.text[0] != '\0')
            say_wide(r, cell.pos);
        bool more = r->at < r->f->len && r->f->text[r->at] == r->separator;
        r->at++;
        if (!more)
            break;
    }
    row->cells = cells.at;
    row->count = cells.len;
}

/* "sep=;", by which programs tell Excel the separator. */
static void read_separator(struct sheet_reading *r)
{
    const char *text = r->f->text;
    if (strncmp(text, "sep=", 4) == 0 && text[4] != '\0' && text[5] == '\n') {
        r->separator = text[4];
        r->at = 6;
    }
}

/* Some programs leave out the empty cells at a row's end. */
static void note_short(struct diags *d, const struct sheet *sheet)
{
    const struct sheet_row *head = NULL, *first = NULL;
    int count = 0;
    for (size_t i = 0; i < sheet->rows.len; i++) {
        const struct sheet_row *row = &sheet->rows.at[i];
        if (sheet_row_empty(row))
            continue;
        if (head == NULL)
            head = row;
        else if (row->count < head->count && count++ == 0)
            first = row;
    }
    if (count > 0)
        diag(d, DIAG_TABLE_PASSED, first->cells[0].pos,
             "the missing end of %d row%s, as if its cells were empty", count,
             count == 1 ? "" : "s");
}

bool sheet_of_csv(struct arena *a, struct diags *d, const struct file *f,
                  struct sheet *out)
{
    struct sheet_reading r = {a, d, f, 0, find_separator(f), false};
    size_t errors = diags_errors(d);
    *out = (struct sheet){.separator = r.separator};
    read_separator(&r);
    for (int number = 1; r.at < f->len; number++) {
        struct sheet_row row = {.number = number, .table = 1};
        read_row(&r, &row);
        if (out->rows.len >= ROWS) {
            diag(d, DIAG_CSV_LIMIT, row.cells[0].pos, "more than %d rows", ROWS);
            return false;
        }
        *array_push(a, &out->rows) = row;
    }
    note_short(d, out);
    return diags_errors(d) == errors;
}
