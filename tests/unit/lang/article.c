/* The English article, by sound, and the plural by rule. */
#include "check.h"

static const struct {
    const char *words, *article;
} articles[] = {
    {"risk management plan", "a"},
    {"assessment", "an"},
    {"independent adviser", "an"},
    {"Local Safeguarding Children Board", "a"},
    {"Office for National Statistics", "an"},
    {"hour", "an"},
    {"honest view", "an"},
    {"house", "a"},
    {"university", "a"},
    {"unit", "a"},
    {"union", "a"},
    {"uninformed view", "an"},
    {"unintended end", "an"},
    {"umbrella", "an"},
    {"usher", "an"},
    {"user", "a"},
    {"utility", "a"},
    {"utter failure", "an"},
    {"European order", "a"},
    {"one-off", "a"},
    {"one day", "a"},
    {"onward plan", "an"},
    {"HM inspection", "an"},
    {"YOT", "a"},
    {"UK order", "a"},
    {"", "a"},
};

static void article(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(articles); i++)
        check_text(articles[i].words, lang_article(articles[i].words),
                   articles[i].article);
}

static const struct {
    const char *one, *many;
} nouns[] = {
    {"risk management plan", "risk management plans"},
    {"authority", "authorities"},
    {"day", "days"},
    {"branch", "branches"},
    {"box", "boxes"},
    {"", "s"},
};

static void plural(void **state)
{
    for (size_t i = 0; i < LEN(nouns); i++)
        check_text(nouns[i].one, lang_plural_rule(*state, nouns[i].one), nouns[i].many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(article),
                                       cmocka_unit_test(plural)};
    return RUN(tests);
}
