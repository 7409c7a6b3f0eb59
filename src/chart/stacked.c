/* stacked.c -- answers as parts of a bar that stands for all cases: sufficient, not
 * sufficient, not applicable; each with its count.  In: bars; out: items below y. */
#include "chart/canvas.h"

enum { PARTS = 3 };

/* The bars' common scale: `room` wide, `all` cases. */
struct scale {
    length room;
    long all;
};

static void parts_count(const struct chart_bar *bar, long all, long parts[PARTS])
{
    parts[0] = bar->count;
    parts[1] = bar->base - bar->count;
    parts[2] = all - bar->base;
}

static length part_x(const struct scale *scale, long cases)
{
    return (length)((long)scale->room * cases / scale->all);
}

static bool count_fits(struct canvas *c, const char *count, length width)
{
    return canvas_text_width(c, &c->s->types[TYPE_CHART_VALUE], count) +
               c->s->chart_stacked.count_room <=
           width;
}

/* How many counts of one bar do not fit into their parts, at most. */
static int asides_most(struct canvas *c, const struct chart *chart, struct scale scale)
{
    int most = 0;
    for (size_t g = 0; g < chart->group_count; g++)
        for (size_t i = 0; i < chart->groups[g].bar_count; i++) {
            long parts[PARTS];
            int asides = 0;
            parts_count(&chart->groups[g].bars[i], scale.all, parts);
            for (int p = 0; p < PARTS; p++)
                asides +=
                    parts[p] > 0 && !count_fits(c, lang_number(c->a, c->lang, parts[p]),
                                                part_x(&scale, parts[p]));
            most = asides > most ? asides : most;
        }
    return most;
}

static struct scale scale_of(struct canvas *c, const struct chart *chart)
{
    struct scale scale = {.room = c->width, .all = chart->largest};
    for (size_t g = 0; g < chart->group_count; g++)
        for (size_t i = 0; i < chart->groups[g].bar_count; i++)
            if (chart->groups[g].bars[i].base > scale.all)
                scale.all = chart->groups[g].bars[i].base;
    if (scale.all < 1)
        scale.all = 1;
    /* a narrower room makes more counts not fit, so twice: three asides are the most */
    for (int round = 0; round < 2; round++)
        scale.room =
            c->width - (length)asides_most(c, chart, scale) * c->s->chart_stacked.aside;
    return scale;
}

/* The count in its part: a little from its left end, in the middle where it is narrow; on
 * a hatch in a white patch. */
static void count_draw(struct canvas *c, const char *count, length x, length width,
                       length y, enum fill fill)
{
    struct type_style type = c->s->types[TYPE_CHART_VALUE];
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    length text = canvas_text_width(c, &type, count);
    length left =
        width < text + 2 * k->count_left ? x + (width - text) / 2 : x + k->count_left;
    if (fill == FILL_SOLID)
        type.colour = canvas_colour(c, ROLE_CHART_ON_SOLID);
    else if (fill != FILL_WHITE)
        canvas_rectangle(c, left - k->patch_pad, y + (k->bar - k->patch) / 2,
                         text + 2 * k->patch_pad, k->patch,
                         canvas_colour(c, ROLE_CHART_GROUND));
    canvas_word(c, &type, count, left, y + k->bar / 2 + type_middle(&type), ALIGN_LEFT);
}

/* A count beside the bar, with the swatch that says whose it is. */
static void aside_draw(struct canvas *c, const char *count, length x, length y,
                       enum fill fill)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    const struct type_style *type = &c->s->types[TYPE_CHART_VALUE];
    x += k->aside_left;
    canvas_swatch(c, x, y + (k->bar - c->s->swatch.height) / 2, fill);
    canvas_word(c, type, count, x + c->s->swatch.width + k->aside_gap,
                y + k->bar / 2 + type_middle(type), ALIGN_LEFT);
}

static void parts_draw(struct canvas *c, const struct scale *scale,
                       const struct chart_bar *bar, length y)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    static const enum fill fills[PARTS] = {FILL_SOLID, FILL_SHORT, FILL_WHITE};
    long parts[PARTS], before = 0;
    length aside = scale->room;
    parts_count(bar, scale->all, parts);
    for (int p = 0; p < PARTS; p++) {
        length x = part_x(scale, before), end = part_x(scale, before + parts[p]);
        before += parts[p];
        if (parts[p] <= 0)
            continue;
        const char *count = lang_number(c->a, c->lang, parts[p]);
        length gap = before < scale->all ? k->part_gap : 0;
        canvas_fill(c, x, y, end - x - gap, k->bar, fills[p]);
        if (count_fits(c, count, end - x)) {
            count_draw(c, count, x, end - x - gap, y, fills[p]);
        } else {
            aside_draw(c, count, aside, y, fills[p]);
            aside += k->aside;
        }
    }
}

static length bar_draw(struct canvas *c, const struct scale *scale,
                       const struct chart_bar *bar, length y)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = k->line;
    const char *text = bar->label;
    if (bar->number != NULL)
        text = arena_printf(c->a, "%s %s", bar->number, text != NULL ? text : "");
    struct lines label = canvas_lines(c, &type, text, c->width);
    canvas_text(c, &label, 0, y + type_baseline(c->s, &type), k->line, ALIGN_LEFT);
    y += (length)label.count * k->line + k->label_gap;
    parts_draw(c, scale, bar, y);
    return y + k->bar;
}

length stacked_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct scale scale = scale_of(c, chart);
    y += chart->legend_count > 0 ? k->legend_under : 0;
    for (size_t g = 0; g < chart->group_count; g++) {
        const struct chart_group *group = &chart->groups[g];
        struct lines title = canvas_lines(c, type, group->label, c->width);
        canvas_text(c, &title, 0, y + type_baseline(c->s, type), type->leading,
                    ALIGN_LEFT);
        if (title.count > 0)
            y += (length)title.count * type->leading + c->s->chart.title_under;
        for (size_t i = 0; i < group->bar_count; i++)
            y = bar_draw(c, &scale, &group->bars[i], i > 0 ? y + k->bar_gap : y);
        y += g + 1 < chart->group_count ? k->bar_gap : k->under;
    }
    return y;
}
