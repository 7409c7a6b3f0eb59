/* kept.c -- in: a table of ours that a spreadsheet may have saved; out: its rows, and
 * which columns are whose; and the ends of its rows again. */
#include "comments/kept.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/utf8.h"
#include "comments/reply.h"

#include <string.h>

#define UTF8_MARK "\xEF\xBB\xBF"

static int column_named(const char *const *names, size_t count, const char *name)
{
    for (size_t c = 0; c < count; c++)
        if (strcmp(names[c], name) == 0)
            return (int)c;
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
                      const char *const *names, size_t count, struct kept_table *k)
{
    const size_t width = width_of(sheet);
    k->extra = NEW_ARRAY(a, const char *, width + 1);
    k->extra_at = NEW_ARRAY(a, int, width + 1);
    for (size_t i = 0; i < width; i++) {
        const char *text = sheet_text(k->head, (int)i);
        const int c = column_named(names, count, text_one_line(a, text));
        if (c >= 0 && k->at[c] < 0) {
            k->at[c] = (int)i;
        } else if (is_used(a, sheet, i)) {
            k->extra_at[k->extra_count] = (int)i;
            k->extra[k->extra_count++] = text;
        }
    }
}

/* A spreadsheet that knows no UTF-8 drops our mark. */
static bool read_text(struct arena *a, struct diags *d, const char *path,
                      struct kept_table *k)
{
    k->bytes = file_read_bytes(a, d, path, CSV_BYTES, (struct pos){0});
    if (k->bytes == NULL)
        return false;
    const bool ours = strncmp(k->bytes->text, UTF8_MARK, strlen(UTF8_MARK)) == 0;
    k->file =
        (ours ? file_read : file_read_windows)(a, d, path, CSV_BYTES, (struct pos){0});
    k->windows = utf8_valid_len(k->bytes->text, k->bytes->len) < k->bytes->len;
    return k->file != NULL;
}

bool kept_read(struct arena *a, struct diags *d, const char *path,
               const char *const *names, size_t count, struct kept_table *k)
{
    struct sheet *sheet = NEW(a, struct sheet);
    *k = (struct kept_table){.separator = ',', .at = NEW_ARRAY(a, int, count)};
    for (size_t c = 0; c < count; c++)
        k->at[c] = -1;
    if (!file_exists(path))
        return true;
    if (!read_text(a, d, path, k) || !sheet_of_csv(a, d, k->file, sheet))
        return false;
    k->separator = sheet->separator;
    for (size_t i = 0; i < sheet->rows.len; i++) {
        const struct sheet_row *row = &sheet->rows.at[i];
        if (sheet_row_empty(row))
            continue;
        if (k->head != NULL)
            *array_push(a, &k->rows) = row;
        else
            k->head = row;
    }
    if (k->head != NULL)
        take_head(a, sheet, names, count, k);
    return true;
}

bool kept_needs(struct diags *d, const struct kept_table *k, int column, const char *name)
{
    if (k->head == NULL || k->at[column] >= 0)
        return true;
    diag(d, DIAG_CSV_COLUMN_MISSING, k->head->cells[0].pos,
         "\"%s\"; put the first line of the table back as it was", name);
    return false;
}

const char *const *kept_extra(struct arena *a, const struct kept_table *k,
                              const struct sheet_row *row)
{
    const char **extra = NEW_ARRAY(a, const char *, k->extra_count + 1);
    for (size_t i = 0; i < k->extra_count; i++)
        extra[i] = sheet_text(row, k->extra_at[i]);
    return extra;
}

void kept_begin(struct buf *out)
{
    buf_str(out, UTF8_MARK);
}

void kept_end_row(struct buf *out, char separator, const char *const *extra, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_char(out, separator);
        buf_csv_own(out, extra != NULL ? extra[i] : "");
    }
    buf_str(out, "\r\n");
}
