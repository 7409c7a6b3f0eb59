/* answers.h -- the reply to those who commented on a draft: a letter with a row for each
 * comment.  A report tree, laid out like any other. */
#ifndef COMPOSE_ANSWERS_H
#define COMPOSE_ANSWERS_H

#include "report/report.h"
#include "score/score.h"

struct answered {
    const char *ref, *comment, *author, *reason;
    enum decision decision; /* not open */
    const char *was, *now; /* what changed in the block; NULL: it is not known, or gone */
    struct pos pos;        /* of the comment, for messages */
};

/* `now` is the report as it stands, whose title and language the letter takes. */
const struct report *answers_report(struct arena *a, struct diags *d,
                                    const struct scores *s, const struct report *now,
                                    struct date date, const struct answered *answers,
                                    size_t count);

#endif
