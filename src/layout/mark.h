/* mark.h -- small drawings of the house: quotation marks, outlines.  All of them are
 * artifacts of layout. */
#ifndef LAYOUT_MARK_H
#define LAYOUT_MARK_H

#include "layout/strip.h"

/* draw_fn: an opening quotation mark, 15.4 x 12.6, its top left at (x, y). */
draw_fn quote_draw;

/* A frame whose stroke lies inside the rectangle. */
void outline_draw(struct canvas *c, length x, length y, length width, length height,
                  length thick, struct colour colour);

#endif
