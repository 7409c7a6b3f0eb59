/* suggest.h -- `gwasg figures --suggest`: for each number that is no mark, the marks that
 * would print it. */
#ifndef PROOF_SUGGEST_H
#define PROOF_SUGGEST_H

#include "model/bare.h"
#include "score/score.h"

enum { MARKS_MOST = 5 };

struct suggested {
    const char *mark, *question;
    const char *prints; /* what the mark prints today */
    bool same; /* these are the words of the text from `from` to the number's end */
    size_t from;
    size_t agree,
        numbers;  /* how many numbers of the sentence it prints, out of how many */
    size_t words; /* of its question that the sentence has */
};

struct number_marks {
    const struct bare *number;
    struct suggested best[MARKS_MOST];
    size_t count;
};

struct suggestions {
    ARRAY(struct number_marks) all; /* in the order of the fields */
};

/* Of the inspection's text in language `l`, bare or typed with a source, best first: by
 * how many numbers of the sentence a mark agrees with, then by the words that the
 * sentence shares with the question. */
struct suggestions figures_suggest(struct arena *a, const struct scores *s, enum lang l);

#endif
