/* check.h -- what a delivered translation must keep of the English, besides its codes;
 * for the files of this folder only. */
#ifndef TRANSLATE_CHECK_H
#define TRANSLATE_CHECK_H

#include "translate/fit.h"

/* Numbers, letters, length, and that it is a translation at all: a text that is the
 * English one is taken when it is all names and numbers, or when `final` says that it
 * stays as it is.  `max` 0: any length.  False, and said, when something is wrong. */
bool words_fit(struct arena *a, const struct fault_of *f, struct content english,
               struct content welsh, long max, bool final);

/* Sentence by sentence: false, and said, where there are codes and no word, where a
 * sentence is one of the English, and where one runs into the next without a blank. */
bool sentences_fit(struct arena *a, const struct fault_of *f, struct content english,
                   struct content welsh);

/* Says what may be a loss and may be good Welsh: fewer sentences, English words, hardly a
 * Welsh one, a dash for a sentence. */
void sentences_doubted(struct arena *a, const struct fault_of *f, struct content english,
                       struct content welsh);

/* Says what may be too long for its place; `max` 0: none is. */
void room_doubted(struct arena *a, const struct fault_of *f, struct content welsh,
                  long max);

/* False, and said, when another encoding than UTF-8 has spoilt letters. */
bool letters_whole(const struct fault_of *f, const char *english, const char *welsh);

#endif
