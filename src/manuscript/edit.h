/* edit.h -- what a manuscript changes, as edits of the report's files: only what changes
 * is written, all else stays byte for byte. */
#ifndef MANUSCRIPT_EDIT_H
#define MANUSCRIPT_EDIT_H

#include "base/edit.h"
#include "manuscript/merge.h"

void manuscript_edits(struct arena *a, const struct merged *m, struct placed_edits *out);

/* Tables that no file has yet get their names, which edits write, and their files. */
void manuscript_tables(struct arena *a, const struct merged *m, const char *dir,
                       struct file_writes *files);

/* Of all that was to be written, all that was to stay, and all that the manuscript has
 * for a field, a text that does not stand in `after`, the homes of the files as they will
 * be, nor is older than what stands there; NULL: there is none. */
const char *manuscript_lost(struct arena *a, const struct merged *m,
                            const struct mapping *map, const struct home *now,
                            const struct home *after);

#endif
