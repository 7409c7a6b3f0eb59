/* attachment.h -- a file inside the file (ISO 32000-2, 7.11.4 and 14.13), named,
 * described and associated with the document as PDF/A-4f and PDF/UA-2 ask (ISO
 * 19005-4, 6.9; ISO 14289-2, 8.14). */
#ifndef PDF_ATTACHMENT_H
#define PDF_ATTACHMENT_H

#include "pdf/plan.h"

/* Nothing when the document has none. */
void attachment_write(const struct plan *p);
/* The catalog's entries that lead to it. */
void put_attached(const struct plan *p, struct buf *out);

#endif
