/* specimen.h -- what the pages of a document draw with: fonts of the glyphs that they
 * draw and of no others, and pictures, each once.  cairo makes both. */
#ifndef PDF_SPECIMEN_H
#define PDF_SPECIMEN_H

#include "pdf/objects.h"
#include "text/text.h"

/* A glyph of a face, as contents show it. */
struct symbol {
    const char *text; /* what its font says it stands for; `len` 0: nothing */
    size_t len;
    bool drawn;
    long width;            /* millionths of an em: how far a reader of the PDF goes on */
    int font;              /* of specimen_font() */
    unsigned char code[2]; /* in that font */
    int code_len;
};

struct specimen;
/* Lives in `a`, and points into the document. */
struct specimen *specimen_new(struct arena *a, struct faces *t,
                              const struct document *doc);

/* GLYPH_SPACE is the space of its face. */
const struct symbol *specimen_symbol(const struct specimen *s, enum face face,
                                     unsigned glyph);
/* Names in the dictionary of resources: "/f-0-0", "/x5". */
struct slice specimen_font(const struct specimen *s, int font);
struct slice specimen_picture(const struct specimen *s, const struct image *image);

/* Writes fonts, pictures and the dictionary of resources, whose number it gives. */
int specimen_write(const struct specimen *s, struct objects *o);

/* The glyphs of a run that stand together for some of its text: how many from the i-th
 * on. */
size_t cluster_glyphs(const struct item *run, size_t i);

#endif
