/* png.c -- a picture from a PNG file (libpng's simplified interface).  In: the file; out:
 * its pixels, decoded in the sandbox. */
#include "picture/reading.h"

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

const struct image *png_load(const struct picture_source *s)
{
    enum { BESIDE = 4096 }; /* for what is said */
    const uint32_t width = head_number(s->file, 16), height = head_number(s->file, 20);
    struct buf found;
    size_t at = 0, len = 0;
    if (!picture_is_small(s, width, height))
        return NULL;
    const char *said = picture_work(s, decode, s->file,
                                    (size_t)width * height * 4 + BESIDE, &found, &at);
    if (said == NULL)
        return NULL;
    const char *rgba = bytes_next(&found, &at, &len);
    if (rgba == NULL || len != (size_t)width * height * 4 || len == 0) {
        picture_say(s, arena_printf(s->a, "is damaged (%s); export it again as PNG",
                                    *said != '\0' ? said : "no pixels"));
        return NULL;
    }
    struct image *image = NEW(s->a, struct image);
    *image = (struct image){(int)width, (int)height, (const unsigned char *)rgba,
                            .file = s->file};
    return image;
}
