/* picture.c -- pictures as cairo's surfaces.  In: rows of red, green, blue, alpha; out:
 * surfaces in cairo's form, without alpha where all is opaque, which saves a soft mask.
 */
#include "pdf/picture.h"

#include <stdint.h>

static bool is_opaque(const struct image *image)
{
    const size_t pixels = (size_t)image->width * (size_t)image->height;
    for (size_t i = 0; i < pixels; i++)
        if (image->rgba[i * 4 + 3] != 255)
            return false;
    return true;
}

static uint32_t premultiplied(const unsigned char *p)
{
    const uint32_t alpha = p[3];
    const uint32_t r = (p[0] * alpha + 127) / 255, g = (p[1] * alpha + 127) / 255,
                   b = (p[2] * alpha + 127) / 255;
    return alpha << 24 | r << 16 | g << 8 | b;
}

cairo_surface_t *picture_surface(const struct image *image)
{
    cairo_surface_t *s = cairo_image_surface_create(
        is_opaque(image) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, image->width,
        image->height);
    if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS)
        out_of_memory();
    cairo_surface_flush(s);
    const size_t stride = (size_t)cairo_image_surface_get_stride(s) / sizeof(uint32_t);
    uint32_t *to = (uint32_t *)(void *)cairo_image_surface_get_data(s);
    const unsigned char *from = image->rgba;
    for (int y = 0; y < image->height; y++, to += stride)
        for (int x = 0; x < image->width; x++, from += 4)
            to[x] = premultiplied(from);
    cairo_surface_mark_dirty(s);
    return s;
}
