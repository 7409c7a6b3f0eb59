/* order.h -- things that come in another order: which is which, what stays in its place.
 */
#ifndef MANUSCRIPT_ORDER_H
#define MANUSCRIPT_ORDER_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether places only rise; -1, which is none, is passed over. */
bool order_rises(const long *places, size_t count);
/* Of each whether it stays: the longest row of them that rises does. */
bool *order_kept(struct arena *a, const long *places, size_t count);

/* The index of each of `now` in `old` by likeness, -1: none. */
const long *order_aligned(struct arena *a, const char *const *old, size_t old_count,
                          const char *const *now, size_t now_count);
/* From old to new of a table from new to old. */
long *order_turned(struct arena *a, const long *of, size_t count, size_t old_count);

#endif
