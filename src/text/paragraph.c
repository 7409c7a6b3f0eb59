/* paragraph.c -- spans to one paragraph.  In: spans; out: its text as it is drawn, the
 * glyphs at their sizes, and levels of breaking.  Knows no width. */
#include "base/utf8.h"
#include "text/inside.h"

#include <string.h>

/* Longer stretches without a space are shaped in parts, so that a cluster's bytes stay
 * countable. */
enum { WORD_BYTES = 1024 };

/* A line's end in the source is a space to us; U+2028 and U+2029 would end a line by
 * Unicode's rules, and that is `hard_break`'s alone. */
static void raw_build(struct arena *a, struct paragraph *p, const struct span *spans,
                      size_t count)
{
    p->raw.len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct span *s = &spans[i];
        array_reserve(a, &p->raw, s->len + 1);
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
    case 0x00AD: /* soft hyphen: where a word is cut, we say */
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

/* The walk over the characters of all spans. */
struct span_walk {
    struct arena *a;
    struct paragraph *p;
    bool breaks;             /* whether levels are wanted: p->allowed is filled */
    size_t index;            /* the character's place in `allowed` */
    enum break_level before; /* of what was left out since the last character drawn */
};

/* Bytes of one character; there is room. */
static void drawn_put(struct paragraph *p, const char *bytes, size_t len,
                      enum break_level level)
{
    for (size_t i = 0; i < len; i++) {
        p->text.at[p->text.len + i] = bytes[i];
        p->break_level.at[p->break_level.len + i] = BREAK_NONE;
    }
    p->break_level.at[p->break_level.len] = (unsigned char)level;
    p->text.len += len;
    p->break_level.len += len;
}

static void drawn_room(struct span_walk *w, size_t more)
{
    array_reserve(w->a, &w->p->text, more);
    array_reserve(w->a, &w->p->break_level, more);
}

/* How the next character may begin a line; `most` for those inside a span that is not to
 * be broken. */
static enum break_level walk_level(struct span_walk *w, enum break_level most)
{
    enum break_level l = w->before;
    if (w->breaks && l < BREAK_FREE && w->p->allowed.at[w->index])
        l = BREAK_FREE;
    w->before = BREAK_NONE;
    w->index++;
    return l > most && l < BREAK_HARD ? most : l;
}

static void char_add(struct span_walk *w, const char *s, size_t width, uint32_t c,
                     enum break_level most)
{
    char bytes[4];
    uint32_t drawn = char_drawn(c);
    enum break_level l = walk_level(w, most);
    if (drawn == 0) {
        w->before = l;
        if (c == 0x00AD && w->breaks)
            w->p->allowed.at[w->index] = 0;
    } else if (drawn != c) {
        drawn_put(w->p, bytes, utf8_encode(drawn, bytes), l);
    } else {
        drawn_put(w->p, s, width, l);
    }
}

/* What is drawn never has more bytes than what was typed. */
static void text_add(struct span_walk *w, const struct span *s)
{
    drawn_room(w, s->len);
    for (size_t at = 0, width = 1; at < s->len; at += width) {
        const char *here = s->text + at;
        enum break_level most = s->no_break && at > 0 ? BREAK_WEAK : BREAK_FREE;
        if (*here >= ' ' && *here <= '~') {
            width = 1;
            drawn_put(w->p, here, 1, walk_level(w, most));
        } else {
            uint32_t c = utf8_decode(here, s->len - at, &width);
            char_add(w, here, width, c, most);
        }
    }
}

/* The words on both sides of a hard break must not run together for a reader. */
static void space_add(struct span_walk *w)
{
    size_t len = w->p->text.len;
    drawn_room(w, 1);
    if (len > 0 && w->p->text.at[len - 1] != ' ')
        drawn_put(w->p, " ", 1, BREAK_NONE);
}

static void inset_add(struct span_walk *w)
{
    drawn_room(w, 1);
    drawn_put(w->p, "x", 1, walk_level(w, BREAK_FREE));
}

static void drawn_build(struct span_walk *w, const struct span *spans, size_t count)
{
    struct paragraph *p = w->p;
    p->text.len = p->break_level.len = p->ranges.len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct span *s = &spans[i];
        /* the space goes to the text before a break that has none itself */
        if (s->len == 0 && s->hard_break && i > 0)
            space_add(w);
        *array_push(w->a, &p->ranges) = (struct span_start){.byte = p->text.len};
        if (s->len == 0)
            inset_add(w);
        else
            text_add(w, s);
        if (!s->hard_break || i + 1 == count)
            continue;
        if (s->len > 0)
            space_add(w);
        w->before = BREAK_HARD;
    }
    *array_push(w->a, &p->ranges) = (struct span_start){.byte = p->text.len};
}

/* A span's font at its size. */
struct sized_font {
    const struct font *font;
    int64_t scale; /* 1/1024 pt in a font unit, times 2 to the 20th */
    length tracking;
};

static struct sized_font pen_of(const struct faces *t, const struct span *s)
{
    const struct font *f = &t->fonts[s->face];
    return (struct sized_font){f, ((int64_t)s->size << 20) / f->upem, s->tracking};
}

/* Font units at the pen's size, to the nearest 1/1024 pt. */
static length pen_length(const struct sized_font *pen, int value)
{
    int64_t scaled = value * pen->scale;
    int64_t half = scaled < 0 ? -(1 << 19) : 1 << 19;
    return (length)((scaled + half) / (1 << 20)) + pen->tracking;
}

const struct span *span_at(const struct paragraph *p, size_t byte)
{
    size_t i = 0;
    while (i + 2 < p->ranges.len && p->ranges.at[i + 1].byte <= byte)
        i++;
    return &p->spans[i];
}

struct glyph hyphen_glyph(const struct faces *t, const struct span *s)
{
    const struct sized_font pen = pen_of(t, s);
    const struct shape *hyphen = &pen.font->hyphen;
    return (struct glyph){pen_length(&pen, hyphen->advance), hyphen->id, hyphen->bytes};
}

static void glyph_add(struct paragraph *p, const struct sized_font *pen,
                      const struct shape *shape, int kerning)
{
    p->glyphs.at[p->glyphs.len++] = (struct glyph){
        pen_length(pen, shape->advance + kerning), shape->id, shape->bytes};
}

/* A word's glyphs; kerned to the spaces beside it in the same span. */
static void word_add(struct faces *t, const struct sized_font *pen,
                     const struct shaped_word *w, bool spaced, bool space_follows)
{
    struct paragraph *p = &t->room;
    array_reserve(t->a, &p->glyphs, w->count);
    if (spaced)
        p->glyphs.at[p->glyphs.len - 1].advance =
            pen_length(pen, pen->font->space_advance + w->before);
    for (size_t i = 0; i + 1 < w->count; i++)
        glyph_add(p, pen, &w->shapes[i], 0);
    glyph_add(p, pen, &w->shapes[w->count - 1], space_follows ? w->after : 0);
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

static void space_glyph_add(struct faces *t, const struct sized_font *pen)
{
    const struct shape space = {pen->font->space_advance, pen->font->space, 1};
    array_reserve(t->a, &t->room.glyphs, 1);
    glyph_add(&t->room, pen, &space, 0);
}

static void span_shape(struct faces *t, struct diags *d, const struct span *s,
                       const char *text, size_t len)
{
    const struct sized_font pen = pen_of(t, s);
    for (size_t at = 0, n = 1; at < len; at += n) {
        n = 1;
        if (text[at] == ' ') {
            space_glyph_add(t, &pen);
            continue;
        }
        n = word_len(text + at, len - at);
        bool spaced = at > 0 && text[at - 1] == ' ';
        bool space_follows = at + n < len && text[at + n] == ' ';
        word_add(t, &pen, word_shape(t, d, s, text + at, n), spaced, space_follows);
    }
}

/* Of an inset: its 'x', and a space if a hard break behind it brought one. */
static unsigned short inset_bytes(const struct span_start *r)
{
    return (unsigned short)(r[1].byte - r[0].byte);
}

static void glyphs_build(struct faces *t, struct diags *d, const struct span *spans,
                         size_t count)
{
    struct paragraph *p = &t->room;
    p->glyphs.len = 0;
    for (size_t i = 0; i < count; i++) {
        struct span_start *r = &p->ranges.at[i];
        r->glyph = p->glyphs.len;
        if (spans[i].len == 0)
            *array_push(t->a, &p->glyphs) =
                (struct glyph){spans[i].inset, 0, inset_bytes(r)};
        else
            span_shape(t, d, &spans[i], p->text.at + r->byte, r[1].byte - r->byte);
    }
    p->ranges.at[count].glyph = p->glyphs.len;
}

static void build(struct faces *t, struct diags *d, const struct span *spans,
                  size_t count, bool breaks)
{
    struct paragraph *p = &t->room;
    if (breaks && count > 0) {
        raw_build(t->a, p, spans, count);
        breaks_find(t->a, p);
    }
    drawn_build(&(struct span_walk){.a = t->a, .p = p, .breaks = breaks}, spans, count);
    if (breaks)
        breaks_house(p);
    glyphs_build(t, d, spans, count);
}

const struct paragraph *paragraph_build(struct faces *t, struct diags *d,
                                        const struct span *spans, size_t count,
                                        bool breaks)
{
    const struct paragraph *built = breaks ? paragraph_kept(t, spans, count) : NULL;
    if (built == NULL) {
        t->room.spans = spans;
        build(t, d, spans, count, breaks);
        built = breaks ? paragraph_keep(t, spans, count) : &t->room;
    }
    t->p = *built;
    t->p.spans = spans;
    return &t->p;
}
