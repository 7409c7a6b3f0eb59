/* kerning.c -- words shaped alone and pairs learned give the widths that HarfBuzz gives
 * to whole lines. */
#include "text/inside.h"

#include <hb.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The whole line shaped at once, in font units. */
static int line_units(const struct faces *t, enum face face, const char *line)
{
    static const hb_feature_t features[] = {
        {HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1},
        {HB_TAG('c', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
        {HB_TAG('d', 'l', 'i', 'g'), 0, 0, (unsigned)-1},
    };
    hb_buffer_t *buffer = hb_buffer_create();
    unsigned count;
    int width = 0;
    hb_buffer_add_utf8(buffer, line, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, t->languages[LANG_EN]);
    hb_shape(t->fonts[face].font, buffer, features, LEN(features));
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        width += places[i].x_advance;
    hb_buffer_destroy(buffer);
    return width;
}

static void same_test(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "A", "V", "T",      "o",      "P", ".",      ",", " ", "W", "e",
        "r", "y", "\u2019", "\u201C", "ŵ", "1",      "7", "-", "f", "i",
        "L", "Ŷ", "(",      ")",      "/", "\u2013", "K", "x", "j"};
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct style style = {.fonts = {"Lato-Regular.ttf", "Lato-Bold.ttf",
                                    "Lato-Italic.ttf", "Lato-BoldItalic.ttf"}};
    struct faces *t = text_new(a, d, &style, ROOT "/fonts");
    assert_non_null(t);
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        struct buf line = buf_new(a);
        for (int i = 0; i < 24; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf_str(&line, bits[(seed >> 16) % LEN(bits)]);
        }
        enum face face = (enum face)(round % FACE_COUNT);
        /* a font unit is one length, so that nothing is rounded */
        struct span s = {
            .text = line.at, .len = line.len, .face = face, .size = t->fonts[face].upem};
        length got = text_width(t, d, &s, 1);
        int want = line_units(t, face, line.at);
        if (got != want)
            fail_msg("\"%s\" in face %d: %d, whole %d", line.at, (int)face, got, want);
    }
    text_free(t);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_test)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
