/* change.h -- what changed in a block, short enough for a cell of a letter. */
#ifndef COMMENTS_CHANGE_H
#define COMMENTS_CHANGE_H

#include "base/arena.h"

/* The words that differ, of the old text and of the new, with a few around them; "…"
 * where something is left out. */
void change_cut(struct arena *a, const char **was, const char **now);

#endif
