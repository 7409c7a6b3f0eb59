/* contrast.c -- whether what stands side by side in a chart can be told apart.  In: the
 * house's colours; out: diagnostics.  Thresholds of WCAG 2: 1.4.3 for text, 1.4.11 for
 * graphics. */
#include "chart/canvas.h"

enum { TEXT_LEAST = 450, GRAPHICS_LEAST = 300 };

static void pair_check(struct diags *d, const struct style *s, const char *what,
                       enum role x, enum role y, int least)
{
    int found = colour_contrast(s->roles[x], s->roles[y]);
    if (found < least)
        diag(d, DIAG_CONTRAST_LOW, s->role_pos[x],
             "%s: colours \"%s\" and \"%s\" of %s have %d.%02d:1, but %d.%d:1 is the "
             "least; "
             "make one of them darker in style.yaml",
             what, s->role_colours[x], s->role_colours[y],
             s->name != NULL ? s->name : "the house", found / 100, found % 100,
             least / 100, least % 100 / 10);
}

static void text_check(struct diags *d, const struct style *s, const char *what,
                       enum type_id id)
{
    int found = colour_contrast(s->types[id].colour, s->roles[ROLE_CHART_GROUND]);
    if (found < TEXT_LEAST)
        diag(d, DIAG_CONTRAST_LOW, s->types[id].pos,
             "%s of a chart has %d.%02d:1 on white, but 4.5:1 is the least; give type %s "
             "a "
             "darker colour in style.yaml",
             what, found / 100, found % 100, what);
}

void chart_contrast(struct diags *d, const struct style *s)
{
    static const struct {
        enum role x, y;
        int least;
    } pairs[] = {
        {ROLE_CHART_ON_SOLID, ROLE_CHART_SOLID, TEXT_LEAST}, /* counts stand on it */
        {ROLE_CHART_SOLID, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_UP, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_DOWN, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_SHORT, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_SHORT, ROLE_CHART_SOLID, GRAPHICS_LEAST},
        {ROLE_CHART_DOWN_OUTLINE, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_CROSS, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_WHITE_OUTLINE, ROLE_CHART_GROUND, GRAPHICS_LEAST},
        {ROLE_CHART_DOT, ROLE_CHART_ZONE_1, GRAPHICS_LEAST},
        {ROLE_CHART_DOT, ROLE_CHART_ZONE_2, GRAPHICS_LEAST},
        {ROLE_CHART_DOT, ROLE_CHART_ZONE_3, GRAPHICS_LEAST},
        {ROLE_CHART_LIMIT, ROLE_CHART_ZONE_3, GRAPHICS_LEAST},
        {ROLE_CHART_SOLID, ROLE_CHART_ZONE_3, GRAPHICS_LEAST},
        {ROLE_RANGE_TICK, ROLE_RANGE_BAND, GRAPHICS_LEAST},
        {ROLE_RANGE_OWN, ROLE_RANGE_BAND, GRAPHICS_LEAST},
    };
    for (size_t i = 0; i < LEN(pairs); i++)
        pair_check(d, s, "side by side in a chart", pairs[i].x, pairs[i].y,
                   pairs[i].least);
    text_check(d, s, "chart-label", TYPE_CHART_LABEL);
    text_check(d, s, "chart-value", TYPE_CHART_VALUE);
    text_check(d, s, "chart-axis", TYPE_CHART_AXIS);
    text_check(d, s, "chart-group", TYPE_CHART_GROUP);
}
