/* jpeg.c -- a JPEG as an object of the PDF: its bytes as they stand (ISO 32000-1, 7.4.8).
 * In: what its markers say; out: the picture, with its colour profile. */
#include "pdf/picture.h"

#include "pdf/put.h"

/* Without one its colours are those that the file claims for all of it: sRGB. */
static void put_space(struct arena *a, const struct jpeg *j, struct objects *o,
                      struct buf *dict)
{
    const bool grey = j->components == 1;
    const char *space = grey ? "/DeviceGray" : "/DeviceRGB";
    if (j->icc == NULL) {
        buf_str(dict, space);
        return;
    }
    const int profile = object_numbers(o, 1);
    struct buf of = buf_new(a);
    buf_printf(&of, "/N %d/Alternate%s", grey ? 1 : 3, space);
    object_stream(o, profile, slice_of(&of), (struct slice){j->icc, j->icc_len},
                  PACKING_DEFLATE);
    buf_str(dict, "[/ICCBased ");
    put_reference(dict, profile);
    buf_char(dict, ']');
}

int jpeg_write(struct arena *a, const struct image *image, struct objects *o)
{
    const struct jpeg *j = image->jpeg;
    const int number = object_numbers(o, 1);
    struct buf dict = buf_new(a);
    put_int_behind(&dict, "/Type/XObject/Subtype/Image/Width ", j->width);
    put_int_behind(&dict, "/Height ", j->height);
    buf_str(&dict, "/BitsPerComponent 8/ColorSpace");
    put_space(a, j, o, &dict);
    buf_str(&dict, "/Filter/DCTDecode");
    if (j->rgb)
        buf_str(&dict, "/DecodeParms<</ColorTransform 0>>");
    object_stream(o, number, slice_of(&dict), (struct slice){image->file->text, j->len},
                  PACKING_NONE);
    return number;
}
