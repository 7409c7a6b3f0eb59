/* Pictures fitted into the room they have. */
#include "layout/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void pictures_fit(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        int pixels_wide, pixels_high;
        length wanted, width, height;
    } rows[] = {
        {"as wanted", 200, 100, PT(300), PT(300), PT(150)},
        {"no wider than the text", 200, 100, PT(900), PT(450), PT(225)},
        {"no higher than the room", 100, 200, PT(450), PT(250), PT(500)},
        {"a single row of pixels", 20000000, 1, PT(5000), PT(450), PT(1)},
        {"a single column of pixels", 1, 20000000, PT(450), PT(1), PT(500)},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        const struct image image = {rows[i].pixels_wide, rows[i].pixels_high,
                                    .rgba = NULL};
        struct picture p = {.image = &image};
        picture_fit(&p, rows[i].wanted, PT(450), PT(500));
        if (p.width != rows[i].width || p.height != rows[i].height)
            fail_msg("%s: got %d x %d", rows[i].what, p.width, p.height);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pictures_fit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
