/* edit.h -- words of a user's file replaced, everything else of it kept byte for byte:
 * line ends, a byte order mark, characters that are composed in another way than we read
 * them. */
#ifndef BASE_EDIT_H
#define BASE_EDIT_H

#include "base/array.h"
#include "base/file.h"

struct edit {
    size_t at, len; /* bytes of the file as it was read (struct file) */
    const char *text;
};

/* The bytes of the file as file_read read it, with `edits` done, which are ascending and
 * do not overlap; ready for files_replace.  `was`: its bytes before.  False, and said
 * (WRITE_FAILED), when the file on the disk is no longer that one, or nobody may write
 * it. */
bool file_edit(struct arena *a, struct diags *d, const struct file *f,
               const struct edit *edits, size_t count, struct file_write *out,
               const struct file **was);

/* Whether the disk still has these bytes, for one who has taken his time before he
 * writes; false, and said, when not.  What stands in for the file is not looked at. */
bool file_still(struct diags *d, const struct file *was);

/* An edit by its place in one of several files. */
struct placed_edit {
    struct pos pos;
    const char *text;
};
struct placed_edits {
    ARRAY(struct placed_edit) all;
};

/* Files as they will be, and as they were. */
struct file_writes {
    ARRAY(struct file_write) all;
    ARRAY(const struct file *) was;
};

/* The same of all files that the edits stand in, which may come in any order. */
bool files_edit(struct arena *a, struct diags *d, const struct placed_edits *edits,
                struct file_writes *out);

/* Writes them, all or none; not when one of them is another by now. */
bool files_edited(struct arena *a, struct diags *d, const struct file_writes *files);

#endif
