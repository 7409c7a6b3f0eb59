/* series.c -- <series of="NAME"/>: a chart that the programme declares, made of what
 * indicators.csv has.  In: its name; out: a chart, a table of the same figures, their
 * sources, in the place of the element.  What the words say is series_words.c's. */
#include "compose/series.h"

#include <stdlib.h>
#include <string.h>

/* ---- which figures ---- */

/* Which figure is at a place: of which indicator, whose, of which year. */
static struct series_key place_of(const struct series_data *s, size_t along,
                                  size_t beside)
{
    const struct series_key *x = &s->along[along], *y = &s->beside[beside];
    int year = x->year != 0 ? x->year : y->year;
    return (struct series_key){.name = x->name != NULL ? x->name : y->name,
                               .who = y->who,
                               .year = year != 0 ? year : s->newest};
}

const struct indicator *series_row(const struct series_data *s, size_t along,
                                   size_t beside)
{
    const struct series_key k = place_of(s, along, beside);
    return inspection_indicator(s->w->in, k.name, k.year, k.who);
}

const char *series_expression(const struct series_data *s, size_t along, size_t beside)
{
    const struct indicator *one = series_row(s, along, beside);
    return one == NULL ? NULL
                       : arena_printf(s->w->a, "%s %s %d", one->name,
                                      standing_names[s->beside[beside].who], one->year);
}

static bool is_of(const struct series_chart *c, const char *name)
{
    for (size_t i = 0; i < c->of_count; i++)
        if (strcmp(c->of[i], name) == 0)
            return true;
    return false;
}

/* The first and the newest year with a figure that it shows; false: there is none. */
static bool find_years(struct series_data *s)
{
    s->first = 0;
    for (size_t i = 0; i < s->w->in->indicator_count; i++) {
        const struct indicator *one = &s->w->in->indicators[i];
        bool any = false;
        for (size_t k = 0; k < s->c->who_count; k++)
            any = any || one->known[s->c->who[k]];
        if (!any || !is_of(s->c, one->name))
            continue;
        if (s->first == 0 || one->year < s->first)
            s->first = one->year;
        if (one->year > s->newest) {
            s->newest = one->year;
            s->row = one;
        }
    }
    const int years = s->c->years;
    if (years > 0 && s->newest - years >= s->first)
        s->first = s->newest - years + 1;
    return s->newest != 0;
}

static void years_set(struct series_data *s, struct series_key **to, size_t *count)
{
    *count = (size_t)s->newest - (size_t)s->first + 1;
    *to = NEW_ARRAY(s->w->a, struct series_key, *count);
    for (size_t i = 0; i < *count; i++)
        (*to)[i] = (struct series_key){.year = s->first + (int)i};
}

static void whose_set(struct series_data *s)
{
    s->beside_count = s->c->who_count;
    s->beside = NEW_ARRAY(s->w->a, struct series_key, s->beside_count);
    for (size_t i = 0; i < s->beside_count; i++)
        s->beside[i] = (struct series_key){.who = s->c->who[i]};
}

static void names_set(struct series_data *s, struct series_key **to, size_t *count)
{
    *count = s->c->of_count;
    *to = NEW_ARRAY(s->w->a, struct series_key, *count);
    for (size_t i = 0; i < *count; i++)
        (*to)[i] = (struct series_key){.name = s->c->of[i], .who = s->c->who[0]};
}

/* One indicator goes along the years; several do too as lines, and stand beside each
 * other as columns and bars, before and now in each. */
static void sides_set(struct series_data *s)
{
    const bool several = s->c->of_count > 1 || s->c->kind == SERIES_BARS;
    if (several && s->c->kind != SERIES_LINES) {
        names_set(s, &s->along, &s->along_count);
        if (s->c->years > 1 && s->c->who_count == 1)
            years_set(s, &s->beside, &s->beside_count);
        else
            whose_set(s);
        return;
    }
    years_set(s, &s->along, &s->along_count);
    if (several) {
        names_set(s, &s->beside, &s->beside_count);
        return;
    }
    whose_set(s);
    for (size_t i = 0; i < s->beside_count; i++)
        s->beside[i].name = s->c->of[0];
}

/* ---- what can be read ---- */

static const struct pos *data_pos(const struct series_data *s)
{
    return s->row->pos.file != NULL ? &s->row->pos : &s->c->pos;
}

static bool check_many(const struct series_data *s)
{
    enum { LINES = 4, YEARS = 25, UPRIGHTS = 30, BESIDE = 4, ROWS = 12 };
    const size_t x = s->along_count, y = s->beside_count;
    const char *shows =
        arena_printf(s->w->a, "%s shows %zu by %zu figures", s->c->name, x, y);
    switch (s->c->kind) {
    case SERIES_LINES:
        if (y <= LINES + 1 && x <= YEARS)
            return true;
        diag(s->w->d, DIAG_SERIES_MANY, s->c->pos,
             "%s; lines have at most %d years and are at most %d: say `years: %d`, or "
             "make two charts",
             shows, YEARS, LINES, YEARS);
        return false;
    case SERIES_COLUMNS:
        if (y <= BESIDE && x * y <= UPRIGHTS)
            return true;
        diag(s->w->d, DIAG_SERIES_MANY, s->c->pos,
             "%s; columns are at most %d in a group and %d in all: say fewer `years`, or "
             "use lines",
             shows, BESIDE, UPRIGHTS);
        return false;
    case SERIES_BARS:
        if (y <= BESIDE && x <= ROWS)
            return true;
        diag(s->w->d, DIAG_SERIES_MANY, s->c->pos,
             "%s; bars are at most %d rows of at most %d: make two charts", shows, ROWS,
             BESIDE);
        return false;
    case SERIES_KIND_COUNT: break;
    }
    bug("series of kind %d", (int)s->c->kind);
}

/* ---- what is not there ---- */

static bool has_row(const struct series_data *s, const char *name, int year)
{
    for (size_t i = 0; i < s->w->in->indicator_count; i++) {
        const struct indicator *one = &s->w->in->indicators[i];
        if (one->year == year && strcmp(one->name, name) == 0)
            return true;
    }
    return false;
}

static bool any_known(const struct series_data *s, size_t at, bool along)
{
    const size_t count = along ? s->beside_count : s->along_count;
    for (size_t i = 0; i < count; i++)
        if (series_row(s, along ? at : i, along ? i : at) != NULL)
            return true;
    return false;
}

/* Whoever or whatever nothing is known of stands in no chart; of years it is said. */
static void leave_out(struct series_data *s, struct series_key *keys, size_t *count,
                      bool along)
{
    size_t kept = 0;
    struct series_key *all = NEW_ARRAY(s->w->a, struct series_key, *count);
    for (size_t i = 0; i < *count; i++) {
        const struct series_key *k = &keys[i];
        if (k->year != 0 || any_known(s, i, along))
            all[kept++] = *k;
        else if (k->name == NULL || s->c->of_count == 1)
            diag(s->w->d, DIAG_SERIES_GAP, *data_pos(s),
                 "%s: nothing is known of the %s, which is left out", s->c->name,
                 standing_names[k->who]);
        else
            diag(s->w->d, DIAG_SERIES_GAP, *data_pos(s),
                 "%s: nothing is known of %s in %d, so it is left out", s->c->name,
                 k->name, s->newest);
    }
    memcpy(keys, all, kept * sizeof *all);
    *count = kept;
}

/* An empty cell says that nothing is known; a row that is not there may be forgotten. */
static void say_gaps(const struct series_data *s)
{
    struct map *seen = map_new(s->w->a);
    for (size_t x = 0; x < s->along_count; x++)
        for (size_t y = 0; y < s->beside_count; y++) {
            const struct series_key k = place_of(s, x, y);
            const char *key = arena_printf(s->w->a, "%s in %d", k.name, k.year);
            if (has_row(s, k.name, k.year) || map_put(seen, key, s->w) != NULL)
                continue;
            diag(s->w->d, DIAG_SERIES_GAP, *data_pos(s),
                 "%s: no row of %s, so \"not known\" is printed; an empty cell says that "
                 "it is so",
                 s->c->name, key);
        }
}

static bool check_whole(struct series_data *s)
{
    const struct series_key first = s->beside[0];
    if (first.year == 0 && s->c->of_count == 1 && !any_known(s, 0, false)) {
        diag(s->w->d, DIAG_SERIES_FEW, *data_pos(s),
             "%s has no figure of the area, whose report it is; fill in its column, or "
             "leave out these rows",
             s->c->name);
        return false;
    }
    leave_out(s, s->along, &s->along_count, true);
    leave_out(s, s->beside, &s->beside_count, false);
    say_gaps(s);
    return true;
}

/* Of how many places along a chart anything is known. */
static size_t known_along(const struct series_data *s)
{
    size_t known = 0;
    for (size_t x = 0; x < s->along_count; x++) {
        bool any = false;
        for (size_t y = 0; y < s->beside_count; y++)
            any = any || series_row(s, x, y) != NULL;
        known += any;
    }
    return known;
}

static bool check_few(const struct series_data *s)
{
    const size_t known = known_along(s);
    if (s->c->kind != SERIES_LINES || known > 1)
        return known > 0;
    diag(s->w->d, DIAG_SERIES_FEW, *data_pos(s),
         "%s has figures of %d alone, and a line joins two years; add another year, or "
         "let the programme show columns",
         s->c->name, s->newest);
    return false;
}

/* Each bar has a scale of its own; all else has one. */
static bool check_units(const struct series_data *s)
{
    const struct indicator *first = NULL;
    for (size_t x = 0; x < s->along_count && s->c->kind != SERIES_BARS; x++)
        for (size_t y = 0; y < s->beside_count; y++) {
            const struct indicator *one = series_row(s, x, y);
            first = first != NULL ? first : one;
            if (one == NULL || strcmp(one->unit, first->unit) == 0)
                continue;
            diag(s->w->d, DIAG_SERIES_UNITS, one->pos,
                 "\"%s\" of %s and \"%s\" of %s in the chart %s; write the same unit, or "
                 "let the programme show bars, which have a scale each",
                 one->unit, one->name, first->unit, first->name, s->c->name);
            return false;
        }
    return true;
}

/* ---- the chart ---- */

static struct element *part(struct series_data *s, struct element *in,
                            enum element_kind kind)
{
    return element_add(s->w->a, in, kind, s->pos);
}

/* The area first, solid; what is aimed at is a rule. */
static enum fill fill_of(const struct series_data *s, size_t beside)
{
    static const enum fill fills[] = {FILL_SOLID, FILL_HATCH_UP, FILL_HATCH_DOWN,
                                      FILL_CROSS};
    size_t at = 0;
    if (s->beside[beside].who == STANDING_TARGET)
        return FILL_AVERAGE;
    for (size_t i = 0; i < beside; i++)
        at += s->beside[i].who != STANDING_TARGET;
    const bool last_year = s->beside[0].year != 0;
    if (last_year) /* now is solid, and last */
        at = s->beside_count - 1 - beside;
    return fills[at < LEN(fills) ? at : LEN(fills) - 1];
}

static void add_bar(struct series_data *s, struct element *group, size_t along,
                    size_t beside)
{
    struct element *bar = part(s, group, EL_BAR);
    const bool line = s->c->kind == SERIES_LINES;
    bar->at[AT_OF] = series_expression(s, along, beside);
    bar->fill = fill_of(s, beside);
    series_label(s, part(s, bar, EL_LABEL), line ? &s->along[along] : &s->beside[beside]);
}

static void add_group(struct series_data *s, struct element *chart, size_t of)
{
    struct element *group = part(s, chart, EL_GROUP);
    const bool line = s->c->kind == SERIES_LINES;
    series_label(s, part(s, group, EL_LABEL), line ? &s->beside[of] : &s->along[of]);
    if (line)
        element_choose(group, AT_FILL, (int)fill_of(s, of));
    const size_t count = line ? s->along_count : s->beside_count;
    for (size_t i = 0; i < count; i++)
        add_bar(s, group, line ? i : of, line ? of : i);
}

/* Lines have their names at their ends. */
static void add_legend(struct series_data *s, struct element *chart)
{
    if (s->c->kind == SERIES_LINES || s->beside_count < 2)
        return;
    struct element *legend = part(s, chart, EL_LEGEND);
    for (size_t y = 0; y < s->beside_count; y++) {
        struct element *entry = part(s, legend, EL_ENTRY);
        element_choose(entry, AT_FILL, (int)fill_of(s, y));
        series_label(s, entry, &s->beside[y]);
    }
}

static struct element *chart_made(struct series_data *s)
{
    static const enum chart_kind kinds[] = {CHART_LINES, CHART_UPRIGHTS, CHART_GAUGES};
    struct element *chart = element_new(s->w->a, EL_CHART, s->pos);
    chart->at[AT_ID] = arena_printf(s->w->a, "chart-%s", s->c->name);
    element_choose(chart, AT_KIND, (int)kinds[s->c->kind]);
    series_message(s, part(s, chart, EL_CAPTION));
    series_measured(s, part(s, chart, EL_MEASURE));
    series_alternative(s, part(s, chart, EL_ALT));
    add_legend(s, chart);
    const size_t groups = s->c->kind == SERIES_LINES ? s->beside_count : s->along_count;
    for (size_t i = 0; i < groups; i++)
        add_group(s, chart, i);
    return chart;
}

/* ---- the table ---- */

static void add_head(struct series_data *s, struct element *row, enum head_scope scope,
                     const struct series_key *key)
{
    struct element *th = part(s, row, EL_TH);
    element_choose(th, AT_SCOPE, scope);
    if (key != NULL)
        series_label(s, th, key);
    else
        word_into(s->w, th,
                  s->along != NULL && s->along[0].year != 0 ? "series-year"
                                                            : "series-head",
                  NULL, true);
}

static void add_row(struct series_data *s, struct element *body, size_t along)
{
    struct element *row = part(s, body, EL_TR);
    add_head(s, row, HEAD_OF_ROW, &s->along[along]);
    for (size_t y = 0; y < s->beside_count; y++) {
        struct element *p = part(s, part(s, row, EL_TD), EL_P);
        const char *of = series_expression(s, along, y);
        if (of == NULL)
            word_into(s->w, p, "series-unknown", NULL, true);
        else
            series_figure(s, p, of);
    }
}

static struct element *table_made(struct series_data *s)
{
    struct element *table = element_new(s->w->a, EL_TABLE, s->pos);
    table->at[AT_ID] = arena_printf(s->w->a, "table-%s", s->c->name);
    element_choose(table, AT_KIND, TABLE_DENSE);
    word_into(s->w, part(s, table, EL_CAPTION), "series-table", NULL, true);
    for (size_t y = 0; y <= s->beside_count; y++) {
        struct element *col = part(s, table, EL_COL);
        col->set[AT_WIDTH] = y == 0 ? WIDTH_REST : s->beside_count > 3 ? 78 : 92;
        element_choose(col, AT_ALIGN, y == 0 ? COLUMN_LEFT : COLUMN_RIGHT);
    }
    struct element *head = part(s, part(s, table, EL_THEAD), EL_TR);
    add_head(s, head, HEAD_OF_COLUMN, NULL);
    for (size_t y = 0; y < s->beside_count; y++)
        add_head(s, head, HEAD_OF_COLUMN, &s->beside[y]);
    struct element *body = part(s, table, EL_TBODY);
    for (size_t x = 0; x < s->along_count; x++)
        add_row(s, body, x);
    return table;
}

/* ---- the whole ---- */

static const struct series_chart *declared(struct work *w, const struct element *e)
{
    const char **names = NEW_ARRAY(w->a, const char *, w->p->chart_count + 1);
    for (size_t i = 0; i < w->p->chart_count; i++) {
        names[i] = w->p->charts[i].name;
        if (strcmp(names[i], e->at[AT_OF]) == 0)
            return &w->p->charts[i];
    }
    const char *near = nearest_name(e->at[AT_OF], names, w->p->chart_count);
    diag(w->d, DIAG_ATTRIBUTE_WRONG, e->pos, "of=\"%s\" of <series>; %s%s", e->at[AT_OF],
         near != NULL ? "did you mean " : "it is one of `charts` of programme.yaml",
         near != NULL ? near : "");
    return NULL;
}

void series_into(struct work *w, struct element *into, const struct element *e)
{
    struct series_data s = {.w = w, .c = declared(w, e), .pos = e->pos};
    if (s.c == NULL || !find_years(&s))
        return; /* what is expected and missing the inspection says */
    sides_set(&s);
    if (!check_whole(&s) || !check_many(&s) || !check_few(&s) || !check_units(&s))
        return;
    use_put(w, "chart", s.c->name, e->pos);
    element_append(into, chart_made(&s));
    element_append(into, table_made(&s));
    struct element *side = element_add(w->a, into, EL_P, s.pos);
    element_choose(side, AT_ROLE, PARAGRAPH_SIDE);
    series_sources(&s, side);
}
