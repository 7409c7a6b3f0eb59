/* Which plural forms numbers take. */
#include "check.h"

static const struct row {
    long n;
    enum plural en, cy;
} rows[] = {
    {0, PLURAL_OTHER, PLURAL_ZERO},       {1, PLURAL_ONE, PLURAL_ONE},
    {2, PLURAL_OTHER, PLURAL_TWO},        {3, PLURAL_OTHER, PLURAL_FEW},
    {4, PLURAL_OTHER, PLURAL_OTHER},      {5, PLURAL_OTHER, PLURAL_OTHER},
    {6, PLURAL_OTHER, PLURAL_MANY},       {7, PLURAL_OTHER, PLURAL_OTHER},
    {8, PLURAL_OTHER, PLURAL_OTHER},      {9, PLURAL_OTHER, PLURAL_OTHER},
    {10, PLURAL_OTHER, PLURAL_OTHER},     {11, PLURAL_OTHER, PLURAL_OTHER},
    {12, PLURAL_OTHER, PLURAL_OTHER},     {13, PLURAL_OTHER, PLURAL_OTHER},
    {16, PLURAL_OTHER, PLURAL_OTHER},     {20, PLURAL_OTHER, PLURAL_OTHER},
    {21, PLURAL_OTHER, PLURAL_OTHER},     {22, PLURAL_OTHER, PLURAL_OTHER},
    {23, PLURAL_OTHER, PLURAL_OTHER},     {26, PLURAL_OTHER, PLURAL_OTHER},
    {30, PLURAL_OTHER, PLURAL_OTHER},     {60, PLURAL_OTHER, PLURAL_OTHER},
    {61, PLURAL_OTHER, PLURAL_OTHER},     {66, PLURAL_OTHER, PLURAL_OTHER},
    {99, PLURAL_OTHER, PLURAL_OTHER},     {100, PLURAL_OTHER, PLURAL_OTHER},
    {101, PLURAL_OTHER, PLURAL_OTHER},    {102, PLURAL_OTHER, PLURAL_OTHER},
    {103, PLURAL_OTHER, PLURAL_OTHER},    {106, PLURAL_OTHER, PLURAL_OTHER},
    {110, PLURAL_OTHER, PLURAL_OTHER},    {111, PLURAL_OTHER, PLURAL_OTHER},
    {200, PLURAL_OTHER, PLURAL_OTHER},    {601, PLURAL_OTHER, PLURAL_OTHER},
    {999, PLURAL_OTHER, PLURAL_OTHER},    {1000, PLURAL_OTHER, PLURAL_OTHER},
    {1001, PLURAL_OTHER, PLURAL_OTHER},   {1006, PLURAL_OTHER, PLURAL_OTHER},
    {212400, PLURAL_OTHER, PLURAL_OTHER}, {1000000, PLURAL_OTHER, PLURAL_OTHER},
    {-1, PLURAL_ONE, PLURAL_ONE},         {-3, PLURAL_OTHER, PLURAL_FEW},
};

static void plurals(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        if (lang_plural(LANG_EN, rows[i].n) != rows[i].en)
            fail_msg("en %ld: %s", rows[i].n,
                     plural_name(lang_plural(LANG_EN, rows[i].n)));
        if (lang_plural(LANG_CY, rows[i].n) != rows[i].cy)
            fail_msg("cy %ld: %s", rows[i].n,
                     plural_name(lang_plural(LANG_CY, rows[i].n)));
    }
}

/* A category that a number takes is one the language is said to have. */
static void categories(void **state)
{
    (void)state;
    int counted[LANG_COUNT] = {0};
    for (int l = 0; l < LANG_COUNT; l++)
        for (int p = 0; p < PLURAL_COUNT; p++)
            counted[l] += lang_has_plural((enum lang)l, (enum plural)p);
    assert_int_equal(counted[LANG_EN], 2);
    assert_int_equal(counted[LANG_CY], 6);
    for (long n = 0; n < 200; n++)
        for (int l = 0; l < LANG_COUNT; l++)
            assert_true(lang_has_plural((enum lang)l, lang_plural((enum lang)l, n)));
}

static void names(void **state)
{
    (void)state;
    enum plural p;
    for (int i = 0; i < PLURAL_COUNT; i++) {
        assert_true(plural_parse(plural_name((enum plural)i), &p));
        assert_int_equal(p, i);
    }
    assert_false(plural_parse("several", &p));
    assert_false(plural_parse("", &p));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plurals),
        cmocka_unit_test(categories),
        cmocka_unit_test(names),
    };
    return RUN(tests);
}
