/* image.c -- any bytes are a picture that is taken or are said to be none. */
#include "fuzz.h"

#include "page/page.h"
#include "pdf/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *path = fuzz_path(a, bytes, len);
    const struct image *image = image_load(a, d, path, pos_of_path(a, path));
    struct buf out = buf_new(a);
    if (image != NULL) {
        struct objects *o = objects_new(a, &out, "1.7");
        objects_finish(o, pictures_write(a, &image, 1, o)[0], 0);
    }
    fuzz_said(a, d, image != NULL);
    arena_free(a);
    return 0;
}
