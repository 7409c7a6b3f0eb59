/* names.h -- the people of a story, as far as capital letters show them. */
#ifndef REVIEW_NAMES_H
#define REVIEW_NAMES_H

#include "base/map.h"

/* Puts the words of a text among those that `words` holds. */
void names_learn(struct arena *a, struct map *words, const char *text);

/* The first name in `story`, an English text, that neither the Welsh `other` has, mutated
 * or not, nor `elsewhere` holds as a word; NULL when there is none.  A name stands with a
 * capital letter in the middle of a sentence. */
const char *name_missing(struct arena *a, const char *story, const char *other,
                         const struct map *elsewhere);

#endif
