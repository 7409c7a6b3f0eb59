/* plot.c -- what charts of points stand on: a scale up to 100 %, the judgements as shaded
 * zones with their limits, and the words over or under it.  In: a chart's legend, whose
 * entries have limits; out: items.  Knows no row. */
#include "chart/plot.h"

struct plot plot_of(const struct canvas *c, const struct chart *chart)
{
    const struct chart_plot_lengths *k = &c->s->chart_plot;
    return (struct plot){k->left, c->width - k->left - k->right, chart->lowest,
                         chart->legend, chart->legend_count};
}

length plot_x(const struct plot *p, int percent)
{
    int at = percent < p->lowest ? p->lowest : percent > 100 ? 100 : percent;
    return p->left + (length)((long)p->width * (at - p->lowest) / (100 - p->lowest));
}

length plot_words(const struct canvas *c, const struct plot *p, length indent)
{
    return (p->left > 0 ? p->left - c->s->chart.value_gap : c->width) - indent;
}

struct plot_row plot_row(const struct canvas *c, const struct plot *p, length least,
                         const struct lines *words, const struct type_style *figures,
                         length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_LABEL];
    const length lines = (length)words->count * type->leading;
    if (p->left == 0) /* over the scale */
        return (struct plot_row){lines + least, y + lines + least / 2,
                                 y + type_baseline(c->s, type)};
    length extra = words->count > 1 ? lines - type->leading : 0;
    length middle = y + (least + extra) / 2;
    return (struct plot_row){least + extra, middle,
                             middle + type_middle(figures) - extra / 2};
}

/* The best is white, the worst the deepest. */
static struct colour zone_colour(const struct canvas *c, size_t from_best)
{
    static const enum role roles[] = {ROLE_CHART_GROUND, ROLE_CHART_ZONE_1,
                                      ROLE_CHART_ZONE_2, ROLE_CHART_ZONE_3};
    size_t last = LEN(roles) - 1;
    return canvas_colour(c, roles[from_best < last ? from_best : last]);
}

void plot_zones(struct canvas *c, const struct plot *p, length top, length bottom)
{
    for (size_t i = 0; i < p->zone_count; i++) {
        const struct chart_legend *z = &p->zones[i];
        length left = plot_x(p, z->from);
        length right = i == 0 ? p->left + p->width : plot_x(p, p->zones[i - 1].from);
        if (i > 0 && right > left)
            canvas_rectangle(c, left, top, right - left, bottom - top, zone_colour(c, i));
    }
    for (size_t i = 0; i < p->zone_count; i++)
        if (p->zones[i].from > p->lowest)
            canvas_rectangle(c, plot_x(p, p->zones[i].from) - c->s->chart_plot.limit / 2,
                             top, c->s->chart_plot.limit, bottom - top,
                             canvas_colour(c, ROLE_CHART_LIMIT));
}

/* Where the name of a zone begins: in its middle, inside the plot. */
static length name_left(const struct plot *p, size_t zone, length width)
{
    length right = zone == 0 ? p->left + p->width : plot_x(p, p->zones[zone - 1].from);
    return (plot_x(p, p->zones[zone].from) + right - width) / 2;
}

/* Names that would touch each other are not there at all. */
static bool names_fit(struct canvas *c, const struct plot *p)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    length before = c->width;
    for (size_t i = 0; i < p->zone_count; i++) {
        length width = canvas_text_width(c, type, p->zones[i].label);
        length left = name_left(p, i, width);
        if (left + width > before)
            return false;
        before = left - c->s->chart.value_gap / 2;
    }
    return true;
}

bool plot_zone_names(struct canvas *c, const struct plot *p, const char *title, length y)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    if (!names_fit(c, p))
        return false;
    for (size_t i = 0; i < p->zone_count; i++) {
        length width = canvas_text_width(c, type, p->zones[i].label);
        canvas_word(c, type, p->zones[i].label, name_left(p, i, width), y, ALIGN_LEFT);
    }
    if (title != NULL && p->left > 0)
        canvas_word(c, type, title, p->left - c->s->chart.value_gap, y, ALIGN_RIGHT);
    return true;
}

static bool is_limit(const struct plot *p, int percent)
{
    for (size_t i = 0; i < p->zone_count; i++)
        if (p->zones[i].from == percent)
            return true;
    return false;
}

/* Whether a tick's words would touch those of a limit or of 100 %, which end the scale.
 */
static bool is_crowded(struct canvas *c, const struct plot *p, const char *const *words,
                       int percent)
{
    const struct type_style *type = &c->s->types[TYPE_CHART_AXIS];
    length needs = canvas_text_width(c, type, words[percent]) + c->s->chart.value_gap;
    length end = p->left + p->width - canvas_text_width(c, type, words[100]);
    if (percent < 100 && plot_x(p, percent) + needs / 2 > end)
        return true;
    for (size_t i = 0; i < p->zone_count; i++) {
        length between = plot_x(p, p->zones[i].from) - plot_x(p, percent);
        if (p->zones[i].from > p->lowest && between < needs && -between < needs)
            return true;
    }
    return false;
}

void plot_ticks(struct canvas *c, const struct plot *p, const char *const *words,
                length y)
{
    struct type_style grey = c->s->types[TYPE_CHART_AXIS], dark = grey;
    dark.colour = c->s->types[TYPE_CHART_LABEL].colour;
    for (int percent = 0; words != NULL && percent <= 100; percent++) {
        bool limit = percent > p->lowest && is_limit(p, percent);
        if (!limit && (percent % 20 != 0 || percent < p->lowest ||
                       is_crowded(c, p, words, percent)))
            continue;
        enum align align = percent == 100 ? ALIGN_RIGHT : ALIGN_MIDDLE;
        canvas_word(c, limit ? &dark : &grey, words[percent], plot_x(p, percent), y,
                    align);
    }
}
