/* mutates.h -- Welsh words that should begin otherwise behind the word before them, and
 * small words that should be otherwise before the next ("a ardal").  Only what is sure
 * without a dictionary or for words that are listed; what is right is never said. */
#ifndef MODEL_MUTATES_H
#define MODEL_MUTATES_H

#include "prose/prose.h"

/* The Welsh words of a paragraph: "|" for marks and for words of another language, for
 * nothing is known of how they begin. */
const char *mutates_words(struct arena *a, const struct inline_node *n);

/* Says each (MUTATION_LACKS, a warning) at `pos`; `what` the text is: "unit x1". */
void mutates_check(struct arena *a, struct diags *d, const char *what, struct pos pos,
                   const char *welsh);

#endif
