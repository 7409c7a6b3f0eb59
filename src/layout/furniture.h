/* furniture.h -- what stands on every page round the text: the foot, the marks of proofs
 * and drafts. */
#ifndef LAYOUT_FURNITURE_H
#define LAYOUT_FURNITURE_H

#include "layout/strip.h"

/* `foot`: false on a cover and on a letter's first page. */
void furniture_draw(struct canvas *c, bool foot, bool cover);

/* How much lower than its first line that which says the stage reaches: 0 unless it takes
 * several.  What fills the top of a page keeps clear of it. */
length stage_line_more(struct canvas *c);

#endif
