/* form_csv.c -- the response form as a table for a spreadsheet.  In: a form; out: CSV as
 * a double click opens it in Excel of a British machine: the mark that says UTF-8,
 * without which every accent is lost, and commas, which its lists are parted by.  What
 * Excel makes of it when it saves, the reader of replies knows. */
#include "comments/form.h"

void form_csv(const struct form_table *t, struct buf *out)
{
    buf_str(out, "\xEF\xBB\xBF");
    buf_csv_line(out, t->csv_heads, t->columns);
    for (size_t i = 0; i < t->rows; i++)
        buf_csv_line(out, t->cells + i * t->columns, t->columns);
}
