/* proof.h -- documents about a report: its figures to sign, both languages side by side,
 * the reply to those who commented on it.  In: finished reports; out: a report tree, laid
 * out like any other. */
#ifndef PROOF_PROOF_H
#define PROOF_PROOF_H

#include "base/map.h"
#include "model/bare.h"
#include "report/report.h"
#include "score/score.h"

/* ---- `gwasg figures` ---- */

/* Who has signed a number, and when. */
struct figure_signature {
    const char *by;  /* NULL: nobody */
    const char *was; /* what was printed then; NULL: the same */
    struct date date;
};

/* What is listed: finished reports, and the numbers of their texts that nothing vouches
 * for. */
struct figures_of {
    const struct report *const *reports;
    size_t count;
    const struct bare_list *bare;
    const struct inspection *in;
    const struct figure_signature *signatures; /* of each in that order, but for empty
                                                  cells; NULL: nothing was signed yet */
    const struct figure_signature *signature;  /* of the first that was; or NULL */
};
/* First those that nothing vouches for, then every number in the order of the text,
 * document by document, then the cells that were empty and taken as not applicable: the
 * page to sign, with the title of the first, which the house's
 * figures.xsl makes.  NULL, and said, when it could not be made. */
const struct report *figures_report(struct arena *a, struct diags *d,
                                    const struct scores *s, const struct figures_of *of);

/* The same for other programs. */
enum figures_format { FIGURES_CSV, FIGURES_JSON };
void figures_write(const struct figures_of *of, enum figures_format format,
                   struct buf *out);

/* ---- `--lang en+cy` ---- */

/* An edition, and the pages that its blocks begin on: labels by reference ("1.2 A(3)" to
 * "15"); NULL when nobody has laid it out. */
struct edition_pages {
    const struct report *report;
    const struct map *pages;
};
/* Both editions of one document side by side, block by block, for the reader who signs
 * off the Welsh.  `alone`: rows that have only one language. */
const struct report *bilingual_report(struct arena *a, struct diags *d,
                                      const struct scores *s, struct edition_pages en,
                                      struct edition_pages cy, size_t *alone);

/* ---- `gwasg comments letter` ---- */

struct answered {
    const char *ref, *comment, *author, *reason;
    enum decision decision; /* open: a change that nobody asked for, without a comment */
    const char *was, *now;  /* what changed in the block; NULL: it is not known, or gone;
                               of what nobody asked for: new */
    struct pos pos;         /* of the comment, for messages */
};

/* The reply, a letter with a row for each comment, then for each change that nobody asked
 * for, which the house's reply.xsl makes.
 * `now` is the report as it stands, whose title and language the letter takes.  NULL, and
 * said, when it could not be made. */
const struct report *answers_report(struct arena *a, struct diags *d,
                                    const struct scores *s, const struct report *now,
                                    struct date date, const struct answered *answers,
                                    size_t count);

/* ---- `gwasg plan form` ---- */

/* The form of an improvement plan, with a block for each recommendation of the report as
 * it stands, which the house's plan.xsl makes.  NULL, and said, when it could not be. */
const struct report *plan_report(struct arena *a, struct diags *d, const struct scores *s,
                                 const struct report *now, struct date due);

#endif
