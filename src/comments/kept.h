/* kept.h -- a record that people have in hand besides us, as comments.csv: a table whose
 * columns are ours by their names, and others the editor's own, which stay. */
#ifndef COMMENTS_KEPT_H
#define COMMENTS_KEPT_H

#include "comments/sheet.h"

struct kept_table {
    const struct file *file, *bytes; /* as text, as it was read; NULL: there is none */
    bool windows;                    /* as Excel saved it: letters may have been lost */
    char separator;
    const struct sheet_row *head; /* NULL: nothing stands in it */
    ARRAY(const struct sheet_row *) rows;
    int *at;            /* the column of each name; -1: there is none */
    const char **extra; /* heads of the editor's own columns, "" for one without */
    int *extra_at;
    size_t extra_count;
};

/* The table at `path`, whose columns of ours have these names; none when there is no such
 * file.  With our mark before it (KEPT_MARK) it is UTF-8 as we wrote it.  False, and
 * said, when it cannot be read. */
bool kept_read(struct arena *a, struct diags *d, const char *path,
               const char *const *names, size_t count, struct kept_table *out);

/* Whether it has a column of ours; says of a table that has rows when it has not. */
bool kept_needs(struct diags *d, const struct kept_table *k, int column,
                const char *name);

/* What a row has in the editor's own columns. */
const char *const *kept_extra(struct arena *a, const struct kept_table *k,
                              const struct sheet_row *row);

/* Begins a table, by the mark that Excel knows UTF-8 by. */
void kept_begin(struct buf *out);
/* Ends a row with the editor's own cells, as they are; NULL: a row that has none yet. */
void kept_end_row(struct buf *out, char separator, const char *const *extra,
                  size_t count);

#endif
