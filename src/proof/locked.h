/* locked.h -- the figures that somebody has signed: REPORT/figures.lock, a table with a
 * row for each number of the report, in the order of the text, and below them, oldest
 * first, what stood there before.  A figure keeps its uid as long as align/ knows it
 * again: by what it counts and the words around it, not by its place. */
#ifndef PROOF_LOCKED_H
#define PROOF_LOCKED_H

#include "base/array.h"
#include "proof/proof.h"

/* clang-format off */
#define LOCKED_CELLS(X)                                                                  \
    X(UID, "uid")                                                                        \
    X(STATE, "state")           /* signed, accepted; past, gone: of what is no more */   \
    X(DOCUMENT, "document")     /* "report"; "" of a number that nothing vouches for */  \
    X(PLACE, "place")           /* "1.2 A(3)" */                                         \
    X(PRINTED, "printed")       /* "58 of the 62 cases (94%)" */                         \
    X(PRINTED_CY, "printed cy") /* "" until there is a Welsh edition */                  \
    X(COUNT, "count") X(BASE, "base") X(PERCENT, "percent")                              \
    X(NAME, "name")             /* of the question; "" when typed */                     \
    X(PART, "part")                                                                      \
    X(COUNTS, "counts")         /* not, applicable, or "": those with a yes */           \
    X(QUESTION, "question")     /* in full */                                            \
    X(SOURCE, "source")         /* of a typed or stated one */                           \
    X(WORDS, "words")           /* its clause, # for the number; "" in a chart */        \
    X(BY, "by") X(DATE, "date") /* of the signature, or of who accepted it */            \
    X(REASON, "reason")         /* why it was accepted */                                \
    X(WAS, "was")               /* what had been signed in its place */
/* clang-format on */

enum locked_cell {
#define X(id, name) LOCKED_##id,
    LOCKED_CELLS(X)
#undef X
        LOCKED_CELL_COUNT
};

struct locked_figure {
    const char *cell[LOCKED_CELL_COUNT]; /* never NULL */
    bool stands;
    struct pos pos; /* of the row in the record; of a figure of the report its mark */
};

struct locked_figures {
    ARRAY(struct locked_figure) all;
};

struct locked {
    const char *path;
    const struct file *file; /* NULL: nobody has signed anything */
    struct locked_figures rows;
};

/* "DIR/figures.lock". */
const char *locked_path(struct arena *a, const char *dir);
/* False, and said, when it is not such a record from end to end, or not in UTF-8. */
bool locked_read(struct arena *a, struct diags *d, const char *dir, struct locked *l);
void locked_write(const struct locked_figures *rows, struct buf *out);

/* Every number of these documents as a row that nobody has signed yet: those that nothing
 * vouches for (of->bare; NULL: they are left out), then each document's. */
struct locked_figures locked_figures_of(struct arena *a, const struct figures_of *of);

/* What is not as it was signed. */
struct locked_change {
    const struct locked_figure *was; /* NULL: nobody has signed it */
    const struct locked_figure *now; /* NULL: it is gone */
};
struct locked_changes {
    ARRAY(struct locked_change) all; /* in the order of the text, then what is gone */
    const struct locked_figure **signed_as; /* of each figure now; NULL: nobody's */
};
/* The record against the figures of some documents in a language; in Welsh numbers are
 * compared, not words, and of what nothing vouches for only the English is known. */
struct locked_changes locked_compare(struct arena *a, const struct locked *l,
                                     const struct figures_of *of,
                                     const struct locked_figures *now);

/* The signature of each figure now, for figures_of. */
const struct figure_signature *locked_signatures(struct arena *a,
                                                 const struct locked_figures *now,
                                                 const struct locked_changes *c,
                                                 enum lang lang);

/* Where a change is said: at its mark, or where no author wrote it, in the record. */
struct pos locked_change_pos(const struct locked_change *c, const char *dir);
/* Says each of them. */
void locked_say(struct arena *a, struct diags *d, const struct locked_changes *c,
                const char *dir);

/* Who signs, or answers for changes. */
struct locked_by {
    const char *by, *date;
    const char *reason; /* of who accepts; NULL: all is signed anew */
};
/* The record with all figures signed; what stood there otherwise is past. */
struct locked_figures locked_sign(struct arena *a, const struct locked *l,
                                  const struct locked_figures *now,
                                  const struct locked_changes *c,
                                  const struct locked_by *by);
/* The record with these of its changes accepted (`chosen`: of each), the rest as it is.
 */
struct locked_figures locked_accept(struct arena *a, const struct locked *l,
                                    const struct locked_figures *now,
                                    const struct locked_changes *c, const bool *chosen,
                                    const struct locked_by *by);

#endif
