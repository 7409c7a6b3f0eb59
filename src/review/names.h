/* names.h -- the people of a story, as far as capital letters show them. */
#ifndef REVIEW_NAMES_H
#define REVIEW_NAMES_H

#include "base/arena.h"

/* The first name in `story`, an English text, that neither the Welsh `other` has, mutated
 * or not, nor `elsewhere` uses as a word; NULL when there is none.  A name stands with a
 * capital letter in the middle of a sentence. */
const char *name_missing(struct arena *a, const char *story, const char *other,
                         const char *elsewhere);

#endif
