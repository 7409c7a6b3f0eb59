/* contrast.c -- whether what stands side by side in a chart can be told apart.  In: the
 * house's colours; out: diagnostics.  Thresholds of WCAG 2: 1.4.3 for text, 1.4.11 for
 * graphics. */
#include "chart/canvas.h"

enum { TEXT_LEAST = 450, GRAPHICS_LEAST = 300 };

static const char *colour_key(enum colour_id id)
{
    static const char *const keys[] = {
#define X(id, key) key,
        STYLE_COLOURS(X)
#undef X
    };
    return keys[id];
}

static void pair_check(struct diags *d, const struct style *s, const char *what,
                       enum colour_id x, enum colour_id y, int least)
{
    int found = colour_contrast(s->colours[x], s->colours[y]);
    if (found < least)
        diag(d, DIAG_CONTRAST_LOW, (struct pos){0},
             "%s: colours \"%s\" and \"%s\" of %s have %d.%02d:1, but %d.%d:1 is the "
             "least; "
             "make one of them darker in style.yaml",
             what, colour_key(x), colour_key(y), s->name != NULL ? s->name : "the house",
             found / 100, found % 100, least / 100, least % 100 / 10);
}

static void text_check(struct diags *d, const struct style *s, const char *what,
                       enum type_id id)
{
    int found = colour_contrast(s->types[id].colour, s->colours[COLOUR_WHITE]);
    if (found < TEXT_LEAST)
        diag(d, DIAG_CONTRAST_LOW, (struct pos){0},
             "%s of a chart has %d.%02d:1 on white, but 4.5:1 is the least; give type %s "
             "a "
             "darker colour in style.yaml",
             what, found / 100, found % 100, what);
}

void chart_contrast(struct diags *d, const struct style *s)
{
    static const struct {
        enum colour_id x, y;
        int least;
    } pairs[] = {
        {COLOUR_BLUE, COLOUR_WHITE, TEXT_LEAST}, /* counts stand white on it */
        {COLOUR_ORANGE, COLOUR_WHITE, GRAPHICS_LEAST},
        {COLOUR_ORANGE, COLOUR_BLUE, GRAPHICS_LEAST},
        {COLOUR_RUST, COLOUR_WHITE, GRAPHICS_LEAST},
        {COLOUR_PLUM, COLOUR_WHITE, GRAPHICS_LEAST},
        {COLOUR_MID, COLOUR_WHITE, GRAPHICS_LEAST},
        {COLOUR_GREY, COLOUR_RANGE, GRAPHICS_LEAST},
        {COLOUR_BLUE, COLOUR_RANGE, GRAPHICS_LEAST},
    };
    for (size_t i = 0; i < LEN(pairs); i++)
        pair_check(d, s, "side by side in a chart", pairs[i].x, pairs[i].y,
                   pairs[i].least);
    text_check(d, s, "chart-label", TYPE_CHART_LABEL);
    text_check(d, s, "chart-value", TYPE_CHART_VALUE);
    text_check(d, s, "chart-axis", TYPE_CHART_AXIS);
    text_check(d, s, "chart-group", TYPE_CHART_GROUP);
}
