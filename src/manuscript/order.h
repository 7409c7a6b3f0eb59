/* order.h -- what stays in its place when things come in another order. */
#ifndef MANUSCRIPT_ORDER_H
#define MANUSCRIPT_ORDER_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether places only rise; -1, which is none, is passed over. */
bool order_rises(const long *places, size_t count);
/* Of each whether it stays: the longest row of them that rises does. */
bool *order_kept(struct arena *a, const long *places, size_t count);

#endif
