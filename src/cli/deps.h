/* deps.h -- what was read and what was made of it, as make and ninja read it. */
#ifndef CLI_DEPS_H
#define CLI_DEPS_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>

/* Whether make has a way to write a path: for ; = | % and tabs it has none. */
bool deps_can_say(const char *path);

/* One more path behind those in `paths`. */
void deps_add(struct buf *paths, const char *path);

/* The rule "MADE: READ..."; and one without a recipe for each file that was read, so that
 * make goes on when one is gone.  Nothing where nothing was made. */
void deps_rule(const struct buf *made, const struct arena_file *read, struct buf *out);

#endif
