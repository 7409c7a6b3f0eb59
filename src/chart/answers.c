/* answers.c -- what people answered, a row for each question: one bar of all who answered
 * it, a part for each answer, and its number under it.
 *
 *     Did somebody explain what        ==========================|____
 *     would happen and why?            [=] 29 Yes  [ ] 2 No
 *
 * In: groups, whose bars are the answers; out: items below y. */
#include "chart/canvas.h"

static long answered(const struct chart_group *group)
{
    long all = 0;
    for (size_t i = 0; i < group->bar_count; i++)
        all += group->bars[i].count > 0 ? group->bars[i].count : 0;
    return all;
}

static void parts_draw(struct canvas *c, const struct chart_group *group, length left,
                       length y)
{
    long all = answered(group), before = 0;
    length width = c->width - left;
    for (size_t i = 0; i < group->bar_count && all > 0; i++) {
        const struct chart_bar *bar = &group->bars[i];
        if (bar->count <= 0)
            continue;
        length from = (length)((long)width * before / all);
        before += bar->count;
        length end = (length)((long)width * before / all);
        length gap = before < all ? c->s->chart_stacked.part_gap : 0;
        canvas_fill(c, left + from, y, end - from - gap, c->s->chart_answers.bar,
                    bar->fill);
    }
}

/* A swatch, the number and the answer of each, wrapped; gives the height. */
static length words_draw(struct canvas *c, const struct chart_group *group, length left,
                         length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    const length gap = c->s->chart_legend.swatch_gap;
    length x = left, top = y;
    for (size_t i = 0; i < group->bar_count; i++) {
        const struct chart_bar *bar = &group->bars[i];
        const char *words =
            arena_printf(c->a, "%s %s", bar->value != NULL ? bar->value : "", bar->label);
        length hang = c->s->swatch.width + gap / 2;
        length width = hang + canvas_text_width(c, type, words);
        if (x > left && x + width > c->width) {
            x = left;
            y += type->leading;
        }
        canvas_swatch(c, x, y + (type->leading - c->s->swatch.height) / 2, bar->fill);
        canvas_word(c, type, words, x + hang, y + type_baseline(c->s, type), ALIGN_LEFT);
        x += width + 2 * gap;
    }
    return y + type->leading - top;
}

static length row_draw(struct canvas *c, const struct chart_group *group, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const struct chart_answers_lengths *k = &c->s->chart_answers;
    const length left = c->s->chart_plot.left;
    struct lines label = canvas_lines(
        c, type, group->label, left > 0 ? left - 2 * c->s->chart.value_gap : c->width);
    canvas_text(c, &label, 0, y + type_baseline(c->s, type), type->leading, ALIGN_LEFT);
    length text = (length)label.count * type->leading;
    if (left == 0) { /* the question stands over its bar */
        y += text;
        text = 0;
    }
    parts_draw(c, group, left, y + k->over);
    length words = k->over + k->bar + k->under;
    words += words_draw(c, group, left, y + words);
    return y + (text > words ? text : words);
}

length answers_draw(struct canvas *c, const struct chart *chart, length y)
{
    for (size_t g = 0; g < chart->group_count; g++)
        y = row_draw(c, &chart->groups[g], y) +
            (g + 1 < chart->group_count ? c->s->chart_answers.gap : 0);
    return y;
}
