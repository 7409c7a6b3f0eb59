/* array.h -- arrays that grow, in an arena.
 *
 *     ARRAY(struct cell) cells = {0};
 *     *array_push(a, &cells) = (struct cell){...};
 *     for (size_t i = 0; i < cells.len; i++) use(&cells.at[i]);
 *
 * array_push gives the address of a new zeroed element, good until the next push. */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include "base/arena.h"

#define ARRAY(type)                                                                      \
    struct {                                                                             \
        type *at;                                                                        \
        size_t len, cap;                                                                 \
    }

#define array_push(a, v) (array_reserve((a), (v), 1), &(v)->at[(v)->len++])
/* Room for `more` behind the last; who fills it sets the length. */
#define array_reserve(a, v, more)                                                        \
    ((v)->at = array_room((a), (v)->at, (v)->len, (more), &(v)->cap, sizeof *(v)->at))

/* Room for `more` than `len` elements of `size` bytes; moves them when it must. */
void *array_room(struct arena *a, void *at, size_t len, size_t more, size_t *cap,
                 size_t size);

#endif
