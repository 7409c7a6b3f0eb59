/* plan_record.c -- in: plan.csv, as a spreadsheet may have saved it; out: its rows, the
 * file again, and how far it is. */
#include "comments/plan.h"

#include "base/file.h"
#include "comments/kept.h"

#include <stdlib.h>
#include <string.h>

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

static struct plan_row plan_row_of(struct arena *a, const struct kept_table *k,
                                   const struct sheet_row *row)
{
    struct plan_row out = {.extra = kept_extra(a, k, row)};
    for (int c = 0; c < PLAN_CELL_COUNT; c++)
        out.cell[c] = csv_unguarded(sheet_text(row, k->at[c]));
    return out;
}

bool plan_read(struct arena *a, struct diags *d, const char *dir,
               struct improvement_plan *p)
{
    struct kept_table k;
    bool whole = kept_read(a, d, plan_path(a, dir), NAMES, PLAN_CELL_COUNT, &k);
    whole = whole && kept_needs(d, &k, PLAN_NUMBER, NAMES[PLAN_NUMBER]);
    whole = whole && kept_needs(d, &k, PLAN_ACTION, NAMES[PLAN_ACTION]);
    *p = (struct improvement_plan){.extra = k.extra,
                                   .extra_count = k.extra_count,
                                   .separator = k.separator,
                                   .bytes = k.bytes};
    for (size_t i = 0; i < k.rows.len && whole; i++)
        *array_push(a, &p->rows) = plan_row_of(a, &k, k.rows.at[i]);
    return whole;
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
    kept_begin(out);
    for (int c = 0; c < PLAN_CELL_COUNT; c++)
        buf_printf(out, "%.*s%s", c > 0, &p->separator, NAMES[c]);
    kept_end_row(out, p->separator, p->extra, p->extra_count);
    for (size_t i = 0; i < p->rows.len; i++) {
        const struct plan_row *row = &p->rows.at[i];
        for (int c = 0; c < PLAN_CELL_COUNT; c++) {
            if (c > 0)
                buf_char(out, p->separator);
            buf_csv(out, row->cell[c]);
        }
        kept_end_row(out, p->separator, row->extra, p->extra_count);
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
