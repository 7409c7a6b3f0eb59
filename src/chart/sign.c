/* sign.c -- the signs of the judgements in charts of points, each known by its shape: a
 * disc, a ring, a diamond, a cross, a triangle, a square, a plus.  In: a fill, by which
 * the house tells judgements apart; out: items round a middle.  Knows no scale. */
#include "chart/canvas.h"

static void shape(struct canvas *c, length x, length y, struct path outline,
                  const struct colour *fill, length thick, struct colour line)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline = outline;
    it.path.filled = fill != NULL;
    if (fill != NULL)
        it.path.fill = *fill;
    it.path.stroked = thick > 0;
    it.path.stroke = line;
    it.path.line_width = thick;
    *array_push(c->a, &c->page.items) = it;
}

struct corner {
    int x, y; /* in radii */
};

static struct path polygon(struct arena *a, const struct corner *corners, size_t count,
                           length r)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, count + 1);
    for (size_t i = 0; i < count; i++)
        ops[i] = (struct path_op){
            i == 0 ? PATH_MOVE : PATH_LINE, {corners[i].x * r}, {corners[i].y * r}};
    ops[count] = (struct path_op){.verb = PATH_CLOSE};
    return (struct path){ops, count + 1};
}

/* Two strokes, from the first corner to the second and from the third to the last. */
static struct path strokes(struct arena *a, const struct corner corners[4], length r)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, 4);
    for (int i = 0; i < 4; i++)
        ops[i] = (struct path_op){
            i % 2 == 0 ? PATH_MOVE : PATH_LINE, {corners[i].x * r}, {corners[i].y * r}};
    return (struct path){ops, 4};
}

/* One that is closed, its ground white. */
static void framed(struct canvas *c, length x, length y, struct path outline, length line,
                   enum role role)
{
    const struct colour ground = canvas_colour(c, ROLE_CHART_GROUND);
    shape(c, x, y, outline, &ground, line, canvas_colour(c, role));
}

static struct path closed(struct arena *a, enum fill fill, length radius, length inner)
{
    static const struct corner diamond[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}},
                               triangle[] = {{0, -1}, {1, 1}, {-1, 1}},
                               square[] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    return fill == FILL_HATCH_UP  ? path_circle(a, 0, 0, inner)
           : fill == FILL_UPRIGHT ? polygon(a, triangle, LEN(triangle), inner)
           : fill == FILL_LEVEL   ? polygon(a, square, LEN(square), inner * 4 / 5)
                                  : polygon(a, diamond, LEN(diamond), radius);
}

void canvas_sign(struct canvas *c, length x, length y, length radius, enum fill fill)
{
    static const struct corner cross[] = {{-1, -1}, {1, 1}, {-1, 1}, {1, -1}},
                               plus[] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
    const length line = radius * 2 / 5, inner = radius - line / 2;
    const struct colour solid = canvas_colour(c, ROLE_CHART_SOLID);
    struct path outline = closed(c->a, fill, radius, inner);
    switch (fill) {
    case FILL_HATCH_UP: framed(c, x, y, outline, line, ROLE_CHART_SOLID); return;
    case FILL_UPRIGHT: framed(c, x, y, outline, line, ROLE_CHART_UP); return;
    case FILL_HATCH_DOWN:
    case FILL_LEVEL: framed(c, x, y, outline, line, ROLE_CHART_DOWN_OUTLINE); return;
    case FILL_CROSS:
    case FILL_GRID:
        outline = fill == FILL_CROSS ? strokes(c->a, cross, inner * 4 / 5)
                                     : strokes(c->a, plus, inner);
        shape(c, x, y, outline, NULL, radius / 2, canvas_colour(c, ROLE_CHART_CROSS));
        return;
    case FILL_NONE:
    case FILL_SOLID:
    case FILL_SHORT:
    case FILL_WHITE:
    case FILL_RANGE:
    case FILL_AVERAGE:
    case FILL_OWN:
    case FILL_TICK:
        shape(c, x, y, path_circle(c->a, 0, 0, radius), &solid, 0, solid);
        return;
    }
    bug("sign of fill %d", (int)fill);
}

void canvas_halo(struct canvas *c, length x, length y, length radius)
{
    const struct colour ground = canvas_colour(c, ROLE_CHART_GROUND);
    shape(c, x, y, path_circle(c->a, 0, 0, radius + c->s->chart_plot.halo), &ground, 0,
          ground);
}

struct drawing sign_draw(struct arena *a, const struct style *s, enum fill fill)
{
    struct canvas c = {.a = a, .s = s};
    const length radius = s->chart_plot.small_sign;
    canvas_sign(&c, radius, radius, radius, fill);
    return canvas_drawing(&c, 2 * radius, 2 * radius);
}
