/* lines.c -- lines over years, each with its name and newest figure at its end, so that
 * no legend is needed.
 *
 *      80 ------------------------------
 *         77.1
 *         *------*
 *      60 --------\--*------o  64.2 England and Wales
 *                   \-----*    61.0 Severnside
 *       0 ==============================
 *         2008 2009 2010 2011
 *
 * In: groups, a line each, whose bars are its years; out: items below y. */
#include "chart/rise.h"

#include <stdlib.h>

struct lines_drawing {
    struct canvas *c;
    const struct chart *chart;
    struct rise rise;
    length before; /* from the scale's left to the first year */
    size_t years;
};

static length x_of(const struct lines_drawing *l, size_t year)
{
    const length sign = l->c->s->chart_series.sign;
    const length width = l->rise.width - l->before - sign;
    const size_t steps = l->years > 1 ? l->years - 1 : 1;
    return l->rise.left + l->before + (length)((long)width * (long)year / (long)steps);
}

/* ---- a line ---- */

struct line_look {
    enum role role;
    length thick, dash;
};

/* Known apart without colour: by how the stroke goes, and by the sign at each year. */
static struct line_look look_of(const struct canvas *c, enum fill fill)
{
    const struct chart_series_lengths *k = &c->s->chart_series;
    if (fill == FILL_SOLID)
        return (struct line_look){ROLE_CHART_SOLID, k->line, 0};
    if (fill == FILL_HATCH_UP)
        return (struct line_look){ROLE_CHART_UP, k->thin, 0};
    if (fill == FILL_HATCH_DOWN)
        return (struct line_look){ROLE_CHART_DOWN_OUTLINE, k->thin, k->dash};
    if (fill == FILL_CROSS)
        return (struct line_look){ROLE_CHART_CROSS, k->thin, k->dash / 2};
    return (struct line_look){ROLE_CHART_AXIS, k->thin, k->dash / 2};
}

static bool is_target(const struct chart_group *g)
{
    return g->fill == FILL_AVERAGE;
}

/* Over years of which nothing is known there is no line. */
static void strokes_draw(struct lines_drawing *l, const struct chart_group *g)
{
    const struct line_look look = look_of(l->c, g->fill);
    struct path_op *ops = NEW_ARRAY(l->c->a, struct path_op, g->bar_count + 1);
    size_t count = 0;
    bool before = false;
    for (size_t i = 0; i < g->bar_count; i++) {
        const bool known = g->bars[i].value != NULL;
        if (known)
            ops[count++] = (struct path_op){before ? PATH_LINE : PATH_MOVE,
                                            {x_of(l, i)},
                                            {rise_y(&l->rise, g->bars[i].count)}};
        before = known;
    }
    if (count > 1)
        canvas_stroke(l->c, ops, count, look.thick, look.dash,
                      canvas_colour(l->c, look.role));
}

/* What is aimed at in one year alone. */
static void target_draw(struct lines_drawing *l, const struct chart_group *g)
{
    const struct chart_series_lengths *k = &l->c->s->chart_series;
    size_t known = 0, at = 0;
    for (size_t i = 0; i < g->bar_count; i++)
        if (g->bars[i].value != NULL) {
            known++;
            at = i;
        }
    const length half = 2 * k->sign;
    if (known == 1 && is_target(g))
        canvas_rectangle(l->c, x_of(l, at) - half,
                         rise_y(&l->rise, g->bars[at].count) - k->line / 2,
                         half + k->sign, k->line, canvas_colour(l->c, ROLE_CHART_AXIS));
}

static void signs_draw(struct lines_drawing *l, const struct chart_group *g)
{
    const length radius = l->c->s->chart_series.sign;
    for (size_t i = 0; i < g->bar_count; i++)
        if (g->bars[i].value != NULL && !is_target(g))
            canvas_sign(l->c, x_of(l, i), rise_y(&l->rise, g->bars[i].count), radius,
                        g->fill);
}

/* ---- at its ends ---- */

static size_t last_known(const struct chart_group *g)
{
    size_t last = g->bar_count;
    for (size_t i = 0; i < g->bar_count; i++)
        last = g->bars[i].value != NULL ? i : last;
    return last;
}

static size_t first_known(const struct chart_group *g)
{
    size_t i = 0;
    while (i < g->bar_count && g->bars[i].value == NULL)
        i++;
    return i;
}

struct line_end {
    const struct chart_group *of;
    struct lines words;
    const char *value;
    length value_width, height;
    length x, y; /* of the line's end */
    length top;
};

static int by_height(const void *a, const void *b)
{
    const struct line_end *s = a, *t = b;
    return (s->y > t->y) - (s->y < t->y);
}

static struct type_style name_type(const struct canvas *c, const struct chart_group *g)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    return g->fill == FILL_SOLID ? type_bold(type) : *type;
}

/* The area's is bold, as its name. */
static const struct type_style *value_type(const struct canvas *c,
                                           const struct chart_group *g)
{
    return &c->s->types[g->fill == FILL_SOLID ? TYPE_CHART_VALUE : TYPE_CHART_LABEL];
}

static struct line_end name_of(struct lines_drawing *l, const struct chart_group *g)
{
    struct canvas *c = l->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style type = name_type(c, g);
    const size_t last = last_known(g);
    struct line_end n = {.of = g,
                         .value = g->bars[last].value,
                         .x = x_of(l, last),
                         .y = rise_y(&l->rise, g->bars[last].count)};
    n.value_width = canvas_text_width(c, value_type(c, g), n.value);
    n.words =
        canvas_lines(c, &type, g->label, k->words - k->sign - 2 * k->gap - n.value_width);
    n.height = (length)(n.words.count > 0 ? n.words.count : 1) * type.leading;
    n.top = n.y - type.leading / 2;
    return n;
}

/* From the highest down, none over another; then up again where they would end below the
 * scale. */
static void names_part(const struct lines_drawing *l, struct line_end *names,
                       size_t count)
{
    const length leading = l->c->s->types[TYPE_CHART_LABEL].leading;
    length free = l->rise.top - leading, end = l->rise.bottom + leading / 2;
    qsort(names, count, sizeof *names, by_height);
    for (size_t i = 0; i < count; i++) {
        names[i].top = names[i].top < free ? free : names[i].top;
        free = names[i].top + names[i].height;
    }
    for (size_t i = count; i-- > 0;) {
        if (names[i].top + names[i].height > end)
            names[i].top = end - names[i].height;
        end = names[i].top;
    }
}

static void name_draw(struct lines_drawing *l, const struct line_end *n)
{
    struct canvas *c = l->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style type = name_type(c, n->of);
    const struct line_look look = look_of(c, n->of->fill);
    const length right = l->rise.left + l->rise.width;
    const length left = right + k->gap, middle = n->top + type.leading / 2;
    const length from = n->x + (is_target(n->of) ? 0 : k->sign + c->s->chart_plot.halo);
    const struct path_op leader[] = {{PATH_MOVE, {from}, {n->y}},
                                     {PATH_LINE, {left - k->gap / 3}, {middle}}};
    if (left - from > 2 * k->gap || labs(middle - n->y) > type.leading / 3)
        canvas_stroke(c, leader, LEN(leader), c->s->chart_scores.grid, 0,
                      canvas_colour(c, look.role));
    const length baseline = middle + type_middle(&type);
    canvas_word(c, value_type(c, n->of), n->value, left, baseline, ALIGN_LEFT);
    canvas_text(c, &n->words, left + n->value_width + k->gap, baseline, type.leading,
                ALIGN_LEFT);
}

static void names_draw(struct lines_drawing *l)
{
    struct line_end *names = NEW_ARRAY(l->c->a, struct line_end, l->chart->group_count);
    size_t count = 0;
    for (size_t g = 0; g < l->chart->group_count; g++)
        if (last_known(&l->chart->groups[g]) < l->years)
            names[count++] = name_of(l, &l->chart->groups[g]);
    names_part(l, names, count);
    for (size_t i = 0; i < count; i++)
        name_draw(l, &names[i]);
}

/* The figure that a line begins with: over it, or under it where another line
 * begins higher; left of its point, where no line goes. */
static void first_draw(struct lines_drawing *l, const struct chart_group *g)
{
    struct canvas *c = l->c;
    const struct chart_series_lengths *k = &c->s->chart_series;
    const struct type_style *type = value_type(c, g);
    const size_t first = first_known(g);
    if (first >= g->bar_count || is_target(g))
        return;
    const length y = rise_y(&l->rise, g->bars[first].count);
    length nearest_up = c->s->chart_series.height, nearest_down = nearest_up;
    for (size_t i = 0; i < l->chart->group_count; i++) {
        const struct chart_group *other = &l->chart->groups[i];
        if (other == g || other->bars[first].value == NULL)
            continue;
        const length away = y - rise_y(&l->rise, other->bars[first].count);
        if (away >= 0 && away < nearest_up)
            nearest_up = away;
        if (away < 0 && -away < nearest_down)
            nearest_down = -away;
    }
    const bool over = nearest_up >= nearest_down;
    if ((over ? nearest_up : nearest_down) < 2 * type->leading)
        return; /* its table has it */
    const length baseline = over ? y - k->sign - k->gap / 2
                                 : y + k->sign + k->gap / 2 + 2 * type_middle(type);
    rise_value(c, type, g->bars[first].value, x_of(l, first) + k->sign, baseline,
               ALIGN_RIGHT);
}

/* ---- the years ---- */

static void years_draw(struct lines_drawing *l)
{
    struct canvas *c = l->c;
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    const struct chart_group *g = &l->chart->groups[0];
    const length y = l->rise.bottom + type->leading;
    length free = WIDE;
    for (size_t i = g->bar_count; i-- > 0;) {
        const length width = canvas_text_width(c, type, g->bars[i].label);
        const length left = x_of(l, i) - width / 2;
        if (left + width > free)
            continue;
        canvas_word(c, type, g->bars[i].label, left, y, ALIGN_LEFT);
        free = left - c->s->chart_series.gap;
    }
}

length lines_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_series_lengths *k = &c->s->chart_series;
    if (chart->group_count == 0 || chart->scale == NULL)
        return y;
    struct lines_drawing l = {c, chart, rise_of(c, chart, y, k->words), 0,
                              chart->groups[0].bar_count};
    for (size_t g = 0; g < chart->group_count; g++) {
        const size_t first = first_known(&chart->groups[g]);
        length width = first < l.years
                           ? canvas_text_width(c, &c->s->types[TYPE_CHART_VALUE],
                                               chart->groups[g].bars[first].value)
                           : 0;
        l.before = width > l.before ? width : l.before;
    }
    rise_grid(c, &l.rise);
    for (size_t g = chart->group_count; g-- > 0;)
        strokes_draw(&l, &chart->groups[g]);
    for (size_t g = chart->group_count; g-- > 0;)
        signs_draw(&l, &chart->groups[g]);
    for (size_t g = 0; g < chart->group_count; g++)
        target_draw(&l, &chart->groups[g]);
    for (size_t g = 0; g < chart->group_count; g++)
        first_draw(&l, &chart->groups[g]);
    names_draw(&l);
    years_draw(&l);
    return l.rise.bottom + c->s->types[TYPE_CHART_AXIS].leading + k->gap;
}
