/* evidence.h -- the column of figures beside findings. */
#ifndef LAYOUT_EVIDENCE_H
#define LAYOUT_EVIDENCE_H

#include "layout/flow.h"

/* Whether there is a column; else evidence stands under the words of its finding. */
bool evidence_is_beside(const struct flow *f);
/* That the words of a list of findings may take. */
length evidence_words_width(const struct flow *f);
/* Where the column begins, from the flow's left. */
length evidence_left(const struct flow *f);
/* A finding's rule and evidence, once the strips of its words are made, from `first` on;
 * f->tag: its body's, f->left and f->width those of the list. */
void flow_evidence(struct flow *f, const struct element *item, size_t first);

#endif
