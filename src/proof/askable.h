/* askable.h -- what marks may ask for: subjects (questions, their answers, reasons for a
 * no, replies, scores, the cases) and the filters that restrict them; and what these
 * count, quickly. */
#ifndef PROOF_ASKABLE_H
#define PROOF_ASKABLE_H

#include "proof/likeness.h"
#include "score/sets.h"

struct counted {
    long count, base; /* base 0 or less: nothing applied, or it is not known */
    int percent;      /* SCORE_NONE: there is none */
};

struct subject {
    const char *name; /* "done", "reasons=late", "done not because late", "score 1.1" */
    const char *question; /* in full, with its answer or reason */
    const char *part;     /* of a row of results.csv: as it is restricted; else "" */
    const struct figure_ask *ask;
    struct asked_words words, part_words;
    const struct category *choice; /* NULL: none */
    bool only_two;                 /* answers there are, and everyone gives one */
    int criterion;                 /* -1: of none */
    struct asked_set set;          /* of the cases; {0} of what is not counted in them */
    struct counted counted;        /* without a filter */
};

struct filter {
    const char *text; /* "custody", "not custody", "office=North End" */
    const char *named;
    struct asked_words words;
    const struct category *choice; /* of an answer; NULL: none */
    bool simple;                   /* a part or a value of a column, no answer */
    bool negated;
    const uint64_t *set;
};

enum { FILTERS_MOST = 2 };

struct askables {
    struct arena *a;
    const struct scores *s;
    enum lang lang;
    struct sets *sets;
    ARRAY(struct subject) subjects;
    ARRAY(struct filter) named, filters; /* each as it is named; and all, each once */
    struct counted *with;                /* subject x filter */
};

/* All of a report, with their words in language `l`.  Filters only where there are cases;
 * of results.csv the rows that it has. */
struct askables *askables_of(struct arena *a, const struct scores *s, enum lang l);

/* What a subject counts with these filters, at most FILTERS_MOST. */
struct counted askable_count(const struct askables *all, size_t subject,
                             const size_t *filters, size_t count);

#endif
