/* stated.h -- scores that were published once and are only stated now: whether they can
 * be. */
#ifndef SCORE_STATED_H
#define SCORE_STATED_H

#include "model/inspection.h"

/* Says SCORE_STATED of a section outside its criteria, of a score of all that is not
 * between its parts or that a table repeats otherwise; SCORE_UNLIKELY of two parts whose
 * weights in one score are far from those in the others. */
void stated_check(struct arena *a, struct diags *d, const struct inspection *in);

#endif
