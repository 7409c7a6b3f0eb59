/* Lines of plain text: where they end, what hangs before them, how wide they are. */
#include "plain/work.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define LONG_WORD                                                                        \
    "https://example.org/an/address/that/is/longer/than/a/line/of/plain/text/may/"       \
    "be.html"
#define SIXTY "one two three four five six seven eight nine ten eleven 1000"

struct row {
    const char *what;
    int indent, out_by;
    const char *label, *words, *want;
};

static const struct row rows[] = {
    {"a line", 0, 0, NULL, "One two.", "One two.\n"},
    {"nothing", 0, 0, NULL, " ", ""},
    {"a label without words", 4, 0, "(1) ", "", "(1)\n"},
    {"it ends at 72 columns", 0, 0, NULL, SIXTY " twelve 1111", SIXTY " twelve 1111\n"},
    {"and not at 73", 0, 0, NULL, SIXTY " twelve 11111", SIXTY " twelve\n11111\n"},
    {"a long word stands alone", 0, 0, NULL, "See " LONG_WORD " for it.",
     "See\n" LONG_WORD "\nfor it.\n"},
    {"a label hangs", 4, 0, "(1) ", SIXTY " twelve thirteen",
     "(1) " SIXTY " twelve\n    thirteen\n"},
    {"a short label is at the right", 5, 0, "i. ", "One.", "  i. One.\n"},
    {"a long label moves the first line", 2, 0, "(10) ", "One.", "(10) One.\n"},
    {"a first line begins before", 2, 2, NULL, SIXTY " twelve thirteen",
     SIXTY " twelve\n  thirteen\n"},
    {"blanks of a kind", 0, 0, NULL, "1.1\u2002Risk   of\u00A0harm \n",
     "1.1 Risk of harm\n"},
    {"no line ends at a blank that parts nothing", 0, 0, NULL,
     SIXTY " twelve 62\u00A0cases", SIXTY " twelve\n62 cases\n"},
    {"what is not seen is not there", 0, 0, NULL, "man\u00ADage\u200Dr", "manager\n"},
    {"a hyphen is a hyphen", 0, 0, NULL, "pre\u2011sentence", "pre-sentence\n"},
    {"a line feed ends a line", 0, 0, NULL, "One.\nTwo.", "One.\nTwo.\n"},
    {"marks take no column", 0, 0, NULL, SIXTY " twelve w\u0323y\u0302\u0323\u0323dd",
     SIXTY " twelve w\u0323y\u0302\u0323\u0323dd\n"},
    {"letters of two columns", 0, 0, NULL, SIXTY " twelve \u6f22\u5b57\u6f22",
     SIXTY " twelve\n\u6f22\u5b57\u6f22\n"},
};

static void breaks_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct buf out = buf_new(a);
        struct telling p = {.a = a,
                            .out = &out,
                            .indent = rows[i].indent,
                            .out_by = rows[i].out_by,
                            .label = rows[i].label};
        plain_lines(&p, rows[i].words);
        if (strcmp(out.at, rows[i].want) != 0)
            fail_msg("%s: got\n%s", rows[i].what, out.at);
        arena_free(a);
    }
}

static void underlines(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    struct telling p = {.a = a, .out = &out};
    plain_underlined(&p, "Sut mae\u2019r t\u0177", '=');
    plain_gap(&p, 1);
    plain_underlined(&p, "", '-');
    plain_lines(&p, "Text.");
    assert_string_equal(out.at, "Sut mae\u2019r t\u0177\n============\n\nText.\n");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_lines),
        cmocka_unit_test(underlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
