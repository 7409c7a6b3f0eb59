/* form_csv.c -- the response form as a table for a spreadsheet.  In: a form; out: CSV as
 * a double click opens it in Excel of a British machine: the mark that says UTF-8,
 * without which every accent is lost, and commas, which its lists are parted by.  What
 * Excel makes of it when it saves, the reader of replies knows. */
#include "comments/form.h"
#include "sending/map.h"

static void put_cell(struct buf *out, const char *text, bool last)
{
    buf_csv(out, text);
    buf_str(out, last ? "\r\n" : ",");
}

/* The head of the kinds says what they are. */
static void put_head(const struct form *f, struct buf *out)
{
    for (int c = 0; c < COLUMN_COUNT; c++) {
        const char *head = f->heads[c];
        if (c == COLUMN_KIND)
            head = arena_printf(out->a, "%s (%s)", head, f->kinds);
        put_cell(out, head, c + 1 == COLUMN_COUNT);
    }
}

static void put_row(const struct mapped *row, const char *draft, struct buf *out)
{
    const char *const cells[COLUMN_COUNT] = {
        [COLUMN_REFERENCE] = row->ref, [COLUMN_KIND] = "",     [COLUMN_OURS] = row->text,
        [COLUMN_CORRECTION] = "",      [COLUMN_EVIDENCE] = "", [COLUMN_DRAFT] = draft};
    for (int c = 0; c < COLUMN_COUNT; c++)
        put_cell(out, cells[c], c + 1 == COLUMN_COUNT);
}

void form_csv(const struct form *f, struct buf *out)
{
    const char *draft = form_draft_text(out->a, f->draft);
    buf_str(out, "\xEF\xBB\xBF");
    put_head(f, out);
    for (size_t i = 0; i < f->rows->count; i++)
        put_row(&f->rows->at[i], draft, out);
}
