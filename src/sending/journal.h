/* journal.h -- a sending is one act.  What it is about to put in place is noted in
 * REPORT/sent/.sending first; the register, which names its copies, takes its place last.
 * A process that dies between leaves the note: whoever comes next takes back what the
 * register does not name, so that nothing was sent, or finds that all was. */
#ifndef SENDING_JOURNAL_H
#define SENDING_JOURNAL_H

#include "base/file.h"

/* Notes those of the files that must not be there yet; false, and said, when it cannot.
 */
bool journal_begin(struct arena *a, struct diags *d, const char *dir,
                   const struct file_write *files, size_t count);
/* All is in place, or all was put back. */
void journal_end(struct arena *a, const char *dir);

/* Ends what a dead process has begun.  False, and said, when what it left cannot be read;
 * for one who holds the lock of the report. */
bool journal_recover(struct arena *a, struct diags *d, const char *dir);

#endif
