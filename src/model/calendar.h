/* calendar.h -- working days: Monday to Friday without the bank holidays of the house's
 * bank-holidays.csv (columns date, holiday, source), which is data because governments
 * add to them. */
#ifndef MODEL_CALENDAR_H
#define MODEL_CALENDAR_H

#include "model/programme.h"

struct calendar;

/* Of the programme's house, or of the one that it builds on.  NULL, and said, when there
 * is none or it cannot be used. */
const struct calendar *calendar_read(struct arena *a, struct diags *d,
                                     const struct programme *p);

/* The day that is `days` working days after `from`.  False, and said, when a year on the
 * way is one of which the file says nothing: it would count a holiday as a working day.
 */
bool calendar_after(struct diags *d, const struct calendar *c, struct date from, int days,
                    struct date *day);

#endif
