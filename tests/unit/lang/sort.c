/* The alphabets: words in their right order, each compared with each. */
#include "check.h"

/* a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y; U+034F parts an n
 * and a g that are not the letter ng; accents and capitals count where all else is equal.
 */
static const char *const welsh[] = {
    "Abertawe",
    "achos",
    "adeg",
    "addysg",
    "afon",
    "angen",
    "angladd",
    "ail",
    "ar",
    "âr",
    "ar\u034Fholiad",
    "Arolygiaeth",
    "asesu",
    "Bala",
    "Ban\u034Fgor",
    "bod",
    "bregus",
    "Caerdydd",
    "canlyniad",
    "cŵn",
    "cyfiawnder",
    "cynllun",
    "chwaer",
    "chwarae",
    "chwilio",
    "da",
    "dan\u034Fgos",
    "diogelu",
    "dyn",
    "ddoe",
    "egwyl",
    "erlyn",
    "fod",
    "fyny",
    "ffeithiol",
    "ffôn",
    "garej",
    "gorchymyn",
    "gŵr",
    "ngardd",
    "haf",
    "hyfforddi",
    "iaith",
    "ieuenctid",
    "jam",
    "lein",
    "lôn",
    "llais",
    "llwyr",
    "llys",
    "mab",
    "niwed",
    "nos",
    "oed",
    "plentyn",
    "pwyso",
    "pheiriant",
    "risg",
    "rŵan",
    "rhaglen",
    "rheolwr",
    "sgôr",
    "syml",
    "tîm",
    "tref",
    "theulu",
    "unigolyn",
    "wal",
    "Wrecsam",
    "wythnos",
    "ymyriad",
    "ysgol",
};

static const char *const english[] = {
    "area",   "Area",  "assessment", "café",   "chart",    "cure", "custody", "llama",
    "London", "needs", "ngaio",      "review", "rhetoric", "YOS",  "YOT",
};

static void check_order(enum lang l, const char *const *words, size_t count)
{
    struct sorter *s = sorter_new(l);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            int want = i < j ? -1 : i > j;
            int got = sorter_compare(s, words[i], words[j]);
            if ((got > 0) - (got < 0) != want)
                fail_msg("%s: %s and %s: %d", lang_code(l), words[i], words[j], got);
        }
    sorter_free(s);
}

static void alphabets(void **state)
{
    (void)state;
    check_order(LANG_CY, welsh, LEN(welsh));
    check_order(LANG_EN, english, LEN(english));
}

/* The same letters sort otherwise in the other language. */
static void alphabets_differ(void **state)
{
    (void)state;
    struct sorter *cy = sorter_new(LANG_CY), *en = sorter_new(LANG_EN);
    assert_true(sorter_compare(cy, "chwaer", "cynllun") > 0);
    assert_true(sorter_compare(en, "chwaer", "cynllun") < 0);
    assert_true(sorter_compare(cy, "angen", "ail") < 0);
    assert_true(sorter_compare(cy, "Bangor", "Bala") < 0); /* read as the letter ng */
    assert_true(sorter_compare(cy, "Ban\u034Fgor", "Bala") > 0);
    sorter_free(cy);
    sorter_free(en);
    sorter_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alphabets),
        cmocka_unit_test(alphabets_differ),
    };
    return RUN(tests);
}
