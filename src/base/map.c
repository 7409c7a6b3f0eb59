/* map.c -- names to pointers: open addressing, FNV-1a, at most half full. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct slot {
    const char *key;
    void *value;
};

struct map {
    struct arena *a;
    struct slot *slots;
    size_t count, size; /* size is a power of two */
};

static uint32_t hash(const char *s)
{
    uint32_t h = 2166136261u;
    for (; *s != '\0'; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

struct map *map_new(struct arena *a)
{
    struct map *m = NEW(a, struct map);
    m->a = a;
    m->size = 16;
    m->slots = NEW_ARRAY(a, struct slot, m->size);
    return m;
}

/* The slot of `key`, or the empty one where it would go. */
static struct slot *find(const struct map *m, const char *key)
{
    size_t i = hash(key) & (m->size - 1);
    while (m->slots[i].key != NULL && strcmp(m->slots[i].key, key) != 0)
        i = (i + 1) & (m->size - 1);
    return &m->slots[i];
}

void *map_get(const struct map *m, const char *key)
{
    return find(m, key)->value;
}

static void grow(struct map *m)
{
    struct slot *old = m->slots;
    size_t size = m->size;
    m->size *= 2;
    m->slots = NEW_ARRAY(m->a, struct slot, m->size);
    for (size_t i = 0; i < size; i++)
        if (old[i].key != NULL)
            *find(m, old[i].key) = old[i];
}

void *map_put(struct map *m, const char *key, void *value)
{
    if (value == NULL)
        bug("a map holds no NULL: %s", key);
    struct slot *slot = find(m, key);
    void *before = slot->value;
    *slot = (struct slot){before == NULL ? key : slot->key, value};
    if (before == NULL && ++m->count * 2 > m->size)
        grow(m);
    return before;
}
