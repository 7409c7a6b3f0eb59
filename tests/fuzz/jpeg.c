/* jpeg.c -- any bytes are a JPEG whose markers are read or are said to be none.  Of what
 * is taken the parts lie in the bytes; all of it is decoded, and stands in a PDF. */
#include "fuzz.h"

#include "pdf/picture.h"
#include "picture/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct jpeg jpeg;
    if (len >= 3 && jpeg_read(a, (const char *)bytes, len, &jpeg) == NULL)
        fuzz_holds(jpeg.len <= len && jpeg.width > 0 && jpeg.height > 0 &&
                   jpeg.orientation >= 1 && jpeg.orientation <= 8);
    if (len >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF) {
        const char *path = fuzz_path(a, bytes, len);
        const struct image *image = image_load(a, d, path, pos_of_path(a, path));
        struct buf out = buf_new(a);
        if (image != NULL) {
            struct objects *o = objects_new(a, &out, "1.7");
            objects_finish(o, pictures_write(a, &image, 1, o)[0], 0);
        }
        fuzz_said(a, d, image != NULL);
    }
    arena_free(a);
    return 0;
}
