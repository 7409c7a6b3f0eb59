/* inside.h -- what the files of text/ share, and nobody else sees: the fonts as HarfBuzz
 * knows them, the words shaped so far, and a paragraph on its way to lines. */
#ifndef TEXT_INSIDE_H
#define TEXT_INSIDE_H

#include "text/text.h"

/* HarfBuzz's own, whole only where they are used. */
struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;
struct hb_buffer_t;
struct hb_language_impl_t;
struct _HyphenDict; /* libhyphen's */

/* A glyph of a word, in font units. */
struct shape {
    int advance;
    unsigned short id, bytes;
};

#define SOFT_HYPHEN "\u00AD"

/* A face's file, open; advances in font units, of which `upem` make an em. */
struct font {
    const struct file *file;
    struct hb_blob_t *blob;
    struct hb_face_t *face;
    struct hb_font_t *font;
    int upem, space_advance;
    unsigned short space;
    struct shape hyphen; /* as a line's end shows it, soft to readers */
};

/* A word shaped: text without a space, in one face and one language.  `before` is what
 * the space before it gains by kerning, `after` what its last glyph gains before one. */
struct shaped_word {
    const char *text; /* NULL: a free slot */
    size_t len;
    enum face face;
    enum lang lang;
    const struct shape *shapes;
    size_t count;
    int before, after;
};

struct cache {
    struct shaped_word *slots;
    size_t count, size; /* size: a power of two */
};

/* Two glyphs side by side, and what the first one's advance gains by it. */
struct kern {
    uint64_t key; /* 0: a free slot */
    int kerning;
};

struct kerns {
    struct kern *slots;
    size_t count, size; /* size: a power of two */
};

enum { LETTERS_BESIDE = 3 /* on both sides of a break inside a word */ };

/* Whether a line may end before a byte of a paragraph: HYPHEN is inside a word that is
 * wider than its line, and brings one; WEAK is where Unicode allows it
 * and the house does not, or between words that were to stay together; it serves where
 * nothing else would fit.  LOOSE is between words that rather stay together. */
enum break_level {
    BREAK_NONE,
    BREAK_HYPHEN,
    BREAK_WEAK,
    BREAK_LOOSE,
    BREAK_FREE,
    BREAK_HARD
};

/* A place in a paragraph: a glyph, and the byte its text begins at. */
struct glyph_at {
    size_t glyph, byte;
};

/* Where a line may begin. */
struct line_start {
    struct glyph_at at;
    length begin, end; /* from the paragraph's beginning; end: of the line before, without
                          the space behind it */
    enum break_level level;
    int64_t cost;  /* of the lines before it */
    size_t before; /* the start of the last of those */
};

/* Where a span stands in its paragraph. */
struct span_start {
    size_t byte, glyph;
};

/* Spans as one text: as it is drawn, its glyphs, and where its lines may end. */
struct paragraph {
    ARRAY(char) raw;              /* as typed, for Unicode's rules */
    ARRAY(unsigned char) allowed; /* by those: a line may end before a character of raw */
    void *attrs;                  /* room for pango's answer */
    size_t attr_room;
    ARRAY(char) text;                 /* as drawn; an inset is one 'x' */
    ARRAY(unsigned char) break_level; /* enum break_level, a byte of `text` each */
    ARRAY(struct glyph) glyphs;
    ARRAY(struct span_start) ranges; /* a span each, and the end */
    const struct span *spans;
};

/* Bytes that stand for spans, and their hash. */
struct spans_key {
    const char *at; /* NULL: a free slot */
    size_t len;
    uint64_t hash;
};

/* A paragraph as it was built: of it, text, levels, glyphs and ranges. */
struct kept_paragraph {
    struct spans_key key;
    const struct paragraph *p;
};

struct kept_paragraphs {
    struct kept_paragraph *slots;
    size_t count, size; /* size: a power of two */
};

struct faces {
    struct arena *a;
    struct font fonts[FACE_COUNT];
    const struct hb_language_impl_t *languages[LANG_COUNT];
    const char *folder;
    struct _HyphenDict *patterns[LANG_COUNT]; /* NULL: not asked for, or not there */
    bool patterns_read[LANG_COUNT];
    struct hb_buffer_t *buffer, *kerned;
    struct cache words;
    struct kerns pairs;
    ARRAY(uint32_t) missing;   /* characters said to be missing */
    struct pos missed;         /* the text of the last of them */
    const struct file *author; /* inspection.yaml; or NULL */
    const char *author_dir;
    struct paragraph room;       /* where the next is built */
    struct paragraph p;          /* the one that lines are cut from */
    ARRAY(unsigned char) levels; /* room for its levels, where they are not as kept */
    struct kept_paragraphs kept;
    ARRAY(char) key;                 /* room for kept.c */
    ARRAY(struct line_start) starts; /* room for lines.c */
    ARRAY(struct glyph_at) ends;
};

/* words.c: the word's glyphs, from the cache or shaped now; good until the next call. */
const struct shaped_word *word_shape(struct faces *t, struct diags *d,
                                     const struct span *s, const char *text, size_t len);

/* shape.c: the same, always shaped now. */
struct shaped_word word_new(struct faces *t, struct diags *d, const struct span *s,
                            const char *text, size_t len);

/* pairs.c: false when the pair has not been put yet. */
bool pair_get(const struct kerns *p, enum face face, unsigned left, unsigned right,
              int *kerning);
void pair_put(struct arena *a, struct kerns *p, enum face face, unsigned left,
              unsigned right, int kerning);

/* paragraph.c: t->p from the spans, without the levels (width alone wants none) in room
 * of the next call's; with them it stays as long as `t`, all but the levels. */
const struct paragraph *paragraph_build(struct faces *t, struct diags *d,
                                        const struct span *spans, size_t count,
                                        bool breaks);

/* kept.c: what was kept of the like of these spans, or NULL; t->room, kept. */
const struct paragraph *paragraph_kept(struct faces *t, const struct span *spans,
                                       size_t count);
const struct paragraph *paragraph_keep(struct faces *t, const struct span *spans,
                                       size_t count);

/* unicode.c: fills p->allowed from p->raw; with the rules for plain text alone, which
 * gives up (false) at what it does not know, or with pango's. */
void breaks_find(struct arena *a, struct paragraph *p);
bool breaks_plain(struct arena *a, struct paragraph *p);
void breaks_pango(struct arena *a, struct paragraph *p);

/* lines.c: where each line of t->p ends; good until the next call.  `balanced`:
 * lines of about one length, which rather do not end with a small word before a name. */
struct glyph_at *lines_choose(struct faces *t, struct diags *d, length width,
                              bool balanced, size_t *count);

/* hyphen.c: marks where a hyphen may cut t->p between two bytes, by its language. */
void hyphens_find(struct faces *t, struct diags *d, size_t from, size_t to);
void hyphens_free(struct faces *t);
/* paragraph.c: the span that a byte of the text stands in; a hyphen in the look of a
 * span. */
const struct span *span_at(const struct paragraph *p, size_t byte);
struct glyph hyphen_glyph(const struct faces *t, const struct span *s);

/* breaks.c: the house's rules on top of the levels. */
void breaks_house(struct paragraph *p);

/* breaks.c: whether a name begins at byte `at`, behind a small word ("yng Nghaerdydd").
 */
bool name_at(const struct paragraph *p, size_t at);

/* Whether a white space stands at s[0] (of `len` bytes), and how many bytes it has. */
size_t space_at(const char *s, size_t len);

#endif
