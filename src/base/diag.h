/* diag.h -- what is wrong with the user's files: where, what was found, what is allowed,
 * how to mend it.  A stage says all it can see and goes on; cli/ stops before the next
 * stage.  The worst one seen decides the exit status (diags_exit).
 *
 *     answers.csv:41:13: error: not an answer this question takes: "maybe" for
 *     rosh-screening-done; use yes, no or na [ANSWER_UNKNOWN]
 *        41 | C040,F,16,maybe,yes
 *           |           ^~~~~
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag_table.h"

#include <stdbool.h>
#include <stddef.h>

/* A file as it was read: UTF-8, NFC, "\n" line ends, zero-terminated. */
struct file {
    const char *path; /* as the user would type it */
    const char *text;
    size_t len;
    const char *sheet; /* of a workbook: a line is a row, tabs part its cells; or NULL */
};

/* `len` bytes from byte `at` of a file.  {0} is "nowhere", and a NULL file too; a file
 * with no text (a folder, a file that is missing) has only its name. */
struct pos {
    const struct file *file;
    size_t at, len;
};

/* No line of the file at `path`, which is borrowed: for files that have none. */
struct pos pos_of_path(struct arena *a, const char *path);

/* Line and column (in characters) from 1. */
struct place {
    int line, column;
};
struct place pos_place(struct pos p);
/* "41:13", or of a sheet "O8": where in its file, for messages. */
const char *pos_name(struct arena *a, struct pos p);

enum severity {
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    SEVERITY_ERROR,
    SEVERITY_WAITS,  /* a warning, but an error in what everybody is to read */
    SEVERITY_LEAVES, /* a warning in a proof, but an error in whatever leaves the house */
    SEVERITY_COUNT
};

enum diag_id {
#define X(id, severity, exit, what) DIAG_##id,
    DIAGS(X)
#undef X
        DIAG_COUNT
};

/* The words of the table, for the manual and for tests. */
const char *diag_name(enum diag_id id);
const char *diag_what(enum diag_id id);
enum severity diag_severity(enum diag_id id);

/* Warnings, and wording that nobody has reviewed: what a person may answer for;
 * but for signed figures, whose record says who does. */
bool diag_may_accept(enum diag_id id);

/* Somebody answers for all of one kind, or for one of them: they become notes. */
struct acceptance {
    enum diag_id id;
    const char *language; /* of which edition: "cy"; "" for any */
    const char *about;    /* only those that quote this: "findings.3.2"; NULL: all */
    const char *by, *reason;
    struct pos pos; /* where it was written */
};

struct diags; /* those said so far, in order */
struct diags *diags_new(struct arena *a);

/* From here on, what is said is said of the edition in that language; "" of none. */
void diags_language(struct diags *d, const char *language);
/* What was said and what will be; `all` must outlive `d`. */
void diags_accept(struct diags *d, const struct acceptance *all, size_t count);
/* Says which acceptances nothing needed; for one who has looked at everything. */
void diags_unused(struct diags *d);
/* Prints each of many, and what was accepted, by itself. */
void diags_verbose(struct diags *d);
/* Prints with the colours of a terminal, but for programs (JSON). */
void diags_colour(struct diags *d);

/* Says one.  What is said twice of the same place is kept once; after 200 errors further
 * ones are only counted, and so are warnings and notes.  Many wordings of a file that
 * nobody has reviewed are printed as one line. */
void diag(struct diags *d, enum diag_id id, struct pos where, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same of a warning for which, here, everybody's edition waits (SEVERITY_WAITS). */
void diag_waits(struct diags *d, enum diag_id id, struct pos where, const char *format,
                ...) __attribute__((format(printf, 4, 5)));

/* The errors of a run that is done again and quietly: what had been said of the first one
 * is kept once, and what the second alone has met, as a disk that does not answer any
 * more, does not pass in silence. */
void diags_take_broken(struct diags *d, const struct diags *quiet);

/* All that was said elsewhere, as it was. */
void diags_take(struct diags *d, const struct diags *from);

enum readers { READ_BY_EDITORS, READ_BY_TEAM, READ_BY_ALL };
/* From here on it is for those to read: warnings that they must not meet, those said
 * already too, are errors, unless somebody answers for them. */
void diags_publish(struct diags *d, enum readers readers);

/* Errors, or warnings, said so far. */
size_t diags_errors(const struct diags *d);
/* The n-th of the errors that were said and not only counted; false: there are no more.
 */
bool diags_error(const struct diags *d, size_t n, struct pos *where, const char **text);
/* The edition that all errors were said of: "cy"; "": of several, or none was. */
const char *diags_errors_in(const struct diags *d);
/* Of the errors those behind which the next stage has nothing sound to work on. */
size_t diags_broken(const struct diags *d);
size_t diags_warnings(const struct diags *d);

/* 0, or the exit status of the worst error (docs/rules.md); warnings count when strict.
 */
int diags_exit(const struct diags *d, bool strict);

enum diag_format { DIAG_HUMAN, DIAG_SHORT, DIAG_JSON };
/* All, sorted by file (in the order first named), then position. */
void diags_print(const struct diags *d, enum diag_format format, struct buf *out);

/* The nearest of `count` names to a mistyped one: at most a third of its letters wrong,
 * swaps count once; NULL when none is near. */
const char *nearest_name(const char *typed, const char *const *names, size_t count);

#endif
