/* Numbers in figures, in words, as ordinals. */
#include "check.h"

static const struct {
    long n;
    const char *want;
} figures[] = {
    {0, "0"},
    {7, "7"},
    {99, "99"},
    {999, "999"},
    {1000, "1,000"},
    {1451, "1,451"},
    {10000, "10,000"},
    {100000, "100,000"},
    {212400, "212,400"},
    {538300, "538,300"},
    {1000000, "1,000,000"},
    {-5, "−5"},
    {-1451, "−1,451"},
};

static void in_figures(void **state)
{
    for (size_t i = 0; i < LEN(figures); i++)
        for (int l = 0; l < LANG_COUNT; l++)
            check_text(lang_code((enum lang)l),
                       lang_number(*state, (enum lang)l, figures[i].n), figures[i].want);
}

static const struct {
    const char *written, *want, *plain; /* NULL: no such number */
} decimals[] = {
    {"37.7", "37.7", "37.7"},
    {"39.0", "39.0", "39.0"},
    {"0.05", "0.05", "0.05"},
    {"1204.50", "1,204.50", "1204.50"},
    {"41", "41", "41"},
    {"-1.3", "−1.3", "-1.3"},
    {"−1.3", "−1.3", "-1.3"},
    {"-0.3", "−0.3", "-0.3"},
    {"999999999.9999", "999,999,999.9999", "999999999.9999"},
    {"", NULL, NULL},
    {"-", NULL, NULL},
    {".5", NULL, NULL},
    {"5.", NULL, NULL},
    {"37,7", NULL, NULL},
    {"37.7%", NULL, NULL},
    {"1.2.3", NULL, NULL},
    {"0.00001", NULL, NULL},
    {"1000000000", NULL, NULL},
};

static void with_decimals(void **state)
{
    for (size_t i = 0; i < LEN(decimals); i++) {
        struct decimal x;
        bool is_one = decimal_parse(decimals[i].written, &x);
        if (is_one != (decimals[i].want != NULL))
            fail_msg("\"%s\": %d", decimals[i].written, is_one);
        for (int l = 0; is_one && l < LANG_COUNT; l++)
            check_text(decimals[i].written, lang_decimal(*state, (enum lang)l, x),
                       decimals[i].want);
        if (is_one)
            check_text(decimals[i].written, decimal_plain(*state, x), decimals[i].plain);
    }
}

static const struct {
    struct decimal x, y;
    const char *want;
} differences[] = {
    {{377, 1}, {390, 1}, "-1.3"}, {{377, 1}, {39, 0}, "-1.3"}, {{67, 0}, {61, 0}, "6"},
    {{145, 2}, {14, 1}, "0.05"},  {{30, 1}, {3, 0}, "0.0"},
};

static void apart(void **state)
{
    for (size_t i = 0; i < LEN(differences); i++)
        check_text(
            "difference",
            decimal_plain(*state, decimal_minus(differences[i].x, differences[i].y)),
            differences[i].want);
}

static const struct {
    long n;
    const char *en, *cy;
} words[] = {
    {0, "zero", "dim"},
    {1, "one", "un"},
    {2, "two", "dau"},
    {3, "three", "tri"},
    {4, "four", "pedwar"},
    {5, "five", "pump"},
    {6, "six", "chwech"},
    {7, "seven", "saith"},
    {8, "eight", "wyth"},
    {9, "nine", "naw"},
    {10, "ten", "deg"},
    {11, "eleven", "un deg un"},
    {12, "twelve", "un deg dau"},
    {13, "thirteen", "un deg tri"},
    {14, "fourteen", "un deg pedwar"},
    {15, "fifteen", "un deg pump"},
    {16, "sixteen", "un deg chwech"},
    {18, "eighteen", "un deg wyth"},
    {19, "nineteen", "un deg naw"},
    {20, "twenty", "dau ddeg"},
    {21, "twenty-one", "dau ddeg un"},
    {30, "thirty", "tri deg"},
    {38, "thirty-eight", "tri deg wyth"},
    {40, "forty", "pedwar deg"},
    {50, "fifty", "pum deg"},
    {55, "fifty-five", "pum deg pump"},
    {60, "sixty", "chwe deg"},
    {66, "sixty-six", "chwe deg chwech"},
    {70, "seventy", "saith deg"},
    {80, "eighty", "wyth deg"},
    {90, "ninety", "naw deg"},
    {99, "ninety-nine", "naw deg naw"},
    {100, "one hundred", "cant"},
    {101, "one hundred and one", "cant ac un"},
    {102, "one hundred and two", "cant a dau"},
    {103, "one hundred and three", "cant a thri"},
    {104, "one hundred and four", "cant a phedwar"},
    {105, "one hundred and five", "cant a phump"},
    {106, "one hundred and six", "cant a chwech"},
    {108, "one hundred and eight", "cant ac wyth"},
    {110, "one hundred and ten", "cant a deg"},
    {111, "one hundred and eleven", "cant un deg un"},
    {120, "one hundred and twenty", "cant dau ddeg"},
    {125, "one hundred and twenty-five", "cant dau ddeg pump"},
    {200, "two hundred", "dau gant"},
    {212, "two hundred and twelve", "dau gant un deg dau"},
    {300, "three hundred", "tri chant"},
    {303, "three hundred and three", "tri chant a thri"},
    {500, "five hundred", "pum cant"},
    {600, "six hundred", "chwe chant"},
    {999, "nine hundred and ninety-nine", "naw cant naw deg naw"},
    {1000, "1,000", "1,000"}, /* longer ones stay figures */
    {-1, "−1", "−1"},
};

static void in_words(void **state)
{
    for (size_t i = 0; i < LEN(words); i++) {
        check_text("en", lang_spelt(*state, LANG_EN, words[i].n), words[i].en);
        check_text("cy", lang_spelt(*state, LANG_CY, words[i].n), words[i].cy);
    }
}

/* No two numbers read alike, and none is cut short. */
static void words_differ(void **state)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *spelt[1000];
        for (long n = 0; n < 1000; n++) {
            spelt[n] = lang_spelt(*state, (enum lang)l, n);
            size_t len = strlen(spelt[n]);
            if (len == 0 || spelt[n][len - 1] == ' ' || strstr(spelt[n], "  ") != NULL)
                fail_msg("%ld: \"%s\"", n, spelt[n]);
            for (long m = 0; m < n; m++)
                if (strcmp(spelt[m], spelt[n]) == 0)
                    fail_msg("%ld and %ld: \"%s\"", m, n, spelt[n]);
        }
    }
}

static const char *const ordinals_en[] = {
    "0th",  "1st",  "2nd",  "3rd",  "4th",  "5th",  "6th",  "7th",
    "8th",  "9th",  "10th", "11th", "12th", "13th", "14th", "15th",
    "16th", "17th", "18th", "19th", "20th", "21st", "22nd", "23rd",
    "24th", "25th", "26th", "27th", "28th", "29th", "30th", "31st"};
static const char *const ordinals_cy[] = {
    "0fed",  "1af",   "2il",   "3ydd",  "4ydd",  "5ed",   "6ed",   "7fed",
    "8fed",  "9fed",  "10fed", "11eg",  "12fed", "13eg",  "14eg",  "15fed",
    "16eg",  "17eg",  "18fed", "19eg",  "20fed", "21ain", "22ain", "23ain",
    "24ain", "25ain", "26ain", "27ain", "28ain", "29ain", "30ain", "31ain"};

static void as_ordinals(void **state)
{
    for (int n = 0; n <= 31; n++) {
        check_text("en", lang_ordinal(*state, LANG_EN, n), ordinals_en[n]);
        check_text("cy", lang_ordinal(*state, LANG_CY, n), ordinals_cy[n]);
    }
    check_text("en", lang_ordinal(*state, LANG_EN, 111), "111th");
    check_text("en", lang_ordinal(*state, LANG_EN, 122), "122nd");
    check_text("cy", lang_ordinal(*state, LANG_CY, 35), "35ain");
    check_text("cy", lang_ordinal(*state, LANG_CY, 40), "40fed");
    check_text("cy", lang_ordinal(*state, LANG_CY, 100), "100fed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_figures),   cmocka_unit_test(with_decimals),
        cmocka_unit_test(apart),        cmocka_unit_test(in_words),
        cmocka_unit_test(words_differ), cmocka_unit_test(as_ordinals),
    };
    return RUN(tests);
}
