/* pairs.h -- the Welsh of a report as a Word document: each English paragraph, and below
 * it its Welsh to be written.  Out it goes with what there is; back come the paragraphs,
 * which nobody has looked at yet. */
#ifndef MANUSCRIPT_PAIRS_H
#define MANUSCRIPT_PAIRS_H

#include "lang/lang.h"
#include "manuscript/home.h"
#include "manuscript/mapping.h"

struct text_pair {
    const char *uid;
    const char *section;         /* of the report, where a heading stands for it */
    const char *note;            /* what is to be known of it; "" */
    const char *english, *welsh; /* as they are typed; welsh "": not there yet */
};

struct text_pairs {
    ARRAY(struct text_pair) all;
};

/* The bytes of a .docx. */
void pairs_write(struct arena *a, const struct text_pairs *pairs, const char *title,
                 const struct shows *shows, struct buf *out);

/* Whether a document is one of these. */
bool paper_is_pairs(const struct paper *p);
/* Its pairs, with the Welsh that stands there now, signs as they are typed; in `map` what
 * has no place, and words. */
void pairs_of_paper(struct arena *a, const struct paper *p, struct text_pairs *out,
                    struct mapping *map);

#endif
