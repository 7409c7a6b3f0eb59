/* page.c -- any bytes are a page that a drawing's process may have sent, which stands in
 * a PDF, or are refused. */
#include "fuzz.h"

#include "pdf/picture.h"
#include "picture/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    const struct image image = {.width = 30,
                                .height = 10,
                                .drawing = (const char *)bytes,
                                .drawing_len = len,
                                .drawing_fine = 1};
    const struct image *one = &image;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    if (svg_page_holds((const char *)bytes, len)) {
        struct objects *o = objects_new(a, &out, "1.7");
        objects_finish(o, pictures_write(a, &one, 1, o)[0], 0);
    }
    arena_free(a);
    return 0;
}
