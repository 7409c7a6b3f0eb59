/* subset.c -- a part of a face is a font of its own: it has the characters it was asked
 * for, as wide as before, and no others; the same bytes each time. */
#include "text/text.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <hb.h>

static const uint32_t wanted[] = {'A', 'w', 0x175 /* ŵ */, 0x176 /* Ŷ */, 0x201C};

static struct faces *text_open(struct arena *a, struct diags *d)
{
    const struct file *file = file_read(a, d, ROOT "/templates/house-plain/style.yaml",
                                        1 << 20, (struct pos){0});
    struct faces *t =
        text_new(a, d, style_parse(a, d, source_parse(a, d, file)), ROOT "/fonts");
    assert_non_null(t);
    return t;
}

static hb_font_t *font_of(const struct typeface *is)
{
    hb_blob_t *blob =
        hb_blob_create(is->bytes, (unsigned)is->len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, 1000, 1000);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

static void test_characters(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct faces *t = text_open(a, diags_new(a));
    const struct typeface is = text_typeface(a, t, FACE_REGULAR, wanted, LEN(wanted));
    hb_font_t *font = font_of(&is);
    hb_codepoint_t glyph = 0;
    for (size_t i = 0; i < LEN(wanted); i++) {
        assert_true(hb_font_get_nominal_glyph(font, wanted[i], &glyph));
        assert_in_range(hb_font_get_glyph_h_advance(font, glyph) + 1,
                        text_advance(t, FACE_REGULAR, wanted[i]),
                        text_advance(t, FACE_REGULAR, wanted[i]) + 2);
    }
    assert_false(hb_font_get_nominal_glyph(font, 'B', &glyph));
    assert_int_equal(text_advance(t, FACE_REGULAR, 0x4E00), 0);
    assert_true(is.ascent > 700 && is.descent < -150 && is.capital > 600);
    assert_true(is.box[0] < 0 && is.box[1] < 0 && is.box[2] > 1000 && is.box[3] > 700);
    hb_font_destroy(font);
    text_free(t);
    arena_free(a);
}

static void test_same_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct faces *t = text_open(a, diags_new(a));
    const struct typeface one = text_typeface(a, t, FACE_BOLD, wanted, LEN(wanted));
    const struct typeface two = text_typeface(a, t, FACE_BOLD, wanted, LEN(wanted));
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.bytes, two.bytes, one.len);
    assert_true(one.len < 10000);
    text_free(t);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_characters),
                                       cmocka_unit_test(test_same_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
