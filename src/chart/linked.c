/* linked.c -- what is compared on one scale, a row each: a sign for each of those who are
 * compared, joined by a line, and their values in columns.
 *
 *     1.1 Risk of harm to others        O--------*        74%  61%
 *
 * In: groups, whose bars are the points; out: items below y. */
#include "chart/plot.h"

#include <math.h>
#include <stdlib.h>

/* How many are compared at most: a column of values each. */
static size_t series_count(const struct chart *chart)
{
    size_t most = 0;
    for (size_t g = 0; g < chart->group_count; g++)
        if (chart->groups[g].bar_count > most)
            most = chart->groups[g].bar_count;
    return most;
}

static length column_right(const struct canvas *c, size_t series, size_t count)
{
    return c->width - (length)(count - 1 - series) * c->s->chart_linked.column;
}

static void line_draw(struct canvas *c, const struct plot *p,
                      const struct chart_group *group, length y)
{
    int lowest = 101, highest = -1;
    for (size_t i = 0; i < group->bar_count; i++) {
        int percent = group->bars[i].percent;
        lowest = percent >= 0 && percent < lowest ? percent : lowest;
        highest = percent > highest ? percent : highest;
    }
    const length thick = c->s->chart_plot.stem;
    if (highest > lowest)
        canvas_rectangle(c, plot_x(p, lowest), y - thick / 2,
                         plot_x(p, highest) - plot_x(p, lowest), thick,
                         canvas_colour(c, ROLE_CHART_LINE));
}

/* ---- signs ---- */

struct sign {
    length x, down; /* from the row's middle */
    enum fill fill;
};

static int by_x(const void *a, const void *b)
{
    const struct sign *s = a, *t = b;
    if (s->x == t->x)
        return (int)t->fill - (int)s->fill;
    return s->x < t->x ? -1 : 1;
}

/* How far a sign goes up, and the next as far down, so that they touch and no more. */
static length sign_way(const struct canvas *c, length along)
{
    const length touch = 2 * c->s->chart_plot.small_sign + c->s->chart_plot.halo / 2;
    const double room = (double)touch;
    return along >= touch ? 0 : (length)(sqrt(room * room - (double)along * along) / 2);
}

/* Signs of almost one value would lie over each other. */
static void signs_part(const struct canvas *c, struct sign *s, size_t count)
{
    qsort(s, count, sizeof *s, by_x);
    for (size_t i = 0; i + 1 < count; i++) {
        const length way = sign_way(c, s[i + 1].x - s[i].x);
        const int up = s[i].down > 0 ? -1 : 1;
        if (way > up * -s[i].down)
            s[i].down = -up * way;
        s[i + 1].down = up * way;
    }
}

static void signs_draw(struct canvas *c, const struct plot *p,
                       const struct chart_group *group, length y)
{
    struct sign *signs = NEW_ARRAY(c->a, struct sign, group->bar_count + 1);
    size_t count = 0;
    for (size_t i = group->bar_count; i-- > 0;)
        if (group->bars[i].value != NULL)
            signs[count++] =
                (struct sign){plot_x(p, group->bars[i].percent), 0, group->bars[i].fill};
    signs_part(c, signs, count);
    for (size_t i = 0; i < count; i++)
        canvas_sign(c, signs[i].x, y + signs[i].down, c->s->chart_plot.small_sign,
                    signs[i].fill);
}

static void values_of(struct canvas *c, const struct chart_group *group, length baseline,
                      size_t series)
{
    for (size_t i = group->bar_count; i-- > 0;) {
        const struct chart_bar *bar = &group->bars[i];
        if (bar->value == NULL) {
            canvas_word(c, &c->s->types[TYPE_CHART_AXIS], "\u2013",
                        column_right(c, i, series), baseline, ALIGN_RIGHT);
            continue;
        }
        canvas_word(c, &c->s->types[i == 0 ? TYPE_CHART_VALUE : TYPE_CHART_LABEL],
                    bar->value, column_right(c, i, series), baseline, ALIGN_RIGHT);
    }
}

static length row_draw(struct canvas *c, const struct plot *p,
                       const struct chart_group *group, length y, size_t series)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const char *number = group->bar_count > 0 ? group->bars[0].number : NULL;
    struct type_style bold = type_bold(type);
    length indent = number != NULL ? c->s->chart_scores.label_left : 0;
    struct lines label = canvas_lines(c, type, group->label, plot_words(c, p, indent));
    const struct plot_row row = plot_row(c, p, c->s->chart_linked.row, &label, type, y);
    length height = row.height, middle = row.middle;
    length baseline = middle + type_middle(type);
    if (number != NULL)
        canvas_word(c, &bold, number, 0, row.label, ALIGN_LEFT);
    canvas_text(c, &label, indent, row.label, type->leading, ALIGN_LEFT);
    canvas_rectangle(c, p->left, middle - c->s->chart_scores.grid / 2, p->width,
                     c->s->chart_scores.grid, canvas_colour(c, ROLE_CHART_GRID));
    line_draw(c, p, group, middle);
    signs_draw(c, p, group, middle);
    values_of(c, group, baseline, series);
    return y + height;
}

/* Over each column of values its sign. */
static length heads_draw(struct canvas *c, const struct chart *chart, length y,
                         size_t series)
{
    const length radius = c->s->chart_plot.small_sign;
    for (size_t i = 0; i < chart->legend_count && i < series; i++)
        canvas_sign(c, column_right(c, i, series) - 3 * radius, y, radius,
                    chart->legend[i].fill);
    return y + 2 * radius;
}

length linked_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct type_style *axis = &c->s->types[TYPE_CHART_AXIS];
    size_t series = series_count(chart);
    length right = (length)series * c->s->chart_linked.column + c->s->chart.value_gap;
    const struct plot p = {c->s->chart_plot.left,
                           c->width - c->s->chart_plot.left - right, chart->lowest, NULL,
                           0};
    if (chart->legend_count > 0)
        y = heads_draw(c, chart, y - c->s->chart_legend.under, series);
    for (size_t g = 0; g < chart->group_count; g++)
        y = row_draw(c, &p, &chart->groups[g], y, series);
    if (chart->axis == NULL)
        return y;
    plot_ticks(c, &p, chart->axis, y + axis->leading);
    return y + axis->leading + c->s->chart_plot.limit;
}
