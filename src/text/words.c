/* words.c -- words shaped once.  In: a word, its face and language; out: its glyphs, from
 * the cache or shaped now.  Knows nothing of shaping. */
#include "text/inside.h"

#include <string.h>

enum { FIRST_SIZE = 4096 };

static size_t word_hash(const char *s, size_t len, enum face face, enum lang lang)
{
    uint32_t h = 2166136261u ^ (uint32_t)face ^ (uint32_t)lang << 8;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool word_is(const struct shaped_word *w, const char *s, size_t len,
                    enum face face, enum lang lang)
{
    return w->len == len && w->face == face && w->lang == lang &&
           memcmp(w->text, s, len) == 0;
}

/* The slot of the word, or the free one where it would go. */
static struct shaped_word *word_slot(const struct cache *c, const char *s, size_t len,
                                     enum face face, enum lang lang)
{
    size_t i = word_hash(s, len, face, lang) & (c->size - 1);
    while (c->slots[i].text != NULL && !word_is(&c->slots[i], s, len, face, lang))
        i = (i + 1) & (c->size - 1);
    return &c->slots[i];
}

/* Twice the room, at most half full. */
static void cache_grow(struct arena *a, struct cache *c)
{
    struct cache old = *c;
    c->size = old.size == 0 ? FIRST_SIZE : 2 * old.size;
    c->slots = NEW_ARRAY(a, struct shaped_word, c->size);
    for (size_t i = 0; i < old.size; i++) {
        const struct shaped_word *w = &old.slots[i];
        if (w->text != NULL)
            *word_slot(c, w->text, w->len, w->face, w->lang) = *w;
    }
}

const struct shaped_word *word_shape(struct faces *t, struct diags *d,
                                     const struct span *s, const char *text, size_t len)
{
    if (2 * t->words.count >= t->words.size)
        cache_grow(t->a, &t->words);
    struct shaped_word *w = word_slot(&t->words, text, len, s->face, s->lang);
    if (w->text == NULL) {
        *w = word_new(t, d, s, text, len);
        t->words.count++;
    }
    return w;
}
