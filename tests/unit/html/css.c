/* css.c -- colours by night, and the digest that a stylesheet is known by. */
#include "html/work.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/sha256.h"
#include "html/code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT = 450, DRAWING = 300 /* WCAG 2.2, 1.4.3 and 1.4.11 */ };

static const struct style *house(struct arena *a)
{
    struct diags *d = diags_new(a);
    const struct file *file = file_read(a, d, ROOT "/templates/house-plain/style.yaml",
                                        YAML_BYTES, (struct pos){0});
    return style_parse(a, d, source_parse(a, d, file));
}

/* Whatever two colours of the palette can be read on each other by day can be by night.
 */
static void night_keeps_what_can_be_read(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct style *s = house(a);
    for (size_t i = 0; i < s->type_count; i++)
        for (size_t k = 0; k < s->colour_count; k++) {
            const struct colour words = s->types[i].colour, ground = s->colours[k];
            const int day = colour_contrast(words, ground);
            const int night =
                colour_contrast(dark_colour(s, words), dark_colour(s, ground));
            const int is_pale = colour_contrast(ground, (struct colour){255, 255, 255});
            if (is_pale < 150 && day >= TEXT && night < TEXT)
                fail_msg("%s on %s: %d by day, %d by night", s->type_names[i],
                         s->colour_names[k], day, night);
        }
    arena_free(a);
}

static void night_keeps_what_is_drawn(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct style *s = house(a);
    const struct colour white = {255, 255, 255};
    for (size_t i = 0; i < s->colour_count; i++) {
        const int day = colour_contrast(s->colours[i], white);
        const int night = colour_contrast(dark_colour(s, s->colours[i]), dark_ground(s));
        if (day >= DRAWING && night < DRAWING)
            fail_msg("%s: %d by day, %d by night", s->colour_names[i], day, night);
        if (day < 150 && night > 200)
            fail_msg("%s is a ground by day, %d by night", s->colour_names[i], night);
    }
    arena_free(a);
}

static void base64_of_rfc_4648(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *want;
    } rows[] = {{"", ""},
                {"f", "Zg=="},
                {"fo", "Zm8="},
                {"foo", "Zm9v"},
                {"foob", "Zm9vYg=="},
                {"fooba", "Zm9vYmE="},
                {"foobar", "Zm9vYmFy"}};
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct buf out = buf_new(a);
        put_base64(&out, rows[i].bytes, strlen(rows[i].bytes));
        assert_string_equal(out.at, rows[i].want);
    }
    arena_free(a);
}

/* Of 0, 3, 56 and 64 bytes: one block, and where the length takes another. */
static void sha256_of_fips_180(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *want;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"}};
    for (size_t i = 0; i < LEN(rows); i++) {
        unsigned char digest[SHA256_BYTES];
        char hex[2 * SHA256_BYTES + 1];
        sha256(rows[i].bytes, strlen(rows[i].bytes), digest);
        for (size_t k = 0; k < SHA256_BYTES; k++)
            snprintf(hex + 2 * k, 3, "%02x", digest[k]);
        assert_string_equal(hex, rows[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(night_keeps_what_can_be_read),
        cmocka_unit_test(night_keeps_what_is_drawn),
        cmocka_unit_test(base64_of_rfc_4648),
        cmocka_unit_test(sha256_of_fips_180),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
