/* distribution.c -- headlines among those of all areas, a row each: the score, what was
 * judged and how, the areas, their average.  In: bars; out: items below y. */
#include "chart/plot.h"

/* "82%", and beside it what was judged, how, and what that means. */
struct written {
    struct lines title, remark, comment;
    length height;
};

static struct lines comment_fill(struct canvas *c, const struct chart_bar *bar,
                                 length width)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    struct type_style bold = type_bold(type);
    struct span spans[3];
    size_t count = 0;
    for (size_t i = 0; i < LEN(spans); i++)
        if (bar->comment[i] != NULL && bar->comment[i][0] != '\0')
            spans[count++] =
                span_of(i == 1 ? &bold : type, c->lang, bar->comment[i], NULL);
    if (count == 0)
        return (struct lines){0};
    return text_fill(c->t, c->a, c->d, spans, count, width, width);
}

static length lines_height(const struct lines *lines, const struct type_style *type)
{
    return (length)lines->count * type->leading;
}

static struct written write_row(struct canvas *c, const struct plot *p,
                                const struct chart_bar *bar)
{
    const struct chart_distribution_lengths *k = &c->s->chart_distribution;
    const struct type_style *title = &c->s->types[TYPE_CHART_TITLE],
                            *label = &c->s->types[TYPE_CHART_LABEL];
    struct type_style grey = *label;
    grey.colour = c->s->types[TYPE_CHART_AXIS].colour;
    length width = plot_words(c, p, k->words);
    struct written w = {
        .title = canvas_lines(c, title, bar->label, width),
        .remark = canvas_lines(c, &grey, bar->remark, width),
        .comment = comment_fill(c, bar, width - k->sign_gap),
    };
    w.height = lines_height(&w.title, title) + lines_height(&w.remark, label) +
               lines_height(&w.comment, label) + 2 * k->pad;
    w.height = p->left == 0 ? w.height + k->high + k->under /* the scale under them */
               : w.height > k->row ? w.height
                                   : k->row;
    return w;
}

static void words_draw(struct canvas *c, const struct chart_bar *bar,
                       const struct written *w, length y)
{
    const struct chart_distribution_lengths *k = &c->s->chart_distribution;
    const struct type_style *title = &c->s->types[TYPE_CHART_TITLE],
                            *label = &c->s->types[TYPE_CHART_LABEL],
                            *number = &c->s->types[TYPE_CHART_NUMBER];
    if (bar->value != NULL)
        canvas_word(c, number, bar->value, 0, y + k->number, ALIGN_LEFT);
    y += k->pad;
    canvas_text(c, &w->title, k->words, y + type_baseline(c->s, title), title->leading,
                ALIGN_LEFT);
    y += lines_height(&w->title, title);
    canvas_text(c, &w->remark, k->words, y + type_baseline(c->s, label), label->leading,
                ALIGN_LEFT);
    y += lines_height(&w->remark, label) + type_baseline(c->s, label);
    bool judged = bar->fill != FILL_NONE;
    if (judged)
        canvas_sign(c, k->words + c->s->chart_plot.small_sign, y - type_middle(label),
                    c->s->chart_plot.small_sign, bar->fill);
    canvas_text(c, &w->comment, k->words + (judged ? k->sign_gap : 0), y, label->leading,
                ALIGN_LEFT);
}

/* Right of its sign, left where it would not fit. */
static void own_draw(struct canvas *c, const struct plot *p, const char *name, int own,
                     length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_OWN];
    const length gap = c->s->chart_distribution.own_gap, x = plot_x(p, own);
    bool fits = x + gap + canvas_text_width(c, type, name) <= c->width;
    canvas_word(c, type, name, fits ? x + gap : x - gap, y + type_middle(type),
                fits ? ALIGN_LEFT : ALIGN_RIGHT);
}

static length row_draw(struct canvas *c, const struct plot *p,
                       const struct chart_bar *bar, const char *own, length y)
{
    const struct chart_distribution_lengths *k = &c->s->chart_distribution;
    const struct type_style *label = &c->s->types[TYPE_CHART_LABEL];
    struct written w = write_row(c, p, bar);
    length base = y + w.height - k->under, top = base - k->high;
    plot_zones(c, p, p->left == 0 ? top : y, y + w.height);
    words_draw(c, bar, &w, y);
    among_draw(c, p, &bar->distribution, top, base);
    if (own != NULL && bar->percent >= 0)
        own_draw(c, p, own, bar->percent, top + c->s->chart_plot.sign);
    if (bar->share != NULL)
        canvas_word(c, label, bar->share, c->width, base, ALIGN_RIGHT);
    canvas_rectangle(c, 0, y + w.height - c->s->chart_plot.limit / 2, c->width,
                     c->s->chart_plot.limit, canvas_colour(c, ROLE_CHART_GRID));
    return y + w.height;
}

static length head_draw(struct canvas *c, const struct plot *p, const struct chart *chart,
                        length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    length ticks = y + type->leading + type_baseline(c->s, type);
    struct lines head = canvas_lines(c, type, chart->head,
                                     c->s->chart_plot.right - c->s->chart.value_gap);
    length up = head.count > 0 ? (length)(head.count - 1) * type->leading : 0;
    plot_zone_names(c, p, chart->legend_title, ticks - type->leading);
    plot_ticks(c, p, chart->axis, ticks);
    canvas_text(c, &head, c->width, ticks - up, type->leading, ALIGN_RIGHT);
    y += 2 * type->leading + c->s->chart_plot.limit;
    canvas_rectangle(c, 0, y, c->width, c->s->chart_plot.limit,
                     canvas_colour(c, ROLE_CHART_LIMIT));
    return y + c->s->chart_plot.limit;
}

length distributions_draw(struct canvas *c, const struct chart *chart, length y)
{
    const struct plot p = plot_of(c, chart);
    const char *own = chart->own;
    y = head_draw(c, &p, chart, y);
    for (size_t g = 0; g < chart->group_count; g++)
        for (size_t i = 0; i < chart->groups[g].bar_count; i++) {
            y = row_draw(c, &p, &chart->groups[g].bars[i], own, y);
            own = NULL; /* once is enough */
        }
    return y;
}
