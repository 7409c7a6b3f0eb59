/* range.c -- the national range in a table's cell: lowest to highest as a band, ticks at
 * its ends, a longer one at the average, which the own area's disc does not hide.  In:
 * percentages; out: items. */
#include "chart/canvas.h"

static length at_percent(const struct canvas *c, int percent)
{
    return (length)((long)c->width * percent / 100);
}

static void tick_draw(struct canvas *c, int percent, length high)
{
    const struct range_lengths *k = &c->s->range;
    if (percent >= 0)
        canvas_rectangle(c, at_percent(c, percent) - k->tick / 2, (k->height - high) / 2,
                         k->tick, high, canvas_colour(c, ROLE_RANGE_TICK));
}

static void disc_draw(struct canvas *c, length x, length y)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline = path_circle(c->a, 0, 0, c->s->range.disc);
    it.path.filled = it.path.stroked = true;
    it.path.fill = canvas_colour(c, ROLE_RANGE_OWN);
    it.path.stroke = canvas_colour(c, ROLE_RANGE_OWN_OUTLINE);
    it.path.line_width = c->s->range.disc_outline;
    *array_push(c->a, &c->page.items) = it;
}

struct drawing range_draw(struct arena *a, const struct style *s, int lowest, int highest,
                          int average, int own, length width)
{
    struct canvas c = {.a = a, .s = s, .width = width};
    const struct range_lengths *k = &s->range;
    canvas_rectangle(&c, 0, (k->height - k->line) / 2, width, k->line,
                     canvas_colour(&c, ROLE_RANGE_LINE));
    if (lowest >= 0 && highest > lowest)
        canvas_rectangle(&c, at_percent(&c, lowest), (k->height - k->band) / 2,
                         at_percent(&c, highest) - at_percent(&c, lowest), k->band,
                         canvas_colour(&c, ROLE_RANGE_BAND));
    tick_draw(&c, lowest, k->band);
    tick_draw(&c, average, k->height);
    tick_draw(&c, highest, k->band);
    if (own >= 0)
        disc_draw(&c, at_percent(&c, own), k->height / 2);
    return canvas_drawing(&c, width, k->height);
}
