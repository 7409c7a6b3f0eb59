/* level.h -- criteria, sections and headlines alike: what is scored and judged; for this
 * folder only. */
#ifndef SCORE_LEVEL_H
#define SCORE_LEVEL_H

#include "score/score.h"

const struct judged *level_judged(const struct scores *s, enum level l);
const struct judgement *level_stated(const struct inspection *in, enum level l);
/* What is stated of a part as a mark writes it, "" for all; NULL when nothing is. */
const struct stated *level_stated_scores(const struct inspection *in, enum level l,
                                         const char *part);
/* The same of a part that is at hand. */
const struct stated *level_stated_part(const struct stated_part *s, enum level l);

/* The band of the score alone: the confirmed one that holds it, or -1. */
int band_of(const struct programme *p, int percent);
/* Whether no proved limit rules it out: where no confirmed band holds the score, those
 * from the nearest confirmed one above to the nearest below are possible. */
bool band_possible(const struct programme *p, int band, int percent);

#endif
