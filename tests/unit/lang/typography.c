/* Quotation marks, apostrophes and dashes. */
#include "check.h"

#include "base/buf.h"

static const struct {
    const char *text;
    unsigned before;
    const char *want;
} both[] = {
    /* alike in the two languages */
    {"", 0, ""},
    {"plain", 0, "plain"},
    {"\"good\"", 0, "“good”"},
    {"a \"good\" day", 0, "a “good” day"},
    {"'good'", 0, "‘good’"},
    {"the 'good' day", 0, "the ‘good’ day"},
    {"(\"good\")", 0, "(“good”)"},
    {"('good')", 0, "(‘good’)"},
    {"\"good.\" Then", 0, "“good.” Then"},
    {"said: \"Good\".", 0, "said: “Good”."},
    {"'\"inner\" and outer'", 0, "‘“inner” and outer’"},
    {"\"'inner' and outer\"", 0, "“‘inner’ and outer”"},
    {"\"outer and 'inner'\"", 0, "“outer and ‘inner’”"},
    {"\"...then\"", 0, "“...then”"},
    {"\"first\" \"second\"", 0, "“first” “second”"},
    {"don't", 0, "don’t"},
    {"inspectors' work", 0, "inspectors’ work"},
    {"the 1990's", 0, "the 1990’s"},
    {"either/'or'", 0, "either/‘or’"},
    {"a - b", 0, "a – b"},
    {"a -- b", 0, "a – b"},
    {"a--b", 0, "a–b"},
    {"a---b", 0, "a–b"},
    {"a ---- b", 0, "a ---- b"},
    {"e-mail", 0, "e-mail"},
    {"3-5 cases", 0, "3-5 cases"},
    {"-5", 0, "-5"},
    {"- a", 0, "- a"},
    {"- a", ' ', "– a"},
    {"a -", 0, "a -"},
    {"a - \"b\"", 0, "a – “b”"},
    {"\"a\" - b", 0, "“a” – b"},
    {"5'6\" tall", 0, "5'6\" tall"},
    {"aged \"16 to 17\"", 0, "aged “16 to 17”"},
    {"'16 of the 17'", 0, "‘16 of the 17’"},
    {"the summer of '05", 0, "the summer of ’05"},
    {"\" alone", ' ', "” alone"},
    {"end\"", 0, "end”"},
    /* the pieces of one sentence: what stood before tells */
    {"\"", ' ', "“"},
    {"\"", 'd', "”"},
    {"'", 'd', "’"},
    {"\" and", '.', "” and"},
    {"s' work", 'r', "s’ work"},
    {"\"in\"", '(', "“in”"},
    {"\"in\"", 0x2018, "“in”"},
    {"\"in\"", 0xA0, "“in”"},
    {"\"", 0x2019, "”"},
    /* what is typographic stays */
    {"“good”", 0, "“good”"},
    {"‘good’ – don’t…", 0, "‘good’ – don’t…"},
    {"wait... so", 0, "wait... so"},
    {"\"ŵ\" 'ŷ'", 0, "“ŵ” ‘ŷ’"},
};

static void check_row(struct arena *a, enum lang l, const char *text, unsigned before,
                      const char *want)
{
    const char *got = lang_typography(a, l, text, before);
    check_text(text, got, want);
    check_text("a second time", lang_typography(a, l, got, before), want);
}

static void in_both(void **state)
{
    for (size_t i = 0; i < LEN(both); i++)
        for (int l = 0; l < LANG_COUNT; l++)
            check_row(*state, (enum lang)l, both[i].text, both[i].before, both[i].want);
}

static const struct {
    enum lang l;
    const char *text;
    unsigned before;
    const char *want;
} own[] = {
    {LANG_CY, "Lleihau'r risg", 0, "Lleihau’r risg"},
    {LANG_CY, "'r risg", 'u', "’r risg"},
    {LANG_CY, "'r risg", 0, "’r risg"}, /* after a mark */
    {LANG_CY, "mae 'r risg", 0, "mae ’r risg"},
    {LANG_CY, "'n dda", 0, "’n dda"},
    {LANG_CY, "'u gwaith", 0, "’u gwaith"},
    {LANG_CY, "'w gwaith", 0, "’w gwaith"},
    {LANG_CY, "'i gwaith", 0, "’i gwaith"},
    {LANG_CY, "'I ba raddau?'", 0, "‘I ba raddau?’"},
    {LANG_CY, "a'i waith a'u gwaith", 0, "a’i waith a’u gwaith"},
    {LANG_CY, "'Angen gwella'", 0, "‘Angen gwella’"},
    {LANG_CY, "'rhaglen'", 0, "‘rhaglen’"},
    {LANG_CY, "y llythyren 'r'", 0, "y llythyren ‘r’"},
    {LANG_CY, "\"Mae'r gwaith\"", 0, "“Mae’r gwaith”"},
    {LANG_CY, "'Sdim cynllun", 0, "’Sdim cynllun"},
    {LANG_CY, "aeth 'nôl a 'mlaen", 0, "aeth ’nôl a ’mlaen"},
    {LANG_CY, "'Nôl", 0, "’Nôl"},
    {LANG_CY, "'na ddigon", 0, "’na ddigon"},
    {LANG_CY, "'Na, dim eto' meddai", 0, "‘Na, dim eto’ meddai"},
    {LANG_CY, "y tro 'ma", 0, "y tro ’ma"},
    {LANG_CY, "'nôl'", 0, "‘nôl’"},
    {LANG_CY, "'nodwyd'", 0, "‘nodwyd’"},
    {LANG_CY, "dw i 'di mynd", 0, "dw i ’di mynd"},
    {LANG_CY, "'dan ni'n mynd", 0, "’dan ni’n mynd"},
    {LANG_CY, "'Dan ni'n iawn,' meddai", 0, "‘Dan ni’n iawn,’ meddai"},
    {LANG_CY, "wrth 'mod i", 0, "wrth ’mod i"},
    {LANG_CY, "'Da iawn' meddai", 0, "‘Da iawn’ meddai"},
    {LANG_CY, "'Mae hawl 'da fi, a 'nôl â fi.'", 0, "‘Mae hawl ’da fi, a ’nôl â fi.’"},
    {LANG_CY, "yn 'rysgol o'dd hawl 'da fi", 0, "yn ’rysgol o’dd hawl ’da fi"},
    {LANG_CY, "i'r 'sgol ac i'r 'stafell", 0, "i’r ’sgol ac i’r ’stafell"},
    {LANG_CY, "'raglen dda'", 0, "‘raglen dda’"},
    {LANG_CY, "'Roedd yn dda,' meddai", 0, "‘Roedd yn dda,’ meddai"},
    {LANG_CY, "yn y '90au, yn '07", 0, "yn y ’90au, yn ’07"},
    {LANG_EN, "class of '9", 0, "class of ’9"},
    {LANG_EN, "'3 of 5' and '4 of the 5'", 0, "‘3 of 5’ and ‘4 of the 5’"},
    {LANG_EN, "'We met in '97.'", 0, "‘We met in ’97.’"},
    {LANG_EN, "'na ddigon'", 0, "‘na ddigon’"},
    {LANG_EN, "the '90s", 0, "the ’90s"},
    {LANG_EN, "the '90s and the staff's views", 0, "the ’90s and the staff’s views"},
    {LANG_EN, "the '90s, the boys' own", 0, "the ’90s, the boys’ own"},
    {LANG_EN, "an '07 car", 0, "an ’07 car"},
    {LANG_EN, "an '07 car of the boys' own", 0, "an ’07 car of the boys’ own"},
    {LANG_EN, "'90 of them'", 0, "‘90 of them’"},
    {LANG_EN, "'tis", 0, "’tis"},
    {LANG_EN, "rock 'n' roll", 0, "rock ’n’ roll"},
    {LANG_EN, "'tissue'", 0, "‘tissue’"},
    {LANG_EN, "'i' before 'e'", 0, "‘i’ before ‘e’"},
};

static void in_one(void **state)
{
    for (size_t i = 0; i < LEN(own); i++)
        check_row(*state, own[i].l, own[i].text, own[i].before, own[i].want);
}

/* Ten thousand quotations that begin with a year take no quadratic time. */
static void long_text(void **state)
{
    struct buf text = buf_new(*state);
    for (int i = 0; i < 20000; i++)
        buf_str(&text, "'05 ");
    const char *got = lang_typography(*state, LANG_EN, text.at, 0);
    assert_int_equal(strlen(got), text.len + 20000 * 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_both),
        cmocka_unit_test(in_one),
        cmocka_unit_test(long_text),
    };
    return RUN(tests);
}
