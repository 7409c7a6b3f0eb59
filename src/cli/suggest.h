/* suggest.h -- `gwasg figures --suggest`, and `--write`. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "cli/pipeline.h"

/* Prints the marks for numbers that are none.  With --write they are put into the files,
 * once the report has been built with them and prints the same words. */
void run_suggest(struct run *r, const struct scores *s, struct buf *out);

#endif
