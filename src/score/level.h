/* level.h -- criteria, sections and headlines alike: what is scored and judged; for this
 * folder only. */
#ifndef SCORE_LEVEL_H
#define SCORE_LEVEL_H

#include "score/score.h"

size_t level_count(const struct programme *p, enum score_of of);
const char *level_id(const struct programme *p, enum score_of of, size_t i);
const struct text *level_title(const struct programme *p, enum score_of of, size_t i);
/* "criteria", "sections", "headlines": keys of inspection.yaml and of the JSON. */
const char *level_key(enum score_of of);
const struct judged *level_judged(const struct scores *s, enum score_of of);
const struct judgement *level_stated(const struct inspection *in, enum score_of of);
/* What is stated of a part as a mark writes it, "" for all; NULL when nothing is. */
const struct stated *level_stated_scores(const struct inspection *in, enum score_of of,
                                         const char *part);
/* The same of a part that is at hand. */
const struct stated *level_stated_part(const struct stated_part *s, enum score_of of);

/* The band of the score alone: the confirmed one that holds it, or -1. */
int band_of(const struct programme *p, int percent);
/* Whether no proved limit rules it out: where no confirmed band holds the score, those
 * from the nearest confirmed one above to the nearest below are possible. */
bool band_possible(const struct programme *p, int band, int percent);

#endif
