/* uprights.c -- columns on a scale of their own, in groups where several are compared;
 * each has its value at its end.  A target is a rule across.
 *
 *        61
 *       ====  58
 *       ====  ////
 *       ====  ////
 *      ==================  nought
 *          2012
 *
 * In: groups of bars; out: items below y.  Where the words would not fit side by side the
 * same bars lie, a row each. */
#include "chart/rise.h"

struct uprights {
    struct canvas *c;
    const struct chart *chart;
    struct rise rise;
    size_t columns; /* of a group */
    length pitch;   /* from group to group */
    length column;  /* width of one */
};

static size_t columns_of(const struct chart *chart)
{
    size_t most = 1;
    for (size_t g = 0; g < chart->group_count; g++) {
        size_t count = 0;
        for (size_t i = 0; i < chart->groups[g].bar_count; i++)
            count += !bar_is_target(&chart->groups[g].bars[i]);
        most = count > most ? count : most;
    }
    return most;
}

static void measure(struct uprights *u)
{
    const struct chart_series_lengths *k = &u->c->s->chart_series;
    const length count = (length)u->chart->group_count, n = (length)u->columns;
    u->pitch = u->rise.width / (count > 0 ? count : 1);
    u->column = (u->pitch - k->group_gap - (n - 1) * k->bar_gap) / n;
    u->column = u->column > k->bar_most ? k->bar_most : u->column;
}

static length left_of(const struct uprights *u, size_t group, size_t column)
{
    const struct chart_series_lengths *k = &u->c->s->chart_series;
    const length n = (length)u->columns;
    const length all = n * u->column + (n - 1) * k->bar_gap;
    return u->rise.left + (length)group * u->pitch + (u->pitch - all) / 2 +
           (length)column * (u->column + k->bar_gap);
}

/* Each value over its own column, each group's name under it on two lines at most. */
static bool words_fit(const struct uprights *u)
{
    struct canvas *c = u->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style *value = &c->s->types[TYPE_CHART_LABEL];
    if (u->column < 3 * k->bar_gap)
        return false;
    for (size_t g = 0; g < u->chart->group_count; g++) {
        const struct chart_group *group = &u->chart->groups[g];
        struct lines name = canvas_lines(c, &c->s->types[TYPE_CHART_LABEL], group->label,
                                         u->pitch - k->gap);
        if (name.count > 3)
            return false;
        for (size_t i = 0; i < name.count; i++)
            if (name.at[i].width > u->pitch - k->gap)
                return false;
        const length room =
            u->columns == 1 ? u->pitch - k->gap / 2 : u->column + k->bar_gap;
        for (size_t i = 0; i < group->bar_count; i++)
            if (group->bars[i].value != NULL && !bar_is_target(&group->bars[i]) &&
                canvas_text_width(c, value, group->bars[i].value) > room)
                return false;
    }
    return true;
}

/* Where a target's rule would go through the value over a column, or touch it. */
static bool is_crossed(const struct uprights *u, const struct chart_group *g, length end)
{
    const struct type_style *type = &u->c->s->types[TYPE_CHART_LABEL];
    for (size_t i = 0; i < g->bar_count; i++) {
        const length rule = rise_y(&u->rise, g->bars[i].count);
        if (bar_is_target(&g->bars[i]) && g->bars[i].value != NULL && rule < end &&
            rule > end - type->leading - u->c->s->chart_series.gap)
            return true;
    }
    return false;
}

/* At its top, where it is high enough; on solid in the colour for that. */
static bool value_inside(struct uprights *u, const struct chart_bar *bar, length x,
                         length end, length height)
{
    const struct chart_series_lengths *k = &u->c->s->chart_series;
    struct type_style type = type_bold(&u->c->s->types[TYPE_CHART_LABEL]);
    if (bar->count < 0 || height < type.leading + k->gap)
        return false;
    const length y = end + k->gap + 2 * type_middle(&type);
    if (bar->fill != FILL_SOLID) {
        rise_value(u->c, &type, bar->value, x + u->column / 2, y, ALIGN_MIDDLE);
        return true;
    }
    type.colour = canvas_colour(u->c, ROLE_CHART_ON_SOLID);
    canvas_word(u->c, &type, bar->value, x + u->column / 2, y, ALIGN_MIDDLE);
    return true;
}

static void column_draw(struct uprights *u, const struct chart_group *group,
                        const struct chart_bar *bar, length x)
{
    struct canvas *c = u->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const struct type_style bold = type_bold(type);
    const length nought = rise_nought(&u->rise), end = rise_y(&u->rise, bar->count);
    const length top = end < nought ? end : nought;
    const length height = end < nought ? nought - end : end - nought;
    if (bar->value == NULL)
        return;
    if (height > 0)
        canvas_fill(c, x, top, u->column, height, bar->fill);
    if (is_crossed(u, group, end) && value_inside(u, bar, x, end, height))
        return;
    const length baseline =
        bar->count < 0 ? end + k->gap / 2 + 2 * type_middle(type) : end - k->gap / 2;
    rise_value(c, bar->fill == FILL_SOLID ? &bold : type, bar->value, x + u->column / 2,
               baseline, ALIGN_MIDDLE);
}

/* Across all columns of the group. */
static void target_draw(struct uprights *u, const struct chart_bar *bar, size_t group)
{
    struct canvas *c = u->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const length left = left_of(u, group, 0) - k->target;
    const length right = left_of(u, group, u->columns - 1) + u->column + k->target;
    const length y = rise_y(&u->rise, bar->count), halo = c->s->chart_plot.halo;
    if (bar->value == NULL)
        return;
    canvas_rectangle(c, left, y - k->line / 2 - halo / 2, right - left, k->line + halo,
                     canvas_colour(c, ROLE_CHART_GROUND));
    canvas_rectangle(c, left, y - k->line / 2, right - left, k->line,
                     canvas_colour(c, ROLE_CHART_AXIS));
}

/* A value under a column has room over the names. */
static length names_top(const struct uprights *u)
{
    const struct type_style *type = &u->c->s->types[TYPE_CHART_LABEL];
    return u->rise.bottom + u->c->s->chart_series.gap / 3 +
           (u->rise.scale->lowest < 0 ? type->leading : 0);
}

static length group_draw(struct uprights *u, size_t g)
{
    struct canvas *c = u->c;
    const struct chart_group *group = &u->chart->groups[g];
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    size_t column = 0;
    for (size_t i = 0; i < group->bar_count; i++)
        if (!bar_is_target(&group->bars[i]))
            column_draw(u, group, &group->bars[i], left_of(u, g, column++));
    for (size_t i = 0; i < group->bar_count; i++)
        if (bar_is_target(&group->bars[i]))
            target_draw(u, &group->bars[i], g);
    struct lines name =
        canvas_lines(c, type, group->label, u->pitch - c->s->chart_series.gap);
    canvas_text(c, &name, u->rise.left + (length)g * u->pitch + u->pitch / 2,
                names_top(u) + type->leading, type->leading, ALIGN_MIDDLE);
    return (length)name.count * type->leading;
}

length uprights_draw(struct canvas *c, const struct chart *chart, length y)
{
    if (chart->scale == NULL)
        return y;
    struct uprights u = {c, chart, rise_of(c, chart, y, 0), columns_of(chart), 0, 0};
    measure(&u);
    if (!words_fit(&u))
        return gauges_draw(c, chart, y);
    rise_grid(c, &u.rise);
    length names = 0;
    for (size_t g = 0; g < chart->group_count; g++) {
        const length height = group_draw(&u, g);
        names = height > names ? height : names;
    }
    rise_base(c, &u.rise);
    return names_top(&u) + names + c->s->chart_series.gap;
}
