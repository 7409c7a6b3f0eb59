/* unasked.h -- what has changed since a draft though nobody asked for it. */
#ifndef COMMENTS_UNASKED_H
#define COMMENTS_UNASKED_H

#include "comments/round.h"
#include "comments/table.h"

/* A block of a draft, and of the report as it is; NULL: it is new, or gone. */
struct unasked {
    const struct mapped *was, *now;
};

struct unasked_blocks {
    ARRAY(struct unasked) all; /* in the order of the report, those that are gone last */
};

/* Since draft `number`, in a language: blocks that say something else, though no comment
 * on them was accepted, whole or in part. */
struct unasked_blocks round_unasked(struct arena *a, const struct round *r,
                                    const struct comment_table *t, int number,
                                    enum lang l);

#endif
