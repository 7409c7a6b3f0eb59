/* sign.c -- the signs of the judgements in charts of points, each known by its shape: a
 * disc, a ring, a diamond, a cross.  In: a fill, by which the house tells judgements
 * apart; out: items round a middle.  Knows no scale. */
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

static struct path diamond(struct arena *a, length r)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, 5);
    ops[0] = (struct path_op){PATH_MOVE, {0}, {-r}};
    ops[1] = (struct path_op){PATH_LINE, {r}, {0}};
    ops[2] = (struct path_op){PATH_LINE, {0}, {r}};
    ops[3] = (struct path_op){PATH_LINE, {-r}, {0}};
    ops[4] = (struct path_op){.verb = PATH_CLOSE};
    return (struct path){ops, 5};
}

static struct path cross(struct arena *a, length r)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, 4);
    ops[0] = (struct path_op){PATH_MOVE, {-r}, {-r}};
    ops[1] = (struct path_op){PATH_LINE, {r}, {r}};
    ops[2] = (struct path_op){PATH_MOVE, {-r}, {r}};
    ops[3] = (struct path_op){PATH_LINE, {r}, {-r}};
    return (struct path){ops, 4};
}

void canvas_sign(struct canvas *c, length x, length y, length radius, enum fill fill)
{
    const length line = radius * 2 / 5, inner = radius - line / 2;
    const struct colour ground = canvas_colour(c, ROLE_CHART_GROUND),
                        solid = canvas_colour(c, ROLE_CHART_SOLID);
    switch (fill) {
    case FILL_HATCH_UP:
        shape(c, x, y, path_circle(c->a, 0, 0, inner), &ground, line, solid);
        return;
    case FILL_HATCH_DOWN:
        shape(c, x, y, diamond(c->a, radius), &ground, line,
              canvas_colour(c, ROLE_CHART_DOWN_OUTLINE));
        return;
    case FILL_CROSS:
        shape(c, x, y, cross(c->a, inner * 4 / 5), NULL, radius / 2,
              canvas_colour(c, ROLE_CHART_CROSS));
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
