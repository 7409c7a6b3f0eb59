/* sent.c -- in: sent/drafts.csv; out: its rows, and the file with those added. */
#include "sending/sent.h"

#include "base/bounds.h"
#include "base/file.h"
#include "source/csv.h"

#include <stdlib.h>
#include <string.h>

static const char *const NAMES[SENT_COLUMNS] = {
    "draft", "stage", "language", "recipient", "body", "date", "due", "hash", "file"};

static bool find_columns(struct diags *d, const struct table *t, int at[SENT_COLUMNS])
{
    bool whole = true;
    for (int i = 0; i < SENT_COLUMNS; i++) {
        at[i] = table_column(t, NAMES[i]);
        if (at[i] >= 0)
            continue;
        whole = false;
        diag(d, DIAG_CSV_COLUMN_MISSING, t->head[0].pos,
             "\"%s\" of the register of what was sent; put the file back as it was",
             NAMES[i]);
    }
    return whole;
}

/* Only the numbers are worked with: the rest is kept as it is. */
static void check_number(struct diags *d, const struct cell *c)
{
    size_t digits = strspn(c->text, "0123456789");
    if (digits == 0 || digits > 4 || c->text[digits] != '\0' || atoi(c->text) == 0)
        diag(d, DIAG_VALUE_RANGE, c->pos,
             "\"%s\"; the number of what was sent is a whole one from 1", c->text);
}

bool sent_read(struct arena *a, struct diags *d, const char *dir, struct sent *s)
{
    int at[SENT_COLUMNS];
    *s = (struct sent){.path = arena_printf(a, "%s/sent/drafts.csv", dir)};
    if (!file_exists(s->path))
        return true;
    size_t before = diags_errors(d);
    const struct file *f = file_read(a, d, s->path, CSV_BYTES, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse(a, d, f) : NULL;
    if (t == NULL || !find_columns(d, t, at))
        return false;
    s->at = NEW_ARRAY(a, struct sent_row, t->rows + 1);
    s->count = t->rows;
    for (size_t row = 0; row < t->rows; row++) {
        check_number(d, table_cell(t, row, (size_t)at[SENT_DRAFT]));
        for (int i = 0; i < SENT_COLUMNS; i++)
            s->at[row].cells[i] = table_cell(t, row, (size_t)at[i])->text;
    }
    return diags_errors(d) == before;
}

void sent_write(const struct sent *s, struct buf *out)
{
    for (int i = 0; i < SENT_COLUMNS; i++)
        buf_printf(out, "%s%s", i > 0 ? "," : "", NAMES[i]);
    buf_str(out, "\r\n");
    for (size_t row = 0; row < s->count; row++) {
        for (int i = 0; i < SENT_COLUMNS; i++) {
            buf_str(out, i > 0 ? "," : "");
            buf_csv(out, s->at[row].cells[i]);
        }
        buf_str(out, "\r\n");
    }
}

int sent_last(const struct sent *s, const char *stage)
{
    int last = 0;
    for (size_t i = 0; i < s->count; i++) {
        int number = atoi(s->at[i].cells[SENT_DRAFT]);
        if (strcmp(s->at[i].cells[SENT_STAGE], stage) == 0 && number > last)
            last = number;
    }
    return last;
}

const struct sent_row *sent_find(const struct sent *s, const char *stage, int number)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->at[i].cells[SENT_STAGE], stage) == 0 &&
            atoi(s->at[i].cells[SENT_DRAFT]) == number)
            return &s->at[i];
    return NULL;
}
