/* published.h -- the data of a report: each measure that it prints once, for whoever
 * counts on.  Small numbers that the report does not print are not in it
 * (docs/publishing.md). */
#ifndef PROOF_PUBLISHED_H
#define PROOF_PUBLISHED_H

#include "base/array.h"
#include "proof/proof.h"

/* A measure, under which mark, in which part: as its first figure has it. */
struct measure {
    const struct source_figure *figure;
    const char *places;    /* where it is printed: "1.1 S(1); Table 2 r1" */
    const char *judgement; /* of a score, in words; or NULL */
    long count, base;      /* -1: none, or withheld */
    int percent;
    bool withheld;
};

struct measures {
    ARRAY(struct measure) all; /* in the order of the text */
    enum lang lang;
    int small;           /* numbers of people below it are small; 0: none are */
    struct map *printed; /* what the figures of a question and a part print, by both */
};

struct published {
    struct buf csv, metadata, json; /* metadata: what the columns of the CSV are */
};
/* Into buffers that the caller has made, all in one arena; `csv`: the name of that file.
 * Titles and descriptions are wordings, in the report's language; says which are not
 * there (WORD_UNKNOWN), or not reviewed for a final. */
void published_data(const struct report *r, const struct scores *s, struct diags *d,
                    const char *csv, struct published *out);

/* ---- withheld.c ---- */
/* What a figure prints, for measures_withhold. */
void measures_printed(struct arena *a, struct measures *m, const struct source_figure *f);
/* Takes away what would give a small number that the report does not print. */
void measures_withhold(struct arena *a, struct measures *m);

#endif
