/* table.c -- in: comments.csv, as a spreadsheet may have saved it; out: its rows; and
 * back.  Knows nothing of drafts. */
#include "comments/table.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"
#include "comments/reply.h"
#include "comments/sheet.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#define UTF8_MARK "\xEF\xBB\xBF"

static const char *const NAMES[CELL_COUNT] = {
#define X(id, name) [CELL_##id] = (name),
    COMMENT_CELLS(X)
#undef X
};

const char *comment_table_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "comments.csv");
}

const char *comment_cell_name(enum comment_cell cell)
{
    return NAMES[cell];
}

const char *comment_author(const struct comment *c)
{
    static const char *const endings[] = {".pdf", ".docx", ".doc", ".csv",
                                          ".txt", ".xlsx", ".ods", ".eml"};
    const char *author = c->cell[CELL_AUTHOR], *end = strrchr(author, '.');
    for (size_t i = 0; end != NULL && i < LEN(endings); i++)
        if (strcasecmp(end, endings[i]) == 0)
            return "";
    return author;
}

/* What others wrote is no formula of the editor's. */
static bool is_foreign(int cell)
{
    return cell == CELL_REFERENCE || cell == CELL_KIND || cell == CELL_OURS ||
           cell == CELL_COMMENT || cell == CELL_EVIDENCE || cell == CELL_AUTHOR ||
           cell == CELL_DATE;
}

/* ---- reading ---- */

struct comment_columns {
    int at[CELL_COUNT];
    int *extra;
};

static int cell_named(const char *name)
{
    for (int c = 0; c < CELL_COUNT; c++)
        if (strcmp(NAMES[c], name) == 0)
            return c;
    return -1;
}

static size_t width_of(const struct sheet *sheet)
{
    size_t width = 0;
    for (size_t i = 0; i < sheet->rows.len; i++)
        width = sheet->rows.at[i].count > width ? sheet->rows.at[i].count : width;
    return width;
}

/* Whether anything stands in a column, with or without a head. */
static bool is_used(struct arena *a, const struct sheet *sheet, size_t column)
{
    for (size_t i = 0; i < sheet->rows.len; i++)
        if (text_one_line(a, sheet_text(&sheet->rows.at[i], (int)column))[0] != '\0')
            return true;
    return false;
}

/* What an editor wrote beside the table is kept, whether the column has a head or not. */
static void take_head(struct arena *a, const struct sheet *sheet,
                      const struct sheet_row *head, struct comment_table *t,
                      struct comment_columns *columns)
{
    size_t width = width_of(sheet);
    for (int c = 0; c < CELL_COUNT; c++)
        columns->at[c] = -1;
    t->extra = NEW_ARRAY(a, const char *, width);
    columns->extra = NEW_ARRAY(a, int, width);
    for (size_t i = 0; i < width; i++) {
        const char *text = sheet_text(head, (int)i);
        int c = cell_named(text_one_line(a, text));
        if (c >= 0 && columns->at[c] < 0) {
            columns->at[c] = (int)i;
        } else if (is_used(a, sheet, i)) {
            columns->extra[t->extra_count] = (int)i;
            t->extra[t->extra_count++] = text;
        }
    }
}

static bool has_columns(struct diags *d, const struct sheet_row *head,
                        const struct comment_columns *columns)
{
    static const enum comment_cell needed[] = {CELL_REFERENCE, CELL_COMMENT,
                                               CELL_DECISION, CELL_REASON};
    bool whole = true;
    for (size_t i = 0; i < LEN(needed); i++) {
        if (columns->at[needed[i]] >= 0)
            continue;
        whole = false;
        diag(d, DIAG_CSV_COLUMN_MISSING, head->cells[0].pos,
             "\"%s\"; put the first line of comments.csv back as it was",
             NAMES[needed[i]]);
    }
    return whole;
}

/* What editors write, and what the form itself prints; a full stop is no part of it. */
static enum decision decision_of(const char *said)
{
    static const struct {
        const char *word;
        enum decision decision;
    } words[] = {{"accepted", DECISION_ACCEPTED},    {"part", DECISION_PART},
                 {"in part", DECISION_PART},         {"accepted in part", DECISION_PART},
                 {"partly accepted", DECISION_PART}, {"not accepted", DECISION_NOT}};
    size_t len = strlen(said);
    len -= len > 1 && said[len - 1] == '.';
    for (size_t i = 0; i < LEN(words); i++)
        if (strlen(words[i].word) == len && strncasecmp(said, words[i].word, len) == 0)
            return words[i].decision;
    return DECISION_OPEN;
}

static struct comment comment_of(struct arena *a, const struct sheet_row *row,
                                 const struct comment_table *t,
                                 const struct comment_columns *columns)
{
    struct comment c = {0};
    struct pos end = row->cells[row->count - 1].pos;
    for (int i = 0; i < CELL_COUNT; i++) {
        int at = columns->at[i];
        c.cell[i] = sheet_text(row, at);
        if (is_foreign(i))
            c.cell[i] = csv_unguarded(c.cell[i]);
        c.pos[i] = at >= 0 && (size_t)at < row->count ? row->cells[at].pos : end;
    }
    const char **extra = NEW_ARRAY(a, const char *, t->extra_count + 1);
    for (size_t i = 0; i < t->extra_count; i++)
        extra[i] = sheet_text(row, columns->extra[i]);
    c.extra = extra;
    c.draft = ascii_number(text_one_line(a, c.cell[CELL_DRAFT]), 9999);
    c.decision = decision_of(text_one_line(a, c.cell[CELL_DECISION]));
    return c;
}

static bool read_sheet(struct arena *a, struct diags *d, const struct sheet *sheet,
                       struct comment_table *t)
{
    struct comment_columns columns;
    const struct sheet_row *head = NULL;
    for (size_t i = 0; i < sheet->rows.len; i++) {
        const struct sheet_row *row = &sheet->rows.at[i];
        if (sheet_row_empty(row))
            continue;
        if (head == NULL) {
            head = row;
            take_head(a, sheet, row, t, &columns);
            if (!has_columns(d, row, &columns))
                return false;
        } else {
            *array_push(a, &t->all) = comment_of(a, row, t, &columns);
        }
    }
    return true;
}

bool comment_table_read(struct arena *a, struct diags *d, const char *dir,
                        struct comment_table *t)
{
    return comment_table_read_file(a, d, comment_table_path(a, dir), t);
}

bool comment_table_read_file(struct arena *a, struct diags *d, const char *path,
                             struct comment_table *t)
{
    struct sheet sheet;
    *t = (struct comment_table){.separator = ','};
    if (!file_exists(path))
        return true;
    const struct file *bytes = file_read_bytes(a, d, path, CSV_BYTES, (struct pos){0});
    t->bytes = bytes;
    if (bytes == NULL)
        return false;
    /* Under our mark it is as we wrote it; a spreadsheet that knows no UTF-8 drops that.
     */
    bool ours = strncmp(bytes->text, UTF8_MARK, strlen(UTF8_MARK)) == 0;
    t->file =
        (ours ? file_read : file_read_windows)(a, d, path, CSV_BYTES, (struct pos){0});
    if (t->file == NULL || !sheet_of_csv(a, d, t->file, &sheet))
        return false;
    t->windows = utf8_valid_len(bytes->text, bytes->len) < bytes->len;
    t->separator = sheet.separator;
    return read_sheet(a, d, &sheet, t);
}

/* ---- writing ---- */

/* Of notes on pages alone: not in a table where none has them. */
static bool is_shown(const struct comment_table *t, int cell)
{
    if (cell != CELL_NEAR && cell != CELL_ANSWERS)
        return true;
    for (size_t i = 0; i < t->all.len; i++)
        if (t->all.at[i].cell[cell][0] != '\0')
            return true;
    return false;
}

static void write_comment(const struct comment_table *t, const struct comment *row,
                          const bool *shown, struct buf *out)
{
    for (int c = 0; c < CELL_COUNT; c++) {
        if (!shown[c])
            continue;
        if (c > 0)
            buf_char(out, t->separator);
        if (row == NULL)
            buf_str(out, NAMES[c]);
        else
            (is_foreign(c) ? buf_csv : buf_csv_own)(out, row->cell[c]);
    }
    for (size_t k = 0; k < t->extra_count; k++) {
        const char *cell = row == NULL          ? t->extra[k]
                           : row->extra != NULL ? row->extra[k]
                                                : "";
        buf_char(out, t->separator);
        buf_csv_own(out, cell);
    }
    buf_str(out, "\r\n");
}

/* With the mark by which Excel knows UTF-8. */
void comment_table_write(const struct comment_table *t, struct buf *out)
{
    bool shown[CELL_COUNT];
    for (int c = 0; c < CELL_COUNT; c++)
        shown[c] = is_shown(t, c);
    buf_str(out, UTF8_MARK);
    write_comment(t, NULL, shown, out);
    for (size_t i = 0; i < t->all.len; i++)
        write_comment(t, &t->all.at[i], shown, out);
}
