/* sandbox.h -- work on a stranger's file in a process of its own, with little time and
 * memory and no way to anything else: what a hostile file can break there is that
 * process.  What the work finds comes back as a row of texts. */
#ifndef OFFICE_SANDBOX_H
#define OFFICE_SANDBOX_H

#include "base/diag.h"

#include <stdbool.h>

#define SANDBOX_MEMORY ((size_t)512 << 20) /* beside what the process has already */
#define SANDBOX_SECONDS 5
#define SANDBOX_OUT ((size_t)16 << 20)

enum sandbox_end {
    SANDBOX_DONE,
    SANDBOX_TIME,  /* longer than SANDBOX_SECONDS */
    SANDBOX_CRASH, /* a fault in a library, or no memory left */
    SANDBOX_LARGE, /* more found than was allowed */
    SANDBOX_NONE   /* the kernel cannot confine the child: nothing was looked at */
};

/* Calls `work` in a child, which puts texts into `out` (text_put).  Whatever else it
 * does is lost; at most `most` bytes come back.  Unless SANDBOX_DONE comes back `texts`
 * is empty.  The child can open nothing: what it needs is read and loaded before, and of
 * arenas it has `a` alone, where all that `data` leads to must lie. */
enum sandbox_end sandbox_run(struct arena *a, void (*work)(struct buf *out, void *data),
                             void *data, size_t most, struct buf *texts);

/* What this kernel gives to shut the child in, a line each. */
void sandbox_report(struct buf *out);

/* The same of a file; false, and said as `id`, where it came to a bad end. */
bool sandbox_read(struct arena *a, struct diags *d, enum diag_id id, struct pos where,
                  void (*work)(struct buf *out, void *data), void *data, size_t most,
                  struct buf *texts);

/* The child's half: a text with its length before it. */
void text_put(struct buf *out, const char *bytes, size_t len);
void text_put_str(struct buf *out, const char *s);

/* The parent's half: the next text from *at on, made fit to be kept: UTF-8 in NFC, line
 * ends "\n", without control characters.  NULL at the end. */
const char *text_next(struct arena *a, const struct buf *texts, size_t *at);
/* Notes as `id` how many characters text_next leaves out, if any. */
void texts_say_unclean(struct arena *a, struct diags *d, enum diag_id id,
                       struct pos where, const struct buf *texts);
/* The next one as it was put; NULL at the end. */
const char *bytes_next(const struct buf *texts, size_t *at, size_t *len);
/* The same for any bytes. */
const char *text_clean(struct arena *a, const char *bytes, size_t len);

#endif
