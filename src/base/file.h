/* file.h -- files in, whole; files out, whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

/* Reads a text file of at most `limit` bytes: UTF-8 (a BOM is dropped), normalised to NFC
 * and "\n".  Control, bidirectional and private-use characters are refused.  NULL when it
 * cannot be used, which has then been said at `from` (where the name stands) or, when
 * `from` is nowhere, of the file itself. */
const struct file *file_read(struct arena *a, struct diags *d, const char *path,
                             size_t limit, struct pos from);

/* The same of a table that a spreadsheet may have saved: where its letters are not those
 * of UTF-8 they are taken for Windows-1252, with a note.  A stray byte among others that
 * are UTF-8 is refused: guessing would spoil those. */
const struct file *file_read_windows(struct arena *a, struct diags *d, const char *path,
                                     size_t limit, struct pos from);

/* Bytes as they are (pictures). */
const struct file *file_read_bytes(struct arena *a, struct diags *d, const char *path,
                                   size_t limit, struct pos from);
/* The same without a copy, for large files of which little is looked at (fonts): what is
 * never looked at is never read, until file_unmap.  Not for a file that others write to:
 * where it is cut short meanwhile, looking at the rest ends the program. */
const struct file *file_map(struct arena *a, struct diags *d, const char *path,
                            size_t limit, struct pos from);
void file_unmap(const struct file *f);

/* What the bytes begin as, and its name: "a GIF picture". */
enum picture_format { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG, PICTURE_OTHER };
enum picture_format picture_format(const char *bytes, size_t len, const char **what);

/* Text already in memory (standard input, tests) as a file; checked like one read. */
const struct file *file_of_text(struct arena *a, struct diags *d, const char *path,
                                const char *text, size_t len);

/* "dir/name" when `name` is relative, has no "..", and, links followed, lies in `dir`;
 * otherwise NULL, said at `from`. */
const char *file_inside(struct arena *a, struct diags *d, const char *dir,
                        const char *name, struct pos from);

/* Whether a name is taken; only what is surely not there is not: what cannot be looked at
 * is taken, as a link to nothing is, so that reading it says why it cannot be read. */
bool file_exists(const char *path);
/* Links are followed; a disk that gives no answer may have it. */
bool folder_exists(const char *path);

/* Which file it is and when it was changed last, in a number. */
struct stat;
uint64_t file_state(const struct stat *st);
/* Whether it is another since this arena has read it. */
bool file_is_changed(const struct arena *a, const char *path, const struct stat *st);
/* Whether links have led `fd`, opened as `path`, out of the fence that the path is in. */
bool file_leads_out(const struct arena *a, const char *path, int fd);
/* Whether `path` is written as one below `dir`. */
bool path_is_below(const char *path, const char *dir);

/* Whether a file's name is `wanted` in other letters, with .yml for .yaml, or with what
 * an editor put behind it: "Answers.CSV", "inspection.yaml.txt", "answers.csv.csv". */
bool name_is_like(const char *name, const char *wanted);
/* The name that is like the path's in its folder; NULL: there is none. */
const char *file_like(struct arena *a, const char *path);

/* What the folder holds but what is hidden, sorted; none of what is no folder.  None, and
 * said, when it cannot be read to its end; `d` may be NULL where the names only serve to
 * say more of something else. */
const char *const *folder_names(struct arena *a, struct diags *d, const char *path,
                                size_t *count);

/* "a/b/c.yaml" -> "a/b"; "c.yaml" -> ".". */
const char *path_dir(struct arena *a, const char *path);
const char *path_join(struct arena *a, const char *dir, const char *name);
/* "a/b/severnside-2012/" -> "severnside-2012". */
const char *path_name(struct arena *a, const char *path);
/* The folder's own name, also when it was given as ".". */
const char *folder_name(struct arena *a, const char *dir);
/* Where its links lead, from the root on; NULL: nowhere, and errno says why. */
const char *path_followed(struct arena *a, const char *path);

/* Replaces `path` by `len` bytes: a temporary file beside it, written, synced, renamed,
 * the folder synced.  A link is followed, its target replaced.  On any failure the old
 * file is untouched, the temporary one gone, and it has been said (WRITE_FAILED). */
bool file_replace(struct arena *a, struct diags *d, const char *path, const void *bytes,
                  size_t len);

/* Several files that belong together: all are written beside their places before the
 * first takes its place, and where one cannot, those that had are put back. */
struct file_write {
    const char *path;
    const void *bytes;
    size_t len;
    bool fresh; /* must not be there yet: it is never overwritten */
};
bool files_replace(struct arena *a, struct diags *d, const struct file_write *files,
                   size_t count);

/* Removes what dead processes have left in a folder of files on their way. */
void folder_clean(struct arena *a, const char *path);

/* Several files as a folder that is not there yet, whole or not at all: `path` of each is
 * below it.  They are made, for reading only, in a folder beside, all of it synced, and
 * take their place in one rename.  On any failure the folder beside is gone, and it has
 * been said. */
bool folder_put(struct arena *a, struct diags *d, const char *path,
                const struct file_write *files, size_t count);
/* Removes what dead processes have left of such folders in `path`; for one who holds the
 * lock of what stands there. */
void folder_sweep(struct arena *a, const char *path);
/* Whether it is the name of a file, or such a folder, on its way. */
bool name_is_left_over(const char *name);
/* What has come to stand in it outlasts a power cut. */
bool folder_sync(const char *path);

/* Writes all of `len` bytes; false, and errno says why, when it could not. */
bool fd_write(int fd, const char *bytes, size_t len);

/* Makes a folder and those above it. */
bool dir_make(struct arena *a, struct diags *d, const char *path);

#endif
