/* pairs.c -- the kerning of pairs of glyphs, as learned so far.  In: a face and two
 * glyphs; out: what the first one's advance gains, in font units.  Knows nothing of
 * fonts. */
#include "text/inside.h"

enum { FIRST_SIZE = 4096 };

/* Never 0, which marks a free slot. */
static uint64_t pair_key(enum face face, unsigned left, unsigned right)
{
    return (uint64_t)(face + 1) << 32 | (uint64_t)(left & 0xFFFF) << 16 |
           (right & 0xFFFF);
}

/* The slot of the key, or the free one where it would go. */
static struct kern *pair_slot(const struct kerns *p, uint64_t key)
{
    size_t i = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (p->size - 1);
    while (p->slots[i].key != 0 && p->slots[i].key != key)
        i = (i + 1) & (p->size - 1);
    return &p->slots[i];
}

bool pair_get(const struct kerns *p, enum face face, unsigned left, unsigned right,
              int *kerning)
{
    if (p->size == 0)
        return false;
    uint64_t key = pair_key(face, left, right);
    const struct kern *found = pair_slot(p, key);
    *kerning = found->kerning;
    return found->key == key;
}

static void pairs_grow(struct arena *a, struct kerns *p)
{
    struct kerns old = *p;
    p->size = old.size == 0 ? FIRST_SIZE : 2 * old.size;
    p->slots = NEW_ARRAY(a, struct kern, p->size);
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i].key != 0)
            *pair_slot(p, old.slots[i].key) = old.slots[i];
}

void pair_put(struct arena *a, struct kerns *p, enum face face, unsigned left,
              unsigned right, int kerning)
{
    if (2 * p->count >= p->size)
        pairs_grow(a, p);
    uint64_t key = pair_key(face, left, right);
    struct kern *slot = pair_slot(p, key);
    p->count += slot->key == 0;
    *slot = (struct kern){key, kerning};
}
