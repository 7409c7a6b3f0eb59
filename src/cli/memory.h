/* memory.h -- translation memories that the user names. */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include "cli/pipeline.h"
#include "translate/translate.h"

/* Gives units without Welsh that of others of the same English, for review; how many. */
size_t run_alike(struct run *r, struct translation *t);
/* The same with the memories (--memory) behind these.  False when one of them cannot be
 * used, which was said. */
bool run_memories(struct run *r, struct translation *t);

#endif
