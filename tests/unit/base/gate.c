/* The gate of the records: what passes, in NFC, and what is said of the rest. */
#include "base/gate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *what, *text;
    enum gate_kind kind;
    const char *passed; /* NULL: refused */
    const char *wrong;
} rows[] = {
    {"a name", "Siân Ŵyn", GATE_LINE, "Siân Ŵyn", NULL},
    {"nothing", "", GATE_LINE, "", NULL},
    {"decomposed", "w\xCC\x82yn", GATE_LINE, "ŵyn", NULL},
    {"what parts n and g", "Llan\xCD\x8Fgefni", GATE_LINE, "Llan\xCD\x8Fgefni", NULL},
    {"lines of a text", "a\n\tb", GATE_TEXT, "a\n\tb", NULL},
    {"Latin-1", "Si\xE2n", GATE_LINE, NULL, "byte E2, which is not UTF-8"},
    {"a surrogate", "\xED\xA0\x80", GATE_TEXT, NULL, "byte ED, which is not UTF-8"},
    {"a line's end in a name", "a\nb", GATE_LINE, NULL, "an end of a line; take it out"},
    {"a tab in a name", "a\tb", GATE_LINE, NULL,
     "the control character U+0009; take it out"},
    {"a bell", "a\a", GATE_TEXT, NULL, "the control character U+0007; take it out"},
    {"an escape of a terminal", "\x1B[2J", GATE_TEXT, NULL,
     "the control character U+001B; take it out"},
    {"the other direction", "a\xE2\x80\xAE", GATE_TEXT, NULL,
     "U+202E RIGHT-TO-LEFT OVERRIDE; take it out"},
    {"an isolate", "\xE2\x81\xA6", GATE_LINE, NULL,
     "U+2066 LEFT-TO-RIGHT ISOLATE; take it out"},
    {"not seen", "a\xE2\x81\xA0z", GATE_LINE, NULL, "U+2060 WORD JOINER; take it out"},
    {"a soft hyphen", "a\xC2\xADz", GATE_TEXT, NULL, "U+00AD SOFT HYPHEN; take it out"},
    {"a filler", "\xE3\x85\xA4", GATE_LINE, NULL, "U+3164 HANGUL FILLER; take it out"},
    {"private use", "\xEE\x80\x80", GATE_LINE, NULL,
     "the private-use character U+E000; take it out"},
};

static void passes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        const char *wrong, *passed = gate_pass(a, rows[i].text, rows[i].kind, &wrong);
        if ((passed == NULL) != (rows[i].passed == NULL) ||
            (passed != NULL && strcmp(passed, rows[i].passed) != 0) ||
            (passed == NULL && strcmp(wrong, rows[i].wrong) != 0))
            fail_msg("%s: %s", rows[i].what, passed != NULL ? passed : wrong);
        arena_free(a);
    }
}

static void is_bounded(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *wrong;
    char *text = arena_alloc(a, GATE_LINE_MOST + 2);
    memset(text, 'a', GATE_LINE_MOST);
    assert_non_null(gate_pass(a, text, GATE_LINE, &wrong));
    text[GATE_LINE_MOST] = 'a';
    assert_null(gate_pass(a, text, GATE_LINE, &wrong));
    assert_string_equal(wrong, "301 characters, and at most 300 are taken");
    assert_non_null(gate_pass(a, text, GATE_TEXT, &wrong));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(passes),
                                       cmocka_unit_test(is_bounded)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
