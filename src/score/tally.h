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

/* When a question is asked: of a case, or in one of its phases. */
struct occasion {
    const struct inspection *in;
    size_t row;
    int phase; /* -1: the case */
};
bool tally_meets(const struct occasion *u, const struct restriction *r);

/* Adds one answer, as the mark counts it: sufficient, chosen so, its number; the one that
 * was given at that time, for a question is asked once in each of its phases. */
void tally_answer(struct score *s, const struct figure_ask *ask, const struct occasion *u,
                  size_t time);

/* What results.csv says of a question, or of what else it counts, and a part; `kept`
 * turns false where it does not. */
struct score tally_result(const struct inspection *in, const char *question,
                          const char *part, bool *kept);

/* All scored questions in one pass; `out` has room for each question; `kept` as above. */
void tally_questions(const struct inspection *in, const struct selection *which,
                     struct score *out, bool *kept);

/* What a mark for a question, its choice or its reason counts in answers.csv, each phase
 * by itself. */
struct score tally_asked(const struct inspection *in, const struct figure_ask *ask);

/* Cases that meet the selection, out of all. */
struct score tally_cases(const struct inspection *in, const struct selection *which);

/* Each phase of what is asked in several, whose counts make up the question's; and each
 * reason, out of its other counts: as marks, in the programme's order. */
const struct figure_ask *const *score_details(struct arena *a,
                                              const struct inspection *in, size_t *count);
/* The score of one of a level: pooled from the questions, or as it is stated. */
struct score tally_level(const struct inspection *in, const struct score *questions,
                         const char *part, enum level l, size_t i);
/* Whether a score is the stated one, of all (part "") or a part. */
bool score_prints_stated(const struct inspection *in, enum level l, size_t i,
                         const char *part);

/* Says FIGURE_DIFFERS of stated national figures that the register gives otherwise. */
void register_check(struct diags *d, const struct inspection *in);

#endif
