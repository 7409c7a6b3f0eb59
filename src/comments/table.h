/* table.h -- REPORT/comments.csv: all comments on a report's drafts and what the editor
 * has decided on each.  The file is the editor's: what stands in its decision and reason
 * and in columns of the editor's own is kept to the byte. */
#ifndef COMMENTS_TABLE_H
#define COMMENTS_TABLE_H

#include "base/array.h"
#include "report/report.h"

/* clang-format off */
#define COMMENT_CELLS(X)                                                                 \
    X(ID, "id")               /* given here, kept for ever: "c4f09a1" */                 \
    X(DRAFT, "draft")         /* the number of the draft it is about; may be empty */    \
    X(REFERENCE, "reference") /* as the commentator wrote it */                          \
    X(UID, "uid")             /* of the block; empty: unplaced */                        \
    X(KIND, "kind") X(OURS, "ours") X(COMMENT, "comment") X(EVIDENCE, "evidence")        \
    X(AUTHOR, "author") X(DATE, "date")                                                  \
    X(NEAR, "near")           /* "near": a note that stands beside its block */          \
    X(ANSWERS, "answers")     /* the id of the comment that this one answers */          \
    X(SOURCE, "source")       /* "inspection.yaml:84"; or one of the two words below */  \
    X(DECISION, "decision") X(REASON, "reason")
/* clang-format on */

enum comment_cell {
#define X(id, name) CELL_##id,
    COMMENT_CELLS(X)
#undef X
        CELL_COUNT
};

#define SOURCE_UNPLACED "unplaced" /* no block is known for it */
#define SOURCE_GONE "gone"         /* its block is not in the report any more */

struct comment {
    const char *cell[CELL_COUNT]; /* never NULL */
    int draft;                    /* the number of one that was sent; below 1: none */
    enum decision decision;       /* open, too, where it is no word that we know */
    struct pos pos[CELL_COUNT];
    const char *const *extra; /* of the editor's own columns */
};

struct comment_table {
    ARRAY(struct comment) all;
    const char **extra; /* names of the editor's own columns */
    size_t extra_count;
    char separator;
    bool windows;                    /* as Excel saved it: letters may have been lost */
    const struct file *file, *bytes; /* as it was read; NULL: there is none yet */
};

/* "DIR/comments.csv". */
const char *comment_table_path(struct arena *a, const char *dir);

/* Who wrote it; "" where nobody said, and the name of the file stands in. */
const char *comment_author(const struct comment *c);

/* "reference". */
const char *comment_cell_name(enum comment_cell cell);

/* False, and said, when the file cannot be read; no file is an empty table. */
bool comment_table_read(struct arena *a, struct diags *d, const char *dir,
                        struct comment_table *t);
/* The same of a file of any name. */
bool comment_table_read_file(struct arena *a, struct diags *d, const char *path,
                             struct comment_table *t);
void comment_table_write(const struct comment_table *t, struct buf *out);

#endif
