/* compose.h -- inspection, scores and words, through the programme's XSLT, to the
 * numbered report tree.  Templates say what stands where; prose passes through them
 * untouched; figures and wording are resolved here and nowhere else. */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "report/report.h"
#include "score/score.h"

/* The document `kind` of the programme ("report") in language `l`.  NULL when it could
 * not be made, which has been said. */
const struct report *compose(struct arena *a, struct diags *d, const struct scores *s,
                             const char *kind, enum lang l, enum stage stage);

/* Says which texts of the author none of these documents prints: all that are made of an
 * inspection, in one language. */
void compose_unprinted(struct arena *a, struct diags *d, const struct report *const *all,
                       size_t count);

/* What marks a draft or an embargoed copy: which it is and whose. */
struct stamp {
    int draft;                      /* its number, from 1; 0: no draft */
    const char *hash;               /* of the inputs that it was made from */
    struct date date, due;          /* of a draft; comments are wanted by then */
    const char *name, *body, *role; /* who gets it; NULL: nobody, it is a preview */
    struct date embargo;            /* not for publication before that day and time */
    int hour, minute;
};

/* The same, stamped: a draft or an embargoed copy.  `stamp` outlives the report. */
const struct report *compose_stamped(struct arena *a, struct diags *d,
                                     const struct scores *s, const char *kind,
                                     enum lang l, enum stage stage,
                                     const struct stamp *stamp);
/* The copy of a stamped report with another hash, or for one of those who get it: the
 * same tree. */
const struct report *report_for(struct arena *a, struct diags *d, const struct scores *s,
                                const struct report *r, const struct stamp *stamp);

/* `p` with room for its templates: what is composed with it leaves them compiled there,
 * for what is composed with it later; their arenas live as long as `a`. */
const struct programme *compose_keep(struct arena *a, const struct programme *p);

/* What the template sees, as XML: the dump "input". */
void compose_input_dump(struct arena *a, struct diags *d, const struct scores *s,
                        enum lang l, enum stage stage, struct buf *out);

/* Marks of all documents, for results_write; those of their wording too. */
const struct figure_ask *const *compose_asks(struct arena *a, struct diags *d,
                                             const struct scores *s, size_t *count);

/* What a mark of the inspection prints, in plain words of language `l`; `bare` is set
 * for a figure that does not bring its own noun.  NULL where it cannot be read. */
struct mark_printer;
struct mark_printer *mark_printer_new(struct arena *a, const struct scores *s,
                                      enum lang l);
const char *mark_prints(struct mark_printer *m, const struct inline_node *mark,
                        bool *bare);
/* The same of "((cases where custody))". */
const char *mark_text_prints(struct mark_printer *m, const char *mark);

#endif
