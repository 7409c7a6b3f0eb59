/* map.h -- names to pointers.  Keys are borrowed and must outlive the map. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map; /* lives in the arena it was made in */

struct map *map_new(struct arena *a);
void *map_get(const struct map *m, const char *key); /* NULL when not there */
/* Sets or replaces; gives back what was there before, or NULL.  `value` is never NULL. */
void *map_put(struct map *m, const char *key, void *value);

#endif
