/* sentence.h -- a paragraph of words and codes as sentences, for holding a translation
 * against its English; for the files of this folder only. */
#ifndef TRANSLATE_SENTENCE_H
#define TRANSLATE_SENTENCE_H

#include "base/array.h"
#include "translate/content.h"

/* What stands for a figure or a query in the running text. */
#define SENTENCE_MARK '\x01'

struct sentence {
    const char *text; /* one run without line ends, from its first sign to its stop */
    bool words;       /* a letter is in it, or a mark */
};

struct sentences {
    ARRAY(struct sentence) all;
    size_t count;    /* of those with words */
    const char *run; /* the whole text */
    size_t quoted;   /* spans in the other language */
};

/* Words in another language than the text's (`[words](lang:en)`, a span that is Welsh in
 * the English) are there as signs without sense, as many sentences as they are. */
struct sentences sentences_of(struct arena *a, struct content c);

/* Whether there is a letter in it. */
bool has_letter(const char *s);

/* Names and numbers alone: no word begins with a small letter. */
bool all_names(const char *s);

#endif
