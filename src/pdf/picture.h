/* picture.h -- pictures as cairo's surfaces, each made once: one that stands on many
 * pages is written once. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "page/page.h"

#include <cairo.h>

struct pictures;
struct pictures *pictures_new(struct arena *a);
void pictures_free(struct pictures *p);

/* Belongs to `p`. */
cairo_surface_t *picture_surface(struct pictures *p, const struct image *image);

#endif
