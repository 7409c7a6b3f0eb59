/* picture.c -- pictures as cairo's surfaces.  In: rows of red, green, blue, alpha; out:
 * surfaces in cairo's form, without alpha where all is opaque, which saves a soft mask.
 */
#include "pdf/picture.h"

#include <stdint.h>

struct made_picture {
    const struct image *image;
    cairo_surface_t *surface;
};

struct pictures {
    struct arena *a;
    ARRAY(struct made_picture) made;
};

struct pictures *pictures_new(struct arena *a)
{
    struct pictures *p = NEW(a, struct pictures);
    p->a = a;
    return p;
}

void pictures_free(struct pictures *p)
{
    for (size_t i = 0; i < p->made.len; i++)
        cairo_surface_destroy(p->made.at[i].surface);
}

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

static cairo_surface_t *surface_of(const struct image *image)
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

cairo_surface_t *picture_surface(struct pictures *p, const struct image *image)
{
    for (size_t i = 0; i < p->made.len; i++)
        if (p->made.at[i].image == image)
            return p->made.at[i].surface;
    cairo_surface_t *s = surface_of(image);
    *array_push(p->a, &p->made) = (struct made_picture){image, s};
    return s;
}
