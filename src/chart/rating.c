/* rating.c -- stars of which so many are full.  Knows nothing of how a rating came
 * about. */
#include "chart/canvas.h"

#define INNER 0.45 /* of the radius */
#define POINTS_OF_A_STAR 5

/* Sines and cosines of 0, 36, ... 324 degrees, the first point up: a table, because the
 * last bit of sin() differs between machines. */
static const struct {
    double x, y;
} corners[2 * POINTS_OF_A_STAR] = {
    {0, -1},
    {0.5877852523, -0.8090169944},
    {0.9510565163, -0.3090169944},
    {0.9510565163, 0.3090169944},
    {0.5877852523, 0.8090169944},
    {0, 1},
    {-0.5877852523, 0.8090169944},
    {-0.9510565163, 0.3090169944},
    {-0.9510565163, -0.3090169944},
    {-0.5877852523, -0.8090169944},
};

static struct path star_path(struct arena *a, length size)
{
    const double radius = POINTS(size);
    struct path_op *ops = NEW_ARRAY(a, struct path_op, LEN(corners) + 1);
    for (size_t i = 0; i < LEN(corners); i++) {
        double r = i % 2 == 0 ? radius : radius * INNER;
        ops[i].verb = i == 0 ? PATH_MOVE : PATH_LINE;
        ops[i].x[0] = PT(radius + r * corners[i].x);
        ops[i].y[0] = PT(radius + r * corners[i].y);
    }
    ops[LEN(corners)].verb = PATH_CLOSE;
    return (struct path){ops, LEN(corners) + 1};
}

struct drawing rating_draw(struct arena *a, const struct style *s, int full, int all)
{
    const struct stars_lengths *k = &s->stars;
    struct drawing g = {.width = (length)(all - 1) * k->pitch + 2 * k->radius,
                        .height = 2 * k->radius};
    struct item item = {.kind = ITEM_PATH};
    item.path.outline = star_path(a, k->radius);
    item.path.filled = item.path.stroked = true;
    item.path.stroke = s->roles[ROLE_STAR];
    item.path.line_width = k->outline;
    for (int i = 0; i < all; i++) {
        item.x = (length)i * k->pitch;
        item.path.fill = s->roles[i < full ? ROLE_STAR : ROLE_STAR_EMPTY];
        *array_push(a, &g.items) = item;
    }
    return g;
}
