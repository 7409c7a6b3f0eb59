/* align.h -- which block of one version is which of another.  Comes in: two versions as
 * rows of blocks in the order of the text.  Goes out: for each new block the index of its
 * old one.  Translation, comments and comparison carry what hangs on a block (uid,
 * Welsh, a remark) over by this and nothing else.  It knows text and place alone: a
 * caller who has a surer sign (an id the author gave) settles those blocks first and
 * leaves them out. */
#ifndef ALIGN_ALIGN_H
#define ALIGN_ALIGN_H

#include "base/arena.h"

#include <stddef.h>

struct align_block {
    const char *path; /* where it stands: a YAML path without list indices, or any key */
    const char *text; /* as it is compared, white space folded by the caller */
};

/* How a pair was found, surest first. */
enum align_how {
    ALIGN_NONE,   /* a new block: it has no old one */
    ALIGN_EQUAL,  /* equal text in the same path */
    ALIGN_EDITED, /* same path, at least half of the words */
    ALIGN_PLACE,  /* same path, other words, alone between matched neighbours */
    ALIGN_MOVED   /* from another path: equal text, or at least half of the words */
};
const char *align_how_name(enum align_how how);

struct align_match {
    long old;           /* index into the old blocks, or -1 */
    enum align_how how; /* ALIGN_NONE exactly when old is -1 */
    int likeness; /* 0 to 1000: share of words in common, 1000 only for equal text */
};

/* One match per new block, in its order; no old block twice.  Equal texts pair first
 * (twins by their neighbours, then in order), then the likest words; the same path and
 * matched neighbours count for a pair, so that of two like texts the nearer is taken.
 * Old blocks nobody names are gone.  The same for the same input, whatever the machine;
 * time grows with the text, not with its square. */
struct align_match *align_blocks(struct arena *a, const struct align_block *old,
                                 size_t old_count, const struct align_block *now,
                                 size_t now_count);

/* Words in common: twice those in both over those of each, 0 to 1000, 1000 only for
 * equal text.  Capitals and punctuation do not count.  500 is "at least a half". */
int align_likeness(struct arena *a, const char *x, const char *y);
#define ALIGN_HALF 500

#endif
