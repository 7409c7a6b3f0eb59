/* archive.h -- a zip that somebody else made, read in memory.  To be used in the sandbox:
 * what it says of its sizes is not believed.  Faults come back as a flag, a word behind
 * `=`, which the reader of each kind of file has a sentence for:
 *   =broken  =many (parts)  =large (a part)  =absent (a part)  =encrypted */
#ifndef OFFICE_ARCHIVE_H
#define OFFICE_ARCHIVE_H

#include "base/buf.h"
#include "base/diag.h"

struct archive;

/* NULL, and a flag, when it cannot be opened.  `f` must outlive it. */
struct archive *archive_open(struct arena *a, const struct file *f, const char **wrong);
void archive_close(struct archive *z);

/* A part's bytes behind those in `to`, at most `most`; a flag, or NULL. */
const char *archive_read(struct archive *z, const char *name, size_t most,
                         struct buf *to);
bool archive_has(struct archive *z, const char *name);
/* Whether the name of some part begins so. */
bool archive_has_below(struct archive *z, const char *folder);

#endif
