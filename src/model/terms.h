/* terms.h -- glossary.yaml, terms.csv and register.csv; for programme.c only. */
#ifndef MODEL_TERMS_H
#define MODEL_TERMS_H

#include "model/read.h"

/* Those of the house, then those of the programme, which win; without those that its
 * programme.yaml leaves out (`terms: {leave: [CAF]}`). */
void terms_read(struct reader *r, const struct node *programme, struct programme *p);
void register_read(struct reader *r, struct programme *p);

#endif
