/* standing.h -- how far the comments are: decided or not, and whether the report says
 * what was decided. */
#ifndef COMMENTS_STANDING_H
#define COMMENTS_STANDING_H

#include "comments/round.h"
#include "comments/table.h"
#include "model/programme.h"

enum comment_standing {
    COMMENT_OPEN,      /* nobody has decided */
    COMMENT_DECIDED,   /* not accepted; or accepted, and it has no block to look at */
    COMMENT_CHANGED,   /* accepted or in part, and its block says something else now */
    COMMENT_UNCHANGED, /* the same, and it still says what it said */
    COMMENT_STANDINGS
};
enum comment_standing comment_standing(struct arena *a, const struct round *r,
                                       const struct comment *c);

/* So many of each kind, of all, by draft, by author and by section: a table for people,
 * or JSON for programs with each comment besides. */
void comments_status(struct arena *a, const struct programme *p, const struct round *r,
                     const struct comment_table *t, bool json, struct buf *out);

#endif
