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
    static const struct {
        const char *final, *between, *last;
    } rows[] = {
        {"Abertawe", ", ", " ac "}, {"Gwynedd", ", ", " a "},
        {"cynlluniau", "; ", "; "}, {"Powys", "; ", "; "},
        {"chwaraeon", ", ", " a "}, {"Theatr", ", ", " a "},
        {"Wrecsam", "; ", "; "},    {"iechyd", "; ", "; "},
        {"12", "; ", "; "},         {"", "; ", "; "},
        {"\u0175yn", "; ", "; "},   {"T\u0177", "; ", "; "},
    };
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *final = rows[i].final;
        assert_string_equal(lang_list_between(LANG_CY, false, final), rows[i].between);
        assert_string_equal(lang_list_between(LANG_CY, true, final), rows[i].last);
        assert_string_equal(lang_list_between(LANG_EN, false, final), ", ");
        assert_string_equal(lang_list_between(LANG_EN, true, final), " and ");
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
