/* mutation.h -- Welsh words whose first letters change.  For terms and the
 * forms of places. */
#ifndef MODEL_MUTATION_H
#define MODEL_MUTATION_H

#include "base/arena.h"

#include <stdbool.h>

/* Whether `seen` is `word` or one of its mutations (soft, nasal, aspirate, an h before a
 * vowel); both in small letters. */
bool mutation_of(const char *word, const char *seen);

/* A word with a capital as it is behind a word that changes it: "Caerdydd" to
 * "Gaerdydd", "Nghaerdydd", "Chaerdydd"; itself where that changes nothing.  NULL where
 * its first letters are not known here. */
enum mutation { MUTATION_SOFT, MUTATION_NASAL, MUTATION_ASPIRATE };
const char *mutation_made(struct arena *a, enum mutation how, const char *word);

#endif
