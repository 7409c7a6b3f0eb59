/* compare.h -- what has changed from one report to another: the new one again with its
 * changes marked, and the list of them.  In: two report trees in one language; out: a
 * third, for layout to set like any other.  Words are compared one by one inside a block;
 * which block is which, align/ says.
 *
 * The list is whole: who applies it to the old text has the new one.  Blocks are texts in
 * a row (a paragraph, a heading, a cell, a label) that are counted from 1 through the
 * report.  A moved block takes its new place, an inserted one comes, a deleted one goes,
 * all others keep their order; then words are replaced where `word` says. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "base/array.h"
#include "report/report.h"

/* What the marks say, in the reports' language. */
struct compare_words {
    const char *inserted, *inserted_end; /* heard before and behind such words */
    const char *deleted, *deleted_end;
    const char *moved;      /* printed before a moved block: "Moved" */
    const char *moved_from; /* the same, where its old reference stands behind it */
    const char *drawn;      /* over what changed in a chart or picture before it */
};

enum change_kind {
    CHANGE_REWORDED,
    CHANGE_FIGURE, /* a number that was counted, and is another now */
    CHANGE_INSERTED,
    CHANGE_DELETED,
    CHANGE_MOVED,
    CHANGE_KINDS
};
/* "reworded", "figure", "inserted", "deleted", "moved". */
const char *change_kind_name(enum change_kind k);

struct report_change {
    enum change_kind kind;
    bool first;                    /* of what came, went or moved as one: a list, a row */
    const char *section;           /* "1.1 Risk of harm to others"; "" outside of all */
    const char *old_ref, *new_ref; /* of the nearest place that has one; or "" */
    long old_block, new_block;     /* 0: it has none */
    long word; /* of the old block, from 1, that the words begin with; 0:
                  all of the block */
    const char *old_words, *new_words; /* "" where there are none */
};

struct changed_report {
    const struct report *marked;
    ARRAY(struct report_change) changes; /* in the order of the marked report */
    struct change_texts {
        ARRAY(const char *) all; /* [0] is block 1 */
    } old_texts, new_texts;
};

struct changed_report *compare_reports(struct arena *a, const struct report *old,
                                       const struct report *now,
                                       const struct compare_words *words);

/* A row for each change.  `uid` and `why` are asked for each of them; NULL or "" where
 * nothing is known. */
struct change_reason {
    const char *(*uid)(void *data, const struct report_change *c);
    const char *(*why)(void *data, const struct report_change *c);
    void *data;
};
void changes_write(const struct changed_report *c, const struct change_reason *r,
                   struct buf *out);

/* All blocks of both by their numbers: the dump "blocks". */
void blocks_dump(const struct changed_report *c, struct buf *out);

/* How many there are of each kind, section by section, as a table for a terminal. */
void changes_summary(struct arena *a, const struct changed_report *c, struct buf *out);

#endif
