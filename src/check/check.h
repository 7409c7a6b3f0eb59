/* check.h -- what a screen reader would stumble over, seen in the pages before they are
 * written: what would fail PDF/UA-1 is an error at the user's line.  Faults that no
 * report can cause (a table cell outside a row) are bugs. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "page/page.h"
#include "style/style.h"

/* After document_mark.  `style` names what is to be changed; NULL: not known. */
void check_document(struct diags *d, const struct document *doc,
                    const struct style *style);

#endif
