/* unchanged.h -- whether a build would make what stands there already.  Beside the
 * outputs lies a record, .NAME-KEY.built: all that they may be made of
 * (cli/ingredients.h), what was made and what was said; the key is of the options that
 * decide it.  Where all of that is as it was, and where not a byte of the outputs has
 * changed, nothing is built, and it is said again. */
#ifndef CLI_UNCHANGED_H
#define CLI_UNCHANGED_H

#include "cli/pipeline.h"

/* As everything is before the build.  NULL where a build cannot be left out: its stage
 * keeps records, it prints what it makes or how long that took; or where nobody can be
 * sure: a report that is no folder, templates that have just been written, too much in a
 * folder. */
struct unchanged *unchanged_new(const struct run *r);
void unchanged_free(struct unchanged *u);

/* Whether everything stands; then `said` is what had been said, and `status` as it was.
 */
bool unchanged_stands(const struct unchanged *u, struct buf said[SAID_COUNT],
                      int *status);

/* A file that was written; nothing where `u` is NULL. */
void unchanged_made(struct unchanged *u, const struct file_write *file);

/* The record, if anything was made, if nothing was changed meanwhile, and if it tells of
 * all that was read. */
void unchanged_keep(struct unchanged *u, const struct arena_file *read,
                    const struct buf said[SAID_COUNT], int status);

#endif
