/* draft.h -- `gwasg build --stage draft` and `embargo`: a preview that may be made again
 * and again, or, with --send, the named copies of recipients.csv, recorded in sent/ and
 * never overwritten.  All copies are written, and recorded, or none is. */
#ifndef CLI_DRAFT_H
#define CLI_DRAFT_H

#include "cli/pipeline.h"

void draft_build(struct run *r, struct buf *out);

/* What marks a preview of the stage, for r->stamp; `s` is the English.  Everything is
 * composed for it, to know the files that it is made from.  False, and said, when
 * something that it needs is missing. */
bool draft_stamp(struct run *r, const struct scores *s, struct stamp *stamp);

#endif
