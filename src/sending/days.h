/* days.h -- whether the day on which something is sent fits the report's other days. */
#ifndef SENDING_DAYS_H
#define SENDING_DAYS_H

#include "sending/copies.h"

/* Warns when a draft or an embargoed copy of `day` comes before the visit was over,
 * before one that was sent, or when there is nothing left to keep back; `due`: by when a
 * draft may be commented on; year 0: not known. */
void sending_days_check(const struct copies *c, struct date day, struct date due);

#endif
