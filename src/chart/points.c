/* points.c -- scores as signs of their judgements on one scale, a row each.
 *
 *     3.2 Sustaining outcomes       -------------------o      85%  p 19
 *     2.1 Minimising risk of harm   ---------o                64%  p 14
 *                                  40%   59%  75%    100%
 *
 * In: bars; out: items below y, and where the rows' last words stand, which are not drawn
 * here.  Knows no page. */
#include "chart/plot.h"

static void label_draw(struct canvas *c, const struct chart_bar *bar,
                       const struct lines *label, length baseline)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct type_style bold = type_bold(type);
    length left = bar->number != NULL ? c->s->chart_scores.label_left : 0;
    if (bar->number != NULL)
        canvas_word(c, &bold, bar->number, 0, baseline, ALIGN_LEFT);
    canvas_text(c, label, left, baseline, type->leading, ALIGN_LEFT);
}

static void point_draw(struct canvas *c, const struct plot *p,
                       const struct chart_bar *bar, length y)
{
    const struct chart_plot_lengths *k = &c->s->chart_plot;
    if (bar->percent < 0)
        return;
    length x = plot_x(p, bar->percent);
    canvas_rectangle(c, p->left, y - k->stem / 2, x - p->left, k->stem,
                     canvas_colour(c, ROLE_CHART_LINE));
    canvas_sign(c, x, y, k->sign - k->limit, bar->fill);
}

/* In the middle of its lines. */
static length row_draw(struct canvas *c, const struct plot *p,
                       const struct chart_bar *bar, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL],
                            *value = &c->s->types[TYPE_CHART_VALUE];
    length indent = bar->number != NULL ? c->s->chart_scores.label_left : 0;
    struct lines label = canvas_lines(c, type, bar->label, plot_words(c, p, indent));
    const struct plot_row row = plot_row(c, p, c->s->chart_points.row, &label, value, y);
    length height = row.height, middle = row.middle;
    length baseline = middle + type_middle(value);
    if (p->left == 0)
        plot_zones(c, p, y + height - c->s->chart_points.row, y + height);
    label_draw(c, bar, &label, row.label);
    point_draw(c, p, bar, middle);
    if (bar->value != NULL)
        canvas_word(c, value, bar->value, c->width - c->s->chart_points.beside, baseline,
                    ALIGN_RIGHT);
    *array_push(c->a, &c->rows) = baseline;
    return y + height;
}

/* The zones lie behind rows whose heights are known only when they are drawn. */
static length group_draw(struct canvas *c, const struct plot *p,
                         const struct chart_group *group, length y)
{
    struct canvas over = *c;
    over.page = (struct page){0};
    length bottom = y;
    for (size_t i = 0; i < group->bar_count; i++)
        bottom = row_draw(&over, p, &group->bars[i], bottom);
    if (p->left > 0) /* else each row has its own, under its words */
        plot_zones(c, p, y, bottom);
    for (size_t i = 0; i < over.page.items.len; i++)
        *array_push(c->a, &c->page.items) = over.page.items.at[i];
    c->rows = over.rows;
    return bottom;
}

length points_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct plot p = plot_of(c, chart);
    const struct type_style *axis = &c->s->types[TYPE_CHART_AXIS];
    for (size_t i = 0; i < chart->group_count; i++)
        y = group_draw(c, &p, &chart->groups[i], y);
    plot_ticks(c, &p, chart->axis, y + axis->leading);
    return y + axis->leading + c->s->chart_plot.limit;
}
