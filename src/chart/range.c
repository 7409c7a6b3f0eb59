/* range.c -- the national range in a table's cell: lowest to highest as a band, ticks at
 * lowest, average and highest, the own area as a disc.  In: percentages; out: items. */
#include "chart/canvas.h"

#define HEIGHT PT(18)
#define BAND PT(10)
#define TICK PT(1.5)

static length at_percent(const struct canvas *c, int percent)
{
    return (length)((long)c->width * percent / 100);
}

static void tick_draw(struct canvas *c, int percent)
{
    if (percent >= 0)
        canvas_rectangle(c, at_percent(c, percent) - TICK / 2, (HEIGHT - BAND) / 2, TICK,
                         BAND, canvas_colour(c, COLOUR_GREY));
}

static void disc_draw(struct canvas *c, length x, length y)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline = path_circle(c->a, 0, 0, PT(5.5));
    it.path.filled = it.path.stroked = true;
    it.path.fill = canvas_colour(c, COLOUR_BLUE);
    it.path.stroke = canvas_colour(c, COLOUR_WHITE);
    it.path.line_width = PT(1.5);
    *array_push(c->a, &c->page.items) = it;
}

struct drawing range_draw(struct arena *a, const struct style *s, int lowest, int highest,
                          int average, int own, length width)
{
    struct canvas c = {.a = a, .s = s, .width = width};
    canvas_rectangle(&c, 0, HEIGHT / 2 - PT(0.375), width, PT(0.75),
                     canvas_colour(&c, COLOUR_MID));
    if (lowest >= 0 && highest > lowest)
        canvas_rectangle(&c, at_percent(&c, lowest), (HEIGHT - BAND) / 2,
                         at_percent(&c, highest) - at_percent(&c, lowest), BAND,
                         canvas_colour(&c, COLOUR_RANGE));
    tick_draw(&c, lowest);
    tick_draw(&c, average);
    tick_draw(&c, highest);
    if (own >= 0)
        disc_draw(&c, at_percent(&c, own), HEIGHT / 2);
    return canvas_drawing(&c, width, HEIGHT);
}
