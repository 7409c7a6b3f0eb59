/* why.h -- how judgements came about; for this folder only. */
#ifndef SCORE_WHY_H
#define SCORE_WHY_H

#include "score/score.h"

/* "lowest of its 4 questions (3.1.2: 71%, Good)"; "21 of 36 points over its 12 criteria,
 * Good is 19 to 27; limited to Requires improvement because 2.3 is Inadequate (would be
 * Good)". */
const char *score_why(struct arena *a, const struct scores *s, enum lang l,
                      enum level level, size_t i);

/* In the language, or in the one there is. */
const char *score_title(struct arena *a, const struct text *t, enum lang l);

#endif
