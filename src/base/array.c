/* array.c -- growing arrays; the old place stays in the arena until its end, which costs
 * at most as much again as the array itself. */
#include "base/array.h"

#include <string.h>

void *array_room(struct arena *a, void *at, size_t len, size_t *cap, size_t size)
{
    if (len < *cap)
        return at;
    size_t more = *cap == 0 ? 8 : *cap * 2;
    void *moved = arena_array(a, more, size);
    if (len > 0)
        memcpy(moved, at, len * size);
    *cap = more;
    return moved;
}
