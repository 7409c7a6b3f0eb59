/* typeface.h -- the glyphs of a face that a document draws, as a font of the PDF. */
#ifndef PDF_TYPEFACE_H
#define PDF_TYPEFACE_H

#include "pdf/objects.h"
#include "text/text.h"

/* A glyph of a face, as contents show it. */
struct symbol {
    const char *text; /* what its font says it stands for; `len` 0: nothing */
    size_t len;
    bool drawn;
    enum face face;
    long width;    /* millionths of an em: how far a reader of the PDF goes on */
    unsigned code; /* in its font */
    bool wide;     /* the code has two bytes */
};

/* Those of a face. */
struct alphabet {
    struct symbol *symbols; /* by glyph; NULL: nothing is drawn in this face */
    size_t glyph_count;     /* of the face */
    unsigned space;
    struct typeface cut; /* with the drawn ones alone */
    bool wide;           /* its codes have two bytes */
    unsigned first;      /* the code of the first glyph of the part; the others follow */
};

/* Cuts the drawn glyphs out of their face, and gives them codes and widths. */
void alphabet_cut(struct arena *a, const struct faces *t, enum face face,
                  struct alphabet *of);

/* Writes the font; gives its number. */
int alphabet_write(struct arena *a, const struct alphabet *of, struct objects *o);

#endif
