/* evidence.h -- the column of figures beside findings. */
#ifndef LAYOUT_EVIDENCE_H
#define LAYOUT_EVIDENCE_H

#include "layout/flow.h"

/* Where the column begins, from the flow's left. */
length evidence_left(const struct flow *f);
/* A finding's rule and evidence, once the strips of its words are made, from `first` on;
 * f->tag: its body's, f->left and f->width those of the list. */
void flow_evidence(struct flow *f, const struct element *item, size_t first);

#endif
