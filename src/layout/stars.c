/* stars.c -- stars of which so many are full.  In: their element; out: a strip, or what
 * draws them.  Knows nothing of how a rating came about. */
#include "layout/stars.h"

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

void stars_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct stars_lengths *k = &c->s->style->stars;
    const struct stars *stars = what;
    struct item item = {.kind = ITEM_PATH, .tag = stars->tag, .y = y};
    item.path.outline = star_path(c->s->a, k->radius);
    item.path.filled = item.path.stroked = true;
    item.path.stroke = colour_of(c->s, ROLE_STAR);
    item.path.line_width = k->outline;
    for (int i = 0; i < stars->all; i++) {
        item.x = x + (length)i * k->pitch;
        item.path.fill = colour_of(c->s, i < stars->full ? ROLE_STAR : ROLE_STAR_EMPTY);
        *array_push(c->s->a, &c->page->items) = item;
    }
}

const struct stars *stars_new(struct flow *f, const struct element *e)
{
    struct stars *stars = NEW(f->s->a, struct stars);
    stars->full = e->set[AT_N];
    stars->all = e->set[AT_OUT_OF];
    if (stars->all < 1)
        return NULL;
    stars->tag = tag_block(f->s, f->tag, TAG_FIGURE, f->lang, e);
    stars->tag->alt = element_plain(f->s->a, e);
    return stars;
}

void flow_stars(struct flow *f, const struct element *e)
{
    const struct stars *stars = stars_new(f, e);
    if (stars == NULL)
        return;
    struct strip *strip = flow_push(f, 2 * f->s->style->stars.radius, 0, HOLD_ALWAYS);
    flow_draw(f, strip, stars_draw, stars, 0, 0);
    f->after = f->s->style->stars.after;
}
