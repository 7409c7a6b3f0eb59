/* unchanged.h -- whether a build would make what stands there already.  Beside the
 * outputs lies a record, .NAME-KEY.built: which program built them with which options,
 * every file below the folders of the report, the templates and the fonts, what was made
 * and what was said.  Where all of that is as it was, and where not a byte of the outputs
 * has changed, nothing is built, and it is said again. */
#ifndef CLI_UNCHANGED_H
#define CLI_UNCHANGED_H

#include "cli/pipeline.h"

/* As everything is before the build.  NULL where a build cannot be left out: its stage
 * keeps records, it prints what it makes, somebody wants it built; or where nobody can be
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

/* The record, if anything was made, and if nothing was read but what it covers. */
void unchanged_keep(struct unchanged *u, const struct arena_file *read,
                    const struct buf said[SAID_COUNT], int status);

#endif
