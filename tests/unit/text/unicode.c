/* unicode.c -- the rules for plain text give pango's answer, for every text of up to five
 * characters from the alphabet they know. */
#include "text/inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const alphabet[] = {
    "a", "1",      " ",      ".",      "(",      ")",      "%",      "-", "/", "?",
    "@", "\u00A0", "\u2018", "\u201C", "\u2019", "\u2013", "\u2003", "ŵ", "©"};

static void raw_set(struct arena *a, struct paragraph *p, unsigned number, int length_)
{
    p->raw.len = 0;
    for (int i = 0; i < length_; i++, number /= (unsigned)LEN(alphabet))
        for (const char *s = alphabet[number % LEN(alphabet)]; *s != '\0'; s++)
            *array_push(a, &p->raw) = *s;
}

static void same_test(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct paragraph plain = {0}, pango = {0};
    unsigned count = 1, answered = 0;
    for (int chars = 1; chars <= 5; chars++) {
        count *= (unsigned)LEN(alphabet);
        for (unsigned i = 0; i < count; i++) {
            raw_set(a, &plain, i, chars);
            if (!breaks_plain(a, &plain))
                continue;
            answered++;
            raw_set(a, &pango, i, chars);
            breaks_pango(a, &pango);
            assert_int_equal(plain.allowed.len, pango.allowed.len);
            for (size_t c = 1; c + 1 < plain.allowed.len; c++)
                if (plain.allowed.at[c] != pango.allowed.at[c])
                    fail_msg("\"%.*s\" before character %zu: %d, pango %d",
                             (int)plain.raw.len, plain.raw.at, c + 1, plain.allowed.at[c],
                             pango.allowed.at[c]);
        }
    }
    assert_true(answered > 10000);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(same_test)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
