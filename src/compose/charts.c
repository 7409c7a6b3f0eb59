/* charts.c -- the data of charts: what a bar, group or range measures is counted, its
 * pattern looked up, and legend entries that no bar needs are dropped.  Drawing is
 * chart/'s. */
#include "compose/work.h"

#include <string.h>

/* ---- patterns ---- */

/* -1: not judged. */
static enum fill fill_of(const struct work *w, int band)
{
    if (band < 0)
        return FILL_NONE;
    const struct band *b = &w->p->bands[band];
    if (b->fill == NULL)
        diag(w->d, DIAG_KEY_MISSING, b->pos,
             "\"fill\" of %s, by which it is known in charts; write fill: solid, "
             "hatch-up, hatch-down, cross, upright, level or grid",
             b->id);
    return fill_named(b->fill);
}

static enum fill score_fill(const struct work *w, const struct figure_ask *ask)
{
    return fill_of(w, w->s->judged[ask->level][ask->index].band);
}

/* The band of `judgement BAND`, or of what is judged: `judgement 1.1`; -1: none. */
static int judgement_band(struct work *w, const struct element *e)
{
    const char *of = e->at[AT_OF];
    bool judgement = strncmp(of, "judgement ", 10) == 0;
    int band = judgement ? programme_band(w->p, of + 10) : -1;
    if (band >= 0)
        return band;
    const struct figure_ask *ask = figure_expression(w, of, e->pos);
    if (ask != NULL && ask->kind == FIGURE_JUDGEMENT)
        return w->s->judged[ask->level][ask->index].band;
    if (ask != NULL)
        diag(w->d, DIAG_ATTRIBUTE_WRONG, e->pos,
             "of=\"%s\" of <%s>; it is \"judgement \" and a band or a score's name", of,
             element_name(e->kind));
    return -1;
}

/* A sign is the icon of its judgement where that has one, else its pattern's. */
static void fill_judgement(struct work *w, struct element *e)
{
    int band = judgement_band(w, e);
    for (size_t i = 0; e->kind == EL_SIGN && band >= 0 && i < w->badge_count; i++)
        if (strcmp(w->badges[i].id, w->p->bands[band].id) == 0)
            e->badge = &w->badges[i];
    e->fill = e->badge != NULL ? FILL_SOLID : fill_of(w, band);
}

/* Of the judgements that have an icon, best first. */
void badges_read(struct work *w)
{
    ARRAY(struct badge) all = {0};
    for (size_t i = 0; i < w->p->band_count; i++) {
        const struct band *b = &w->p->bands[i];
        if (b->icon != NULL)
            *array_push(w->a, &all) = (struct badge){b->id, b->icon, b->colour, b->pos};
    }
    w->badges = all.at;
    w->badge_count = all.len;
}

/* ---- what is measured ---- */

static const struct element *chart_around(const struct element *e)
{
    while (e->kind != EL_CHART)
        e = e->parent;
    return e;
}

static enum chart_kind kind_around(const struct element *e)
{
    return chart_kind(chart_around(e));
}

/* Only a chart of counts can show a sum, of which nothing is a share. */
static void sum_check(struct work *w, const struct element *bar,
                      const struct figure_ask *ask)
{
    if (figure_is_sum(w->p, ask) && kind_around(bar) != CHART_SAMPLE)
        diag(w->d, DIAG_ATTRIBUTE_WRONG, bar->pos,
             "of=\"%s\" of <bar>; a sum has no share, so its chart is of kind sample",
             bar->at[AT_OF]);
}

/* "6 of 7" and "86%", the share where there are cases enough for one; and how many the
 * chart counts beside. */
static void print_part(struct work *w, struct element *bar)
{
    const char *base = lang_number(w->a, w->lang, bar->base);
    long rest = chart_around(bar)->count - bar->base;
    if (bar->base > 0)
        bar->share = fill_pattern(w, word_plain(w, "pattern-part", true),
                                  lang_number(w->a, w->lang, bar->count), base);
    if (bar->base > 0 && bar->base >= w->p->small_number)
        bar->value = figure_percent(w, bar->percent);
    if (rest > 0)
        bar->rest = fill_pattern(w, word_plain(w, "pattern-rest", true),
                                 lang_number(w->a, w->lang, rest), "");
}

/* How many bars stand before it in its group. */
static size_t place_of_bar(const struct element *bar)
{
    size_t at = 0;
    for (const struct element *e = bar->parent->first; e != bar; e = e->next)
        at += e->kind == EL_BAR;
    return at;
}

/* The first answer solid, the last white: no answer is a fault, so none is orange. */
static enum fill answer_fill(const struct element *bar)
{
    bool last = true;
    for (const struct element *e = bar->next; e != NULL; e = e->next)
        last = last && e->kind != EL_BAR;
    size_t at = place_of_bar(bar);
    return at == 0   ? FILL_SOLID
           : last    ? FILL_WHITE
           : at == 1 ? FILL_HATCH_UP
                     : FILL_CROSS;
}

/* The sign of those who are compared, by their order; of too few there is no share. */
static void print_point(struct work *w, struct element *bar)
{
    static const enum fill signs[] = {FILL_SOLID, FILL_HATCH_UP, FILL_HATCH_DOWN};
    size_t at = place_of_bar(bar);
    bar->fill = signs[at < LEN(signs) ? at : LEN(signs) - 1];
    bool few = bar->base > 0 && bar->base < w->p->small_number;
    bar->value = bar->percent < 0 || few ? NULL : figure_percent(w, bar->percent);
    if (few)
        bar->percent = -1;
}

/* What stands at a bar, as everywhere in the report. */
static void print_bar(struct work *w, struct element *bar)
{
    const char *count = bar->count >= 0 ? lang_number(w->a, w->lang, bar->count) : NULL;
    switch (kind_around(bar)) {
    case CHART_SCORES:
        bar->value = bar->percent >= 0 ? figure_percent(w, bar->percent) : NULL;
        break;
    case CHART_SAMPLE:
        bar->value = count;
        bar->share =
            bar->base > 0 && bar->percent >= 0 ? figure_bracket(w, bar->percent) : NULL;
        break;
    case CHART_COLUMNS:
    case CHART_STACKED: print_part(w, bar); break;
    case CHART_LINKED: print_point(w, bar); break;
    case CHART_ANSWERS:
        bar->value = count;
        bar->fill = answer_fill(bar);
        break;
    case CHART_DISTRIBUTION:
    case CHART_POINTS:
    case CHART_LINES:
    case CHART_UPRIGHTS:
    case CHART_GAUGES:
        bar->value = bar->percent >= 0 ? figure_percent(w, bar->percent) : NULL;
        break;
    }
}

/* As whoever signs the figures sees it. */
static const char *part_printed(struct work *w, const struct element *bar)
{
    const char *share = bar->share != NULL ? bar->share : "";
    return bar->value != NULL ? arena_printf(w->a, "%s, %s", share, bar->value) : share;
}

static void print_axis(struct work *w, struct element *chart)
{
    const char **axis = NEW_ARRAY(w->a, const char *, CHART_TICKS);
    axis[0] = lang_number(w->a, w->lang, 0);
    for (int i = 1; i < CHART_TICKS; i++)
        axis[i] = figure_percent(w, 100 * i / (CHART_TICKS - 1));
    chart->axis = axis;
}

/* Every 20 % and the limits of the judgements: for which there is room the drawing
 * decides. */
static void print_scale(struct work *w, struct element *chart)
{
    const char **axis = NEW_ARRAY(w->a, const char *, 101);
    for (int i = 0; i <= 100; i += 20)
        axis[i] = figure_percent(w, i);
    for (size_t i = 0; i < w->p->band_count; i++)
        if (w->p->bands[i].from >= 0)
            axis[w->p->bands[i].from] = figure_percent(w, w->p->bands[i].from);
    chart->axis = axis;
}

/* The other areas, as far as the register has any. */
static void measure_areas(struct work *w, struct element *bar,
                          const struct figure_ask *score)
{
    if (score->kind != FIGURE_SCORE || score->level != LEVEL_HEADLINE)
        return;
    bar->areas = registered_percents(w->a, w->in, score->index, &bar->area_count);
    if (bar->area_count == 0)
        return;
    struct figure_ask ask = *score;
    ask.kind = FIGURE_NATIONAL;
    ask.national = NATIONAL_AVERAGE;
    bar->average = figure_count(w->d, w->s, &ask).percent;
    bar->share = figure_percent(w, bar->average);
}

/* What is given and not counted, as a point on its row's own scale, or of series: its
 * count is in ten-thousandths. */
static void measure_given(struct work *w, struct element *bar,
                          const struct figure_ask *ask)
{
    struct measured of = {0};
    struct source_figure *source = quantity_source(w, ask, &of);
    if (source == NULL)
        return;
    if (kind_around(bar) == CHART_LINKED)
        print_point(w, bar);
    bar->value = source->printed;
    bar->figure = source;
    bar->count = decimal_minus(of.value, (struct decimal){0, DECIMAL_PLACES}).units;
}

static bool is_given(const struct element *bar)
{
    return bar->kind == EL_BAR && bar->figure != NULL && bar->value != NULL &&
           bar->base < 0 && bar->figure->percent < 0;
}

/* From nought to the row's largest figure. */
static void row_scale(struct element *row)
{
    long largest = 0;
    if (chart_is_series(kind_around(row)))
        return;
    for (const struct element *bar = row->first; bar != NULL; bar = bar->next)
        if (is_given(bar) && bar->count > largest)
            largest = bar->count;
    for (struct element *bar = row->first; bar != NULL; bar = bar->next) {
        if (!is_given(bar))
            continue;
        bar->percent =
            largest > 0 && bar->count > 0 ? (int)(100 * bar->count / largest) : 0;
        bar->count = -1;
    }
}

static bool holds_given(const struct element *e)
{
    bool any = is_given(e);
    for (const struct element *c = e->first; !any && c != NULL; c = c->next)
        any = holds_given(c);
    return any;
}

static void measure(struct work *w, struct element *e)
{
    const char *of = e->at[AT_OF];
    const struct figure_ask *ask = of != NULL ? figure_expression(w, of, e->pos) : NULL;
    if (ask != NULL && ask->kind == FIGURE_QUANTITY && ask->compare == COMPARE_NOT &&
        e->kind == EL_BAR &&
        (kind_around(e) == CHART_LINKED || chart_is_series(kind_around(e))))
        measure_given(w, e, ask);
    if (ask == NULL || !figure_counts(ask))
        return;
    use_figure(w, ask, e->pos);
    struct figure f = figure_count(w->d, w->s, ask);
    struct source_figure *source = figure_source(w, ask, f);
    bool score = ask->kind == FIGURE_SCORE;
    e->count = f.count;
    e->base = f.base;
    e->percent = f.percent;
    e->fill = score ? score_fill(w, ask) : FILL_SOLID;
    if (score && f.percent < 0)
        return;
    if (e->kind == EL_BAR && kind_around(e) == CHART_DISTRIBUTION)
        measure_areas(w, e, ask);
    if (e->kind == EL_BAR) {
        sum_check(w, e, ask);
        print_bar(w, e);
    }
    if (e->kind == EL_BAR && kind_around(e) == CHART_LINKED && e->value == NULL)
        return; /* nothing is printed that could be signed */
    bool part = e->kind == EL_BAR &&
                (kind_around(e) == CHART_STACKED || kind_around(e) == CHART_COLUMNS);
    source->printed = part                      ? part_printed(w, e)
                      : e->value != NULL        ? e->value
                      : score && f.percent >= 0 ? figure_percent(w, f.percent)
                                                : lang_number(w->a, w->lang, f.count);
    e->figure = source;
}

/* The percentage of an expression, -1 when it is not understood. */
static int percent_of(struct work *w, const struct element *e, const char *expr)
{
    const struct figure_ask *ask = figure_expression(w, expr, e->pos);
    return ask != NULL ? figure_count(w->d, w->s, ask).percent : -1;
}

static void measure_range(struct work *w, struct element *e)
{
    struct arena *a = w->a;
    const char *of = e->at[AT_OF];
    e->percent = percent_of(w, e, arena_printf(a, "score %s", of));
    e->lowest = percent_of(w, e, arena_printf(a, "national %s lowest", of));
    e->average = percent_of(w, e, arena_printf(a, "national %s average", of));
    e->highest = percent_of(w, e, arena_printf(a, "national %s highest", of));
}

/* ---- legends ---- */

static bool fill_occurs(const struct element *e, enum fill fill)
{
    if (e->kind == EL_BAR && e->fill == fill)
        return true;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (fill_occurs(c, fill))
            return true;
    return false;
}

/* A judgement whose limits are not known is no zone; what is called the rest begins at
 * nought, and is not there where a judgement does. */
static void zones_set(const struct work *w, struct element *legend)
{
    struct element *next = NULL, *before = NULL;
    for (struct element *c = legend->first; c != NULL; c = next) {
        next = c->next;
        if (c->kind != EL_ENTRY)
            continue;
        const char *of = c->at[AT_OF];
        int band = of != NULL ? programme_band(w->p, of + strcspn(of, " ") + 1) : -1;
        bool known = band >= 0 && w->p->bands[band].confirmed;
        c->lowest = known ? w->p->bands[band].from : of == NULL ? 0 : -1;
        if (c->lowest < 0 || (before != NULL && before->lowest <= c->lowest))
            element_remove(c);
        else
            before = c;
    }
}

static void drop_entries(const struct element *chart, struct element *legend)
{
    struct element *next = NULL;
    for (struct element *c = legend->first; c != NULL; c = next) {
        next = c->next;
        bool looked_up = c->kind == EL_ENTRY && c->at[AT_OF] != NULL;
        if (looked_up && c->fill != FILL_NONE && !fill_occurs(chart, c->fill))
            element_remove(c);
    }
}

/* ---- the walk ---- */

static void fill_element(struct work *w, struct element *e)
{
    if (e->kind == EL_BAR || e->kind == EL_GROUP || e->kind == EL_CHART)
        measure(w, e);
    if (e->kind == EL_GROUP && e->at[AT_OF] == NULL)
        e->fill = (enum fill)element_choice(e, AT_FILL);
    if (e->kind == EL_CHART && chart_kind(e) == CHART_SCORES)
        print_axis(w, e);
    else if (e->kind == EL_RANGE)
        measure_range(w, e);
    else if (e->kind == EL_ENTRY || e->kind == EL_SWATCH || e->kind == EL_SIGN) {
        if (e->at[AT_OF] != NULL)
            fill_judgement(w, e);
        else
            e->fill = (enum fill)element_choice(e, AT_FILL);
    }
}

void charts_fill(struct work *w, struct element *root)
{
    for (struct element *c = root->first; c != NULL; c = c->next) {
        fill_element(w, c);
        charts_fill(w, c);
    }
    if (root->kind == EL_GROUP)
        row_scale(root);
    if (root->kind == EL_CHART && chart_is_series(chart_kind(root)))
        series_scale(w, root);
    bool scaled = root->kind == EL_CHART && chart_is_scaled(chart_kind(root));
    if (scaled && !holds_given(root))
        print_scale(w, root);
    struct element *legend =
        root->kind == EL_CHART ? (struct element *)element_child(root, EL_LEGEND) : NULL;
    if (legend != NULL && chart_has_zones(chart_kind(root)))
        zones_set(w, legend);
    else if (legend != NULL)
        drop_entries(root, legend);
}
