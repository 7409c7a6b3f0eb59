/* legend.c -- the key over a chart: its title, then a swatch and a label for each fill,
 * wrapped where they do not fit side by side. */
#include "chart/canvas.h"

/* The place of the next entry: its left end, and the line it stands in. */
struct place_in_legend {
    length x, y;
};

static void entry_wrap(struct canvas *c, struct place_in_legend *at, length width)
{
    if (at->x > 0 && at->x + width > c->width)
        *at = (struct place_in_legend){0, at->y + c->s->chart_legend.line};
}

static void title_draw(struct canvas *c, struct place_in_legend *at, const char *title)
{
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = c->s->chart_legend.line;
    type.colour = c->s->types[TYPE_CHART_AXIS].colour;
    canvas_word(c, &type, title, 0, type_baseline(c->s, &type), ALIGN_LEFT);
    at->x = canvas_text_width(c, &type, title) + c->s->chart_legend.entry_gap;
}

/* A rule as it lies across columns, or stands across bars. */
static void target_draw(struct canvas *c, length x, length middle, bool upright)
{
    const length thick = c->s->chart_series.line, wide = c->s->swatch.width,
                 high = c->s->swatch.height;
    if (upright)
        canvas_rectangle(c, x + wide / 2 - thick / 2, middle - high / 2, thick, high,
                         canvas_colour(c, ROLE_CHART_AXIS));
    else
        canvas_rectangle(c, x, middle - thick / 2, wide, thick,
                         canvas_colour(c, ROLE_CHART_AXIS));
}

static void entry_draw(struct canvas *c, struct place_in_legend *at,
                       const struct chart_legend *entry, enum chart_kind kind)
{
    const struct chart_legend_lengths *k = &c->s->chart_legend;
    const bool sign = kind == CHART_LINKED;
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = k->line;
    length hang =
        (sign ? 2 * c->s->chart_plot.small_sign : c->s->swatch.width) + k->swatch_gap;
    length label = canvas_text_width(c, &type, entry->label);
    entry_wrap(c, at, hang + label);
    length radius = c->s->chart_plot.small_sign;
    if (sign)
        canvas_sign(c, at->x + hang - k->swatch_gap - radius, at->y + k->line / 2, radius,
                    entry->fill);
    else if (entry->fill == FILL_AVERAGE) /* of series: what is aimed at */
        target_draw(c, at->x, at->y + k->line / 2, kind == CHART_GAUGES);
    else
        canvas_swatch(c, at->x, at->y + (k->line - c->s->swatch.height) / 2, entry->fill);
    canvas_word(c, &type, entry->label, at->x + hang, at->y + type_baseline(c->s, &type),
                ALIGN_LEFT);
    at->x += hang + label + k->entry_gap;
}

length canvas_legend(struct canvas *c, const struct chart *chart)
{
    struct place_in_legend at = {0};
    if (chart->legend_count == 0)
        return 0;
    if (chart->legend_title != NULL && chart->legend_title[0] != '\0')
        title_draw(c, &at, chart->legend_title);
    for (size_t i = 0; i < chart->legend_count; i++)
        entry_draw(c, &at, &chart->legend[i], chart->kind);
    return at.y + c->s->chart_legend.line + c->s->chart_legend.under;
}
