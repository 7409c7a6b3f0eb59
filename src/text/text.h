/* text.h -- words shaped and filled into lines.  The one folder that sees pango (where
 * lines may break), HarfBuzz (glyphs) and libhyphen; fonts are our four files, never the
 * system's. Every distinct word is shaped once per face and language and cached, with the
 * kerning to the space on either side. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "page/page.h"

/* The four faces and the words shaped so far. */
struct faces;
/* NULL when a font cannot be used (said).  `fonts`: the folder. */
struct faces *text_new(struct arena *a, struct diags *d, const struct style *style,
                       const char *fonts);
void text_free(struct faces *t);

/* Whose words are set: faults of theirs that a template passed on are said there. */
void text_author(struct faces *t, const struct file *yaml);
/* Where the author has written `words`, when `at` is in none of the author's files. */
struct pos text_author_pos(const struct faces *t, struct pos at, const char *words,
                           size_t len);

/* For pdf/: a part of a face as a font file of its own.  Lengths are thousandths of an
 * em, widths millionths: of each glyph of the part, by its number there. */
struct typeface {
    const char *bytes, *name; /* PostScript's */
    size_t len, glyphs;
    const long *widths;
    int box[4], ascent, descent, capital, angle, stem;
};
/* Where readers type: no more than these characters. */
struct typeface text_typeface(struct arena *a, const struct faces *t, enum face face,
                              const uint32_t *characters, size_t count);
/* What was drawn: these glyphs of the face, each once; `numbers` gets the number of each
 * in the part, which has those that they are made of besides. */
struct typeface text_cut(struct arena *a, const struct faces *t, enum face face,
                         const unsigned *glyphs, size_t count, unsigned *numbers);
/* How many glyphs a face has; that of a space. */
size_t text_glyphs(const struct faces *t, enum face face);
unsigned text_space(const struct faces *t, enum face face);
/* 0 where the face lacks it. */
int text_advance(const struct faces *t, enum face face, uint32_t character);

/* A stretch of text of one look.  A span without text is an inset: something drawn in the
 * line that takes `inset` of width (a swatch). */
struct span {
    const char *text;
    size_t len;
    enum face face;
    length size, tracking, rise;
    struct colour colour;
    enum lang lang;
    struct tag *tag; /* what its glyphs hang from; NULL: an artifact */
    length inset;
    bool hard_break;  /* a line ends behind it */
    bool no_break;    /* never broken inside */
    const void *data; /* the caller's: a note, a page number, a link, a query */
    struct pos pos;   /* for a glyph that is missing */
};

/* What of a span stands in one line. */
struct piece {
    const struct span *span;
    length x, width; /* x from the line's left end */
    const char *text;
    size_t len;
    const struct glyph *glyphs;
    size_t count;
};

struct line {
    const struct piece *pieces;
    size_t count;
    length width; /* without the space at its end, which is in the last piece all the
                     same: words of two lines must not run together for a reader */
};

struct lines {
    const struct line *at;
    size_t count;
};

/* Left aligned, by Unicode's rules and the house's (docs/rules.md, Lines): as few lines
 * as there can be, and of all ways the one that is least ragged.  A word wider than
 * `width` gets a hyphen, or is cut between clusters and said.  `balanced`: for headings,
 * the last line is to be as long as the others. */
struct lines text_fill(struct faces *t, struct arena *a, struct diags *d,
                       const struct span *spans, size_t count, length width,
                       bool balanced);

/* The width of all spans in one line; the widest piece that cannot be broken. */
length text_width(struct faces *t, struct diags *d, const struct span *spans,
                  size_t count);
length text_widest_word(struct faces *t, struct arena *a, struct diags *d,
                        const struct span *spans, size_t count);

/* A span in a style of the house. */
struct span span_of(const struct type_style *type, enum lang l, const char *text,
                    struct tag *tag);

/* A line's pieces as page items, its baseline's left end at (x, y).  Insets give none. */
void line_place(struct arena *a, struct page *p, const struct line *l, length x, length y,
                enum artifact artifact);

#endif
