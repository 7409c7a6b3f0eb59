/* sent.h -- the register of what was sent: REPORT/sent/drafts.csv, a row per copy, never
 * changed, only added to. */
#ifndef SENDING_SENT_H
#define SENDING_SENT_H

#include "base/diag.h"

enum {
    SENT_DRAFT,
    SENT_STAGE,
    SENT_LANGUAGE,
    SENT_RECIPIENT,
    SENT_BODY,
    SENT_DATE,
    SENT_DUE,
    SENT_HASH,
    SENT_FILE,
    SENT_COLUMNS
};

struct sent_row {
    const char *cells[SENT_COLUMNS]; /* NULL-free */
};

struct sent {
    const char *path;
    struct sent_row *at;
    size_t count;
};

/* None when nothing was sent yet.  False, and said, when the file is not such a register.
 */
bool sent_read(struct arena *a, struct diags *d, const char *dir, struct sent *s);
void sent_write(const struct sent *s, struct buf *out);

/* The number of the last one sent of that stage, 0 when there is none. */
int sent_last(const struct sent *s, const char *stage);
/* A row of that stage and number. */
const struct sent_row *sent_find(const struct sent *s, const char *stage, int number);

#endif
