/* rise.c -- an upright scale with units of its own: thin rules across at round numbers,
 * nought stronger than the rest.  In: a scale; out: items behind what stands on it. */
#include "chart/rise.h"

#include <string.h>

static length words_width(struct canvas *c, const struct scale *s)
{
    length most = 0;
    for (size_t i = 0; i < s->count; i++) {
        length width =
            canvas_text_width(c, &c->s->types[TYPE_CHART_AXIS], s->ticks[i].label);
        most = width > most ? width : most;
    }
    return most;
}

struct rise rise_of(struct canvas *c, const struct chart *chart, length y, length right)
{
    const struct chart_series_lengths *k = &c->s->chart_series;
    const length left = words_width(c, chart->scale) + k->gap;
    const length top = y + c->s->types[TYPE_CHART_AXIS].leading;
    return (struct rise){chart->scale, left, c->width - left - right, top,
                         top + k->height};
}

length rise_y(const struct rise *r, long value)
{
    const double part = (double)(value - r->scale->lowest) /
                        (double)(r->scale->highest - r->scale->lowest);
    return r->bottom - (length)(part * (r->bottom - r->top));
}

length rise_nought(const struct rise *r)
{
    return rise_y(r, r->scale->lowest > 0 ? r->scale->lowest : 0);
}

static void rule(struct canvas *c, const struct rise *r, length y, length thick,
                 enum role role)
{
    canvas_rectangle(c, r->left, y - thick / 2, r->width, thick, canvas_colour(c, role));
}

void rise_base(struct canvas *c, const struct rise *r)
{
    if (r->scale->lowest <= 0)
        rule(c, r, rise_nought(r), c->s->chart.axis, ROLE_CHART_AXIS);
}

void rise_grid(struct canvas *c, const struct rise *r)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    for (size_t i = 0; i < r->scale->count; i++) {
        const length y = rise_y(r, r->scale->ticks[i].at);
        rule(c, r, y, c->s->chart_scores.grid, ROLE_CHART_GRID);
        canvas_word(c, type, r->scale->ticks[i].label, r->left - c->s->chart_series.gap,
                    y + type_middle(type), ALIGN_RIGHT);
    }
    rise_base(c, r);
}

void rise_value(struct canvas *c, const struct type_style *type, const char *text,
                length x, length y, enum align align)
{
    const length width = canvas_text_width(c, type, text);
    const length left = align == ALIGN_LEFT     ? x
                        : align == ALIGN_MIDDLE ? x - width / 2
                                                : x - width;
    const length up = 2 * type_middle(type), pad = c->s->chart_series.bar_gap;
    canvas_rectangle(c, left - pad / 2, y - up - pad / 2, width + pad, up + pad,
                     canvas_colour(c, ROLE_CHART_GROUND));
    canvas_word(c, type, text, left, y, ALIGN_LEFT);
}

void canvas_stroke(struct canvas *c, const struct path_op *ops, size_t count,
                   length thick, length dash, struct colour colour)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    struct path_op *kept = NEW_ARRAY(c->a, struct path_op, count);
    memcpy(kept, ops, count * sizeof *ops);
    it.path.outline = (struct path){kept, count};
    it.path.stroked = true;
    it.path.stroke = colour;
    it.path.line_width = thick;
    it.path.dash = dash;
    it.path.gap = dash * 3 / 5;
    it.path.round = dash == 0;
    *array_push(c->a, &c->page.items) = it;
}
