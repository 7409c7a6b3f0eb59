/* Hashes against the published ones, and the names made from them. */
#include "base/hash.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void published(void **state)
{
    (void)state;
    assert_int_equal(hash_str(HASH_START, ""), 0xCBF29CE484222325ull);
    assert_int_equal(hash_str(HASH_START, "a"), 0xAF63DC4C8601EC8Cull);
    assert_int_equal(hash_str(HASH_START, "foobar"), 0x85944171F73967E8ull);
    assert_int_equal(hash_bytes(hash_str(HASH_START, "foo"), "bar", 3),
                     hash_str(HASH_START, "foobar"));
}

/* A spreadsheet makes numbers of "1234567" and "1e34567", and dates of "3jan". */
static void names(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    uint64_t hash = HASH_START;
    for (int i = 0; i < 2000; i++) {
        const char *name = hash_name(a, hash);
        if (strlen(name) != 7 || !isalpha((unsigned char)name[0]) ||
            strpbrk(name, "aeiouy+-.,/ ") != NULL)
            fail_msg("\"%s\"", name);
        hash = hash_str(hash, name);
    }
    assert_string_equal(hash_name(a, 0), "b222222");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(published),
                                       cmocka_unit_test(names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
