/* shape.c -- a word to glyphs.  In: a word, its face and language; out: its glyphs in
 * font units, kerned, and the kerning to a space on either side.  Knows no size, no line,
 * and nothing of words shaped before, but the kerning of pairs seen before. */
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
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, t->languages[s->lang]);
    hb_buffer_add_utf8(buffer, text, (int)len, 0, (int)len);
    hb_shape(t->fonts[s->face].font, buffer, features, LEN(features));
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    return (struct shaped_run){infos, hb_buffer_get_glyph_positions(buffer, NULL), count};
}

static bool pairs_known(const struct faces *t, enum face face, const struct shaped_run *r)
{
    int kerning;
    for (size_t i = 0; i + 1 < r->count; i++)
        if (!pair_get(&t->pairs, face, r->infos[i].codepoint, r->infos[i + 1].codepoint,
                      &kerning))
            return false;
    return true;
}

/* Kerning takes HarfBuzz longer than all the rest, and depends on two glyphs alone (in
 * our fonts it is a lookup of pairs that moves the second one).  So a word is shaped with
 * it only when it shows a pair for the first time. */
static void pairs_learn(struct faces *t, const struct span *s, const char *text,
                        size_t len, const struct shaped_run *r)
{
    if (pairs_known(t, s->face, r))
        return;
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
    int kerning = 0;
    pair_get(&t->pairs, face, r->infos[i].codepoint, r->infos[i + 1].codepoint, &kerning);
    return kerning;
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
        shapes[i - 1] =
            (struct shape){r->infos[i].codepoint, r->places[i].x_advance + kerning,
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
    *shape = (struct shape){t->fonts[w->face].space, 0, (unsigned short)w->len};
    w->shapes = shape;
    w->count = 1;
}

struct shaped_word word_new(struct faces *t, struct diags *d, const struct span *s,
                            const char *text, size_t len)
{
    char *spaced = arena_alloc(t->a, len + 3);
    spaced[0] = spaced[len + 1] = ' ';
    memcpy(spaced + 1, text, len);
    struct shaped_run run = run_shape(t, t->buffer, s, spaced, len + 2, false);
    struct shaped_word w = {
        .text = spaced + 1, .len = len, .face = s->face, .lang = s->lang};
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
