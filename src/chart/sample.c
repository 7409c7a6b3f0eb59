/* sample.c -- counts as bars on one scale, their share in brackets behind them.  In: bars
 * and the count that takes the whole plot; out: items below y. */
#include "chart/canvas.h"

static void value_draw(struct canvas *c, const struct chart_bar *bar, length x, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct type_style bold = type_bold(type);
    const char *value = bar->value != NULL ? bar->value : "";
    const char *share = bar->share != NULL ? arena_printf(c->a, " %s", bar->share) : "";
    struct span spans[] = {span_of(&bold, c->lang, value, NULL),
                           span_of(type, c->lang, share, NULL)};
    struct lines lines = text_fill(c->t, c->a, c->d, spans, 2, WIDE, false);
    canvas_text(c, &lines, x, y, type->leading, ALIGN_LEFT);
}

/* A bar's length: the largest count of all charts takes the plot. */
static length bar_length(const struct canvas *c, const struct chart *chart, long count)
{
    long largest = chart->largest > 0 ? chart->largest : 1;
    length plot = c->width - c->s->chart_sample.plot_left - c->s->chart_sample.value_room;
    return (length)((long)plot * (count < largest ? count : largest) / largest);
}

static length bar_draw(struct canvas *c, const struct chart *chart,
                       const struct chart_bar *bar, length y)
{
    const struct chart_sample_lengths *k = &c->s->chart_sample;
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const bool over = k->plot_left == 0; /* the label stands over its bar */
    struct lines label =
        canvas_lines(c, type, bar->label, over ? c->width : k->label_width);
    length text = (length)label.count * type->leading + k->label_pad;
    if (over) {
        canvas_text(c, &label, 0, y + type_baseline(c->s, type), type->leading,
                    ALIGN_LEFT);
        y += text - k->label_pad;
        text = 0;
    }
    length height = text > c->s->chart.row ? text : c->s->chart.row;
    length middle = y + (height - k->axis_short) / 2;
    length above = label.count > 1 ? (length)(label.count - 1) * type->leading / 2 : 0;
    length end = k->plot_left + bar_length(c, chart, bar->count);
    if (!over)
        canvas_text(c, &label, 0, middle + type_middle(type) - above, type->leading,
                    ALIGN_LEFT);
    canvas_bar(c, k->plot_left, end, middle, bar->fill);
    if (over) /* no line runs through words */
        canvas_axis(c, 0, y, y + height - k->axis_short);
    value_draw(c, bar, end + c->s->chart.value_gap, middle + type_middle(type));
    return y + height + (over ? k->label_pad : 0);
}

static length group_draw(struct canvas *c, const struct chart *chart,
                         const struct chart_group *group, length y)
{
    const struct chart_sample_lengths *k = &c->s->chart_sample;
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct lines title = canvas_lines(c, type, group->label, c->width);
    canvas_text(c, &title, 0, y + type_baseline(c->s, type), type->leading, ALIGN_LEFT);
    if (title.count > 0)
        y += (length)title.count * type->leading + c->s->chart.title_under;
    length top = y;
    for (size_t i = 0; i < group->bar_count; i++)
        y = bar_draw(c, chart, &group->bars[i], y);
    if (k->plot_left > 0)
        canvas_axis(c, k->plot_left, top, y - k->axis_short);
    return y;
}

length sample_draw(struct canvas *c, const struct chart *chart, length y)
{
    for (size_t i = 0; i < chart->group_count; i++)
        y = group_draw(c, chart, &chart->groups[i],
                       i > 0 ? y + c->s->chart.group_gap : y);
    return y;
}
