/* legend.c -- the key over a chart: its title, then a swatch and a label for each fill,
 * wrapped where they do not fit side by side. */
#include "chart/canvas.h"

#define LINE PT(14)
#define SWATCH PT(16)
#define SWATCH_GAP PT(6)
#define ENTRY_GAP PT(16)
#define UNDER PT(8)

/* The place of the next entry: its left end, and the line it stands in. */
struct place_in_legend {
    length x, y;
};

static void entry_wrap(struct canvas *c, struct place_in_legend *at, length width)
{
    if (at->x > 0 && at->x + width > c->width)
        *at = (struct place_in_legend){0, at->y + LINE};
}

static void title_draw(struct canvas *c, struct place_in_legend *at, const char *title)
{
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = LINE;
    type.colour = c->s->types[TYPE_CHART_AXIS].colour;
    canvas_word(c, &type, title, 0, type_baseline(c->s, &type), ALIGN_LEFT);
    at->x = canvas_text_width(c, &type, title) + ENTRY_GAP;
}

static void entry_draw(struct canvas *c, struct place_in_legend *at,
                       const struct chart_legend *entry)
{
    struct type_style type = c->s->types[TYPE_CHART_LABEL];
    type.leading = LINE;
    length label = canvas_text_width(c, &type, entry->label);
    entry_wrap(c, at, SWATCH + SWATCH_GAP + label);
    canvas_swatch(c, at->x, at->y + PT(2), entry->fill);
    canvas_word(c, &type, entry->label, at->x + SWATCH + SWATCH_GAP,
                at->y + type_baseline(c->s, &type), ALIGN_LEFT);
    at->x += SWATCH + SWATCH_GAP + label + ENTRY_GAP;
}

length canvas_legend(struct canvas *c, const struct chart *chart)
{
    struct place_in_legend at = {0};
    if (chart->legend_count == 0)
        return 0;
    if (chart->legend_title != NULL && chart->legend_title[0] != '\0')
        title_draw(c, &at, chart->legend_title);
    for (size_t i = 0; i < chart->legend_count; i++)
        entry_draw(c, &at, &chart->legend[i]);
    return at.y + LINE + UNDER;
}
