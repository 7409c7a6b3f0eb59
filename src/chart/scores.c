/* scores.c -- scores as bars to 100 %, in groups under their sections' titles.
 *
 *     1. Assessment and planning          v Section score 76%
 *     ------------------------------------+------------------
 *     1.1 Risk of harm to others    |//////// 71%    Moderate
 *     1.2 Likelihood of reoffending |========== 78%   Minimum
 *                                   0   25   50  75  100%
 *
 * In: groups and bars; out: items below y.  Knows no question and no band. */
#include "chart/canvas.h"

/* A bar's row: what is written in it, and where its middle is. */
struct row {
    const struct chart_bar *bar;
    struct lines label, remark;
    length top, height, middle;
};

static length plot_x(const struct canvas *c, int percent)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    length plot = c->width - k->plot_left - k->plot_right;
    return k->plot_left + (length)((long)plot * (percent < 100 ? percent : 100) / 100);
}

/* Whether labels stand over their bars, which begin at the left. */
static bool is_over(const struct canvas *c)
{
    return c->s->chart_scores.plot_left == 0;
}

static struct row row_measure(struct canvas *c, const struct chart_bar *bar, length top)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    const bool over = is_over(c);
    struct row row = {.bar = bar, .top = top};
    row.label = canvas_lines(c, type, bar->label,
                             over ? c->width - k->label_left : k->label_width);
    row.remark = canvas_lines(c, type, bar->remark, k->remark_width);
    size_t lines =
        over || row.label.count < row.remark.count ? row.remark.count : row.label.count;
    length text = (length)lines * type->leading + k->label_pad;
    row.height = (text > c->s->chart.row ? text : c->s->chart.row) + k->row_gap;
    length label = over ? (length)row.label.count * type->leading : 0;
    row.middle = top + label + (row.height - (over ? k->row_gap : 0)) / 2;
    row.height += label;
    return row;
}

/* The baseline of the first of some lines that stand in a row's middle. */
static length first_baseline(const struct row *row, const struct type_style *type,
                             size_t lines)
{
    length above = lines > 1 ? (length)(lines - 1) * type->leading / 2 : 0;
    return row->middle + type_middle(type) - above;
}

static void label_draw(struct canvas *c, const struct row *row)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct type_style bold = type_bold(type);
    length y = is_over(c) ? row->top + type_baseline(c->s, type)
                          : first_baseline(row, type, row->label.count);
    if (row->bar->number != NULL)
        canvas_word(c, &bold, row->bar->number, 0, y, ALIGN_LEFT);
    canvas_text(c, &row->label,
                row->bar->number != NULL ? c->s->chart_scores.label_left : 0, y,
                type->leading, ALIGN_LEFT);
    canvas_text(c, &row->remark, c->width, first_baseline(row, type, row->remark.count),
                type->leading, ALIGN_RIGHT);
}

static length remark_left(const struct canvas *c, const struct row *row)
{
    length left = c->width;
    for (size_t i = 0; i < row->remark.count; i++)
        if (c->width - row->remark.at[i].width < left)
            left = c->width - row->remark.at[i].width;
    return left;
}

/* The value on its white patch: behind the bar's end, or in it where the words at the
 * row's end need the room. */
static void value_draw(struct canvas *c, const struct row *row, length end)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    const struct type_style *type = &c->s->types[TYPE_CHART_VALUE];
    const length gap = c->s->chart.value_gap;
    length width = canvas_text_width(c, type, row->bar->value), x = end + gap;
    if (x + width + gap > remark_left(c, row) && end - width > k->plot_left + gap)
        x = end - gap - width;
    canvas_rectangle(c, x - k->patch_pad, row->middle - k->patch / 2,
                     width + 2 * k->patch_pad, k->patch,
                     canvas_colour(c, ROLE_CHART_GROUND));
    canvas_word(c, type, row->bar->value, x, row->middle + type_middle(type), ALIGN_LEFT);
}

static void bar_draw(struct canvas *c, const struct row *row)
{
    const struct chart_bar *bar = row->bar;
    length end = plot_x(c, bar->percent > 0 ? bar->percent : 0);
    canvas_bar(c, c->s->chart_scores.plot_left, end, row->middle, bar->fill);
    if (bar->value != NULL)
        value_draw(c, row, end);
}

/* Only behind the rows: the words between the groups stand free. */
static void grid_draw(struct canvas *c, length top, length bottom)
{
    const length thick = c->s->chart_scores.grid;
    for (int percent = 25; percent <= 100; percent += 25)
        canvas_rectangle(c, plot_x(c, percent) - thick / 2, top, thick, bottom - top,
                         canvas_colour(c, ROLE_CHART_GRID));
}

static length rows_draw(struct canvas *c, const struct chart_group *group, length y)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    struct row *rows = NEW_ARRAY(c->a, struct row, group->bar_count);
    length top = y;
    for (size_t i = 0; i < group->bar_count; i++) {
        rows[i] = row_measure(c, &group->bars[i], y);
        y += rows[i].height;
    }
    if (!is_over(c))
        grid_draw(c, top, y + k->grid_under);
    for (size_t i = 0; i < group->bar_count; i++) {
        const length words = (length)rows[i].label.count *
                             c->s->types[TYPE_CHART_LABEL].leading,
                     from = rows[i].top + words,
                     to = rows[i].top + rows[i].height - k->row_gap;
        if (is_over(c)) /* no line runs through words */
            grid_draw(c, from, to);
        label_draw(c, &rows[i]);
        bar_draw(c, &rows[i]);
        if (is_over(c))
            canvas_axis(c, k->plot_left, from, to);
    }
    if (!is_over(c))
        canvas_axis(c, k->plot_left, top, y + k->grid_under);
    return y;
}

/* The left end of a group's own score: right of its triangle, left of it where that would
 * not fit, at the right edge where there is no triangle. */
static length score_left(const struct canvas *c, const struct chart_group *group,
                         length width)
{
    if (group->percent < 0)
        return c->width - width;
    length x = plot_x(c, group->percent), gap = c->s->chart_scores.own_gap;
    return x + gap + width <= c->width ? x + gap : x - gap - width;
}

static void triangle_draw(struct canvas *c, length x, length y)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    const struct path_op ops[] = {
        {PATH_MOVE, {0}, {0}},
        {PATH_LINE, {-k->own_width / 2}, {-k->own_height}},
        {PATH_LINE, {k->own_width / 2}, {-k->own_height}},
        {.verb = PATH_CLOSE},
    };
    canvas_path(c, x, y, ops, LEN(ops), canvas_colour(c, ROLE_CHART_AXIS));
}

/* Title, rule, and the section's own score standing on it. */
static length head_draw(struct canvas *c, const struct chart_group *group, length y)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct type_style own = type_bold(&c->s->types[TYPE_CHART_LABEL]);
    bool scored = group->value != NULL && group->value[0] != '\0';
    length width = scored ? canvas_text_width(c, &own, group->value) : 0;
    length left = scored ? score_left(c, group, width) : c->width;
    length tip = group->percent >= 0 ? plot_x(c, group->percent) : c->width;
    length mark = tip - k->own_width / 2;
    length free = (left < mark ? left : mark) - k->title_gap;
    struct lines title = canvas_lines(c, type, group->label, free);
    length extra = title.count > 1 ? (length)(title.count - 1) * type->leading : 0;
    length rule = y + k->head + extra;
    canvas_text(c, &title, 0, y + k->title_baseline, type->leading, ALIGN_LEFT);
    canvas_rectangle(c, 0, rule - k->rule / 2, c->width, k->rule,
                     canvas_colour(c, ROLE_CHART_AXIS));
    if (group->percent >= 0)
        triangle_draw(c, tip, rule);
    if (scored)
        canvas_word(c, &own, group->value, left, rule - k->own_over, ALIGN_LEFT);
    return rule + k->row_gap;
}

/* Every tick has its words, or every other one where these are long. */
static length axis_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_scores_lengths *k = &c->s->chart_scores;
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    if (chart->axis == NULL)
        return y;
    length pitch = plot_x(c, 25) - plot_x(c, 0);
    length widest = canvas_text_width(c, type, chart->axis[CHART_TICKS - 1]);
    for (int i = 0, step = widest > pitch ? 2 : 1; i < CHART_TICKS; i += step)
        canvas_word(c, type, chart->axis[i], plot_x(c, 100 * i / (CHART_TICKS - 1)),
                    y + k->axis_baseline,
                    i == 0 && is_over(c) ? ALIGN_LEFT : ALIGN_MIDDLE);
    return y + k->axis_height;
}

length scores_draw(struct canvas *c, const struct chart *chart, length y)
{
    for (size_t i = 0; i < chart->group_count; i++) {
        const struct chart_group *group = &chart->groups[i];
        if (i > 0)
            y += c->s->chart.group_gap;
        if (group->label != NULL)
            y = head_draw(c, group, y);
        y = rows_draw(c, group, y);
    }
    return axis_draw(c, chart, y);
}
