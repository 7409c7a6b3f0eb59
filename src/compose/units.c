/* units.c -- whether the figures under one head are of one kind wherever that head
 * stands: shares, counts, those that were not sufficient, out of how many; and of the
 * kind that the head, or a caption, says.  In: the finished tree of a report of made-up
 * data; out: warnings at the template's cells. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

static const struct element *fig_in(const struct element *e)
{
    const struct element *found = e->kind == EL_FIG && e->figure != NULL ? e : NULL;
    for (const struct element *c = e->first; found == NULL && c != NULL; c = c->next)
        found = fig_in(c);
    return found;
}

/* What a cell counts; NULL: no figure, or one of which it cannot be told. */
static const char *unit_of(const struct element *cell)
{
    const struct element *fig = fig_in(cell);
    const struct source_figure *f = fig != NULL ? fig->figure : NULL;
    if (f != NULL && f->applicable)
        return "those out of which they are counted";
    if (f == NULL || f->base <= 0)
        return NULL;
    if (strchr(f->printed, '%') != NULL)
        return "shares";
    return f->not ? "those that were not sufficient" : "counts";
}

/* ---- what words say that figures are ---- */

enum figure_unit { UNIT_NONE, UNIT_SHARES, UNIT_COUNTS, UNIT_BOTH };

static const struct {
    const char *words;
    enum figure_unit says;
} said_units[] = {
    {"%", UNIT_SHARES},         {"per cent", UNIT_SHARES}, {"percentage", UNIT_SHARES},
    {"y cant", UNIT_SHARES},    {"canran", UNIT_SHARES},   {"share of", UNIT_SHARES},
    {"number of", UNIT_COUNTS}, {"how many", UNIT_COUNTS}, {"nifer", UNIT_COUNTS},
};

/* Small letters; what a figure prints says what it is itself. */
static void put_words(struct buf *out, const struct element *e)
{
    for (const char *c = e->kind == EL_TEXT ? e->text : ""; *c != '\0'; c++)
        buf_char(out, (char)tolower((unsigned char)*c));
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_FIG)
            put_words(out, c);
}

static enum figure_unit unit_said(struct work *w, const struct element *e)
{
    struct buf words = buf_new(w->a);
    enum figure_unit said = UNIT_NONE;
    if (e != NULL)
        put_words(&words, e);
    for (size_t i = 0; i < LEN(said_units); i++)
        if (strstr(words.at, said_units[i].words) != NULL)
            said |= said_units[i].says;
    return said;
}

static enum figure_unit unit_printed(const char *printed)
{
    size_t len = printed != NULL ? strspn(printed, "0123456789,") : 0;
    if (len == 0)
        return UNIT_NONE;
    return strcmp(printed + len, "%") == 0 ? UNIT_SHARES
           : printed[len] == '\0'          ? UNIT_COUNTS
                                           : UNIT_BOTH;
}

/* Of the figures that a chart or a table's rows have. */
static enum figure_unit unit_shown(const struct element *e)
{
    enum figure_unit all = UNIT_NONE;
    if (e->kind == EL_BAR)
        return unit_printed(e->value) | unit_printed(e->share);
    if (e->kind == EL_FIG && e->figure != NULL)
        return unit_printed(e->figure->printed);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_TBODY || c->kind == EL_GROUP || c->kind == EL_BAR ||
            (e->kind != EL_TABLE && e->kind != EL_CHART))
            all |= unit_shown(c);
    return all;
}

static void check_said(struct work *w, const struct element *by, enum figure_unit shown)
{
    enum figure_unit said = unit_said(w, by);
    if ((said == UNIT_SHARES && shown == UNIT_COUNTS) ||
        (said == UNIT_COUNTS && shown == UNIT_SHARES))
        diag(w->d, DIAG_UNLIKE, by->pos,
             said == UNIT_SHARES ? "it speaks of shares, and the figures are counts; is "
                                   "its wording right?"
                                 : "it speaks of counts, and the figures are shares; is "
                                   "its wording right?");
}

static void check_words(struct work *w, const struct element *e)
{
    static const enum element_kind parts[] = {EL_CAPTION, EL_MEASURE, EL_ALT};
    for (size_t i = 0; i < LEN(parts); i++)
        check_said(w, element_child(e, parts[i]), unit_shown(e));
}

/* ---- heads ---- */

/* The only row of heads, each over one column; else NULL. */
static const struct element *heads_of(const struct element *table)
{
    const struct element *head = element_child(table, EL_THEAD);
    if (head == NULL || head->first == NULL || head->first != head->last)
        return NULL;
    for (const struct element *c = head->first->first; c != NULL; c = c->next)
        if (c->set[AT_COLSPAN] > 1)
            return NULL;
    return head->first;
}

static void check_cell(struct work *w, struct map *units, const struct element *th,
                       const struct element *cell)
{
    const char *unit = unit_of(cell), *words = element_plain(w->a, th);
    check_said(w, th, unit_shown(cell));
    if (unit == NULL || words[strspn(words, "0123456789.")] == '\0')
        return; /* a number heads a column of several units */
    const char *before = map_put(units, words, (void *)unit);
    if (before == NULL || before == unit)
        return;
    map_put(units, words, (void *)before);
    diag(w->d, DIAG_UNLIKE, cell->pos,
         "%s under a head that stands over %s elsewhere; is the `expr` right?", unit,
         before);
}

/* How many were sufficient, and what share was not, of one question in one row. */
static void check_turned(struct work *w, const struct element *row)
{
    const struct source_figure *first = NULL;
    for (const struct element *c = row->first; c != NULL; c = c->next) {
        const struct element *fig = fig_in(c);
        const struct source_figure *f = fig != NULL ? fig->figure : NULL;
        if (f == NULL || f->name == NULL || f->applicable)
            continue;
        if (first != NULL && strcmp(first->name, f->name) == 0 &&
            first->not != f->not &&unit_printed(first->printed) !=
                unit_printed(f->printed))
            diag(w->d, DIAG_UNLIKE, c->pos,
                 "beside those that were sufficient those that were not; is the `expr` "
                 "right?");
        first = first == NULL ? f : first;
    }
}

static void check_row(struct work *w, struct map *units, const struct element *heads,
                      const struct element *row)
{
    const struct element *th = heads->first, *cell = row->first;
    for (; th != NULL && cell != NULL; th = th->next, cell = cell->next)
        check_cell(w, units, th, cell);
}

/* In a table of national figures all are of one kind. */
static void check_national(struct work *w, const struct element *row)
{
    const char *first = NULL;
    for (const struct element *c = row->first; c != NULL; c = c->next) {
        const struct element *fig = fig_in(c);
        const char *unit = fig == NULL                                 ? NULL
                           : strchr(fig->figure->printed, '%') != NULL ? "a share"
                                                                       : "none";
        if (unit != NULL && first != NULL && unit != first)
            diag(w->d, DIAG_UNLIKE, c->pos,
                 "beside shares one that is none; is the `expr` right?");
        first = first == NULL ? unit : first;
    }
}

/* ---- columns ---- */

static const struct element *nth(const struct element *row, size_t column)
{
    const struct element *c = row->first;
    while (c != NULL && column-- > 0)
        c = c->next;
    return c;
}

/* Whether a cell has a figure and no word beside it: "12", "84%", "1 p. 3". */
static bool is_figure(struct work *w, const struct element *cell)
{
    const char *words = element_plain(w->a, cell);
    while (*words != '\0' && !isalpha((unsigned char)*words))
        words++;
    return *words == '\0' && fig_in(cell) != NULL;
}

/* A title of the programme, or a judgement; whether another cell is a number depends on
 * the data. */
static bool is_words(struct work *w, const struct element *cell)
{
    const struct element *text = cell;
    while (text != NULL && text->kind != EL_TEXT)
        text = text->first;
    bool title = text != NULL && text->pos.file == w->p->title.pos.file;
    const struct element *fig = fig_in(cell);
    const char *name = fig != NULL ? fig->figure->name : NULL;
    return title || (name != NULL && strncmp(name, "judgement ", 10) == 0);
}

/* How many cells of a column hold figures alone, and how many words. */
static void count_cells(struct work *w, const struct element *body, size_t column,
                        size_t *figures, size_t *words)
{
    for (const struct element *r = body->first; r != NULL; r = r->next) {
        const struct element *c = row_role(r) == ROW_PLAIN ? nth(r, column) : NULL;
        if (c != NULL && is_figure(w, c))
            ++*figures;
        else if (c != NULL && is_words(w, c))
            ++*words;
    }
}

/* Figures stand under each other by their ends, words by their beginnings. */
static void check_aligned(struct work *w, const struct element *table,
                          const struct element *body)
{
    size_t column = 0;
    for (const struct element *col = table->first; col != NULL; col = col->next) {
        size_t figures = 0, words = 0;
        if (col->kind != EL_COL)
            continue;
        count_cells(w, body, column++, &figures, &words);
        bool left = column_align(col) == COLUMN_LEFT;
        if ((left && figures > 1 && figures > words) || (!left && words > 1 && !figures))
            diag(w->d, DIAG_UNLIKE, col->pos,
                 left ? "a column of figures is set left; give it align=\"right\""
                      : "a column of words is set right; give it align=\"left\"");
    }
}

static void check_table(struct work *w, struct map *units, const struct element *table)
{
    const struct element *heads = heads_of(table), *body = element_child(table, EL_TBODY);
    if (body != NULL && w->about == NULL)
        check_aligned(w, table, body);
    for (const struct element *r = body != NULL ? body->first : NULL; r != NULL;
         r = r->next) {
        check_turned(w, r);
        if (heads != NULL && row_role(r) != ROW_TOTAL)
            check_row(w, units, heads, r);
        if (table_kind(table) == TABLE_NATIONAL)
            check_national(w, r);
    }
}

static void check_all(struct work *w, struct map *units, const struct element *e)
{
    if (e->kind == EL_TABLE)
        check_table(w, units, e);
    if (e->kind == EL_TABLE || e->kind == EL_CHART)
        check_words(w, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        check_all(w, units, c);
}

void units_check(struct work *w, const struct element *root)
{
    check_all(w, map_new(w->a), root);
}
