/* gauges.c -- bars that lie, in rows of a name each, on a scale of the row's own or on
 * one for all.  The values stand in a column behind them, a target is a rule across with
 * its value in another.
 *
 *     Burglary           ===========|=       61.0   | 50.0
 *                        ///////             42.3
 *     First entrants     =======            1,204
 *
 * In: groups, a row each, whose bars are what is compared; out: items below y. */
#include "chart/canvas.h"

struct gauges {
    struct canvas *c;
    const struct chart *chart;
    length left, width;   /* of the scale */
    length value, target; /* right ends of the values */
    bool over;            /* names stand over their bars */
};

/* Of the values at bars, or of those of targets. */
static length values_width(struct canvas *c, const struct chart *chart, bool target)
{
    length most = 0;
    for (size_t g = 0; g < chart->group_count; g++)
        for (size_t i = 0; i < chart->groups[g].bar_count; i++) {
            const struct chart_bar *bar = &chart->groups[g].bars[i];
            if (bar->value == NULL || bar_is_target(bar) != target)
                continue;
            const length width =
                canvas_text_width(c, &c->s->types[TYPE_CHART_VALUE], bar->value);
            most = width > most ? width : most;
        }
    return most;
}

/* As wide as the names need, up to what the house allows. */
static length names_width(struct canvas *c, const struct chart *chart)
{
    const struct chart_series_lengths *k = &c->s->chart_series;
    const length allowed = k->words * 5 / 4;
    length most = 0;
    for (size_t g = 0; g < chart->group_count; g++) {
        const length width =
            canvas_text_width(c, &c->s->types[TYPE_CHART_LABEL], chart->groups[g].label);
        most = width > most ? width : most;
    }
    return (most < allowed ? most : allowed) + 2 * k->gap;
}

static const struct scale *scale_of(const struct gauges *u, const struct chart_group *g)
{
    return g->scale != NULL ? g->scale : u->chart->scale;
}

static length x_of(const struct gauges *u, const struct scale *s, long value)
{
    const double part = (double)(value - s->lowest) / (double)(s->highest - s->lowest);
    return u->left + (length)(part * u->width);
}

static void bar_draw(struct gauges *u, const struct scale *s, const struct chart_bar *bar,
                     length y)
{
    struct canvas *c = u->c;
    const length high = c->s->chart_series.row_bar;
    const struct type_style *type =
        &c->s->types[bar->fill == FILL_SOLID ? TYPE_CHART_VALUE : TYPE_CHART_LABEL];
    const length nought = x_of(u, s, 0), end = x_of(u, s, bar->count);
    const length baseline = y + high / 2 + type_middle(type);
    if (bar->value == NULL) {
        canvas_word(c, type, "\u2013", u->value, baseline, ALIGN_RIGHT);
        return;
    }
    if (end != nought)
        canvas_fill(c, end > nought ? nought : end, y,
                    end > nought ? end - nought : nought - end, high, bar->fill);
    canvas_word(c, type, bar->value, u->value, baseline, ALIGN_RIGHT);
}

static void rule_draw(struct canvas *c, length x, length top, length bottom)
{
    const length thick = c->s->chart_series.line, halo = c->s->chart_plot.halo;
    canvas_rectangle(c, x - thick / 2 - halo / 2, top, thick + halo, bottom - top,
                     canvas_colour(c, ROLE_CHART_GROUND));
    canvas_rectangle(c, x - thick / 2, top, thick, bottom - top,
                     canvas_colour(c, ROLE_CHART_AXIS));
}

/* The rule of a target, and again before its value. */
static void target_draw(struct gauges *u, const struct scale *s,
                        const struct chart_bar *bar, length top, length bottom)
{
    struct canvas *c = u->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    if (bar->value == NULL)
        return;
    rule_draw(c, x_of(u, s, bar->count), top - k->bar_gap, bottom + k->bar_gap);
    rule_draw(c, u->target - values_width(c, u->chart, true) - k->gap, top,
              top + k->row_bar);
    canvas_word(c, type, bar->value, u->target, top + k->row_bar / 2 + type_middle(type),
                ALIGN_RIGHT);
}

/* From `top` down; gives their end. */
static length bars_draw(struct gauges *u, const struct chart_group *g, length top)
{
    const struct chart_series_lengths *k = &u->c->s->chart_series;
    const struct scale *s = scale_of(u, g);
    length bottom = top;
    for (size_t i = 0; i < g->bar_count; i++) {
        if (bar_is_target(&g->bars[i]))
            continue;
        bottom += bottom > top ? k->bar_gap : 0;
        bar_draw(u, s, &g->bars[i], bottom);
        bottom += k->row_bar;
    }
    for (size_t i = 0; i < g->bar_count; i++)
        if (bar_is_target(&g->bars[i]))
            target_draw(u, s, &g->bars[i], top, bottom);
    canvas_axis(u->c, x_of(u, s, 0), top - k->bar_gap, bottom + k->bar_gap);
    return bottom;
}

static length row_draw(struct gauges *u, const struct chart_group *g, length y)
{
    struct canvas *c = u->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct lines name =
        canvas_lines(c, type, g->label, u->over ? c->width : u->left - k->gap);
    const length words = (length)name.count * type->leading;
    const length between = k->row - k->row_bar;
    const length top = u->over ? y + words + k->bar_gap : y + between / 2;
    const length bars = bars_draw(u, g, top) + between / 2;
    canvas_text(c, &name, 0,
                u->over ? y + type_baseline(c->s, type)
                        : top + k->row_bar / 2 + type_middle(type),
                type->leading, ALIGN_LEFT);
    const length ends = y + words + (k->row - type->leading) / 2;
    return u->over || bars > ends ? bars : ends;
}

length gauges_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_series_lengths *k = &c->s->chart_series;
    const length targets = values_width(c, chart, true);
    struct gauges u = {.c = c, .chart = chart, .target = c->width};
    u.value = c->width - (targets > 0 ? targets + 5 * k->gap : 0);
    u.left = names_width(c, chart);
    u.over = 2 * u.left > c->width;
    u.left = u.over ? 0 : u.left;
    u.width = u.value - values_width(c, chart, false) - 2 * k->gap - u.left;
    for (size_t g = 0; g < chart->group_count; g++)
        if (scale_of(&u, &chart->groups[g]) != NULL)
            y = row_draw(&u, &chart->groups[g], y);
    return y;
}
