/* swatch.c -- the small patterns of keys and of comments on a score.  In: a fill; out: a
 * drawing.  Knows no text. */
#include "chart/canvas.h"

#define TICK_THICK PT(1.5)

/* The whole band, its ends marked as in the cells. */
static struct drawing swatch_range(struct canvas *c)
{
    canvas_rectangle(c, 0, 0, PT(16), PT(10), canvas_colour(c, COLOUR_RANGE));
    canvas_rectangle(c, 0, 0, TICK_THICK, PT(10), canvas_colour(c, COLOUR_GREY));
    canvas_rectangle(c, PT(16) - TICK_THICK, 0, TICK_THICK, PT(10),
                     canvas_colour(c, COLOUR_GREY));
    return canvas_drawing(c, PT(16), PT(10));
}

static struct drawing swatch_average(struct canvas *c)
{
    canvas_rectangle(c, PT(2.5) - TICK_THICK / 2, 0, TICK_THICK, PT(10),
                     canvas_colour(c, COLOUR_GREY));
    return canvas_drawing(c, PT(5), PT(10));
}

static struct drawing swatch_own(struct canvas *c)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = path_circle(c->a, PT(5.5), PT(5.5), PT(5));
    it.path.filled = true;
    it.path.fill = canvas_colour(c, COLOUR_BLUE);
    *array_push(c->a, &c->page.items) = it;
    return canvas_drawing(c, PT(11), PT(11));
}

static struct drawing swatch_tick(struct canvas *c)
{
    struct path_op *ops = NEW_ARRAY(c->a, struct path_op, 3);
    ops[0] = (struct path_op){PATH_MOVE, {PT(1.2)}, {PT(5.4)}};
    ops[1] = (struct path_op){PATH_LINE, {PT(4)}, {PT(8.2)}};
    ops[2] = (struct path_op){PATH_LINE, {PT(9)}, {PT(2)}};
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = (struct path){ops, 3};
    it.path.stroked = true;
    it.path.stroke = canvas_colour(c, COLOUR_INK);
    it.path.line_width = PT(1.5);
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
    case FILL_SHORT:
    case FILL_WHITE:
        canvas_swatch(&c, 0, 0, fill);
        return canvas_drawing(&c, PT(16), PT(10));
    case FILL_NONE: break;
    }
    bug("swatch of fill %d", (int)fill);
}
