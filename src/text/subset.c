/* subset.c -- a face with only some of its characters, as a font file of its own, and
 * what a PDF says of a font beside it.  In: characters; out: bytes.  Knows no PDF. */
#include "text/inside.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

static int thousandths(const struct font *f, int units)
{
    return (int)((long)units * 1000 / f->upem);
}

/* Glyphs keep their outlines and lose their hints; what only shaping wants goes. */
static hb_face_t *face_with(const struct font *f, const uint32_t *characters,
                            size_t count)
{
    static const hb_tag_t unwanted[] = {
        HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
        HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        out_of_memory();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    for (size_t i = 0; i < count; i++)
        hb_set_add(hb_subset_input_unicode_set(input), characters[i]);
    for (size_t i = 0; i < LEN(unwanted); i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
                   unwanted[i]);
    hb_face_t *face = hb_subset_or_fail(f->face, input);
    hb_subset_input_destroy(input);
    return face;
}

static int read_short(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    const int n = b[0] << 8 | b[1];
    return n < 0x8000 ? n : n - 0x10000;
}

/* From the table `head`: the corners stand at byte 36 (OpenType, "head"). */
static void box_read(const struct font *f, int box[4])
{
    hb_blob_t *head = hb_face_reference_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned len = 0;
    const char *bytes = hb_blob_get_data(head, &len);
    for (size_t i = 0; i < 4 && len >= 44; i++)
        box[i] = thousandths(f, read_short(bytes + 36 + 2 * i));
    hb_blob_destroy(head);
}

static int metric(const struct font *f, hb_ot_metrics_tag_t which)
{
    hb_position_t position = 0;
    hb_ot_metrics_get_position(f->font, which, &position);
    return thousandths(f, position);
}

struct typeface text_typeface(struct arena *a, const struct faces *t, enum face face,
                              const uint32_t *characters, size_t count)
{
    const struct font *f = &t->fonts[face];
    hb_face_t *with = face_with(f, characters, count);
    if (with == NULL)
        bug("a face of which no part can be taken");
    hb_blob_t *blob = hb_face_reference_blob(with);
    unsigned len = 0;
    const char *bytes = hb_blob_get_data(blob, &len);
    char *copy = arena_alloc(a, len);
    memcpy(copy, bytes, len);
    hb_blob_destroy(blob);
    hb_face_destroy(with);
    struct typeface is = {.bytes = copy,
                          .len = len,
                          .ascent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
                          .descent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
                          .capital = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT)};
    box_read(f, is.box);
    return is;
}

int text_advance(const struct faces *t, enum face face, uint32_t character)
{
    const struct font *f = &t->fonts[face];
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(f->font, character, &glyph))
        return 0;
    return thousandths(f, hb_font_get_glyph_h_advance(f->font, glyph));
}
