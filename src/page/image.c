/* image.c -- a picture from a PNG file (libpng's simplified interface).  In: a path and
 * where it was named; out: its pixels, or a diagnostic in an author's words.  A stranger
 * may have made it, so a child in the sandbox decodes it.  Knows nothing of where the
 * picture goes. */
#include "page/page.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/library.h"
#include "office/sandbox.h"

#include <png.h>
#include <string.h>

/* ---- the child ---- */

/* Where the decoded pixels come to lie: behind their length, as of any text. */
static void put_pixels(png_image *png, struct buf *out)
{
    uint32_t size = (uint32_t)PNG_IMAGE_SIZE(*png);
    text_put_str(out, "");
    buf_reserve(out, sizeof size + size);
    buf_add(out, &size, sizeof size);
    if (png_image_finish_read(png, NULL, out->at + out->len, 0, NULL) != 0) {
        out->len += size;
        return;
    }
    out->len = 0;
    text_put_str(out, png->message);
}

/* What is wrong, or "" and the pixels. */
static void decode(struct buf *out, void *data)
{
    const struct file *f = data;
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_memory(&png, f->text, f->len) != 0) {
        png.format = PNG_FORMAT_RGBA;
        put_pixels(&png, out);
    } else {
        text_put_str(out, png.message);
    }
    png_image_free(&png);
}

/* ---- what comes back ---- */

/* Width and height stand behind the mark, a length and a name; 0 where there are none. */
static uint32_t head_number(const struct file *f, size_t at)
{
    uint32_t n = 0;
    for (size_t i = at; i < at + 4; i++)
        n = n << 8 | (i < f->len ? (unsigned char)f->text[i] : 0);
    return n;
}

static bool is_small_enough(struct diags *d, uint32_t width, uint32_t height,
                            const char *path, struct pos from)
{
    if (width <= IMAGE_SIDE && height <= IMAGE_SIDE &&
        (double)width * height <= IMAGE_PIXELS)
        return true;
    diag(
        d, DIAG_IMAGE_WRONG, from,
        "\"%s\" has %u x %u pixels; at most %d million are taken, and %d on a side: make "
        "it smaller",
        path, (unsigned)width, (unsigned)height, IMAGE_PIXELS / 1000000, IMAGE_SIDE);
    return false;
}

static const struct image *take_pixels(struct arena *a, struct diags *d,
                                       const struct file *f, struct pos from,
                                       const struct buf *found)
{
    const int width = (int)head_number(f, 16), height = (int)head_number(f, 20);
    size_t at = 0, len = 0;
    const char *said = text_next(a, found, &at);
    const char *rgba = bytes_next(found, &at, &len);
    if (rgba == NULL || len != (size_t)width * (size_t)height * 4 || len == 0) {
        diag(d, DIAG_IMAGE_WRONG, from, "\"%s\" is damaged (%s); export it again as PNG",
             f->path, said != NULL ? said : "no pixels");
        return NULL;
    }
    struct image *image = NEW(a, struct image);
    *image = (struct image){width, height, (const unsigned char *)rgba};
    return image;
}

const struct image *image_load(struct arena *a, struct diags *d, const char *path,
                               struct pos from)
{
    enum { BESIDE = 4096 }; /* for what is said */
    const struct file *f = file_read_bytes(a, d, path, IMAGE_BYTES, from);
    if (f == NULL)
        return NULL;
    const char *what = picture_format(f->text, f->len);
    if (what != NULL) {
        diag(d, DIAG_IMAGE_WRONG, from, "\"%s\" is %s; export it as PNG", path, what);
        return NULL;
    }
    uint32_t width = head_number(f, 16), height = head_number(f, 20);
    struct buf found;
    if (!is_small_enough(d, width, height, path, from) ||
        !sandbox_read(a, d, DIAG_IMAGE_WRONG, from, decode, (void *)(uintptr_t)f,
                      (size_t)width * height * 4 + BESIDE, &found))
        return NULL;
    return take_pixels(a, d, f, from, &found);
}

void page_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "libpng", png_get_libpng_ver(NULL));
}
