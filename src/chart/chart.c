/* chart.c -- a chart of any kind as a drawing.  In: plain data; out: items at the
 * drawing's origin, and how high it is.  Knows no report and no page. */
#include "chart/canvas.h"

#include <string.h>

static length kind_draw(struct canvas *c, const struct chart *chart, length y)
{
    switch (chart->kind) {
    case CHART_SCORES: return scores_draw(c, chart, y);
    case CHART_SAMPLE: return sample_draw(c, chart, y);
    case CHART_STACKED: return stacked_draw(c, chart, y);
    case CHART_COLUMNS: return columns_draw(c, chart, y);
    case CHART_DISTRIBUTION: return distributions_draw(c, chart, y);
    case CHART_POINTS: return points_draw(c, chart, y);
    case CHART_ANSWERS: return answers_draw(c, chart, y);
    case CHART_LINKED: return linked_draw(c, chart, y);
    case CHART_LINES: return lines_draw(c, chart, y);
    case CHART_UPRIGHTS: return uprights_draw(c, chart, y);
    case CHART_GAUGES: return gauges_draw(c, chart, y);
    }
    bug("chart of kind %d", (int)chart->kind);
}

struct drawing chart_draw(struct arena *a, struct diags *d, struct faces *t,
                          const struct style *s, const struct chart *chart, length width)
{
    struct canvas c = {.a = a,
                       .d = d,
                       .t = t,
                       .s = s,
                       .lang = chart->lang,
                       .width = width,
                       .pos = chart->pos};
    chart_contrast(d, s);
    length top = chart_has_zones(chart->kind) ? 0 : canvas_legend(&c, chart);
    return canvas_drawing(&c, width, kind_draw(&c, chart, top));
}

void drawing_place(struct arena *a, struct page *p, const struct drawing *g, length x,
                   length y, struct tag *tag)
{
    for (size_t i = 0; i < g->items.len; i++) {
        struct item it = g->items.at[i];
        it.x += x;
        it.y += y;
        it.tag = tag;
        it.artifact = tag != NULL ? ARTIFACT_NONE : ARTIFACT_LAYOUT;
        *array_push(a, &p->items) = it;
    }
}
