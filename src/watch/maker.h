/* maker.h -- a process that keeps what is slow to get, and makes each thing in a child of
 * its own: what one of them breaks, or leaves in memory, goes with it.  What is made
 * comes back as a row of texts. */
#ifndef WATCH_MAKER_H
#define WATCH_MAKER_H

#include "base/buf.h"

#include <stdbool.h>

/* What is asked for; read and written as it stands, by one program. */
struct made_request {
    int stage;
    char document[120]; /* ""; the first that there is */
};

/* Run in the maker's processes. */
struct maker_work {
    /* Gets what is slow, while a thing is made without it; true when it has it: else it
     * is called again with the next. */
    bool (*warm)(void *data, const struct made_request *request);
    /* Makes it, and says it by maker_say. */
    void (*make)(void *data, const struct made_request *request, int to);
    void *data;
};

/* A name and what it is; waits while nobody reads. */
void maker_say(int to, const char *name, const char *bytes, size_t len);

struct maker; /* lives until maker_free */
/* NULL when no process is to be had.  `cold`: keeps nothing. */
struct maker *maker_new(const struct maker_work *work, bool cold);
void maker_free(struct maker *m);
/* Only when it is not busy. */
void maker_ask(struct maker *m, const struct made_request *request);
bool maker_is_busy(const struct maker *m);
/* To be polled for reading. */
int maker_fd(const struct maker *m);

#define MAKER_PART                                                                       \
    "\npart" /* a name, of nothing: what was said before it is of use already */

enum maker_state {
    MAKER_BUSY,
    MAKER_HALF,   /* MAKER_PART has come, and no more */
    MAKER_DONE,   /* all that was made is there */
    MAKER_BROKEN, /* what it made ended by a fault */
    MAKER_LOST    /* it is gone itself */
};
/* Reads what there is into `said`: names and texts, as office/sandbox.h has them. */
enum maker_state maker_read(struct maker *m, struct buf *said);

#endif
