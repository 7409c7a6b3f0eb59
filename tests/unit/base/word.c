/* Words: what they are cut at, and what keeps them together. */
#include "base/word.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct row {
    const char *what, *text, *words; /* with bars between */
};

static const struct row rows[] = {
    {"nothing", "", ""},
    {"no word", " ., -- \u2013 ", ""},
    {"spaces and stops", "One, two.", "One|two"},
    {"a hyphen inside", "re-offending -risk- a--b", "re-offending|risk|a|b"},
    {"letters of Welsh", "Siân Ŵyn", "Siân|Ŵyn"},
    {"a space that does not break", "60\u00A0children", "60|children"},
    {"a narrow one", "60\u202Fchildren", "60|children"},
    {"quotation marks", "\u201Cseen\u201D \u00ABseen\u00BB", "seen|seen"},
    {"a dash", "one\u2013two\u2014three", "one|two|three"},
    {"half a character", "a \xE2\x80", "a|\xE2\x80"},
};

static void words_of(const char *s, struct buf *out)
{
    for (s += word_gap(s); *s != '\0'; s += word_gap(s)) {
        const size_t len = word_len(s);
        buf_str(out, out->len > 0 ? "|" : "");
        buf_add(out, s, len);
        s += len;
    }
}

static void words_are_cut(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct buf got = buf_new(a);
        words_of(rows[i].text, &got);
        if (strcmp(got.at, rows[i].words) != 0)
            fail_msg("%s: %s", rows[i].what, got.at);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
