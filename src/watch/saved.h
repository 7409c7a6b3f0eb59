/* saved.h -- which folders are looked at, and whether something was saved in them. */
#ifndef WATCH_SAVED_H
#define WATCH_SAVED_H

#include "base/arena.h"

#include <stdbool.h>

struct saved; /* lives in its arena; its descriptor until saved_free */
/* NULL when the system has none. */
struct saved *saved_new(struct arena *a);
void saved_free(struct saved *s);
/* To be polled for reading. */
int saved_fd(const struct saved *s);

/* Looks at the folder from here on, and at those below it where `below` says so; as often
 * as one likes, for a folder may be another since.  `mine`: of the report.  False where
 * it cannot be looked at. */
bool saved_look(struct saved *s, const char *folder, bool mine, bool below);

/* What is made goes to this folder: below others it is not looked at, nor seen to come.
 */
void saved_leave(struct saved *s, const char *folder);
/* Whether it is looked at, under whatever name. */
bool saved_looks_at(const struct saved *s, const char *folder);

/* A folder that is there and could not be looked at since this was asked, and in errno
 * why; NULL: there is none. */
const char *saved_unseen(struct saved *s);

/* What was saved since, as a set. */
enum {
    SAVED_REPORT = 1,    /* something of the report, whole */
    SAVED_PROGRAMME = 2, /* of another folder, whole */
    SAVED_HALF = 4,      /* something is being written, or was taken away */
    SAVED_GONE = 8       /* a folder that is looked at is no more */
};
unsigned saved_read(struct saved *s);

#endif
