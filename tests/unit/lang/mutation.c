/* Words that change the beginning of the next. */
#include "check.h"

static const struct {
    const char *text;
    bool changes;
} rows[] = {
    {"Rydym yn ", true},
    {"yng ", true},
    {"o ", true},
    {"I ", true}, /* at the start of a sentence */
    {"gwaith \u00E2 ", true},
    {"Caerdydd a ", true},
    {"mae\u2019r ", true},
    {"i'w ", true},
    {"(o ", true},
    {"tan ", true},
    {"Dyma ", true},
    {"dyna ", true},
    {"unrhyw ", true},
    {"pa ", true},
    {"ym mha ", true},
    {"prif ", true},
    {"ambell ", true},
    {"yr holl ", true},
    {"mewn ", false},
    {"erbyn ", false},
    {"ardal: ", false},
    {"yn, ", false},
    {"bron ", false},
    {"calon ", false}, /* ends like "o", and is none */
    {"yn", false},     /* no word ends here */
    {"rhanbarthau ", false},
    {"", false},
    {" ", false},
};

static void words_that_change(void **state)
{
    for (size_t i = 0; i < LEN(rows); i++) {
        if (lang_changes_next(*state, LANG_CY, rows[i].text) != rows[i].changes)
            fail_msg("\"%s\"", rows[i].text);
        assert_false(lang_changes_next(*state, LANG_EN, rows[i].text));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_that_change)};
    return RUN(tests);
}
