/* names.c -- which name of an English story its Welsh one lacks. */
#include "review/names.h"

#include "base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

static const struct {
    const char *what, *en, *cy, *missing;
} rows[] = {
    {"the same", "Once Mia came. Then Mia left.", "Daeth Mia unwaith. Yna aeth Mia.",
     NULL},
    {"another", "Once Mia came. Then Mia left.", "Daeth Ffion. Yna aeth hi.", "Mia"},
    {"only once", "When Macsen left, it rained.", "Aeth Iwan yn y glaw.", "Macsen"},
    {"days", "On Monday he left, and on Friday.", "Aeth ddydd Llun.", NULL},
    {"at the start alone", "Mia came. Mia left.", "Daeth hi.", NULL},
    {"a place, mutated", "He left Bangor. In Bangor it rained.", "Glaw ym Mangor.", NULL},
    {"Ll", "He left Llandudno, and Llandudno rain.", "Glaw o Landudno.", NULL},
    {"abbreviations", "The YOT and the YOT.", "Y tîm.", NULL},
    {"a word of the report", "The Board met. So the Board said.", "Y Bwrdd.", NULL},
    {"two names", "So Mia met Jordan, and Jordan met Mia.", "Mia a Rhys.", "Jordan"},
    {"a possessive", "When Mia’s home burnt, she left.", "Pan losgodd cartref Mia.",
     NULL},
    {"with a hyphen", "And Ann-Lee met him, and Ann-Lee left.", "Aeth hi.", "Ann-Lee"},
};

static void test_names(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map *elsewhere = map_new(a);
    names_learn(a, elsewhere, "The Management Board decides.");
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *got = name_missing(a, rows[i].en, rows[i].cy, elsewhere);
        if ((got == NULL) != (rows[i].missing == NULL) ||
            (got != NULL && strcmp(got, rows[i].missing) != 0))
            fail_msg("%s: %s", rows[i].what, got != NULL ? got : "nothing");
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
