/* ingredients.h -- everything that a build may be made of, as lines: the files below the
 * folders of the report, the templates and the fonts, the reports beside it where it is a
 * final, the program, its libraries and what the environment tells those.  Builds of the
 * same lines make the same bytes.  A line is 16 digits, a blank and a path. */
#ifndef CLI_INGREDIENTS_H
#define CLI_INGREDIENTS_H

#include "cli/pipeline.h"

#include <sys/stat.h>
#include <time.h>

#define INGREDIENTS_MOST ((size_t)64 << 20) /* bytes of a report that are read */

struct ingredients {
    struct arena *a;
    struct diags *d; /* nobody hears: what is wrong with a file the build says */
    const struct run *r;
    time_t begun;
    struct stat out; /* the folder of the outputs */
    struct buf lines;
    struct buf among; /* lines of what lies below `out`: who is there, and no more */
    uint64_t moment;  /* which files they were, and when they changed last */
    size_t bytes;     /* read so far */
    bool again;       /* only the moment is wanted */
    bool sure;        /* no: something was changed just now, or there is too much */
};

/* As everything is now.  Borrows the run. */
struct ingredients ingredients_new(struct arena *a, struct diags *d, const struct run *r);
/* Whether no file has been touched since, but among the outputs. */
bool ingredients_stand(const struct ingredients *i);

/* Which file it is and when it or its name was changed last, whatever its owner has set
 * for a time. */
uint64_t ingredient_state(const struct stat *st);
/* Whether a later change would show: it was not made in the tick of a clock in which the
 * next one may be. */
bool ingredient_is_old(const struct ingredients *i, const struct stat *st);

/* A file as a line: by its state; by its bytes, false where they cannot be read. */
bool line_of_state(struct arena *a, struct diags *d, const char *path, struct buf *lines);
bool line_of_bytes(struct arena *a, struct diags *d, const char *path, struct buf *lines);
/* Whether there is a line of that path. */
bool line_is_there(const struct buf *lines, const char *path);

/* ---- libraries.c ---- */
/* The libraries in the memory of the program, as lines. */
struct buf libraries_here(struct arena *a);
/* Lines of state of those that have come since `linked`. */
void libraries_further(const struct buf *linked, struct buf *lines);
/* What the environment tells them, in a number. */
uint64_t libraries_told(void);

#endif
