/* terms.h -- the house's list of Welsh terms, over deliveries and over all Welsh there
 * is.
 */
#ifndef CLI_TERMS_H
#define CLI_TERMS_H

#include "cli/pipeline.h"
#include "translate/translate.h"

/* A delivered unit with a term that the house does not use is not taken. */
struct welsh_check run_term_check(struct run *r, const struct inspection *in);

/* Fixed wording and all units that have Welsh, for `check`. */
void run_terms(struct run *r, const struct scores *s);

#endif
