/* judge.h -- scores to judgements; for this folder only. */
#ifndef SCORE_JUDGE_H
#define SCORE_JUDGE_H

#include "score/score.h"

/* One selection of cases being judged: what stands above asks for what stands below. */
struct judging {
    struct arena *a;
    struct diags
        *d; /* NULL: only the answers speak, nothing is stated and nothing said */
    const struct inspection *in;
    const struct score *questions;
    const char *part; /* the selection, as a mark writes it */
    struct judged *all[LEVEL_COUNT];
    bool *done[LEVEL_COUNT];
};

/* The judgement on one, and on all that it needs, each once.  Says what is missing or
 * cannot be. */
const struct judged *judge(struct judging *j, enum level l, size_t i);

/* What is known of one that others go by. */
struct below {
    int band, percent; /* -1: none */
    bool open;         /* it is scored, and its judgement is not known */
};
struct below judge_known(struct judging *j, struct scored of);

/* What a rule that is no share makes of them: computed, open, decided, points, and of a
 * mean of scores its own. */
void rule_apply(struct judging *j, const struct rule *rule, struct judged *out);
/* The worst limiter that is met, -1: none. */
int rule_limiter(struct judging *j, const struct rule *rule);

/* The band of the score alone: the confirmed one that holds it, or -1. */
int band_of(const struct programme *p, int percent);
/* Whether no proved limit rules it out: where no confirmed band holds the score, those
 * from the nearest confirmed one above to the nearest below are possible. */
bool band_possible(const struct programme *p, int band, int percent);

#endif
