/* reports.h -- reports as they are named on a command line: what may be meant where none
 * is there. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include "cli/pipeline.h"

/* A report in the folder that we are in; NULL: none. */
const char *report_here(struct arena *a);

/* False, and said, when there is nothing of the name r->report, with what may be meant.
 */
bool report_there(struct run *r);

#endif
