/* picture.h -- a picture as a surface of cairo's. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "page/page.h"

#include <cairo.h>

/* The caller destroys it. */
cairo_surface_t *picture_surface(const struct image *image);

#endif
