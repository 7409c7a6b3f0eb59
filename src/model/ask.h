/* ask.h -- what a programme asks, read from its programme.yaml; for programme.c only. */
#ifndef MODEL_ASK_H
#define MODEL_ASK_H

#include "model/read.h"

enum { BANDS_MOST = 32 }; /* judgements: bits of a demand */

/* Each fills its part of `p`; the order below is the order they need. */
void characteristics_read(struct reader *r, const struct node *root, struct programme *p);
void parts_read(struct reader *r, const struct node *root, struct programme *p);
void questions_read(struct reader *r, const struct node *root, struct programme *p);
/* series.c: `charts`, of indicators that are read. */
void series_charts_read(struct reader *r, const struct node *root, struct programme *p);
void expected_indicators_read(struct reader *r, const struct node *root,
                              struct programme *p);
void pictures_read(struct reader *r, const struct node *root, struct programme *p);
void questionnaires_read(struct reader *r, const struct node *root, struct programme *p);
void bands_read(struct reader *r, const struct node *root, struct programme *p);
/* Of `judged:`, NULL where it is not there. */
void judged_read(struct reader *r, const struct node *judged, struct programme *p);

/* Names of questions, questionnaire questions and our own words, each once. */
void question_names_check(struct reader *r, const struct programme *p);

#endif
