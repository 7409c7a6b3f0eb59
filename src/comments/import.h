/* import.h -- comments into comments.csv: each at its block, none twice, none lost, and
 * what the editor has decided left alone. */
#ifndef COMMENTS_IMPORT_H
#define COMMENTS_IMPORT_H

#include "comments/round.h"
#include "comments/table.h"

struct import_counts {
    int added, known, unplaced; /* unplaced: of the added ones */
};

/* Takes a reply's comments into the table.  `by` and `date` stand in where the form asks
 * for neither; "" for none.  What cannot be placed is kept and said. */
void comments_take(struct arena *a, struct diags *d, struct round *r,
                   const struct reply *reply, const char *by, const char *date,
                   struct comment_table *t, struct import_counts *counts);

/* Says of each comment where its block stands now, mends places that a spreadsheet has
 * spoilt, and sorts: in the order of the report, those without a place last. */
void comments_settle(struct arena *a, const struct round *r, struct comment_table *t);

/* What the block of a comment said in its draft and what it says now, in a language, or
 * in the other where the draft went out in that alone.  NULL where there is no such block
 * (any more). */
void round_change(struct arena *a, const struct round *r, const struct comment *c,
                  enum lang l, const char **was, const char **now);

/* Reads DIR/comments.csv and says which comments are undecided or lack a reason: a final
 * waits for each.  No file: nothing to say. */
void comments_check(struct arena *a, struct diags *d, const char *dir);
/* The same of a table that has been read. */
void comments_check_table(struct arena *a, struct diags *d,
                          const struct comment_table *t);

/* Warns of comments that nobody has put a name to: the letter would name a file. */
void comments_check_authors(struct arena *a, struct diags *d,
                            const struct comment_table *t);

/* Warns of comments that were accepted though their blocks still say what they said. */
void comments_check_changes(struct arena *a, struct diags *d, const struct round *r,
                            const struct comment_table *t);

#endif
