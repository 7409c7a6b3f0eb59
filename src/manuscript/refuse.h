/* refuse.h -- texts of a manuscript for which the report turns out to have no place: its
 * readers find a fault in them once they stand there (a mark that is none, a line that is
 * too long), or they are read as something else.  They are taken out of what is given,
 * and the report's own stay as they were; then the rest is merged anew. */
#ifndef MANUSCRIPT_REFUSE_H
#define MANUSCRIPT_REFUSE_H

#include "manuscript/merge.h"

/* The text that the merge has written.  False: it has written none such. */
bool manuscript_refuse(struct arena *a, struct mapping *map, const struct merged *m,
                       const char *markdown, const char *why);

/* The same by where it would stand in `after`, the homes of the files as they would be.
 */
bool manuscript_refuse_at(struct arena *a, struct mapping *map, const struct merged *m,
                          const struct home *after, struct pos at, const char *why);

#endif
