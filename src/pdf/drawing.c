/* drawing.c -- a drawing as an object of the PDF: a page of cairo's as a form that fills
 * the unit square, as a picture does (ISO 32000-1, 8.10).  Knows nothing of SVG. */
#include "pdf/picture.h"

#include "pdf/copy.h"

static void copy_entry(struct copier *c, struct slice page, const char *key,
                       struct buf *to)
{
    const struct slice value = dict_get(page, key);
    if (value.len == 0)
        return;
    buf_str(to, key);
    copy_value(c, value, to);
}

int drawing_write(struct arena *a, const struct image *image, struct objects *o)
{
    const struct scan scan =
        scan_file(a, (struct slice){image->drawing, image->drawing_len});
    const struct slice page = scan_object(&scan, scan.page).value;
    const struct object content = scan_follow(&scan, page, "/Contents");
    const int number = object_numbers(o, 1);
    struct copier *c = copier_new(a, &scan, o);
    const int width = image->width * image->drawing_fine,
              height = image->height * image->drawing_fine;
    struct buf dict = buf_new(a);
    buf_printf(&dict,
               "/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Matrix[%.9f 0 0 %.9f 0 0]",
               width, height, 1.0 / width, 1.0 / height);
    copy_entry(c, page, "/Resources", &dict);
    copy_entry(c, page, "/Group", &dict);
    const bool packed = dict_get(content.value, "/Filter").len > 0;
    copy_entry(c, content.value, "/Filter", &dict);
    object_stream(o, number, slice_of(&dict), content.stream,
                  packed ? PACKING_NONE : PACKING_DEFLATE);
    copy_referred(c);
    return number;
}
