/* made_up.h -- data to try a programme with, for inspection.c only: its inspection.yaml
 * and its answers. */
#ifndef MODEL_MADE_UP_H
#define MODEL_MADE_UP_H

#include "model/inspection.h"

/* The text of an inspection.yaml. */
const struct file *made_up_file(struct arena *a, const struct programme *p,
                                enum made_up size, size_t turn);
/* Answers to all questions, in about the share that the judgement of this turn wants, and
 * to all questionnaires, and two years of the indicators.  `in` has its columns. */
void made_up_counts(struct arena *a, struct inspection *in, enum made_up size,
                    size_t turn);

#endif
