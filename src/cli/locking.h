/* locking.h -- the figures that somebody has signed (proof/locked.h), on the way of a
 * report to its readers. */
#ifndef CLI_LOCKING_H
#define CLI_LOCKING_H

#include "cli/pipeline.h"
#include "proof/locked.h"

/* Says each figure of these documents that is not as it was signed.  Of a run with both
 * editions the English is looked at; the Welsh is held to it by review_editions. */
void run_locked(struct run *r, const struct scores *in_language,
                const struct report *const *reports, size_t count);

/* Who has signed each of the figures that are listed; nothing where nobody has.  How many
 * are not as they were signed, into `out`. */
void run_signatures(struct run *r, struct figures_of *of, struct buf *out);

#endif
