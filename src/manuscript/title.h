/* title.h -- what stands over a text: as an export writes it, and as people do. */
#ifndef MANUSCRIPT_TITLE_H
#define MANUSCRIPT_TITLE_H

#include "manuscript/home.h"

/* What the house and the programme say of titles, in files manuscript.yaml. */
struct titles {
    const struct programme *p;
    ARRAY(const struct node *) said; /* the nearest last */
};

struct titles titles_read(struct arena *a, struct diags *d, const struct programme *p);

/* "1.1 Risk of harm to others", "Areas for improvement", "Recommendations 3". */
const char *home_title(struct arena *a, const struct titles *t, const struct home *h,
                       enum lang l);

/* Whether a heading is that of the home, in either language: with or without numbers,
 * capitals and punctuation. */
bool home_is_titled(struct arena *a, const struct titles *t, const struct home *h,
                    const char *heading);

#endif
