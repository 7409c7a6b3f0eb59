/* layout.h -- the report tree to pages.  Blocks become strips; one page filler takes the
 * longest run of strips that fits with its notes and ends at a legal break
 * (docs/rules.md, Pages). Layout is a function of the pages that references name, run
 * until nothing moves. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "report/report.h"
#include "text/text.h"

/* NULL after a fault that leaves nothing to draw (said). */
struct document *layout(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *s, const struct report *r);

/* The strips before pages are filled: the dump "strips". */
void layout_strips_dump(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *s, const struct report *r, struct buf *out);

#endif
