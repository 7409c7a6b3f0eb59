/* stacked.c -- answers as parts of a bar that stands for all cases to which its question
 * applied, and so for 100 %: sufficient, not sufficient.
 *
 *     1. Was the first assessment good enough?      3 not applicable
 *     =========================|////////////////     27 of 33    82%
 *
 * In: bars; out: items below y. */
#include "chart/canvas.h"

/* What stands right of the bars: its columns are as wide as their widest words. */
struct columns {
    length share, value, room; /* room: of a bar */
};

static void widen(struct canvas *c, length *width, const struct type_style *type,
                  const char *text)
{
    length needs = text != NULL ? canvas_text_width(c, type, text) : 0;
    *width = needs > *width ? needs : *width;
}

static struct columns columns_measure(struct canvas *c, const struct chart *chart)
{
    const length gap = c->s->chart.value_gap;
    struct columns k = {0};
    for (size_t g = 0; g < chart->group_count; g++)
        for (size_t i = 0; i < chart->groups[g].bar_count; i++) {
            const struct chart_bar *bar = &chart->groups[g].bars[i];
            widen(c, &k.share, &c->s->types[TYPE_CHART_AXIS], bar->share);
            widen(c, &k.value, &c->s->types[TYPE_CHART_VALUE], bar->value);
        }
    k.room = c->width;
    k.room -= k.share > 0 ? k.share + 2 * gap : 0;
    k.room -= k.value > 0 ? k.value + 2 * gap : 0;
    return k;
}

/* White between the two, wherever there are two. */
void canvas_parts(struct canvas *c, const struct chart_bar *bar, length x, length width,
                  length y, length height)
{
    if (bar->base <= 0)
        return;
    long count = bar->count < bar->base ? bar->count : bar->base;
    length split = (length)((long)width * count / bar->base);
    length gap = count > 0 && count < bar->base ? c->s->chart_stacked.part_gap : 0;
    canvas_fill(c, x, y, split - gap, height, FILL_SOLID);
    canvas_fill(c, x + split, y, width - split, height, FILL_SHORT);
}

static void numbers_draw(struct canvas *c, const struct chart_bar *bar,
                         const struct columns *at, length middle)
{
    const struct type_style *share = &c->s->types[TYPE_CHART_AXIS],
                            *value = &c->s->types[TYPE_CHART_VALUE];
    length right = c->width - (at->value > 0 ? at->value + 2 * c->s->chart.value_gap : 0);
    if (bar->share != NULL)
        canvas_word(c, share, bar->share, right, middle + type_middle(value),
                    ALIGN_RIGHT);
    if (bar->value != NULL)
        canvas_word(c, value, bar->value, c->width, middle + type_middle(value),
                    ALIGN_RIGHT);
}

/* The question, and on its last line at the right how often it did not apply. */
static length label_draw(struct canvas *c, const struct chart_bar *bar, length y)
{
    const length line = c->s->chart_stacked.line;
    const struct type_style *grey = &c->s->types[TYPE_CHART_AXIS];
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = line;
    const char *text = bar->label;
    if (bar->number != NULL)
        text = arena_printf(c->a, "%s %s", bar->number, text != NULL ? text : "");
    length beside = 0;
    widen(c, &beside, grey, bar->rest);
    length free = c->width - (beside > 0 ? beside + 2 * c->s->chart.value_gap : 0);
    struct lines label = canvas_lines(c, &type, text, free);
    y += type_baseline(c->s, &type);
    canvas_text(c, &label, 0, y, line, ALIGN_LEFT);
    y += label.count > 0 ? (length)(label.count - 1) * line : 0;
    if (bar->rest != NULL)
        canvas_word(c, grey, bar->rest, c->width, y, ALIGN_RIGHT);
    return y + line - type_baseline(c->s, &type);
}

static length bar_draw(struct canvas *c, const struct chart_bar *bar,
                       const struct columns *at, length y)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    y = label_draw(c, bar, y) + k->label_gap;
    canvas_parts(c, bar, 0, at->room, y, k->bar);
    numbers_draw(c, bar, at, y + k->bar / 2);
    return y + k->bar;
}

length stacked_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct chart_stacked_lengths *k = &c->s->chart_stacked;
    const struct type_style *type = &c->s->types[TYPE_CHART_GROUP];
    struct columns at = columns_measure(c, chart);
    y += chart->legend_count > 0 ? k->legend_under : 0;
    for (size_t g = 0; g < chart->group_count; g++) {
        const struct chart_group *group = &chart->groups[g];
        struct lines title = canvas_lines(c, type, group->label, c->width);
        canvas_text(c, &title, 0, y + type_baseline(c->s, type), type->leading,
                    ALIGN_LEFT);
        if (title.count > 0)
            y += (length)title.count * type->leading + c->s->chart.title_under;
        for (size_t i = 0; i < group->bar_count; i++)
            y = bar_draw(c, &group->bars[i], &at, i > 0 ? y + k->bar_gap : y);
        y += g + 1 < chart->group_count ? k->bar_gap : k->under;
    }
    return y;
}
