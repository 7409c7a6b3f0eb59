#define _GNU_SOURCE /* memmem */
/* Drawings that come out of the sandbox: what a process that was taken over may send is
 * refused, or stands in a PDF; none of it ends the program. */
#include "pdf/picture.h"

#include "base/file.h"
#include "picture/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const char *const drawn[] = {"figma", "gradient", "pattern", "opacity", "clip"};

static const struct image *image_of(struct arena *a, const char *name)
{
    const char *path = arena_printf(a, "%s/tests/fuzz/svg/%s.svg", ROOT, name);
    const struct image *image = image_load(a, diags_new(a), path, (struct pos){0});
    assert_non_null(image);
    return image;
}

/* As the writer takes it over, which ends the program on what cannot be. */
static void write_drawing(const struct image *like, const char *bytes, size_t len)
{
    struct arena *a = arena_new();
    struct image image = *like;
    const struct image *one = &image;
    struct buf out = buf_new(a);
    struct objects *o = objects_new(a, &out, "1.7");
    image.drawing = bytes;
    image.drawing_len = len;
    objects_finish(o, pictures_write(a, &one, 1, o)[0], 0);
    arena_free(a);
}

static bool try_drawing(const struct image *like, const char *bytes, size_t len)
{
    const bool holds = svg_page_holds(bytes, len);
    if (holds)
        write_drawing(like, bytes, len);
    return holds;
}

/* In the place of the first such words; of the same length, so that the table holds. */
static bool with(const struct image *image, const char *words, const char *other)
{
    struct arena *a = arena_new();
    char *bytes = arena_alloc(a, image->drawing_len);
    memcpy(bytes, image->drawing, image->drawing_len);
    char *at = memmem(bytes, image->drawing_len, words, strlen(words));
    assert_non_null(at);
    assert_int_equal(strlen(words), strlen(other));
    memcpy(at, other, strlen(other));
    const bool holds = try_drawing(image, bytes, image->drawing_len);
    arena_free(a);
    return holds;
}

static void what_cairo_draws_holds(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(drawn); i++) {
        const struct image *image = image_of(a, drawn[i]);
        assert_true(try_drawing(image, image->drawing, image->drawing_len));
    }
    arena_free(a);
}

/* 1.18 numbers pages for a structure that a drawing has not. */
static void what_a_later_cairo_draws_holds(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct file *page =
        file_read_bytes(a, diags_new(a), ROOT "/tests/fuzz/page/cairo-1.18.pdf", 1 << 20,
                        (struct pos){0});
    assert_non_null(page);
    assert_true(try_drawing(image_of(a, "opacity"), page->text, page->len));
    arena_free(a);
}

static void nonsense_is_refused(void **state)
{
    (void)state;
    static const char *const mangled[][2] = {
        {"startxref", "startxrex"},
        {"xref\n0", "xrex\n0"},
        {"xref\n0 ", "xref0  "},
        {"xref\n0 ", "xref\n1 "},
        {"0000000000 65535 f", "0000000099 65535 n"},
        {" 00000 n", " 00000 x"},
        {"0000000015", "9999999999"},
        {"0000000015", "0000000016"},
        {"0000000015", "x000000015"},
        {"/Size ", "/Size-"},
        {"/I true", "/I tru1"},
        {"/I true\n", "/I true1"},
        {"trailer", "trailex"},
        {"trailer", "%railer"},
        {"/Root", "/Rool"},
        {"/Root ", "/Root%"},
        {"/Pages", "/Xages"},
        {"/Kids [", "/Kids <"},
        {"/Kids [ ", "/Kids []"},
        {"/Contents", "/Resource"},
        {" 0 R", " 0 Q"},
        {" 0 R", "99 R"},
        {" obj\n<<", " objx<<"},
        {"endobj", "endxxx"},
        {"stream\n", "stream "},
        {"endstream", "endxtream"},
        {"/Length ", "/Lengtx "},
        {"/Type /Page", "/OpenAction"},
        {"<< /Type", "<<<<<<<<"},
        {"/Group <<", "/Group [["},
        {"(cairo", "((airo"},
        {"/Contents", "/OpenActi"},
        {"<< /Type /Page", "<< /JS (a) /P "},
        {"/MediaBox [", "/MediaBox \x01"},
        {"/MediaBox ", "/JavaScri "},
        {"/Subtype /Form", "/Subtype /PS12"},
        {"/Length ", "/Lengtx "},
        {"/MediaBox [", "/MediaBox \x01"},
        {"/FlateDecode", "/CryptDecode"},
        {"/Subtype /Form", "/Subtype /PS12"},
        {"/BBox [", "/BBox {"},
    };
    struct arena *a = arena_new();
    const struct image *image = image_of(a, "figma");
    for (size_t i = 0; i < LEN(mangled); i++) {
        if (with(image, mangled[i][0], mangled[i][1]))
            fail_msg("%s as %s is taken", mangled[i][0], mangled[i][1]);
    }
    arena_free(a);
}

static void half_of_it_is_refused(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct image *image = image_of(a, "gradient");
    for (size_t len = 0; len + 8 < image->drawing_len; len++)
        assert_false(svg_page_holds(image->drawing, len));
    arena_free(a);
}

/* Numbers of a plain generator, the same each time. */
static uint32_t next(uint32_t *seed)
{
    return (*seed = *seed * 1664525 + 1013904223) >> 8;
}

static void no_byte_of_it_ends_the_program(void **state)
{
    (void)state;
    enum { TRIES = 4000 };
    static const char signs[] = "0123456789 \n<>[]()/%RnfobjSx\\\xFF";
    struct arena *a = arena_new();
    uint32_t seed = 1;
    for (size_t i = 0; i < LEN(drawn); i++) {
        const struct image *image = image_of(a, drawn[i]);
        char *bytes = arena_alloc(a, image->drawing_len);
        for (int n = 0; n < TRIES; n++) {
            memcpy(bytes, image->drawing, image->drawing_len);
            for (uint32_t k = next(&seed) % 3 + 1; k > 0; k--)
                bytes[next(&seed) % image->drawing_len] =
                    signs[next(&seed) % (sizeof signs - 1)];
            try_drawing(image, bytes, image->drawing_len);
        }
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cairo_draws_holds),
        cmocka_unit_test(what_a_later_cairo_draws_holds),
        cmocka_unit_test(nonsense_is_refused),
        cmocka_unit_test(half_of_it_is_refused),
        cmocka_unit_test(no_byte_of_it_ends_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
