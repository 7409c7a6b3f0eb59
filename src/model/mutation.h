/* mutation.h -- Welsh words whose first letters change: the table, and what rules say of
 * one behind another.  Which form a place has that does not change, somebody else says.
 */
#ifndef MODEL_MUTATION_H
#define MODEL_MUTATION_H

#include "base/arena.h"

#include <stdbool.h>

enum mutation { MUTATION_SOFT, MUTATION_NASAL, MUTATION_ASPIRATE };

/* Whether `seen` is `word` or one of its mutations (soft, nasal, aspirate, an h before a
 * vowel); both in small letters. */
bool mutation_of(const char *word, const char *seen);

/* The word, a capital kept: "Caerdydd" as "Gaerdydd", "Nghaerdydd" or "Chaerdydd"; as it
 * is where its first letter does not change in that way. */
const char *mutation_make(struct arena *a, const char *word, enum mutation m);

/* "yng Nghaerdydd", "ym mhob", "yn nhymor": the word behind "in". */
const char *mutation_in(struct arena *a, const char *word);

#endif
