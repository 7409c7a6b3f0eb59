/* merge.h -- comments.csv of two editors who worked at once made one again. */
#ifndef COMMENTS_MERGE_H
#define COMMENTS_MERGE_H

#include "comments/table.h"

struct merge_counts {
    int added, filled; /* comments that only the other has; cells that only it fills */
};

/* Puts into `t` what `other` has and it lacks: comments, by their id, columns of the
 * editor's own, and what stands in cells that are empty in `t`.  Nothing that stands in
 * `t` is lost: where both say something else it is said, at the cell of `other` and with
 * that of `t`, and false comes back. */
bool comments_merge(struct arena *a, struct diags *d, struct comment_table *t,
                    const struct comment_table *other, struct merge_counts *n);

#endif
