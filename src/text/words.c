/* words.c -- words shaped once.  In: a word, its face and language; out: its glyphs in
 * font units, with the kerning to a space on either side.  Knows no size and no line. */
#include "base/utf8.h"
#include "text/inside.h"

#include <hb.h>
#include <string.h>

enum { FIRST_SIZE = 4096 };

static size_t word_hash(const char *s, size_t len, enum face face, enum lang lang)
{
    uint32_t h = 2166136261u ^ (uint32_t)face ^ (uint32_t)lang << 8;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h ^ h >> 15;
}

static bool word_is(const struct word *w, const char *s, size_t len, enum face face,
                    enum lang lang)
{
    return w->len == len && w->face == face && w->lang == lang &&
           memcmp(w->text, s, len) == 0;
}

/* The slot of the word, or the free one where it would go. */
static struct word *slot_find(const struct cache *c, const char *s, size_t len,
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
    c->slots = NEW_ARRAY(a, struct word, c->size);
    for (size_t i = 0; i < old.size; i++) {
        const struct word *w = &old.slots[i];
        if (w->text != NULL)
            *slot_find(c, w->text, w->len, w->face, w->lang) = *w;
    }
}

/* Says each missing character once; the build stops before it is drawn. */
static void missing_say(struct text *t, struct diags *d, const struct span *s, uint32_t c,
                        const char *bytes, size_t len)
{
    for (size_t i = 0; i < t->missing.len; i++)
        if (t->missing.at[i] == c)
            return;
    *array_push(t->a, &t->missing) = c;
    diag(d, DIAG_GLYPH_MISSING, s->pos,
         "\"%.*s\" (U+%04X); write it another way, in letters that the font has",
         (int)len, bytes, (unsigned)c);
}

/* Those of a word of which HarfBuzz found no glyph.  A mark may be drawn with its letter
 * or not at all, so the font is asked, not the glyphs. */
static void missing_check(struct text *t, struct diags *d, const struct span *s,
                          const char *text, size_t len)
{
    for (size_t at = 0, width; at < len; at += width) {
        hb_codepoint_t glyph;
        uint32_t c = utf8_decode(text + at, len - at, &width);
        if (!hb_font_get_nominal_glyph(t->fonts[s->face].font, c, &glyph))
            missing_say(t, d, s, c, text + at, width);
    }
}

/* The text in `t->buffer`, shaped.  No ligatures: a reader would not find the letters in
 * them (and cairo would write the whole word twice). */
static void buffer_shape(struct text *t, const struct span *s, const char *text,
                         size_t len)
{
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('d', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
    };
    hb_buffer_clear_contents(t->buffer);
    hb_buffer_set_direction(t->buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(t->buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(t->buffer, t->languages[s->lang]);
    hb_buffer_add_utf8(t->buffer, text, (int)len, 0, (int)len);
    hb_shape(t->fonts[s->face].font, t->buffer, features, LEN(features));
}

/* Where in the text (a space, the word, a space) the i-th glyph's characters begin. */
static size_t shape_start(const hb_glyph_info_t *infos, size_t i)
{
    return i <= 1 || infos[i].cluster < 1 ? 1 : infos[i].cluster;
}

/* The glyphs between the two spaces.  The first of those that share characters takes
 * their bytes. */
static struct shape *shapes_take(struct arena *a, struct word *w,
                                 const hb_glyph_info_t *infos,
                                 const hb_glyph_position_t *places, size_t count)
{
    struct shape *shapes = NEW_ARRAY(a, struct shape, count);
    for (size_t i = 1; i + 1 < count; i++) {
        size_t start = shape_start(infos, i), end = w->len + 1, next = i + 1;
        while (next + 1 < count && shape_start(infos, next) == start)
            next++;
        if (next + 1 < count)
            end = shape_start(infos, next);
        bool first = i == 1 || shape_start(infos, i - 1) != start;
        shapes[i - 1] = (struct shape){infos[i].codepoint, places[i].x_advance,
                                       (unsigned short)(first ? end - start : 0)};
    }
    w->shapes = shapes;
    w->count = count - 2;
    return shapes;
}

/* Every word has a glyph, so that the bytes of glyphs add up to the text's. */
static void shapes_none(struct arena *a, struct word *w, unsigned space)
{
    struct shape *shape = NEW(a, struct shape);
    *shape = (struct shape){space, 0, (unsigned short)w->len};
    w->shapes = shape;
    w->count = 1;
}

/* Takes the kerning before a space off the last glyph, to be given back where a space
 * follows.  A mark over a letter has no advance to compare with. */
static void kerning_take(const struct font *f, struct word *w, struct shape *last,
                         int space_before)
{
    w->before = space_before - f->space_advance;
    if (last->bytes == 0)
        return;
    int alone = hb_font_get_glyph_h_advance(f->font, last->id);
    w->after = last->advance - alone;
    last->advance = alone;
}

static void word_fill(struct text *t, struct diags *d, const struct span *s,
                      struct word *w, const char *text, size_t len)
{
    char *spaced = arena_alloc(t->a, len + 3);
    spaced[0] = spaced[len + 1] = ' ';
    memcpy(spaced + 1, text, len);
    buffer_shape(t, s, spaced, len + 2);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(t->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(t->buffer, NULL);
    *w = (struct word){.text = spaced + 1, .len = len, .face = s->face, .lang = s->lang};
    if (count < 3) {
        shapes_none(t->a, w, t->fonts[s->face].space);
        return;
    }
    struct shape *shapes = shapes_take(t->a, w, infos, places, count);
    kerning_take(&t->fonts[s->face], w, &shapes[w->count - 1], places[0].x_advance);
    for (size_t i = 0; i < w->count; i++)
        if (w->shapes[i].id == 0)
            missing_check(t, d, s, w->text, len);
}

const struct word *word_shape(struct text *t, struct diags *d, const struct span *s,
                              const char *text, size_t len)
{
    if (2 * t->words.count >= t->words.size)
        cache_grow(t->a, &t->words);
    struct word *w = slot_find(&t->words, text, len, s->face, s->lang);
    if (w->text == NULL) {
        word_fill(t, d, s, w, text, len);
        t->words.count++;
    }
    return w;
}
