/* sets.h -- answers as sets of bits: one for each case, and one for each of its phases.
 * What many marks with many restrictions would count is then a matter of instructions,
 * and the same as figure_count says. */
#ifndef SCORE_SETS_H
#define SCORE_SETS_H

#include "score/score.h"

#include <stdint.h>

struct sets;
struct sets *sets_new(struct arena *a, const struct inspection *in);

/* Those that meet a restriction; and how many bytes every set has. */
const uint64_t *sets_where(struct sets *s, const struct restriction *r);
size_t sets_bytes(const struct sets *s);

/* What a mark for a question, a choice, a reason or the cases counts, out of what, before
 * any restriction.  Not for sums. */
struct asked_set {
    const uint64_t *sufficient, *applicable;
    bool whole; /* the cases: restrictions do not change out of how many */
};
struct asked_set sets_asked(struct sets *s, const struct figure_ask *ask);

/* The same where all of `where` are met. */
struct score sets_count(const struct sets *s, const struct asked_set *of,
                        const uint64_t *const *where, size_t count);

#endif
