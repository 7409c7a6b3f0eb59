/* Numbers as data write them. */
#include "base/ascii.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    const char *text;
    int number;
} rows[] = {
    {"0", 0},      {"7", 7},
    {"007", 7},    {"9999", 9999},
    {"10000", -1}, {"", -1},
    {"-1", -1},    {"+1", -1},
    {" 1", -1},    {"1 ", -1},
    {"1a", -1},    {"1.0", -1},
    {"a", -1},     {"99999999999999999999999999", -1},
};

static void numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++)
        if (ascii_number(rows[i].text, 9999) != rows[i].number)
            fail_msg("\"%s\": %d", rows[i].text, ascii_number(rows[i].text, 9999));
    assert_int_equal(ascii_number("5", 3), -1);
    assert_int_equal(ascii_number("2147483647", INT32_MAX), INT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
