/* material.h -- what the pages of a document draw with: fonts of the glyphs that they
 * draw and of no others, and pictures, each once. */
#ifndef PDF_MATERIAL_H
#define PDF_MATERIAL_H

#include "pdf/objects.h"
#include "pdf/typeface.h"

struct material;
/* Lives in `a`, and points into the document. */
struct material *material_new(struct arena *a, const struct faces *t,
                              const struct document *doc);

/* GLYPH_SPACE is the space of its face. */
const struct symbol *material_symbol(const struct material *d, enum face face,
                                     unsigned glyph);
/* The number of a picture in the dictionary of resources, where it is /x and that number;
 * a face is /f and its own. */
int material_picture(const struct material *d, const struct image *image);

/* Writes fonts, pictures and the dictionary of resources, whose number it gives. */
int material_write(const struct material *d, struct objects *o);

/* The glyphs of a run that stand together for some of its text: how many from the i-th
 * on. */
size_t cluster_glyphs(const struct item *run, size_t i);

#endif
