/* termbase.h -- how a house translates its terms: termbase.csv, the one Welsh form that
 * was chosen for each and those that it does not use.  A word of a term stands for its
 * mutated forms as well ("tîm": "dîm", "thîm"), and in English for its plural in s.
 * docs/programmes.md shows the file. */
#ifndef MODEL_TERMBASE_H
#define MODEL_TERMBASE_H

#include "model/inspection.h"

struct termbase;

/* Those of the houses, then of the programmes: a row for the same English wins over one
 * before.  Read when it is asked for, as a build needs none of it. */
const struct termbase *termbase_read(struct arena *a, struct diags *d,
                                     const struct programme *p);
size_t termbase_count(const struct termbase *t);

/* Plain English and its plain Welsh, `what` they are ("unit x1"; may be NULL).  For each
 * term of the English says a form that is not used (TERM_FORBIDDEN) and, as a warning,
 * that the chosen one is not there (TERM_MISSING).  False when one was forbidden. */
bool termbase_check(struct arena *a, struct diags *d, const struct termbase *t,
                    const char *what, struct pos pos, const char *english,
                    const char *welsh);

/* The same over the fixed wording of a programme: words.yaml, titles, criteria, questions
 * and the glossary; and what in its Welsh should begin otherwise (mutates.h). */
void termbase_check_programme(struct arena *a, struct diags *d, const struct termbase *t,
                              const struct programme *p);

/* And of an inspection: what is given there in Welsh, beside its English or alone. */
void termbase_check_inspection(struct arena *a, struct diags *d, const struct termbase *t,
                               const struct inspection *in);

#endif
