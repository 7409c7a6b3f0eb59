/* embargo.h -- until when copies that were sent may not be published: the register has it
 * for each; of those that were sent before it did, recipients.csv.  No clock is read. */
#ifndef SENDING_EMBARGO_H
#define SENDING_EMBARGO_H

#include "sending/sent.h"

/* A time of a day; hour -1: not known, or any. */
struct moment {
    struct date day;
    int hour, minute;
};

/* "2012-06-19 00.01", "2012-06-19T00:01". */
bool moment_parse(const char *text, struct moment *m);
/* "2012-06-19 00.01", or the day alone. */
const char *moment_plain(struct arena *a, struct moment m);
/* Of a day without an hour any time of it may be meant: it is before the next day. */
bool moment_before(struct moment x, struct moment y);

/* The register of the report in `dir`, each embargoed copy with its time where that is
 * known.  False, and said, when it cannot be read. */
bool embargoes_read(struct arena *a, struct diags *d, const char *dir, struct sent *s);

/* Says of each copy whose embargo ends after `release` that it does
 * (RELEASE_BEFORE_EMBARGO, a warning at its time in the register).  `release` without an
 * hour is the whole day: an embargo that ends on that day has ended.  How many copies
 * there are; 0 too when nothing was sent, or when the register cannot be read, which has
 * been said as an error. */
size_t sending_embargoes_before(struct arena *a, struct diags *d, const char *dir,
                                struct moment release);

#endif
