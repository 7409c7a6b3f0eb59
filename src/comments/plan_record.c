/* plan_record.c -- in: plan.csv, as a spreadsheet may have saved it; out: its rows, the
 * file again, and how far it is. */
#include "comments/plan.h"

#include "base/bounds.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>

#define UTF8_MARK "\xEF\xBB\xBF"

static const char *const NAMES[PLAN_CELL_COUNT] = {
#define X(id, name) [PLAN_##id] = (name),
    PLAN_CELLS(X)
#undef X
};

const char *plan_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "plan.csv");
}

/* ---- reading ---- */

struct plan_columns {
    int at[PLAN_CELL_COUNT];
    int *extra;
};

static bool read_plan_head(struct arena *a, struct diags *d, const struct sheet_row *head,
                           struct improvement_plan *p, struct plan_columns *columns)
{
    p->extra = NEW_ARRAY(a, const char *, head->count);
    columns->extra = NEW_ARRAY(a, int, head->count);
    for (int c = 0; c < PLAN_CELL_COUNT; c++)
        columns->at[c] = -1;
    for (size_t i = 0; i < head->count; i++) {
        int c = 0;
        const char *text = text_one_line(a, head->cells[i].text);
        while (c < PLAN_CELL_COUNT && strcmp(NAMES[c], text) != 0)
            c++;
        if (c < PLAN_CELL_COUNT && columns->at[c] < 0) {
            columns->at[c] = (int)i;
        } else if (text[0] != '\0') {
            columns->extra[p->extra_count] = (int)i;
            p->extra[p->extra_count++] = head->cells[i].text;
        }
    }
    bool whole = columns->at[PLAN_NUMBER] >= 0 && columns->at[PLAN_ACTION] >= 0;
    if (!whole)
        diag(d, DIAG_CSV_COLUMN_MISSING, head->cells[0].pos,
             "\"%s\" or \"%s\"; put the first line of plan.csv back as it was",
             NAMES[PLAN_NUMBER], NAMES[PLAN_ACTION]);
    return whole;
}

static void read_plan_row(struct arena *a, const struct sheet_row *row,
                          const struct plan_columns *columns, struct improvement_plan *p)
{
    struct plan_row *out = array_push(a, &p->rows);
    const char **extra = NEW_ARRAY(a, const char *, p->extra_count + 1);
    for (int c = 0; c < PLAN_CELL_COUNT; c++)
        out->cell[c] = csv_unguarded(sheet_text(row, columns->at[c]));
    for (size_t i = 0; i < p->extra_count; i++)
        extra[i] = sheet_text(row, columns->extra[i]);
    out->extra = extra;
}

bool plan_read(struct arena *a, struct diags *d, const char *dir,
               struct improvement_plan *p)
{
    const char *path = plan_path(a, dir);
    struct sheet sheet;
    struct plan_columns columns;
    bool headed = false;
    *p = (struct improvement_plan){.separator = ','};
    if (!file_exists(path))
        return true;
    p->bytes = file_read_bytes(a, d, path, CSV_BYTES, (struct pos){0});
    const struct file *f = p->bytes != NULL
                               ? file_read_windows(a, d, path, CSV_BYTES, (struct pos){0})
                               : NULL;
    if (f == NULL || !sheet_of_csv(a, d, f, &sheet))
        return false;
    p->separator = sheet.separator;
    for (size_t i = 0; i < sheet.rows.len; i++) {
        if (sheet_row_empty(&sheet.rows.at[i]))
            continue;
        if (!headed && !read_plan_head(a, d, &sheet.rows.at[i], p, &columns))
            return false;
        if (headed)
            read_plan_row(a, &sheet.rows.at[i], &columns, p);
        headed = true;
    }
    return true;
}

/* ---- writing ---- */

static int compare_numbers(const void *x, const void *y)
{
    return atoi(((const struct plan_row *)x)->cell[PLAN_NUMBER]) -
           atoi(((const struct plan_row *)y)->cell[PLAN_NUMBER]);
}

/* Those of a recommendation stay in their order. */
static void sort_rows(struct plan_row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const struct plan_row row = rows[i];
        size_t k = i;
        for (; k > 0 && compare_numbers(&rows[k - 1], &row) > 0; k--)
            rows[k] = rows[k - 1];
        rows[k] = row;
    }
}

void plan_write(const struct improvement_plan *p, struct buf *out)
{
    sort_rows(p->rows.at, p->rows.len);
    buf_str(out, UTF8_MARK);
    for (int c = 0; c < PLAN_CELL_COUNT; c++) {
        if (c > 0)
            buf_char(out, p->separator);
        buf_str(out, NAMES[c]);
    }
    for (size_t i = 0; i < p->extra_count; i++) {
        buf_char(out, p->separator);
        buf_csv_own(out, p->extra[i]);
    }
    buf_str(out, "\r\n");
    for (size_t i = 0; i < p->rows.len; i++) {
        const struct plan_row *row = &p->rows.at[i];
        for (int c = 0; c < PLAN_CELL_COUNT; c++) {
            if (c > 0)
                buf_char(out, p->separator);
            buf_csv(out, row->cell[c]);
        }
        for (size_t k = 0; k < p->extra_count; k++) {
            buf_char(out, p->separator);
            buf_csv_own(out, row->extra != NULL ? row->extra[k] : "");
        }
        buf_str(out, "\r\n");
    }
}

/* ---- how far it is ---- */

enum lack { LACKS_WHO, LACKS_WHEN, LACKS_EVIDENCE, LACKS };
static const char *const LACK_NAMES[LACKS] = {"no who", "no date", "no evidence"};
static const enum plan_cell LACK_CELLS[LACKS] = {PLAN_WHO, PLAN_WHEN, PLAN_EVIDENCE};

struct plan_tally {
    size_t actions, lacks[LACKS];
};

/* Of a recommendation; of all where its number is 0. */
static struct plan_tally count_actions(struct arena *a, const struct improvement_plan *p,
                                       int number)
{
    struct plan_tally t = {0};
    for (size_t i = 0; i < p->rows.len; i++) {
        const struct plan_row *row = &p->rows.at[i];
        if (number > 0 && atoi(row->cell[PLAN_NUMBER]) != number)
            continue;
        t.actions++;
        for (int l = 0; l < LACKS; l++)
            t.lacks[l] += text_one_line(a, row->cell[LACK_CELLS[l]])[0] == '\0';
    }
    return t;
}

static void print_actions(const char *label, const struct plan_tally *t, bool json,
                          struct buf *out)
{
    if (json)
        buf_printf(out, "\"actions\": %zu", t->actions);
    else
        buf_printf(out, "%-16s%10zu", label, t->actions);
    for (int l = 0; l < LACKS; l++)
        if (json)
            buf_printf(out, ", \"%s\": %zu", LACK_NAMES[l], t->lacks[l]);
        else
            buf_printf(out, "%14zu", t->lacks[l]);
    buf_str(out, json ? "}" : "\n");
}

void plan_status(struct arena *a, const struct plan_form *of,
                 const struct improvement_plan *p, const char *name, const char *due,
                 bool json, struct buf *out)
{
    const struct plan_tally all = count_actions(a, p, 0);
    if (json)
        buf_printf(out, "{\"due\": \"%s\", \"recommendations\": [", due);
    else
        buf_printf(out, "%s: the plan is due by %s\n%-16s%10s%14s%14s%14s\n", name, due,
                   "recommendation", "actions", LACK_NAMES[0], LACK_NAMES[1],
                   LACK_NAMES[2]);
    for (size_t i = 0; i < of->all.len; i++) {
        const int number = of->all.at[i].number;
        const struct plan_tally one = count_actions(a, p, number);
        if (json)
            buf_printf(out, "%s{\"number\": %d, ", i > 0 ? ",\n  " : "\n  ", number);
        print_actions(arena_printf(a, "%d", number), &one, json, out);
    }
    buf_str(out, json ? "],\n \"all\": {" : "");
    print_actions("all", &all, json, out);
    buf_str(out, json ? "}\n" : "");
}
