/* judge.h -- scores to judgements; for score.c only. */
#ifndef SCORE_JUDGE_H
#define SCORE_JUDGE_H

#include "score/score.h"

/* The judgement on one score.  `stated`: what the inspection says of it.  Says what is
 * missing or cannot be, unless `d` is NULL: then only the score speaks. */
struct judged judge(struct arena *a, struct diags *d, const struct inspection *in,
                    const char *id, struct score score, const struct judgement *stated);

#endif
