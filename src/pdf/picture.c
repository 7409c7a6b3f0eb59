/* picture.c -- the pictures of a document, each as what it is.  Knows nothing of where
 * they stand. */
#include "pdf/picture.h"

const int *pictures_write(struct arena *a, const struct image *const *pictures,
                          size_t count, struct objects *o)
{
    int *numbers = NEW_ARRAY(a, int, count);
    for (size_t i = 0; i < count; i++)
        numbers[i] = pictures[i]->jpeg != NULL      ? jpeg_write(a, pictures[i], o)
                     : pictures[i]->drawing != NULL ? drawing_write(a, pictures[i], o)
                                                    : pixels_write(pictures[i], o);
    return numbers;
}
