/* picture.h -- pictures as objects of the PDF, each of which fills the unit square. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "page/page.h"
#include "pdf/objects.h"

/* Writes them, with what they refer to; gives the number of each. */
const int *pictures_write(struct arena *a, const struct image *const *pictures,
                          size_t count, struct objects *o);

/* The same of one that is pixels, a JPEG, a drawing. */
int pixels_write(const struct image *image, struct objects *o);
int jpeg_write(struct arena *a, const struct image *image, struct objects *o);
int drawing_write(struct arena *a, const struct image *image, struct objects *o);

#endif
