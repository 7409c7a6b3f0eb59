/* lift.h -- our marks taken out of an author's text, and the way back from what is left
 * to the author's file.  Private to prose/. */
#ifndef PROSE_LIFT_H
#define PROSE_LIFT_H

#include "prose/prose.h"

/* In cmark's text a mark is one private-use character of three bytes. */
#define MARK_FIRST 0xE000u
#define MARK_BYTES 3

struct stand_in {
    size_t lifted;            /* where its character stands in the lifted text */
    size_t value, len;        /* where it stood in the author's text */
    struct inline_node *node; /* NULL for a faulty one, which has been said */
};

struct lifted {
    const struct node *text;
    const char *bytes; /* what cmark reads */
    size_t len;
    const struct stand_in *marks;
    size_t mark_count;
    const size_t *lines; /* where each line of `bytes` begins */
    size_t line_count;
};

/* Says what should not have been left in a text (TEXT_LEFT). */
void left_check(struct diags *d, const struct node *text);

/* NULL when the text holds what would be taken for a mark's character, too many marks or
 * too much of anything, which has been said. */
const struct lifted *marks_lift(struct arena *a, struct diags *d,
                                const struct node *text);

/* Where bytes [from, to) of the lifted text stand in the author's file. */
struct pos lifted_pos(const struct lifted *l, size_t from, size_t to);

/* The mark whose character begins at `bytes`, or NULL when no mark's does. */
const struct stand_in *lifted_mark(const struct lifted *l, const char *bytes);

/* The node of the mark in bytes [at, at + len) of the text, its brackets included:
 * `((…))` or `[^…]`.  NULL after a fault. */
struct inline_node *mark_read(struct arena *a, struct diags *d, const struct node *text,
                              size_t at, size_t len);

#endif
