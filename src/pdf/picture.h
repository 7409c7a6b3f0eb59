/* picture.h -- pictures as objects of the PDF; cairo makes them. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "page/page.h"
#include "pdf/objects.h"

/* Writes them, with what they refer to; gives the number of each. */
const int *pictures_write(struct arena *a, const struct image *const *pictures,
                          size_t count, struct objects *o);

#endif
