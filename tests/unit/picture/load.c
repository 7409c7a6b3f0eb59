/* Pictures: what is read, and what is said of what is not. */
#include "base/file.h"
#include "picture/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/gwasg-image-XXXXXX";

static const char *path_of(struct arena *a, const char *name)
{
    return arena_printf(a, "%s/%s", folder, name);
}

static void write_file(const char *path, const void *bytes, size_t len)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    fclose(f);
}

static void write_png(const char *path, int width, int height)
{
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (png_uint_32)width,
                     .height = (png_uint_32)height,
                     .format = PNG_FORMAT_RGBA};
    unsigned char *rgba = calloc((size_t)width * (size_t)height, 4);
    rgba[0] = 200;
    rgba[3] = 128;
    assert_true(png_image_write_to_file(&png, path, 0, rgba, 0, NULL));
    free(rgba);
}

static void pixels_are_read(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *path = path_of(a, "good.png");
    write_png(path, 3, 2);
    const struct image *image = image_load(a, d, path, (struct pos){0});
    assert_non_null(image);
    assert_int_equal(image->width, 3);
    assert_int_equal(image->height, 2);
    assert_int_equal(image->rgba[0], 200);
    assert_int_equal(image->rgba[3], 128);
    assert_int_equal(diags_errors(d), 0);
    arena_free(a);
}

/* The file is left in a form that cannot be used; the message must name it. */
static void expect_refused(const char *name, const void *bytes, size_t len,
                           const char *words)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *path = path_of(a, name);
    write_file(path, bytes, len);
    assert_null(image_load(a, d, path, (struct pos){0}));
    struct buf out = buf_new(a);
    diags_print(d, DIAG_SHORT, &out);
    if (strstr(out.at, words) == NULL || strstr(out.at, "[IMAGE_WRONG]") == NULL)
        fail_msg("%s: said %s", name, out.at);
    arena_free(a);
}

static void what_is_no_picture_is_refused(void **state)
{
    (void)state;
    expect_refused("empty.png", "", 0, "is empty");
    expect_refused("photo.png", "\xFF\xD8\xFF\xE0 JFIF", 9, "is cut off");
    expect_refused("drawing.png", "<p>words</p>", 12, "no SVG drawing");
    expect_refused("phone.png",
                   "\0\0\0\x18"
                   "ftypheic",
                   12, "a HEIC photograph");
    expect_refused("page.png", "%PDF-1.7", 8, "a PDF");
    expect_refused("text.png", "hello", 5, "no picture");
    expect_refused("short.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, "damaged");
}

static void half_a_picture_is_refused(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *path = path_of(a, "whole.png");
    write_png(path, 40, 40);
    FILE *f = fopen(path, "rb");
    char bytes[4096];
    const size_t len = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    expect_refused("half.png", bytes, len - 30, "damaged");
    arena_free(a);
}

static void a_huge_picture_is_refused(void **state)
{
    (void)state;
    /* The head alone says 30,000 x 30,000 pixels. */
    static const char head[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30"
                               "\x08\x06\0\0\0\xA5\xC5\x6F\x4B\0\0\0\0IDAT\0\0\0\0";
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *path = path_of(a, "huge.png");
    write_file(path, head, sizeof head - 1);
    assert_null(image_load(a, d, path, (struct pos){0}));
    assert_int_equal(diags_errors(d), 1);
    arena_free(a);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pixels_are_read),
        cmocka_unit_test(what_is_no_picture_is_refused),
        cmocka_unit_test(half_a_picture_is_refused),
        cmocka_unit_test(a_huge_picture_is_refused),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
