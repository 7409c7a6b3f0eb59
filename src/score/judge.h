/* judge.h -- scores to judgements; for this folder only. */
#ifndef SCORE_JUDGE_H
#define SCORE_JUDGE_H

#include "score/score.h"

/* The judgement on one score.  `stated`: what the inspection says of it.  Says what is
 * missing or cannot be, unless `d` is NULL: then only the score speaks. */
struct judged judge(struct arena *a, struct diags *d, const struct inspection *in,
                    const char *id, struct score score, const struct judgement *stated);

/* The band of the score alone: the confirmed one that holds it, or -1. */
int band_of(const struct programme *p, int percent);
/* Whether no proved limit rules it out: where no confirmed band holds the score, those
 * from the nearest confirmed one above to the nearest below are possible. */
bool band_possible(const struct programme *p, int band, int percent);

#endif
