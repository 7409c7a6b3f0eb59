/* layout.h -- the report tree to pages.  Blocks become strips; pages end where all of
 * them together are best (pagebreaks.h; docs/rules.md, Pages). Layout is a function of
 * the pages that references name, run until nothing moves. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "report/report.h"
#include "text/text.h"

/* NULL after a fault that leaves nothing to draw (said). */
struct document *layout(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *s, const struct report *r);

/* The strips before pages are filled: the dump "strips"; which of them each page took,
 * with the white at its foot, its spaces and its cost (pagebreaks.h), and what its end
 * parts: "breaks". */
void layout_strips_dump(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *s, const struct report *r, struct buf *out);
void layout_breaks_dump(struct arena *a, struct diags *d, struct faces *t,
                        const struct style *s, const struct report *r, struct buf *out);

#endif
