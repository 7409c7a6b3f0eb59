/* shape.c -- a word to glyphs.  In: a word, its face and language; out: its glyphs in
 * font units, kerned, and the kerning to a space on either side.  Knows no size, no line,
 * and nothing of words shaped before, but the kerning of pairs seen before.
 *
 * Most words are set without HarfBuzz: letters that are a glyph each, in pairs that it
 * has kerned before (text/shape tests that this is what it would do; docs/speed.md). */
#include "base/utf8.h"
#include "text/inside.h"

#include <hb.h>
#include <string.h>

/* What HarfBuzz made of a text; good until its buffer is used again. */
struct shaped_run {
    const hb_glyph_info_t *infos;
    const hb_glyph_position_t *places;
    size_t count;
};

/* Signs of full width that eastern keyboards type. */
static bool is_wide(uint32_t c)
{
    return c > 0xFF00 && c < 0xFF5F;
}

/* Says each missing character once, and one of each text: who mends it sees the others.
 * The build stops before it is drawn. */
static void missing_say(struct faces *t, struct diags *d, const struct span *s,
                        uint32_t c, const char *bytes, size_t len)
{
    for (size_t i = 0; i < t->missing.len; i++)
        if (t->missing.at[i] == c)
            return;
    *array_push(t->a, &t->missing) = c;
    if (t->missed.file != NULL && t->missed.file == s->pos.file &&
        t->missed.at == s->pos.at)
        return;
    t->missed = s->pos;
    const struct pos where = text_author_pos(t, s->pos, bytes, len);
    if (is_wide(c))
        diag(d, DIAG_GLYPH_MISSING, where, "\"%.*s\" (U+%04X); type a plain %c", (int)len,
             bytes, (unsigned)c, (char)(c - 0xFF01 + '!'));
    else
        diag(d, DIAG_GLYPH_MISSING, where,
             "\"%.*s\" (U+%04X); write it another way, in letters that the font has",
             (int)len, bytes, (unsigned)c);
}

/* Those of a word of which HarfBuzz found no glyph.  A mark may be drawn with its letter
 * or not at all, so the font is asked, not the glyphs. */
static void missing_check(struct faces *t, struct diags *d, const struct span *s,
                          const char *text, size_t len)
{
    for (size_t at = 0, width; at < len; at += width) {
        hb_codepoint_t glyph;
        uint32_t c = utf8_decode(text + at, len - at, &width);
        if (!hb_font_get_nominal_glyph(t->fonts[s->face].font, c, &glyph))
            missing_say(t, d, s, c, text + at, width);
    }
}

/* No ligatures: a reader would not find the letters in them (and cairo would write the
 * whole word twice). */
static struct shaped_run run_shape(const struct faces *t, hb_buffer_t *buffer,
                                   const struct span *s, const char *text, size_t len,
                                   bool kerned)
{
    const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('d', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('k', 'e', 'r', 'n'), kerned, 0, (unsigned)-1},
    };
    unsigned count;
    memory_watch();
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, t->languages[s->lang]);
    hb_buffer_add_utf8(buffer, text, (int)len, 0, (int)len);
    hb_shape(t->fonts[s->face].font, buffer, features, LEN(features));
    memory_check();
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    return (struct shaped_run){infos, hb_buffer_get_glyph_positions(buffer, NULL), count};
}

/* Between two glyphs that were learned. */
static int kerning_of(const struct faces *t, enum face face, unsigned left,
                      unsigned right)
{
    int kerning = 0;
    pair_get(&t->pairs, face, left, right, &kerning);
    return kerning;
}

/* ---- words of plain letters ---- */

/* A character that is one glyph whatever stands beside it, and no part of another. */
static bool is_plain(uint32_t c)
{
    return (c > ' ' && c < 0x7F) || (c > 0xA0 && c < 0x180 && c != 0xAD) ||
           (c >= 0x2013 && c <= 0x2026 && c != 0x2024);
}

/* The characters of a text as glyphs of the font, unkerned; false where one of them is
 * none. */
static bool plain_shapes(const struct faces *t, enum face face, const char *text,
                         size_t len, struct shape *shapes, size_t *count)
{
    hb_font_t *font = t->fonts[face].font;
    *count = 0;
    for (size_t at = 0, width; at < len; at += width) {
        hb_codepoint_t glyph;
        const uint32_t c = utf8_decode(text + at, len - at, &width);
        if ((c != ' ' && !is_plain(c)) || !hb_font_get_nominal_glyph(font, c, &glyph))
            return false;
        shapes[(*count)++] = (struct shape){hb_font_get_glyph_h_advance(font, glyph),
                                            (unsigned short)glyph, (unsigned short)width};
    }
    return true;
}

/* Some glyphs of a text, and the bytes they show. */
struct unknown_glyphs {
    size_t first, count, byte, len;
};

/* From the first pair that was not learned to the last; `count` 0: all were. */
static struct unknown_glyphs unknown_pairs(const struct faces *t, enum face face,
                                           const struct shape *shapes, size_t count)
{
    struct unknown_glyphs u = {0};
    int kerning;
    for (size_t i = 0, byte = 0; i + 1 < count; byte += shapes[i++].bytes) {
        if (pair_get(&t->pairs, face, shapes[i].id, shapes[i + 1].id, &kerning))
            continue;
        if (u.count == 0)
            u = (struct unknown_glyphs){.first = i, .byte = byte};
        u.count = i + 2 - u.first;
        u.len = byte + shapes[i].bytes + shapes[i + 1].bytes - u.byte;
    }
    return u;
}

/* Whether HarfBuzz, too, gives these glyphs, each in its place. */
static bool is_same(const struct shaped_run *r, const struct shape *shapes, size_t count)
{
    for (size_t i = 0; r->count == count && i < count; i++)
        if (r->infos[i].codepoint != shapes[i].id || r->places[i].x_offset != 0 ||
            r->places[i].y_offset != 0)
            return false;
    return r->count == count;
}

/* Kerning depends on two glyphs alone: in our fonts it is a lookup of pairs that moves
 * the second one.  False when the text is not the sum of its letters. */
static bool plain_learn(struct faces *t, const struct span *s, const char *text,
                        const struct shape *shapes, size_t count)
{
    const struct unknown_glyphs u = unknown_pairs(t, s->face, shapes, count);
    if (u.count == 0)
        return true;
    shapes += u.first;
    const struct shaped_run r = run_shape(t, t->buffer, s, text + u.byte, u.len, true);
    if (!is_same(&r, shapes, u.count))
        return false;
    for (size_t i = 0; i + 1 < u.count; i++)
        pair_put(t->a, &t->pairs, s->face, shapes[i].id, shapes[i + 1].id,
                 r.places[i].x_advance - shapes[i].advance);
    return true;
}

/* `text` has a space on either side, `w` none. */
static bool plain_word(struct faces *t, const struct span *s, const char *text,
                       size_t len, struct shaped_word *w)
{
    struct shape *shapes = NEW_ARRAY(t->a, struct shape, len);
    size_t count;
    if (!plain_shapes(t, s->face, text, len, shapes, &count) ||
        !plain_learn(t, s, text, shapes, count))
        return false;
    w->before = kerning_of(t, s->face, shapes[0].id, shapes[1].id);
    w->after = kerning_of(t, s->face, shapes[count - 2].id, shapes[count - 1].id);
    for (size_t i = 1; i + 2 < count; i++)
        shapes[i].advance += kerning_of(t, s->face, shapes[i].id, shapes[i + 1].id);
    w->shapes = shapes + 1;
    w->count = count - 2;
    return true;
}

/* ---- all others ---- */

/* The kerning between the glyphs of a run, of which HarfBuzz has made the same text
 * without. */
static void pairs_learn(struct faces *t, const struct span *s, const char *text,
                        size_t len, const struct shaped_run *r)
{
    struct shaped_run kerned = run_shape(t, t->kerned, s, text, len, true);
    if (kerned.count != r->count)
        bug("kerning changed the number of glyphs of \"%.*s\"", (int)len, text);
    for (size_t i = 0; i + 1 < r->count; i++)
        pair_put(t->a, &t->pairs, s->face, r->infos[i].codepoint,
                 r->infos[i + 1].codepoint,
                 kerned.places[i].x_advance - r->places[i].x_advance);
}

/* Between the i-th glyph and the next. */
static int run_kerning(const struct faces *t, enum face face, const struct shaped_run *r,
                       size_t i)
{
    return kerning_of(t, face, r->infos[i].codepoint, r->infos[i + 1].codepoint);
}

/* Where in the text (a space, the word, a space) the i-th glyph's characters begin. */
static size_t shape_start(const hb_glyph_info_t *infos, size_t i)
{
    return i <= 1 || infos[i].cluster < 1 ? 1 : infos[i].cluster;
}

/* Of the text that the i-th glyph shows; 0 for those behind the first of several that
 * share their characters. */
static unsigned short shape_bytes(const struct shaped_run *r, size_t i, size_t len)
{
    size_t start = shape_start(r->infos, i), next = i + 1;
    if (i > 1 && shape_start(r->infos, i - 1) == start)
        return 0;
    while (next + 1 < r->count && shape_start(r->infos, next) == start)
        next++;
    size_t end = next + 1 < r->count ? shape_start(r->infos, next) : len + 1;
    return (unsigned short)(end - start);
}

/* The glyphs between the two spaces; the last without the kerning to the space. */
static void shapes_take(const struct faces *t, struct shaped_word *w,
                        const struct shaped_run *r)
{
    struct shape *shapes = NEW_ARRAY(t->a, struct shape, r->count);
    for (size_t i = 1; i + 1 < r->count; i++) {
        int kerning = i + 2 < r->count ? run_kerning(t, w->face, r, i) : 0;
        shapes[i - 1] = (struct shape){r->places[i].x_advance + kerning,
                                       (unsigned short)r->infos[i].codepoint,
                                       shape_bytes(r, i, w->len)};
    }
    w->shapes = shapes;
    w->count = r->count - 2;
    w->before = run_kerning(t, w->face, r, 0);
    w->after = run_kerning(t, w->face, r, r->count - 2);
}

/* Every word has a glyph, so that the bytes of glyphs add up to the text's. */
static void shapes_none(struct faces *t, struct shaped_word *w)
{
    struct shape *shape = NEW(t->a, struct shape);
    *shape = (struct shape){0, t->fonts[w->face].space, (unsigned short)w->len};
    w->shapes = shape;
    w->count = 1;
}

struct shaped_word word_new(struct faces *t, struct diags *d, const struct span *s,
                            const char *text, size_t len)
{
    char *spaced = arena_alloc(t->a, len + 3);
    spaced[0] = spaced[len + 1] = ' ';
    memcpy(spaced + 1, text, len);
    struct shaped_word w = {
        .text = spaced + 1, .len = len, .face = s->face, .lang = s->lang};
    if (plain_word(t, s, spaced, len + 2, &w))
        return w;
    struct shaped_run run = run_shape(t, t->buffer, s, spaced, len + 2, false);
    if (run.count < 3) {
        shapes_none(t, &w);
        return w;
    }
    pairs_learn(t, s, spaced, len + 2, &run);
    shapes_take(t, &w, &run);
    for (size_t i = 0; i < w.count; i++)
        if (w.shapes[i].id == 0)
            missing_check(t, d, s, w.text, len);
    return w;
}
