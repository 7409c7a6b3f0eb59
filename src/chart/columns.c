/* columns.c -- groups of answers side by side, a thin bar under each question.
 *
 *     ====                          ====
 *     Most often                    Least often
 *     Was an intervention  51 of 52  Was the risk        12 of 29
 *     plan made?                98%  reviewed?                41%
 *     =============================  ============////////////////
 *
 * In: groups of bars; out: items below y.  Rows that stand side by side are equally high.
 */
#include "chart/canvas.h"

static length numbers_width(struct canvas *c, const struct chart_bar *bar)
{
    length share = bar->share == NULL
                       ? 0
                       : canvas_text_width(c, &c->s->types[TYPE_CHART_AXIS], bar->share);
    length value = bar->value == NULL
                       ? 0
                       : canvas_text_width(c, &c->s->types[TYPE_CHART_VALUE], bar->value);
    return share > value ? share : value;
}

static struct lines label_fill(struct canvas *c, const struct chart_bar *bar,
                               length width)
{
    return canvas_lines(c, &c->s->types[TYPE_CHART_LABEL], bar->label,
                        width - numbers_width(c, bar) - 2 * c->s->chart.value_gap);
}

/* The most lines of a label in a row; its numbers take two. */
static size_t row_lines(struct canvas *c, const struct chart *chart, size_t row,
                        length width)
{
    size_t most = 2;
    for (size_t g = 0; g < chart->group_count; g++) {
        if (row >= chart->groups[g].bar_count)
            continue;
        struct lines label = label_fill(c, &chart->groups[g].bars[row], width);
        most = label.count > most ? label.count : most;
    }
    return most;
}

static void bar_draw(struct canvas *c, const struct chart_bar *bar, length x,
                     length width, length y, size_t lines)
{
    const struct type_style *label = &c->s->types[TYPE_CHART_LABEL];
    struct lines words = label_fill(c, bar, width);
    length last = y + (length)(lines - 1) * label->leading;
    length first = last - label->leading, base = type_baseline(c->s, label);
    size_t over = lines - words.count;
    canvas_text(c, &words, x, y + base + (length)over * label->leading, label->leading,
                ALIGN_LEFT);
    if (bar->share != NULL)
        canvas_word(c, &c->s->types[TYPE_CHART_AXIS], bar->share, x + width, first + base,
                    ALIGN_RIGHT);
    if (bar->value != NULL)
        canvas_word(c, &c->s->types[TYPE_CHART_VALUE], bar->value, x + width, last + base,
                    ALIGN_RIGHT);
    canvas_parts(c, bar, x, width, last + label->leading + c->s->chart_columns.label_gap,
                 c->s->chart_columns.bar);
}

static length head_draw(struct canvas *c, const struct chart_group *group, length x,
                        length width, length y)
{
    const struct chart_columns_lengths *k = &c->s->chart_columns;
    const struct type_style *type = &c->s->types[TYPE_CHART_TITLE];
    if (group->label == NULL)
        return y;
    enum role role = group->fill == FILL_SHORT ? ROLE_CHART_SHORT : ROLE_CHART_SOLID;
    canvas_rectangle(c, x, y, c->s->heading.bar_width, c->s->heading.bar,
                     canvas_colour(c, role));
    y += c->s->heading.bar + k->title_gap;
    struct lines title = canvas_lines(c, type, group->label, width);
    canvas_text(c, &title, x, y + type_baseline(c->s, type), type->leading, ALIGN_LEFT);
    return y + (length)title.count * type->leading + k->title_gap;
}

/* One under the other, where they would be too narrow side by side. */
static length columns_under(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_columns_lengths *k = &c->s->chart_columns;
    for (size_t g = 0; g < chart->group_count; g++) {
        struct chart one = *chart;
        one.groups = &chart->groups[g];
        one.group_count = 1;
        y = columns_draw(c, &one, g > 0 ? y + k->gap : y);
    }
    return y;
}

length columns_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_columns_lengths *k = &c->s->chart_columns;
    length count = chart->group_count > 0 ? (length)chart->group_count : 1, rows_top = y;
    length width = (c->width - (count - 1) * k->gap) / count;
    size_t rows = 0;
    if (width < k->least && count > 1)
        return columns_under(c, chart, y);
    for (size_t g = 0; g < chart->group_count; g++) {
        const struct chart_group *group = &chart->groups[g];
        length top = head_draw(c, group, (length)g * (width + k->gap), width, y);
        rows_top = top > rows_top ? top : rows_top;
        rows = group->bar_count > rows ? group->bar_count : rows;
    }
    for (size_t row = 0; row < rows; row++) {
        size_t lines = row_lines(c, chart, row, width);
        for (size_t g = 0; g < chart->group_count; g++)
            if (row < chart->groups[g].bar_count)
                bar_draw(c, &chart->groups[g].bars[row], (length)g * (width + k->gap),
                         width, rows_top, lines);
        rows_top += (length)lines * c->s->types[TYPE_CHART_LABEL].leading + k->label_gap +
                    k->bar + (row + 1 < rows ? k->bar_gap : 0);
    }
    return rows_top;
}
