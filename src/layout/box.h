/* box.h -- what boxes beside each other have of boxes under each other. */
#ifndef LAYOUT_BOX_H
#define LAYOUT_BOX_H

#include "layout/flow.h"

struct box;

/* Whether two elements are boxes of one look, and so several in a row. */
bool box_is_like(const struct element *e, const struct element *other);
/* What stands before a box; NULL: nothing. */
const struct element *box_before(const struct element *e);

/* The box's words, into a flow as wide as they may be. */
struct box *box_lay(struct flow *f, const struct element *e, const struct box_style *k);
/* The height of what stands at its side. */
length box_side_height(const struct box *b);
void box_ground(struct canvas *c, const struct box *b, length x, length top, length width,
                length height);
void box_side(struct canvas *c, const struct box *b, length x, length y);

/* cards.c: boxes whose look has columns stand beside each other, all of a row as high as
 * the highest; the first of a row lays them all. */
void flow_cards(struct flow *f, const struct element *e, const struct box_style *k);

#endif
