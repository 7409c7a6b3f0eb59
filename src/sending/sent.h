/* sent.h -- the register of what was sent: REPORT/sent/drafts.csv, a row per copy, never
 * changed, only added to.  Columns of the editor's own are kept. */
#ifndef SENDING_SENT_H
#define SENDING_SENT_H

#include "report/report.h"
#include "source/csv.h"

enum { SENT_COLUMNS = 10 };

struct sent_row {
    int draft;        /* its number, from 1; each stage has its own */
    enum stage stage; /* a draft or under embargo */
    enum lang language;
    const char *recipient, *body;
    const char *date, *due; /* as they stand: a spreadsheet may have turned them round */
    const char *hash, *file;
    const char *embargo; /* the time until which it is; "" of a draft, or not known */
    struct pos pos;      /* of the number; nowhere in a new row */
    struct pos until;    /* of that time, or of the number */
};

struct sent {
    const char *path;
    const struct table *table; /* NULL when nothing was sent yet */
    int columns[SENT_COLUMNS]; /* where they stand in it; -1: old ones have no embargo */
    struct sent_row *at;       /* one for each row of it */
    size_t count;
};

/* "draft" or "embargo", as the tables of a report have it; false when it is neither. */
bool stage_parse(const char *name, enum stage *stage);

/* None when nothing was sent yet.  False, and said, when the file is not such a register,
 * or not in UTF-8 as it was written: of a record no letter is guessed. */
bool sent_read(struct arena *a, struct diags *d, const char *dir, struct sent *s);
/* The register with `count` new rows at its end. */
void sent_write(const struct sent *s, const struct sent_row *new, size_t count,
                struct buf *out);

/* The number of the last one sent of that stage, 0 when there is none. */
int sent_last(const struct sent *s, enum stage stage);
/* A row of that stage and number. */
const struct sent_row *sent_find(const struct sent *s, enum stage stage, int draft);

#endif
