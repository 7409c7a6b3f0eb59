/* locked.c -- in: figures.lock; out: its rows, the file again, and the same rows of the
 * numbers that a report has now. */
#include "proof/locked.h"

#include "base/ascii.h"
#include "base/bounds.h"
#include "base/file.h"
#include "proof/signing.h"
#include "source/csv.h"

#include <string.h>

static const char *const NAMES[LOCKED_CELL_COUNT] = {
#define X(id, name) [LOCKED_##id] = (name),
    LOCKED_CELLS(X)
#undef X
};

const char *locked_path(struct arena *a, const char *dir)
{
    return path_join(a, dir, "figures.lock");
}

/* ---- reading ---- */

static bool is_number(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

static bool is_date(const char *text)
{
    struct date date;
    return date_parse(text, &date) && date.day != 0;
}

static bool is_state(const char *text, bool *stands)
{
    *stands = strcmp(text, "signed") == 0 || strcmp(text, "accepted") == 0;
    return *stands || strcmp(text, "past") == 0 || strcmp(text, "gone") == 0;
}

/* What a cell should hold; NULL: it does. */
static const char *cell_fault(struct locked_figure *f, enum locked_cell c)
{
    const char *text = f->cell[c];
    if (c == LOCKED_STATE && !is_state(text, &f->stands))
        return "the state of a figure is signed, accepted, past or gone";
    if ((c == LOCKED_COUNT || c == LOCKED_BASE || c == LOCKED_PERCENT) &&
        !is_number(text))
        return "it is a whole number or nothing";
    if (c == LOCKED_DATE && !is_date(text))
        return "it is a day, as 2012-05-14";
    if ((c == LOCKED_BY || c == LOCKED_UID) && text[0] == '\0')
        return "it is a name";
    return NULL;
}

static void read_row(struct arena *a, struct diags *d, const struct table *t, size_t row,
                     struct locked *l)
{
    struct locked_figure *f = array_push(a, &l->rows.all);
    f->pos = table_cell(t, row, 0)->pos;
    f->stands = false;
    for (int c = 0; c < LOCKED_CELL_COUNT; c++)
        f->cell[c] = csv_unguarded(table_cell(t, row, (size_t)c)->text);
    for (int c = 0; c < LOCKED_CELL_COUNT; c++) {
        const char *fault = cell_fault(f, (enum locked_cell)c);
        if (fault != NULL)
            diag(d, DIAG_LOCK_WRONG, table_cell(t, row, (size_t)c)->pos,
                 "\"%s\" for %s; %s; put the file back as it was", f->cell[c], NAMES[c],
                 fault);
    }
}

/* No figure stands in two rows. */
static void check_uids(struct arena *a, struct diags *d, const struct locked *l)
{
    struct map *seen = map_new(a);
    for (size_t i = 0; i < l->rows.all.len; i++) {
        struct locked_figure *f = &l->rows.all.at[i];
        if (f->stands && map_put(seen, f->cell[LOCKED_UID], f) != NULL)
            diag(d, DIAG_LOCK_WRONG, f->pos,
                 "\"%s\" stands in two rows; put the file back as it was",
                 f->cell[LOCKED_UID]);
    }
}

static bool has_our_head(struct diags *d, const struct table *t)
{
    bool ours = t->columns == LOCKED_CELL_COUNT;
    for (int c = 0; c < LOCKED_CELL_COUNT && ours; c++)
        ours = strcmp(t->head[c].text, NAMES[c]) == 0;
    if (!ours)
        diag(d, DIAG_LOCK_WRONG, t->head[0].pos,
             "its columns are not those of a record of signed figures; put the file back "
             "as it was");
    return ours;
}

bool locked_read(struct arena *a, struct diags *d, const char *dir, struct locked *l)
{
    *l = (struct locked){.path = locked_path(a, dir)};
    if (!file_exists(l->path))
        return true;
    const size_t before = diags_errors(d);
    l->file = file_read(a, d, l->path, CSV_BYTES, (struct pos){0});
    const struct table *t = l->file != NULL ? csv_parse(a, d, l->file) : NULL;
    if (t == NULL || !has_our_head(d, t))
        return false;
    for (size_t row = 0; row < t->rows; row++)
        read_row(a, d, t, row, l);
    check_uids(a, d, l);
    return diags_errors(d) == before;
}

void locked_write(const struct locked_figures *rows, struct buf *out)
{
    buf_csv_line(out, NAMES, LOCKED_CELL_COUNT);
    for (size_t i = 0; i < rows->all.len; i++)
        buf_csv_line(out, rows->all.at[i].cell, LOCKED_CELL_COUNT);
}

/* ---- the figures of a report ---- */

struct figure_gathering {
    struct arena *a;
    const char *document;
    struct locked_figures *out;
};

static bool is_in_line(const char *text)
{
    char before = ' ';
    for (; *text != '\0'; before = *text++)
        if (is_blank(*text) && (*text != ' ' || before == ' '))
            return false;
    return before != ' ';
}

/* In one line, as a cell is read back. */
static const char *in_line(struct arena *a, const char *text)
{
    if (is_in_line(text))
        return text;
    struct buf out = buf_new(a);
    for (; *text != '\0'; text++) {
        if (!is_blank(*text))
            buf_char(&out, *text);
        else if (out.len > 0 && out.at[out.len - 1] != ' ')
            buf_char(&out, ' ');
    }
    if (out.len > 0 && out.at[out.len - 1] == ' ')
        out.at[--out.len] = '\0';
    return out.at;
}

static const char *number_cell(struct arena *a, long n)
{
    return n >= 0 ? arena_printf(a, "%ld", n) : "";
}

static const char *words_cell(struct arena *a, const struct figure_row *r)
{
    if (r->before[0] == '\0' && r->after[0] == '\0')
        return "";
    return in_line(a, arena_printf(a, "%s#%s", r->before, r->after));
}

static void gather_row(const struct figure_row *r, void *data)
{
    struct figure_gathering *g = data;
    const struct source_figure *s = r->figure;
    struct locked_figure *f = array_push(g->a, &g->out->all);
    *f = (struct locked_figure){.pos = s->pos};
    for (int c = 0; c < LOCKED_CELL_COUNT; c++)
        f->cell[c] = "";
    f->cell[LOCKED_DOCUMENT] = g->document;
    f->cell[LOCKED_PLACE] = in_line(g->a, r->ref != NULL ? r->ref : "");
    f->cell[LOCKED_PRINTED] = in_line(g->a, s->printed);
    f->cell[LOCKED_COUNT] = number_cell(g->a, s->count);
    f->cell[LOCKED_BASE] = number_cell(g->a, s->base);
    f->cell[LOCKED_PERCENT] = number_cell(g->a, s->percent);
    f->cell[LOCKED_NAME] = s->name != NULL ? s->name : "";
    f->cell[LOCKED_PART] = in_line(g->a, s->part);
    f->cell[LOCKED_COUNTS] = s->not ? "not" : s->applicable ? "applicable" : "";
    f->cell[LOCKED_QUESTION] = in_line(g->a, s->question != NULL ? s->question : "");
    f->cell[LOCKED_SOURCE] = in_line(g->a, s->source != NULL ? s->source : "");
    f->cell[LOCKED_WORDS] = words_cell(g->a, r);
}

struct locked_figures locked_figures_of(struct arena *a, const struct figures_of *of)
{
    struct locked_figures out = {0};
    struct figure_gathering g = {a, "", &out};
    if (of->bare != NULL)
        bare_rows(a, of, gather_row, &g);
    for (size_t i = 0; i < of->count; i++) {
        g.document = of->reports[i]->document;
        figure_rows(a, of->reports[i], gather_row, &g);
    }
    return out;
}
