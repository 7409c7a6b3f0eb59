/* outline.h -- bookmarks and page labels: the two ways into a file that a reader shows
 * beside its pages (ISO 32000-1, 12.3.3 and 12.4.2). */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "pdf/plan.h"

void outline_write(const struct plan *p);

/* "<</Nums[0<</S/r>>2<</S/D>>]>>". */
void put_page_labels(const struct plan *p, struct buf *out);

#endif
