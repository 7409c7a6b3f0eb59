/* suggest.h -- `gwasg figures --suggest`: for each number that is no mark, the marks that
 * would print it. */
#ifndef PROOF_SUGGEST_H
#define PROOF_SUGGEST_H

#include "model/bare.h"
#include "score/score.h"

enum { MARKS_MOST = 5 };

struct suggested {
    const char *mark, *question;
    const char *asks;   /* without its form: "done where custody" */
    const char *prints; /* what the mark prints today */
    size_t from, to;    /* of the paragraph's words: what it replaces, */
    bool same;          /* which are these words */
    bool unnamed;       /* nothing in the text names a part that it asks for */
    bool elsewhere;     /* the text is under another criterion than its question */
    bool vague, base;   /* it prints a share in words; only out of how many */
    size_t agree,
        numbers; /* how many numbers of the sentence it prints, out of how many */
    int points;  /* what speaks for it: words, criterion, filters that are named, these */
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
