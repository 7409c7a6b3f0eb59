/* image.c -- a picture from a PNG file (libpng's simplified interface).  In: a path and
 * where it was named; out: its pixels, or a diagnostic in an author's words.  Knows
 * nothing of where the picture goes. */
#include "page/page.h"

#include "base/bounds.h"
#include "base/file.h"

#include <png.h>
#include <string.h>

static bool is_small_enough(struct diags *d, const png_image *png, const char *path,
                            struct pos from)
{
    if ((double)png->width * png->height <= IMAGE_PIXELS)
        return true;
    diag(d, DIAG_IMAGE_WRONG, from,
         "\"%s\" has %u x %u pixels; at most %d million are taken: make it smaller", path,
         (unsigned)png->width, (unsigned)png->height, IMAGE_PIXELS / 1000000);
    return false;
}

static const struct image *decode(struct arena *a, struct diags *d, png_image *png,
                                  const char *path, struct pos from)
{
    if (!is_small_enough(d, png, path, from))
        return NULL;
    png->format = PNG_FORMAT_RGBA;
    unsigned char *rgba = arena_alloc(a, PNG_IMAGE_SIZE(*png));
    if (png_image_finish_read(png, NULL, rgba, 0, NULL) == 0) {
        diag(d, DIAG_IMAGE_WRONG, from, "\"%s\" is damaged (%s); export it again as PNG",
             path, png->message);
        return NULL;
    }
    struct image *image = NEW(a, struct image);
    *image = (struct image){(int)png->width, (int)png->height, rgba};
    return image;
}

const struct image *image_load(struct arena *a, struct diags *d, const char *path,
                               struct pos from)
{
    const struct file *f = file_read_bytes(a, d, path, IMAGE_BYTES, from);
    if (f == NULL)
        return NULL;
    const char *what = picture_format(f->text, f->len);
    if (what != NULL) {
        diag(d, DIAG_IMAGE_WRONG, from, "\"%s\" is %s; export it as PNG", path, what);
        return NULL;
    }
    png_image png = {.version = PNG_IMAGE_VERSION};
    const struct image *image = NULL;
    if (png_image_begin_read_from_memory(&png, f->text, f->len) != 0)
        image = decode(a, d, &png, path, from);
    else
        diag(d, DIAG_IMAGE_WRONG, from, "\"%s\" is damaged (%s); export it again as PNG",
             path, png.message);
    png_image_free(&png);
    return image;
}
