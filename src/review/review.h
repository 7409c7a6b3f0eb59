/* review.h -- what stops publication and no single block shows: the two editions of a
 * document against each other.  Sees report trees only; what is wrong is said at the
 * author's line. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "compose/report.h"
#include "model/inspection.h"

/* Both editions of one document: the same blocks, figures, links, footnotes and names,
 * and an ISBN each.  Words may stand in another order, and each glossary has the terms
 * that its own text uses. */
void review_editions(struct arena *a, struct diags *d, const struct inspection *in,
                     const struct report *en, const struct report *cy);

#endif
