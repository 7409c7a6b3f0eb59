/* desk.h -- a report with its drafts and the comments on them, for the commands that work
 * on these. */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "cli/pipeline.h"
#include "comments/round.h"
#include "comments/table.h"

struct desk {
    struct run *r;
    const struct scores *s; /* English */
    struct round *round;
    const struct report *now[LANG_COUNT];
    struct comment_table table;
};

/* False, and said, when something of it cannot be read.  The English is composed. */
bool desk_open(struct desk *desk, struct run *r);
/* The report as it is now, in a language: where comments belong; `s` is in that. */
bool desk_now(struct desk *desk, const struct scores *s, enum lang l);

#endif
