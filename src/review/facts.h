/* facts.h -- what a block says in any language: its figures, numbers, addresses and
 * footnotes, without an order. */
#ifndef REVIEW_FACTS_H
#define REVIEW_FACTS_H

#include "base/array.h"
#include "report/report.h"

enum fact_kind { FACT_FIGURE, FACT_NUMBER, FACT_LINK, FACT_NOTE, FACT_KINDS };

struct fact {
    enum fact_kind kind;
    const char *key;  /* the same in both languages */
    const char *said; /* as it is printed */
    struct pos pos;
};

struct facts {
    ARRAY(struct fact) all; /* sorted by kind and key */
};

/* Those of an element's own words: its inlines, not the blocks in it. */
struct facts facts_of(struct arena *a, const struct element *e);

/* What `of` holds more often than `other`. */
struct facts facts_without(struct arena *a, const struct facts *of,
                           const struct facts *other);

/* "figure"; what one is called in a message. */
const char *fact_name(enum fact_kind kind);

#endif
