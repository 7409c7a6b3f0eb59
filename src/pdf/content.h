/* content.h -- a page's content stream with its marks: each of draw.h's sentinels becomes
 * the end of one marked-content sequence and the beginning of the next. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "page/page.h"
#include "pdf/token.h"

/* Refuses, as a bug, sentinels that are lost, doubled or out of order, marks that are
 * nested or cross a text object or a saved state, and anything painted outside a mark.
 * Tagged marks count from 0 as they come: that is their MCID. */
void content_mark(const struct page *p, struct slice content, struct buf *out);

#endif
