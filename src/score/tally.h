/* tally.h -- counting answers; for this folder only. */
#ifndef SCORE_TALLY_H
#define SCORE_TALLY_H

#include "score/score.h"

/* Which cases count: those that meet all of `where`; and how a mark writes it, which is
 * the key of results.csv. */
struct selection {
    const struct restriction *where;
    size_t count;
    const char *part;
};

/* How one question was answered.  `kept` turns false where results.csv does not say. */
struct score tally_question(const struct inspection *in, size_t question,
                            const struct selection *which, bool *kept);

/* All questions in one pass; `out` has room for each. */
void tally_questions(const struct inspection *in, const struct selection *which,
                     struct score *out, bool *kept);

/* Cases that were answered so (choice -1: at all), out of those answered at all; of a
 * count its sum. */
struct score tally_choice(const struct inspection *in, size_t question, int choice,
                          const struct selection *which);

/* Cases that meet the selection, out of all. */
struct score tally_cases(const struct inspection *in, const struct selection *which);

/* Whether a question counts towards a criterion, section or headline. */
bool counts_towards(const struct programme *p, const struct question *q, enum level level,
                    int index);

#endif
