/* suggest.h -- `gwasg figures --suggest`: for each number that is no mark, the marks that
 * would print it. */
#ifndef PROOF_SUGGEST_H
#define PROOF_SUGGEST_H

#include "model/bare.h"
#include "score/score.h"

/* Those of the inspection's text in language `l`, bare or typed with a source, best
 * first: by how many numbers of the sentence a mark agrees with, then by the words that
 * the sentence shares with the question.  Writes JSON, or lines for people. */
void figures_suggest(struct arena *a, const struct scores *s, enum lang l, bool json,
                     struct buf *out);

#endif
