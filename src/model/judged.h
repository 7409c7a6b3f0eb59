/* judged.h -- whether the rules by which levels are judged leave nothing open; for this
 * folder only. */
#ifndef MODEL_JUDGED_H
#define MODEL_JUDGED_H

#include "model/read.h"

/* Says VALUE_RANGE of sums and means that no judgement or two hold, and of combinations
 * that no row holds; KEY_MISSING of a judgement without points; VALUE_UNKNOWN of rows
 * that are never reached and of two that wait for each other. */
void judged_check(struct reader *r, const struct programme *p);

#endif
