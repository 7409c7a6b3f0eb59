/* kept.c -- paragraphs built once.  A report is laid out anew until its page numbers
 * stand, and a table tries its columns at several widths: the same spans come again and
 * again. In: spans; out: the paragraph that was built of their like.  Knows nothing of
 * building. */
#include "base/hash.h"
#include "text/inside.h"

#include <string.h>

enum { FIRST_SIZE = 1024 };

/* What a paragraph is made of, beside the words of its spans. */
struct span_key {
    size_t len;
    length size, tracking, inset;
    unsigned char face, lang, hard_break, no_break;
};

/* All of it in a row, in room that is used again. */
static struct spans_key key_of(struct faces *t, const struct span *spans, size_t count)
{
    t->key.len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct span *s = &spans[i];
        struct span_key k;
        memset(&k, 0, sizeof k); /* what lies between the members is compared, too */
        k.len = s->len;
        k.size = s->size;
        k.tracking = s->tracking;
        k.inset = s->inset;
        k.face = (unsigned char)s->face;
        k.lang = (unsigned char)s->lang;
        k.hard_break = s->hard_break;
        k.no_break = s->no_break;
        array_reserve(t->a, &t->key, sizeof k + s->len);
        memcpy(t->key.at + t->key.len, &k, sizeof k);
        if (s->len > 0)
            memcpy(t->key.at + t->key.len + sizeof k, s->text, s->len);
        t->key.len += sizeof k + s->len;
    }
    return (struct spans_key){t->key.at, t->key.len,
                              hash_bytes(HASH_START, t->key.at, t->key.len)};
}

/* The slot of the key, or the free one where it would go. */
static struct kept_paragraph *slot_of(const struct kept_paragraphs *all,
                                      const struct spans_key *key)
{
    size_t i = (size_t)(key->hash ^ key->hash >> 32) & (all->size - 1);
    for (;; i = (i + 1) & (all->size - 1)) {
        struct kept_paragraph *one = &all->slots[i];
        if (one->key.at == NULL ||
            (one->key.hash == key->hash && one->key.len == key->len &&
             memcmp(one->key.at, key->at, key->len) == 0))
            return one;
    }
}

static void grow(struct arena *a, struct kept_paragraphs *all)
{
    const struct kept_paragraphs old = *all;
    all->size = old.size == 0 ? FIRST_SIZE : 2 * old.size;
    all->slots = NEW_ARRAY(a, struct kept_paragraph, all->size);
    for (size_t i = 0; i < old.size; i++)
        if (old.slots[i].key.at != NULL)
            *slot_of(all, &old.slots[i].key) = old.slots[i];
}

/* The same array, in just as much room. */
#define KEEP(a, to, from)                                                                \
    do {                                                                                 \
        (to)->len = (to)->cap = (from)->len;                                             \
        (to)->at = arena_array((a), (from)->len, sizeof *(from)->at);                    \
        if ((from)->len > 0)                                                             \
            memcpy((to)->at, (from)->at, (from)->len * sizeof *(from)->at);              \
    } while (false)

const struct paragraph *paragraph_kept(struct faces *t, const struct span *spans,
                                       size_t count)
{
    if (t->kept.size == 0)
        return NULL;
    const struct spans_key key = key_of(t, spans, count);
    const struct kept_paragraph *found = slot_of(&t->kept, &key);
    return found->key.at != NULL ? found->p : NULL;
}

const struct paragraph *paragraph_keep(struct faces *t, const struct span *spans,
                                       size_t count)
{
    if (2 * t->kept.count >= t->kept.size)
        grow(t->a, &t->kept);
    struct spans_key key = key_of(t, spans, count);
    struct kept_paragraph *to = slot_of(&t->kept, &key);
    struct paragraph *p = NEW(t->a, struct paragraph);
    KEEP(t->a, &p->text, &t->room.text);
    KEEP(t->a, &p->break_level, &t->room.break_level);
    KEEP(t->a, &p->glyphs, &t->room.glyphs);
    KEEP(t->a, &p->ranges, &t->room.ranges);
    key.at = arena_strndup(t->a, key.at, key.len);
    *to = (struct kept_paragraph){key, p};
    t->kept.count++;
    return p;
}
