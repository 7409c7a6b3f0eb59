/* evidence.h -- what was counted: answers.csv, results.csv, questionnaires.csv and the
 * scores and judgements that inspection.yaml states; for inspection.c only. */
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include "model/inspection.h"
#include "model/read.h"

/* The path of a report's table: "answers.csv", "answers.xlsx" or "answers.ods" beside
 * inspection.yaml, "x.answers.csv" or else "answers.csv" beside x.yaml; NULL: none. */
const char *report_table(struct reader *r, const struct inspection *in, const char *name);

/* Characteristics, then the inspection's own `columns:`. */
void columns_read(struct reader *r, struct inspection *in);
void cases_read(struct reader *r, struct inspection *in, const char *path);
void results_read(struct reader *r, struct inspection *in, const char *path);
/* Says RESULT_WRONG of counts that cannot be true together. */
void results_check(struct reader *r, const struct inspection *in);
void replies_read(struct reader *r, struct inspection *in);
/* After the programme's names are known, before any mark is parsed. */
void indicators_read(struct reader *r, struct inspection *in);
/* Says INDICATOR_DOUBT of rows that may be slips. */
void indicators_doubt(struct reader *r, const struct inspection *in);
/* What is stated of the areas inspected so far cannot be so. */
void national_check(struct reader *r, const struct inspection *in);
void stated_read(struct reader *r, struct inspection *in);
void judgements_read(struct reader *r, struct inspection *in);
/* Of a report that states none, all are -1. */
void earlier_read(struct reader *r, struct inspection *in);

#endif
