/* swatch.c -- the small patterns of keys and of comments on a score.  In: a fill; out: a
 * drawing.  Knows no text. */
#include "chart/canvas.h"

static void tick_draw(struct canvas *c, length x)
{
    canvas_rectangle(c, x, 0, c->s->range.tick, c->s->swatch.height,
                     canvas_colour(c, ROLE_RANGE_TICK));
}

/* The whole band, its ends marked as in the cells. */
static struct drawing swatch_range(struct canvas *c)
{
    const struct swatch_lengths *k = &c->s->swatch;
    canvas_rectangle(c, 0, 0, k->width, k->height, canvas_colour(c, ROLE_RANGE_BAND));
    tick_draw(c, 0);
    tick_draw(c, k->width - c->s->range.tick);
    return canvas_drawing(c, k->width, k->height);
}

static struct drawing swatch_average(struct canvas *c)
{
    const struct swatch_lengths *k = &c->s->swatch;
    tick_draw(c, (k->average - c->s->range.tick) / 2);
    return canvas_drawing(c, k->average, k->height);
}

static struct drawing swatch_own(struct canvas *c)
{
    const struct swatch_lengths *k = &c->s->swatch;
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = path_circle(c->a, k->own / 2, k->own / 2, k->disc);
    it.path.filled = true;
    it.path.fill = canvas_colour(c, ROLE_RANGE_OWN);
    *array_push(c->a, &c->page.items) = it;
    return canvas_drawing(c, k->own, k->own);
}

/* On a field of 10 x 10. */
static struct drawing swatch_tick(struct canvas *c)
{
    struct path_op *ops = NEW_ARRAY(c->a, struct path_op, 3);
    ops[0] = (struct path_op){PATH_MOVE, {PT(1.2)}, {PT(5.4)}};
    ops[1] = (struct path_op){PATH_LINE, {PT(4)}, {PT(8.2)}};
    ops[2] = (struct path_op){PATH_LINE, {PT(9)}, {PT(2)}};
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = (struct path){ops, 3};
    it.path.stroked = true;
    it.path.stroke = canvas_colour(c, ROLE_SWATCH_TICK);
    it.path.line_width = c->s->swatch.tick;
    *array_push(c->a, &c->page.items) = it;
    return canvas_drawing(c, PT(10), PT(10));
}

struct drawing swatch_draw(struct arena *a, const struct style *s, enum fill fill)
{
    struct canvas c = {.a = a, .s = s};
    switch (fill) {
    case FILL_RANGE: return swatch_range(&c);
    case FILL_AVERAGE: return swatch_average(&c);
    case FILL_OWN: return swatch_own(&c);
    case FILL_TICK: return swatch_tick(&c);
    case FILL_SOLID:
    case FILL_HATCH_UP:
    case FILL_HATCH_DOWN:
    case FILL_CROSS:
    case FILL_UPRIGHT:
    case FILL_LEVEL:
    case FILL_GRID:
    case FILL_SHORT:
    case FILL_WHITE:
        canvas_swatch(&c, 0, 0, fill);
        return canvas_drawing(&c, s->swatch.width, s->swatch.height);
    case FILL_NONE: break;
    }
    bug("swatch of fill %d", (int)fill);
}
