/* jobs.h -- one command over many reports, several at a time. */
#ifndef CLI_JOBS_H
#define CLI_JOBS_H

#include "cli/options.h"

/* Runs the command for each operand, at most o->jobs at once (processes), and prints what
 * each has to say in the order of the operands.  The highest exit status of all; 4 when
 * the standard output cannot be written. */
int jobs_run(const struct options *o);

#endif
