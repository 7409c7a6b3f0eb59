/* series_scale.c -- the scales of charts of indicators: from nought, unless the figures
 * of lines lie far from it, to a round number over the highest, with few marks at round
 * steps.  In: a chart whose bars are measured; out: its scale, or one of each group. */
#include "compose/series.h"

#include <string.h>

enum { ONE = 10000 }; /* of what a bar counts */

struct series_extent {
    long lowest, highest;
    bool any, percent;
};

static void extent_add(struct series_extent *x, const struct element *e)
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind == EL_GROUP)
            extent_add(x, c);
        if (c->kind != EL_BAR || c->value == NULL)
            continue;
        x->lowest = !x->any || c->count < x->lowest ? c->count : x->lowest;
        x->highest = !x->any || c->count > x->highest ? c->count : x->highest;
        x->percent = x->percent || strchr(c->value, '%') != NULL;
        x->any = true;
    }
}

/* 1, 2 or 5 times a power of ten, so that a span has at most `most` of them. */
static long step_of(long span, long most)
{
    static const long steps[] = {1, 2, 5};
    for (long ten = 1;; ten *= 10)
        for (size_t i = 0; i < LEN(steps); i++)
            if (span / (steps[i] * ten) < most || ten > (long)1e15)
                return steps[i] * ten;
}

static long down_to(long n, long step)
{
    return n >= 0 ? n / step * step : -((-n + step - 1) / step * step);
}

static const char *tick_label(struct work *w, long at, long step, bool percent)
{
    struct decimal x = {at, DECIMAL_PLACES};
    for (; x.places > 0 && step % 10 == 0; step /= 10, x.places--)
        x.units /= 10;
    const char *number = lang_decimal(w->a, w->lang, x);
    return percent ? figure_percent_of(w, number) : number;
}

static const struct scale *scale_of(struct work *w, struct series_extent x, bool broken,
                                    long most)
{
    struct scale *s = NEW(w->a, struct scale);
    /* Lines whose ups and downs nobody would see over all that lies under them. */
    const bool far = broken && x.lowest > 0 && x.highest - x.lowest < x.lowest / 2;
    if (far)
        x.lowest -= (x.highest - x.lowest) / 8; /* nothing lies on its end */
    else
        x = (struct series_extent){x.lowest < 0 ? x.lowest : 0,
                                   x.highest > 0 ? x.highest : 0, true, x.percent};
    const long step = step_of(x.highest > x.lowest ? x.highest - x.lowest : ONE, most);
    s->lowest = down_to(x.lowest, step);
    s->highest = -down_to(-x.highest, step);
    s->highest += s->highest == s->lowest ? step : 0;
    const size_t count = (size_t)((s->highest - s->lowest) / step) + 1;
    struct scale_tick *ticks = NEW_ARRAY(w->a, struct scale_tick, count);
    for (size_t i = 0; i < count; i++) {
        const long at = s->lowest + (long)i * step;
        ticks[i] = (struct scale_tick){at, tick_label(w, at, step, x.percent)};
    }
    s->ticks = ticks;
    s->count = count;
    return s;
}

/* Nobody is to take half a scale for all of it. */
static void say_broken(struct work *w, struct element *chart)
{
    struct element *measure = (struct element *)element_child(chart, EL_MEASURE);
    if (chart->scale->lowest <= 0 || measure == NULL)
        return;
    element_text(w->a, measure, " ", chart->pos);
    word_into(w, measure, "series-broken",
              with_text(w, "lowest", chart->scale->ticks[0].label), true);
}

void series_scale(struct work *w, struct element *chart)
{
    enum { TICKS = 6, OWN_TICKS = 2 };
    struct series_extent all = {0};
    if (chart_kind(chart) == CHART_GAUGES) {
        for (struct element *g = chart->first; g != NULL; g = g->next) {
            struct series_extent own = {0};
            extent_add(&own, g);
            if (g->kind == EL_GROUP)
                g->scale = scale_of(w, own, false, OWN_TICKS + 2);
        }
        return;
    }
    extent_add(&all, chart);
    chart->scale = scale_of(w, all, chart_kind(chart) == CHART_LINES, TICKS);
    say_broken(w, chart);
}
