/* manuscript_welsh.h -- the Welsh half of the commands around manuscripts. */
#ifndef CLI_MANUSCRIPT_WELSH_H
#define CLI_MANUSCRIPT_WELSH_H

#include "cli/pipeline.h"
#include "manuscript/pairs.h"

/* The bytes of a document with each English paragraph and its Welsh. */
void export_welsh(struct run *r, const struct shows *shows, struct buf *bytes);
/* What came back, into cy.xlf; `pos`: the document. */
void import_welsh(struct run *r, const struct text_pairs *pairs, struct pos pos,
                  struct buf *out);

#endif
