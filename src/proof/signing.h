/* signing.h -- the numbers of a report with the words around them, for the page to sign
 * and for the files. */
#ifndef PROOF_SIGNING_H
#define PROOF_SIGNING_H

#include "proof/proof.h"

struct figure_row {
    const char *ref; /* of the nearest element that has one, or a heading; NULL */
    const char *before, *after; /* its clause, "…" where that was cut; "" in a chart */
    const struct source_figure *figure;
};

/* Each number of a report in the order of its text. */
void figure_rows(struct arena *a, const struct report *r,
                 void (*row)(const struct figure_row *r, void *data), void *data);
/* Those that nothing vouches for; their figure has neither a name nor a source. */
void bare_rows(struct arena *a, const struct figures_of *of,
               void (*row)(const struct figure_row *r, void *data), void *data);
/* Of each question the cells that were empty and taken as not applicable, out of all;
 * `source`: what says so, or NULL. */
void emptied_rows(struct arena *a, const struct figures_of *of, const char *source,
                  void (*row)(const struct figure_row *r, void *data), void *data);

#endif
