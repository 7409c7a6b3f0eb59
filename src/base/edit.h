/* edit.h -- words of a user's file replaced, everything else of it kept byte for byte:
 * line ends, a byte order mark, characters that are composed in another way than we read
 * them. */
#ifndef BASE_EDIT_H
#define BASE_EDIT_H

#include "base/file.h"

struct edit {
    size_t at, len; /* bytes of the file as it was read (struct file) */
    const char *text;
};

/* The bytes of the file as file_read read it, with `edits` done, which are ascending and
 * do not overlap; ready for files_replace.  False, and said (WRITE_FAILED), when the file
 * on the disk is no longer that one, or nobody may write it. */
bool file_edit(struct arena *a, struct diags *d, const struct file *f,
               const struct edit *edits, size_t count, struct file_write *out);

#endif
