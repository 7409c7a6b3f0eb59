/* stacked.c -- answers as parts of a bar that stands for all cases: sufficient, not
 * sufficient, not applicable; each with its count.  In: bars; out: items below y. */
#include "chart/canvas.h"

#define LINE PT(14)
#define LABEL_GAP PT(3)
#define BAR PT(19)
#define BAR_GAP PT(12)
#define UNDER PT(4)
#define SEGMENT_GAP PT(1.5)
#define COUNT_LEFT PT(8)
#define ASIDE                                                                            \
    PT(40) /* right of the bars, for a count that its part is too narrow for             \
            */
#define SWATCH PT(16)

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
    return canvas_text_width(c, &c->s->types[TYPE_CHART_VALUE], count) + PT(2) <= width;
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
        scale.room = c->width - (length)asides_most(c, chart, scale) * ASIDE;
    return scale;
}

/* The count in its part: 8 from its left end, in the middle where it is narrow; on a
 * hatch in a white patch. */
static void count_draw(struct canvas *c, const char *count, length x, length width,
                       length y, enum fill fill)
{
    struct type_style type = c->s->types[TYPE_CHART_VALUE];
    length text = canvas_text_width(c, &type, count);
    length left = width < text + 2 * COUNT_LEFT ? x + (width - text) / 2 : x + COUNT_LEFT;
    if (fill == FILL_SOLID)
        type.colour = canvas_colour(c, COLOUR_WHITE);
    else if (fill != FILL_WHITE)
        canvas_rectangle(c, left - PT(3.5), y + PT(2.5), text + PT(7), PT(14),
                         canvas_colour(c, COLOUR_WHITE));
    canvas_word(c, &type, count, left, y + BAR / 2 + type_middle(&type), ALIGN_LEFT);
}

/* A count beside the bar, with the swatch that says whose it is. */
static void aside_draw(struct canvas *c, const char *count, length x, length y,
                       enum fill fill)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_VALUE];
    canvas_swatch(c, x + PT(6), y + (BAR - PT(10)) / 2, fill);
    canvas_word(c, type, count, x + PT(6) + SWATCH + PT(3),
                y + BAR / 2 + type_middle(type), ALIGN_LEFT);
}

static void parts_draw(struct canvas *c, const struct scale *scale,
                       const struct chart_bar *bar, length y)
{
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
        length gap = before < scale->all ? SEGMENT_GAP : 0;
        canvas_fill(c, x, y, end - x - gap, BAR, fills[p]);
        if (count_fits(c, count, end - x)) {
            count_draw(c, count, x, end - x - gap, y, fills[p]);
        } else {
            aside_draw(c, count, aside, y, fills[p]);
            aside += ASIDE;
        }
    }
}

static length bar_draw(struct canvas *c, const struct scale *scale,
                       const struct chart_bar *bar, length y)
{
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = LINE;
    const char *text = bar->label;
    if (bar->number != NULL)
        text = arena_printf(c->a, "%s %s", bar->number, text != NULL ? text : "");
    struct lines label = canvas_lines(c, &type, text, c->width);
    canvas_text(c, &label, 0, y + type_baseline(c->s, &type), LINE, ALIGN_LEFT);
    y += (length)label.count * LINE + LABEL_GAP;
    parts_draw(c, scale, bar, y);
    return y + BAR;
}

length stacked_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct scale scale = scale_of(c, chart);
    y += chart->legend_count > 0 ? PT(7) : 0;
    for (size_t g = 0; g < chart->group_count; g++) {
        const struct chart_group *group = &chart->groups[g];
        struct lines title = canvas_lines(c, type, group->label, c->width);
        canvas_text(c, &title, 0, y + type_baseline(c->s, type), type->leading,
                    ALIGN_LEFT);
        if (title.count > 0)
            y += (length)title.count * type->leading + PT(6);
        for (size_t i = 0; i < group->bar_count; i++)
            y = bar_draw(c, &scale, &group->bars[i], i > 0 ? y + BAR_GAP : y);
        y += g + 1 < chart->group_count ? BAR_GAP : UNDER;
    }
    return y;
}
