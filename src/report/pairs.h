/* pairs.h -- which block of one edition is which of the other.  Both editions come from
 * one template, so children go together in their order; where one side has more, or
 * another order (a glossary), they are known by the line that they come from. */
#ifndef REPORT_PAIRS_H
#define REPORT_PAIRS_H

#include "base/array.h"
#include "report/report.h"

/* Either may be NULL: what stands in one edition only. */
struct pair {
    const struct element *en, *cy;
};

struct pairs {
    ARRAY(struct pair) all; /* in the order of the English; none is lost */
};

/* The children that are no inlines.  Either parent may be NULL. */
struct pairs pairs_of(struct arena *a, const struct element *en,
                      const struct element *cy);

/* The one that is there: the English if both are. */
const struct element *pair_any(struct pair p);

/* A struct pair of their footnotes with words, in the order of their marks. */
struct pairs pairs_of_notes(struct arena *a, struct pair of);

#endif
