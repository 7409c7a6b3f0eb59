/* mark.c -- in: a place on a page; out: the paths of the house's small drawings. */
#include "layout/mark.h"

/* Drawn on a field of 22 x 18, printed 15.4 wide: 0.7 of a point to the unit. */
#define U(n) PT((n)*0.7)

#define MOVE(X, Y)                                                                       \
    {                                                                                    \
        PATH_MOVE, {U(X)},                                                               \
        {                                                                                \
            U(Y)                                                                         \
        }                                                                                \
    }
#define LINE(X, Y)                                                                       \
    {                                                                                    \
        PATH_LINE, {U(X)},                                                               \
        {                                                                                \
            U(Y)                                                                         \
        }                                                                                \
    }
#define CURVE(X1, Y1, X2, Y2, X3, Y3)                                                    \
    {                                                                                    \
        PATH_CURVE, {U(X1), U(X2), U(X3)},                                               \
        {                                                                                \
            U(Y1), U(Y2), U(Y3)                                                          \
        }                                                                                \
    }
#define CLOSE                                                                            \
    {                                                                                    \
        PATH_CLOSE, {0},                                                                 \
        {                                                                                \
            0                                                                            \
        }                                                                                \
    }
#define QUOTE(X)                                                                         \
    MOVE(X, 18), LINE(X, 10), CURVE(X, 4, (X) + 3, 1, (X) + 8, 0), LINE((X) + 8, 3.4),   \
        CURVE((X) + 5.6, 4, (X) + 4.5, 5.4, (X) + 4.4, 8), LINE((X) + 8.5, 8),           \
        LINE((X) + 8.5, 18), CLOSE

static const struct path_op quote[] = {QUOTE(0), QUOTE(12.5)};

void quote_draw(struct canvas *c, const void *what, length x, length y)
{
    (void)what;
    struct item item = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    item.path.outline = (struct path){quote, LEN(quote)};
    item.path.filled = true;
    item.path.fill = colour_of(c->s, ROLE_QUOTE_MARK);
    *array_push(c->s->a, &c->page->items) = item;
}

void outline_draw(struct canvas *c, length x, length y, length width, length height,
                  length thick, struct colour colour)
{
    struct item item = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    item.path.outline = path_rectangle(c->s->a, x + thick / 2, y + thick / 2,
                                       width - thick, height - thick);
    item.path.stroked = true;
    item.path.stroke = colour;
    item.path.line_width = thick;
    *array_push(c->s->a, &c->page->items) = item;
}
