/* array.c -- growing arrays; the old place stays in the arena until its end, which costs
 * at most as much again as the array itself. */
#include "base/array.h"

#include <string.h>

void *array_room(struct arena *a, void *at, size_t len, size_t more, size_t *cap,
                 size_t size)
{
    const size_t wanted = len + more;
    if (wanted > *cap) {
        const void *before = at;
        *cap = wanted + 3 > 2 * *cap ? wanted + 3 : 2 * *cap;
        at = arena_array(a, *cap, size);
        if (len > 0)
            memcpy(at, before, len * size);
        arena_shut((char *)at + len * size, (*cap - len) * size);
    }
    arena_open((char *)at + len * size, more * size);
    return at;
}
