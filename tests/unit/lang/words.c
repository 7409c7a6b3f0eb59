/* Codes of languages, capitals, lists. */
#include "check.h"

static void codes(void **state)
{
    (void)state;
    enum lang l = LANG_EN;
    assert_true(lang_parse("cy", &l) && l == LANG_CY);
    assert_true(lang_parse("en", &l) && l == LANG_EN);
    assert_false(lang_parse("fr", &l) || lang_parse("", &l) || lang_parse("en-GB", &l));
    assert_string_equal(lang_tag(LANG_EN), "en-GB");
    assert_string_equal(lang_tag(LANG_CY), "cy");
}

static const struct {
    const char *text, *want;
} capitals[] = {
    {"nine", "Nine"},
    {"", ""},
    {"Nine", "Nine"},
    {"ŵy", "Ŵy"},
    {"llais", "Llais"},
    {"“ail", "“Ail"},
    {"(a)", "(A)"},
    {"9 a", "9 a"},
    {"…", "…"},
    {"élan", "Élan"},
    {"dau ddeg un", "Dau ddeg un"},
};

static void capital(void **state)
{
    for (size_t i = 0; i < LEN(capitals); i++)
        for (int l = 0; l < LANG_COUNT; l++)
            check_text(capitals[i].text,
                       lang_capital(*state, (enum lang)l, capitals[i].text),
                       capitals[i].want);
}

static void lists(void **state)
{
    static const char *const items[] = {"a", "b", "c"};
    static const char *const en[] = {"", "a", "a and b", "a, b and c"};
    static const char *const cy[] = {"", "a", "a; b", "a; b; c"};
    for (size_t count = 0; count <= 3; count++) {
        check_text("en", lang_list(*state, LANG_EN, items, count), en[count]);
        check_text("cy", lang_list(*state, LANG_CY, items, count), cy[count]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes),
        cmocka_unit_test(capital),
        cmocka_unit_test(lists),
    };
    return RUN(tests);
}
