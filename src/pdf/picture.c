/* picture.c -- pictures; those of pixels through cairo: each drawn once on a page of its
 * own making, whose objects are taken over.  In: rows of red, green, blue, alpha; out:
 * objects, without alpha where all is opaque, which saves a soft mask.  Knows nothing of
 * where they stand. */
#include "pdf/picture.h"

#include "pdf/copy.h"

#include <cairo-pdf.h>
#include <stdint.h>

enum { SIDE = 10 /* points of cairo's page, which each picture fills */ };

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

/* The caller destroys it. */
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

static void expect_success(cairo_status_t status, const char *what)
{
    if (status == CAIRO_STATUS_NO_MEMORY)
        out_of_memory();
    if (status != CAIRO_STATUS_SUCCESS)
        bug("%s: %s", what, cairo_status_to_string(status));
}

static void draw(cairo_t *cr, const struct image *image)
{
    cairo_surface_t *picture = surface_of(image);
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_surface_destroy(picture); /* cr keeps it */
    /* Any other filter writes /Interpolate true, which ISO 19005-2, 6.2.8 forbids. */
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_rectangle(cr, 0, 0, SIDE, SIDE);
    cairo_fill(cr);
}

static cairo_status_t keep_bytes(void *closure, const unsigned char *bytes, unsigned len)
{
    buf_add(closure, bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

/* The bytes of a PDF 1.4: that has a classic table and no object streams, as scan.c reads
 * them. */
static struct buf draw_all(struct arena *a, const struct image *const *pictures,
                           size_t count)
{
    struct buf out = buf_new(a);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(keep_bytes, &out, SIDE, SIDE);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_t *cr = cairo_create(surface);
    for (size_t i = 0; i < count; i++)
        if (pictures[i]->rgba != NULL)
            draw(cr, pictures[i]);
    expect_success(cairo_status(cr), "drawing");
    cairo_destroy(cr);
    cairo_surface_finish(surface); /* errors show only now */
    expect_success(cairo_surface_status(surface), "finishing what was drawn");
    cairo_surface_destroy(surface);
    return out;
}

/* The next name that the page draws by: cairo's operands stand before "Do". */
static struct slice next_drawn(struct slice *content)
{
    struct slice name = {0};
    for (struct token t; (t = token_next(content)).kind != TOKEN_END;) {
        if (t.kind == TOKEN_NAME)
            name = t.bytes;
        else if (t.kind == TOKEN_WORD && slice_is(t.bytes, "Do"))
            return name;
    }
    bug("cairo shows fewer pictures than were drawn");
}

/* The object of a picture, in cairo's file. */
static struct slice object_of(struct arena *a, struct slice resources, struct slice name)
{
    const struct slice found = dict_get(dict_get(resources, "/XObject"),
                                        arena_printf(a, "%.*s", (int)name.len, name.at));
    if (value_reference(found) < 0)
        bug("cairo draws %.*s and has no such picture", (int)name.len, name.at);
    return found;
}

/* Those that are pixels, in their order: all on one page of cairo's. */
static void pixels_write(struct arena *a, const struct image *const *pictures,
                         size_t count, struct objects *o, int *numbers)
{
    const struct buf drawn = draw_all(a, pictures, count);
    const struct scan scan = scan_file(a, slice_of(&drawn));
    const struct slice page = scan_object(&scan, scan.page).value;
    const struct slice resources = scan_follow(&scan, page, "/Resources").value;
    const struct object stream = scan_follow(&scan, page, "/Contents");
    struct slice content = scan_inflate(a, &stream);
    struct copier *c = copier_new(a, &scan, o);
    for (size_t i = 0; i < count; i++) {
        if (pictures[i]->rgba == NULL)
            continue;
        const struct slice found = object_of(a, resources, next_drawn(&content));
        struct buf reference = buf_new(a);
        copy_value(c, found, &reference);
        numbers[i] = (int)value_reference(slice_of(&reference));
    }
    copy_referred(c);
}

const int *pictures_write(struct arena *a, const struct image *const *pictures,
                          size_t count, struct objects *o)
{
    int *numbers = NEW_ARRAY(a, int, count);
    bool pixels = false;
    for (size_t i = 0; i < count; i++) {
        pixels = pixels || pictures[i]->rgba != NULL;
        if (pictures[i]->jpeg != NULL)
            numbers[i] = jpeg_write(a, pictures[i], o);
        else if (pictures[i]->drawing != NULL)
            numbers[i] = drawing_write(a, pictures[i], o);
    }
    if (pixels)
        pixels_write(a, pictures, count, o, numbers);
    return numbers;
}
