/* work.h -- what the steps of one alignment share: both versions with their paths and
 * texts as numbers, and the pairs found so far.  Inside align/ alone. */
#ifndef ALIGN_WORK_H
#define ALIGN_WORK_H

#include "align/align.h"

#include <stdbool.h>

#define NOBODY (-1L)

struct align_side {
    const struct align_block *blocks;
    size_t count;
    const long *path, *text; /* equal numbers for equal strings, of both sides */
    const long *prev, *next; /* the neighbours in the same path, or NOBODY */
    long *pair;              /* the block of the other side, or NOBODY */
    bool *lives_on;          /* a block of the other side has half of its words */
};

struct align_work {
    struct arena *a;
    struct align_side old, now;
    long path_count;
    struct align_match *match; /* per new block */
};

void align_pair(struct align_work *w, long old, long now, enum align_how how,
                int likeness);

/* The steps, in this order. */
void align_equal_in_path(struct align_work *w);
void align_equal_anywhere(struct align_work *w, bool twins);
void align_like(struct align_work *w);
void align_place(struct align_work *w);

/* Whether two blocks, one of each side, follow or precede a pair (or both stand at the
 * end of their path). */
bool align_same_before(const struct align_work *w, long old, long now);
bool align_same_after(const struct align_work *w, long old, long now);

/* The words of texts as numbers: equal numbers for equal words of one table, sorted. */
struct align_words {
    const long *at;
    size_t len;
};
struct align_table; /* word to number */
struct align_table *align_table_new(struct arena *a);
long align_table_size(const struct align_table *t);
struct align_words align_words(struct align_table *t, const char *text);
/* How many both hold, twins counted as often as in both. */
size_t align_common(struct align_words x, struct align_words y);
/* 0 to 999. */
int align_share(size_t common, struct align_words x, struct align_words y);

#endif
