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

#define LABEL_AT PT(24) /* behind the number */
#define LABEL_WIDTH PT(186)
#define PLOT_LEFT PT(220)
#define PLOT_RIGHT PT(81.5) /* left free for the words at the end */
#define REMARK_WIDTH PT(77)
#define HEAD PT(20)
#define ROW PT(20)
#define ROW_GAP PT(4)
#define BAR PT(14)
#define VALUE_GAP PT(6)
#define GROUP_GAP PT(9)

/* A bar's row: what is written in it, and where its middle is. */
struct row {
    const struct chart_bar *bar;
    struct lines label, remark;
    length top, height, middle;
};

static length plot_x(const struct canvas *c, int percent)
{
    length plot = c->width - PLOT_LEFT - PLOT_RIGHT;
    return PLOT_LEFT + (length)((long)plot * (percent < 100 ? percent : 100) / 100);
}

static struct row row_measure(struct canvas *c, const struct chart_bar *bar, length top)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct row row = {.bar = bar, .top = top};
    row.label = canvas_lines(c, type, bar->label, LABEL_WIDTH);
    row.remark = canvas_lines(c, type, bar->remark, REMARK_WIDTH);
    size_t lines =
        row.label.count > row.remark.count ? row.label.count : row.remark.count;
    length text = (length)lines * type->leading + PT(1);
    row.height = (text > ROW ? text : ROW) + ROW_GAP;
    row.middle = top + row.height / 2;
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
    length y = first_baseline(row, type, row->label.count);
    if (row->bar->number != NULL)
        canvas_word(c, &bold, row->bar->number, 0, y, ALIGN_LEFT);
    canvas_text(c, &row->label, row->bar->number != NULL ? LABEL_AT : 0, y, type->leading,
                ALIGN_LEFT);
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
    const struct type_style *type = &c->s->types[TYPE_CHART_VALUE];
    length width = canvas_text_width(c, type, row->bar->value), x = end + VALUE_GAP;
    if (x + width + VALUE_GAP > remark_left(c, row) &&
        end - width > PLOT_LEFT + VALUE_GAP)
        x = end - VALUE_GAP - width;
    canvas_rectangle(c, x - PT(4), row->middle - PT(6.5), width + PT(8), PT(13),
                     canvas_colour(c, COLOUR_WHITE));
    canvas_word(c, type, row->bar->value, x, row->middle + type_middle(type), ALIGN_LEFT);
}

static void bar_draw(struct canvas *c, const struct row *row)
{
    const struct chart_bar *bar = row->bar;
    length end = plot_x(c, bar->percent > 0 ? bar->percent : 0);
    canvas_fill(c, PLOT_LEFT, row->middle - BAR / 2, end - PLOT_LEFT, BAR, bar->fill);
    if (bar->value != NULL)
        value_draw(c, row, end);
}

/* Only behind the rows: the words between the groups stand free. */
static void grid_draw(struct canvas *c, length top, length bottom)
{
    for (int percent = 25; percent <= 100; percent += 25)
        canvas_rectangle(c, plot_x(c, percent) - PT(0.25), top, PT(0.5), bottom - top,
                         canvas_colour(c, COLOUR_RULE));
}

static length rows_draw(struct canvas *c, const struct chart_group *group, length y)
{
    struct row *rows = NEW_ARRAY(c->a, struct row, group->bar_count);
    length top = y;
    for (size_t i = 0; i < group->bar_count; i++) {
        rows[i] = row_measure(c, &group->bars[i], y);
        y += rows[i].height;
    }
    grid_draw(c, top, y + PT(1));
    for (size_t i = 0; i < group->bar_count; i++) {
        label_draw(c, &rows[i]);
        bar_draw(c, &rows[i]);
    }
    canvas_rectangle(c, PLOT_LEFT - PT(0.5), top, PT(1), y + PT(1) - top,
                     canvas_colour(c, COLOUR_INK));
    return y;
}

/* The left end of a group's own score: right of its triangle, left of it where that would
 * not fit, at the right edge where there is no triangle. */
static length score_left(const struct canvas *c, const struct chart_group *group,
                         length width)
{
    if (group->percent < 0)
        return c->width - width;
    length x = plot_x(c, group->percent);
    return x + PT(9) + width <= c->width ? x + PT(9) : x - PT(9) - width;
}

static void triangle_draw(struct canvas *c, length x, length y)
{
    const struct path_op ops[] = {
        {PATH_MOVE, {0}, {0}},
        {PATH_LINE, {PT(-5)}, {PT(-8)}},
        {PATH_LINE, {PT(5)}, {PT(-8)}},
        {.verb = PATH_CLOSE},
    };
    canvas_path(c, x, y, ops, LEN(ops), canvas_colour(c, COLOUR_INK));
}

/* Title, rule, and the section's own score standing on it. */
static length head_draw(struct canvas *c, const struct chart_group *group, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct type_style own = type_bold(&c->s->types[TYPE_CHART_LABEL]);
    bool scored = group->value != NULL && group->value[0] != '\0';
    length width = scored ? canvas_text_width(c, &own, group->value) : 0;
    length left = scored ? score_left(c, group, width) : c->width;
    length tip = group->percent >= 0 ? plot_x(c, group->percent) : c->width;
    length free = (left < tip - PT(5) ? left : tip - PT(5)) - PT(8);
    struct lines title = canvas_lines(c, type, group->label, free);
    length extra = title.count > 1 ? (length)(title.count - 1) * type->leading : 0;
    length rule = y + HEAD + extra;
    canvas_text(c, &title, 0, y + PT(13.5), type->leading, ALIGN_LEFT);
    canvas_rectangle(c, 0, rule - PT(0.375), c->width, PT(0.75),
                     canvas_colour(c, COLOUR_INK));
    if (group->percent >= 0)
        triangle_draw(c, tip, rule);
    if (scored)
        canvas_word(c, &own, group->value, left, rule - PT(6.5), ALIGN_LEFT);
    return rule + ROW_GAP;
}

/* Every tick has its words, or every other one where these are long. */
static length axis_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    if (chart->axis == NULL)
        return y;
    length pitch = plot_x(c, 25) - plot_x(c, 0);
    length widest = canvas_text_width(c, type, chart->axis[CHART_TICKS - 1]);
    for (int i = 0; i<CHART_TICKS; i += widest> pitch ? 2 : 1)
        canvas_word(c, type, chart->axis[i], plot_x(c, 100 * i / (CHART_TICKS - 1)),
                    y + PT(13), ALIGN_MIDDLE);
    return y + PT(17);
}

length scores_draw(struct canvas *c, const struct chart *chart, length y)
{
    for (size_t i = 0; i < chart->group_count; i++) {
        const struct chart_group *group = &chart->groups[i];
        if (i > 0)
            y += GROUP_GAP;
        if (group->label != NULL)
            y = head_draw(c, group, y);
        y = rows_draw(c, group, y);
    }
    return axis_draw(c, chart, y);
}
