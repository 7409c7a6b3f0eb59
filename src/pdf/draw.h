/* draw.h -- pages to cairo's PDF, in memory.  Before every mark of a page, and once
 * behind the last, a sentinel is drawn: a rectangle of SENTINEL_WIDTH x SENTINEL_HEIGHT
 * points, the k-th of a page at (sentinel_x(k), sentinel_y(k)), so that content.c sees
 * each loss, doubling or change of order.  cairo's own tags differ between its versions
 * and are not used. */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "text/text.h"

#define SENTINEL_WIDTH (3 / 256.)
#define SENTINEL_HEIGHT (5 / 256.)

static inline double sentinel_x(size_t k)
{
    return 1 + (double)(k % 256);
}
static inline double sentinel_y(size_t k)
{
    const size_t row = k / 256;
    return 1 + (double)row;
}

/* The bytes of a PDF 1.4 with a classic cross-reference table. */
struct buf draw_pages(struct arena *a, struct faces *t, const struct document *doc);

#endif
