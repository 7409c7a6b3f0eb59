/* subset.c -- a part of a face as a font file of its own, and what a PDF says of a font
 * beside it.  In: characters or glyphs; out: bytes.  Knows no PDF. */
#include "text/inside.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

static int thousandths(const struct font *f, int units)
{
    return (int)((long)units * 1000 / f->upem);
}

/* Glyphs keep their outlines and lose their hints; what only shaping wants goes. */
static hb_subset_input_t *input_new(void)
{
    memory_watch(); /* until typeface_of() has what it asks of the part */
    static const hb_tag_t unwanted[] = {
        HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
        HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        out_of_memory();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    for (size_t i = 0; i < LEN(unwanted); i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
                   unwanted[i]);
    return input;
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

static const char *name_of(struct arena *a, const struct font *f)
{
    char name[64];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
                        &size, name);
    return arena_strdup(a, name);
}

/* What no table of TrueType says: how thick the stems are, from how heavy the face is
 * (FontForge's rule of thumb, after Adobe's faces). */
static int stem_of(const struct font *f)
{
    const float weight = hb_style_get_value(f->font, HB_STYLE_TAG_WEIGHT) / 65;
    return (int)(50 + weight * weight);
}

static const long *widths_of(struct arena *a, const struct font *f, hb_face_t *part,
                             size_t count)
{
    long *widths = NEW_ARRAY(a, long, count);
    hb_font_t *font = hb_font_create(part);
    hb_font_set_scale(font, f->upem, f->upem);
    for (unsigned i = 0; i < count; i++)
        widths[i] = (long)hb_font_get_glyph_h_advance(font, i) * 1000000 / f->upem;
    hb_font_destroy(font);
    return widths;
}

/* Takes the part. */
static struct typeface typeface_of(struct arena *a, const struct font *f, hb_face_t *part)
{
    if (part == NULL)
        bug("a face of which no part can be taken");
    hb_blob_t *blob = hb_face_reference_blob(part);
    unsigned len = 0;
    const char *bytes = hb_blob_get_data(blob, &len);
    struct typeface is = {.bytes = memcpy(arena_alloc(a, len), bytes, len),
                          .len = len,
                          .name = name_of(a, f),
                          .glyphs = hb_face_get_glyph_count(part),
                          .ascent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
                          .descent = metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
                          .capital = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT),
                          .angle =
                              (int)hb_style_get_value(f->font, HB_STYLE_TAG_SLANT_ANGLE),
                          .stem = stem_of(f)};
    is.widths = widths_of(a, f, part, is.glyphs);
    box_read(f, is.box);
    memory_check(); /* HarfBuzz goes on without, and cuts something else */
    hb_blob_destroy(blob);
    hb_face_destroy(part);
    return is;
}

struct typeface text_typeface(struct arena *a, const struct faces *t, enum face face,
                              const uint32_t *characters, size_t count)
{
    const struct font *f = &t->fonts[face];
    hb_subset_input_t *input = input_new();
    for (size_t i = 0; i < count; i++)
        hb_set_add(hb_subset_input_unicode_set(input), characters[i]);
    hb_face_t *part = hb_subset_or_fail(f->face, input);
    hb_subset_input_destroy(input);
    return typeface_of(a, f, part);
}

struct typeface text_cut(struct arena *a, const struct faces *t, enum face face,
                         const unsigned *glyphs, size_t count, unsigned *numbers)
{
    const struct font *f = &t->fonts[face];
    hb_subset_input_t *input = input_new();
    /* A PDF finds glyphs by their numbers (ISO 32000-1, 9.7.4.2). */
    hb_set_t *unwanted = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_set_add(unwanted, HB_TAG('c', 'm', 'a', 'p'));
    hb_set_add(unwanted, HB_TAG('n', 'a', 'm', 'e'));
    hb_set_add(unwanted, HB_TAG('p', 'o', 's', 't'));
    hb_set_add(unwanted, HB_TAG('O', 'S', '/', '2'));
    for (size_t i = 0; i < count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), glyphs[i]);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(f->face, input);
    if (plan == NULL)
        out_of_memory();
    for (size_t i = 0; i < count; i++)
        numbers[i] = hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(plan), glyphs[i]);
    hb_face_t *part = hb_subset_plan_execute_or_fail(plan);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return typeface_of(a, f, part);
}

int text_advance(const struct faces *t, enum face face, uint32_t character)
{
    const struct font *f = &t->fonts[face];
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(f->font, character, &glyph))
        return 0;
    return thousandths(f, hb_font_get_glyph_h_advance(f->font, glyph));
}
