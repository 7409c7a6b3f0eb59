/* check.h -- what a screen reader would stumble over, seen in the pages before they are
 * written: what would fail PDF/UA-1 is an error at the user's line.  Faults that no
 * report can cause (a table cell outside a row) are bugs. */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "page/page.h"

/* After document_mark. */
void check_document(struct diags *d, const struct document *doc);

#endif
