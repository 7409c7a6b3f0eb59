/* picture.c -- a picture from a file of any format that is taken.  In: a path and where
 * it was named; out: the picture, or a diagnostic in an author's words.  Knows nothing of
 * where it goes. */
#include "picture/reading.h"

#include "base/bounds.h"
#include "base/file.h"
#include "office/sandbox.h"

void picture_say(const struct picture_source *s, const char *what)
{
    diag(s->d, DIAG_IMAGE_WRONG, s->from, "\"%s\" %s", s->file->path, what);
}

bool picture_is_small(const struct picture_source *s, uint32_t width, uint32_t height)
{
    if (width <= IMAGE_SIDE && height <= IMAGE_SIDE &&
        (double)width * height <= IMAGE_PIXELS)
        return true;
    picture_say(
        s, arena_printf(s->a,
                        "has %u x %u pixels; at most %d million are taken, and %d on a "
                        "side: make it smaller",
                        (unsigned)width, (unsigned)height, IMAGE_PIXELS / 1000000,
                        IMAGE_SIDE));
    return false;
}

const char *picture_work(const struct picture_source *s,
                         void (*work)(struct buf *out, void *data), const void *data,
                         size_t most, struct buf *found, size_t *at)
{
    *at = 0;
    if (!sandbox_read(s->a, s->d, DIAG_IMAGE_WRONG, s->from, work,
                      (void *)(uintptr_t)data, most, found))
        return NULL;
    const char *said = text_next(s->a, found, at);
    return said != NULL ? said : "nothing came of it";
}

static const struct image *load(const struct picture_source *s)
{
    const char *what;
    switch (picture_format(s->file->text, s->file->len, &what)) {
    case PICTURE_PNG: return png_load(s);
    case PICTURE_JPEG: return jpeg_load(s);
    case PICTURE_SVG: return svg_load(s);
    case PICTURE_OTHER: break;
    }
    picture_say(s, arena_printf(s->a, "is %s; export it as PNG, JPEG or SVG", what));
    return NULL;
}

/* In an arena of its own, so that whatever decodes it has nothing else of ours. */
const struct image *image_load(struct arena *a, struct diags *d, const char *path,
                               struct pos from)
{
    struct arena *own = arena_beside(a);
    const struct file *f = file_read_bytes(own, d, path, IMAGE_BYTES, from);
    const struct picture_source s = {own, d, f, from};
    const struct image *image = f != NULL ? load(&s) : NULL;
    arena_adopt(a, own);
    return image;
}

const char *image_media(const struct image *image)
{
    return image->jpeg != NULL      ? "image/jpeg"
           : image->drawing != NULL ? "image/svg+xml"
                                    : "image/png";
}
