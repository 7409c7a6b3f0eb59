/* content.h -- a page as a content stream (ISO 32000-1, 7.8.2): its items in their order,
 * each of its marks a marked-content sequence. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/material.h"

/* Tagged marks count from 0 as they come: that is their MCID. */
void content_write(const struct material *d, const struct page *p, struct buf *out);

#endif
