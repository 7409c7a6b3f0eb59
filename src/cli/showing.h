/* showing.h -- a report made to be looked at while it is written (`gwasg watch`): in a
 * process that keeps the programme, the fonts and the words shaped so far. */
#ifndef CLI_SHOWING_H
#define CLI_SHOWING_H

#include "cli/pipeline.h"
#include "watch/maker.h"

struct kept_for_showing;

/* What makes one edition of the report, for maker_new; lives in `a`.  What it says
 * shown_read takes, where it is not said to a person (--no-serve). */
const struct maker_work *showing_work(struct arena *a, const struct options *o,
                                      const char *report, enum edition edition);

#endif
