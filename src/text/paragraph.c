/* paragraph.c -- spans to one paragraph.  In: spans; out: its text as it is drawn, the
 * glyphs at their sizes, and levels of breaking.  Knows no width. */
#include "base/utf8.h"
#include "text/inside.h"

#include <string.h>

/* Longer stretches without a space are shaped in parts, so that a cluster's bytes stay
 * countable. */
enum { WORD_BYTES = 1024 };

void *paragraph_room(struct arena *a, void *at, size_t len, size_t more, size_t *cap,
                     size_t size)
{
    size_t wanted = len + more;
    if (wanted <= *cap)
        return at;
    *cap = wanted < 2 * *cap ? 2 * *cap : wanted + 64;
    void *larger = arena_alloc(a, *cap * size);
    if (len > 0)
        memcpy(larger, at, len * size);
    return larger;
}

/* A line's end in the source is a space to us; U+2028 and U+2029 would end a line by
 * Unicode's rules, and that is `hard_break`'s alone. */
static void raw_build(struct arena *a, struct paragraph *p, const struct span *spans,
                      size_t count)
{
    p->raw.len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct span *s = &spans[i];
        RESERVE(a, &p->raw, s->len + 1);
        char *to = p->raw.at + p->raw.len;
        if (s->len == 0)
            to[0] = 'x';
        else
            memcpy(to, s->text, s->len);
        p->raw.len += s->len == 0 ? 1 : s->len;
    }
    for (size_t i = 0; i < p->raw.len; i++)
        if ((unsigned char)p->raw.at[i] < 0x20)
            p->raw.at[i] = ' ';
}

/* What is drawn for a character; 0: nothing.  A font's no-break space and hyphen share
 * the glyph of the plain ones, and what a reader gets is the glyph's first character. */
static uint32_t char_drawn(uint32_t c)
{
    switch (c) {
    case 0x00AD: /* soft hyphen: we do not hyphenate */
    case 0x034F: /* n + g that is not the letter ng: for sorting */
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: return 0;
    case 0x00A0:
    case 0x2028:
    case 0x2029: return ' ';
    case 0x2011: return '-';
    }
    return c < 0x20 ? ' ' : c;
}

static void drawn_add(struct arena *a, struct paragraph *p, const char *bytes, size_t len,
                      enum level level)
{
    RESERVE(a, &p->text, len);
    RESERVE(a, &p->level, len);
    memcpy(p->text.at + p->text.len, bytes, len);
    memset(p->level.at + p->level.len, LEVEL_NONE, len);
    p->level.at[p->level.len] = (unsigned char)level;
    p->text.len += len;
    p->level.len += len;
}

/* Where the walk over the characters is. */
struct walk {
    size_t index;      /* the character's place in `allowed` */
    enum level before; /* of what was left out since the last character drawn */
};

static enum level walk_level(const struct paragraph *p, struct walk *w, bool breaks)
{
    enum level l = w->before;
    if (breaks && l < LEVEL_FREE && p->allowed.at[w->index])
        l = LEVEL_FREE;
    w->before = LEVEL_NONE;
    return l;
}

/* A character of a span; `inside`: not its first. */
static void char_add(struct arena *a, struct paragraph *p, struct walk *w, const char *s,
                     size_t width, uint32_t c, enum level most, bool breaks)
{
    char bytes[4];
    uint32_t drawn = char_drawn(c);
    enum level l = walk_level(p, w, breaks);
    w->index++;
    if (drawn == 0) {
        w->before = l;
        if (c == 0x00AD && breaks)
            p->allowed.at[w->index] = 0;
        return;
    }
    if (l > most && l < LEVEL_HARD)
        l = most;
    if (drawn != c)
        drawn_add(a, p, bytes, utf8_encode(drawn, bytes), l);
    else
        drawn_add(a, p, s, width, l);
}

static void text_add(struct arena *a, struct paragraph *p, struct walk *w,
                     const struct span *s, bool breaks)
{
    for (size_t at = 0, width; at < s->len; at += width) {
        uint32_t c = utf8_decode(s->text + at, s->len - at, &width);
        enum level most = s->no_break && at > 0 ? LEVEL_WEAK : LEVEL_FREE;
        char_add(a, p, w, s->text + at, width, c, most, breaks);
    }
}

/* The words on both sides of a hard break must not run together for a reader. */
static void hard_end(struct arena *a, struct paragraph *p, struct walk *w)
{
    size_t len = p->text.len;
    if (len > 0 && p->text.at[len - 1] != ' ')
        drawn_add(a, p, " ", 1, LEVEL_NONE);
    w->before = LEVEL_HARD;
}

static void drawn_build(struct arena *a, struct paragraph *p, const struct span *spans,
                        size_t count, bool breaks)
{
    struct walk w = {0};
    p->text.len = p->level.len = p->ranges.len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct span *s = &spans[i];
        /* the space goes to the text before a break that has none itself */
        if (s->len == 0 && s->hard_break && i > 0)
            hard_end(a, p, &(struct walk){0});
        *array_push(a, &p->ranges) = (struct range){.byte = p->text.len};
        if (s->len == 0)
            char_add(a, p, &w, "x", 1, 'x', LEVEL_FREE, breaks);
        else
            text_add(a, p, &w, s, breaks);
        if (!s->hard_break || i + 1 == count)
            continue;
        if (s->len == 0)
            w.before = LEVEL_HARD;
        else
            hard_end(a, p, &w);
    }
    *array_push(a, &p->ranges) = (struct range){.byte = p->text.len};
}

/* Font units at a size, rounded to the nearest 1/1024 pt. */
static length units(const struct font *f, const struct span *s, int value)
{
    long twice = 2L * value * s->size;
    long half = value < 0 ? -(long)f->upem : f->upem;
    return (length)((twice + half) / (2L * f->upem)) + s->tracking;
}

static void glyph_add(struct paragraph *p, const struct font *f, const struct span *s,
                      struct shape shape, int kerning)
{
    p->glyphs.at[p->glyphs.len++] =
        (struct glyph){shape.id, units(f, s, shape.advance + kerning), shape.bytes};
}

/* A word's glyphs; kerned to the spaces beside it in the same span. */
static void word_add(struct text *t, struct diags *d, const struct span *s,
                     const char *text, size_t len, bool spaced, bool space_follows)
{
    struct paragraph *p = &t->p;
    const struct font *f = &t->fonts[s->face];
    const struct word *w = word_shape(t, d, s, text, len);
    RESERVE(t->a, &p->glyphs, w->count);
    if (spaced)
        p->glyphs.at[p->glyphs.len - 1].advance =
            units(f, s, f->space_advance + w->before);
    for (size_t i = 0; i + 1 < w->count; i++)
        glyph_add(p, f, s, w->shapes[i], 0);
    glyph_add(p, f, s, w->shapes[w->count - 1], space_follows ? w->after : 0);
}

static size_t word_len(const char *text, size_t len)
{
    const char *end = memchr(text, ' ', len);
    size_t n = end != NULL ? (size_t)(end - text) : len;
    if (n <= WORD_BYTES)
        return n;
    for (n = WORD_BYTES; n > 0 && (text[n] & 0xC0) == 0x80;)
        n--;
    return n;
}

static void span_shape(struct text *t, struct diags *d, const struct span *s,
                       const char *text, size_t len)
{
    struct paragraph *p = &t->p;
    const struct font *f = &t->fonts[s->face];
    for (size_t at = 0, n; at < len; at += n) {
        n = text[at] == ' ' ? 1 : word_len(text + at, len - at);
        if (text[at] == ' ') {
            RESERVE(t->a, &p->glyphs, 1);
            glyph_add(p, f, s, (struct shape){f->space, f->space_advance, 1}, 0);
        } else {
            word_add(t, d, s, text + at, n, at > 0 && text[at - 1] == ' ',
                     at + n < len && text[at + n] == ' ');
        }
    }
}

/* Of an inset: its 'x', and a space if a hard break behind it brought one. */
static unsigned short inset_bytes(const struct range *r)
{
    return (unsigned short)(r[1].byte - r[0].byte);
}

static void glyphs_build(struct text *t, struct diags *d, const struct span *spans,
                         size_t count)
{
    struct paragraph *p = &t->p;
    p->glyphs.len = 0;
    for (size_t i = 0; i < count; i++) {
        struct range *r = &p->ranges.at[i];
        r->glyph = p->glyphs.len;
        if (spans[i].len == 0)
            *array_push(t->a, &p->glyphs) =
                (struct glyph){0, spans[i].inset, inset_bytes(r)};
        else
            span_shape(t, d, &spans[i], p->text.at + r->byte, r[1].byte - r->byte);
    }
    p->ranges.at[count].glyph = p->glyphs.len;
}

struct paragraph *paragraph_build(struct text *t, struct diags *d,
                                  const struct span *spans, size_t count, bool breaks)
{
    struct paragraph *p = &t->p;
    if (breaks && count > 0) {
        raw_build(t->a, p, spans, count);
        breaks_find(t->a, p);
    }
    drawn_build(t->a, p, spans, count, breaks);
    if (breaks)
        breaks_house(p);
    glyphs_build(t, d, spans, count);
    return p;
}
