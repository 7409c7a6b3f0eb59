/* memory.h -- pairs of English and Welsh that were signed off, of any number of reports,
 * as a TMX 1.4 file; and what such files give a report that has the same English.  The
 * pairs are exact: words and codes.  Nothing of it is final before somebody looked. */
#ifndef TRANSLATE_MEMORY_H
#define TRANSLATE_MEMORY_H

#include "translate/translate.h"

struct memory;
struct memory *memory_new(struct arena *a);

/* Adds the units of a report that stand there: UNIT_FINAL, UNIT_REVIEW.  `report` is
 * named as their origin.  A pair that is there already is not added. */
void memory_add(struct memory *m, const struct translation *t,
                enum unit_standing standing, const char *report);

/* Adds the pairs of a TMX file whose languages are English and Welsh; false, and said,
 * when the file cannot be used. */
bool memory_read(struct memory *m, struct diags *d, const struct file *f);

/* All pairs in the order they were added; `version` is that of this program. */
void memory_write(const struct memory *m, const char *version, struct buf *out);

/* Gives each unit that has no Welsh that of the same English, to be reviewed; of a stale
 * one it becomes a suggestion.  Of several Welsh texts the one added first is taken.  How
 * many units were filled. */
size_t memory_fill(struct arena *a, const struct memory *m, struct translation *t);

#endif
