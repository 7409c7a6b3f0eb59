/* form_csv.c -- the response form as a table for a spreadsheet.  In: a form; out: CSV as
 * a double click opens it in Excel of a British machine: the mark that says UTF-8,
 * without which every accent is lost, and commas, which its lists are parted by.  What
 * Excel makes of it when it saves, the reader of replies knows. */
#include "comments/form.h"
#include "sending/map.h"

void form_csv(const struct form *f, struct buf *out)
{
    const char *draft = form_draft_text(out->a, f->draft), *heads[COLUMN_COUNT];
    for (int c = 0; c < COLUMN_COUNT; c++) /* that of the kinds says what they are */
        heads[c] = c == COLUMN_KIND
                       ? arena_printf(out->a, "%s (%s)", f->heads[c], f->kinds)
                       : f->heads[c];
    buf_str(out, "\xEF\xBB\xBF");
    buf_csv_line(out, heads, COLUMN_COUNT);
    for (size_t i = 0; i < f->rows->count; i++) {
        const struct mapped *row = &f->rows->at[i];
        const char *const cells[COLUMN_COUNT] = {
            [COLUMN_REFERENCE] = map_form_ref(out->a, row),
            [COLUMN_KIND] = "",
            [COLUMN_OURS] = map_form_text(out->a, row),
            [COLUMN_CORRECTION] = "",
            [COLUMN_EVIDENCE] = "",
            [COLUMN_DRAFT] = draft};
        buf_csv_line(out, cells, COLUMN_COUNT);
    }
}
