/* font.h -- the four faces as cairo's fonts: unhinted, from the bytes in memory. */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "text/text.h"

#include <cairo.h>

struct fonts;
struct fonts *fonts_new(struct arena *a, struct faces *t);
/* To be called when no object of cairo's is left: cairo keeps fonts that nobody uses any
 * more, and ours point into the arena, so it is made to drop them. */
void fonts_free(struct fonts *f);

/* A face at the size of one point.  Belongs to `f`. */
cairo_scaled_font_t *fonts_scaled(struct fonts *f, enum face face);
/* How many glyphs it has; that of a space. */
size_t fonts_glyphs(struct fonts *f, enum face face);
unsigned fonts_space(struct fonts *f, enum face face);

#endif
