/* stars.h -- so many stars of which so many are full: alone among blocks, or at the side
 * of a box. */
#ifndef LAYOUT_STARS_H
#define LAYOUT_STARS_H

#include "layout/flow.h"

struct stars {
    int full, all;
    struct tag *tag;
};

/* NULL when there are none to draw. */
const struct stars *stars_new(struct flow *f, const struct element *e);
/* draw_fn: a struct stars, their top left at (x, y). */
draw_fn stars_draw;

#endif
