/* mutation.h -- Welsh words whose first letters change.  For termbase.c. */
#ifndef MODEL_MUTATION_H
#define MODEL_MUTATION_H

#include <stdbool.h>

/* Whether `seen` is `word` or one of its mutations (soft, nasal, aspirate, an h before a
 * vowel); both in small letters. */
bool mutation_of(const char *word, const char *seen);

#endif
