/* page.c -- items and paths made and measured.  In: places and sizes; out: items that
 * belong to nothing yet (the caller sets the tag or the artifact's kind).  Knows nothing
 * of structure or of drawing. */
#include "page/page.h"

struct path path_rectangle(struct arena *a, length x, length y, length width,
                           length height)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, 5);
    ops[0] = (struct path_op){PATH_MOVE, {x}, {y}};
    ops[1] = (struct path_op){PATH_LINE, {x + width}, {y}};
    ops[2] = (struct path_op){PATH_LINE, {x + width}, {y + height}};
    ops[3] = (struct path_op){PATH_LINE, {x}, {y + height}};
    ops[4] = (struct path_op){.verb = PATH_CLOSE};
    return (struct path){ops, 5};
}

/* A quarter of the circle round (x, y): from (x + ax, y + ay) to (x + bx, y + by), both a
 * radius away.  4 (sqrt 2 - 1) / 3 of the radius is where a curve's handles stand. */
static struct path_op quarter(length x, length y, length ax, length ay, length bx,
                              length by)
{
    const double handle = 0.5522847498;
    return (struct path_op){
        PATH_CURVE,
        {x + ax + (length)(bx * handle), x + bx + (length)(ax * handle), x + bx},
        {y + ay + (length)(by * handle), y + by + (length)(ay * handle), y + by}};
}

struct path path_circle(struct arena *a, length x, length y, length radius)
{
    const length r = radius;
    struct path_op *ops = NEW_ARRAY(a, struct path_op, 6);
    ops[0] = (struct path_op){PATH_MOVE, {x + r}, {y}};
    ops[1] = quarter(x, y, r, 0, 0, r);
    ops[2] = quarter(x, y, 0, r, -r, 0);
    ops[3] = quarter(x, y, -r, 0, 0, -r);
    ops[4] = quarter(x, y, 0, -r, r, 0);
    ops[5] = (struct path_op){.verb = PATH_CLOSE};
    return (struct path){ops, 6};
}

struct item item_rectangle(struct arena *a, length x, length y, length width,
                           length height, struct colour fill)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline = path_rectangle(a, 0, 0, width, height);
    it.path.filled = true;
    it.path.fill = fill;
    return it;
}

struct item item_rule(struct arena *a, length x, length y, length width, length thick,
                      struct colour colour)
{
    return item_rectangle(a, x, y - thick / 2, width, thick, colour);
}

length run_width(const struct item *it)
{
    length width = 0;
    for (size_t i = 0; i < it->run.count; i++)
        width += it->run.glyphs[i].advance;
    return width;
}

static struct bounds run_bounds(const struct item *it)
{
    const length width = run_width(it);
    const length up = (length)(it->run.size * 0.8), down = it->run.size - up;
    if (it->run.turned)
        return (struct bounds){it->x - down, it->y, it->x + up, it->y + width};
    return (struct bounds){it->x, it->y - up, it->x + width, it->y + down};
}

static void bounds_add(struct bounds *b, bool first, length x, length y)
{
    b->left = first || x < b->left ? x : b->left;
    b->right = first || x > b->right ? x : b->right;
    b->top = first || y < b->top ? y : b->top;
    b->bottom = first || y > b->bottom ? y : b->bottom;
}

/* Of the points of the outline: a curve lies within its handles. */
static struct bounds path_bounds(const struct item *it)
{
    struct bounds b = {it->x, it->y, it->x, it->y};
    bool first = true;
    for (size_t i = 0; i < it->path.outline.count; i++) {
        const struct path_op *op = &it->path.outline.ops[i];
        const int points = op->verb == PATH_CURVE ? 3 : op->verb == PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++, first = false)
            bounds_add(&b, first, it->x + op->x[k], it->y + op->y[k]);
    }
    return b;
}

struct bounds item_bounds(const struct item *it)
{
    switch (it->kind) {
    case ITEM_RUN: return run_bounds(it);
    case ITEM_PATH: return path_bounds(it);
    case ITEM_IMAGE: break;
    }
    if (it->image.shown.right > it->image.shown.left)
        return it->image.shown;
    return (struct bounds){it->x, it->y, it->x + it->image.width,
                           it->y + it->image.height};
}
