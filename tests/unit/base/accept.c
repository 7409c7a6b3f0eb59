/* accept.c -- what somebody answers for: warnings become notes, wording that nobody has
 * reviewed no longer stops a final, and many of them are one line. */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

static const struct file words = {"words.yaml", "a\nb\nc\n", 6, NULL};
static const struct file report = {"inspection.yaml", "accepted:\n", 10, NULL};

static struct pos at(size_t byte)
{
    return (struct pos){&words, byte, 1};
}

static const char *printed(struct arena *a, const struct diags *d)
{
    struct buf out = buf_new(a);
    diags_print(d, DIAG_SHORT, &out);
    return out.at;
}

static void said_three(struct diags *d)
{
    diag(d, DIAG_GLOSSARY_UNKNOWN, at(0), "RMP");
    diags_language(d, "en");
    diag(d, DIAG_WORD_UNREVIEWED, at(2), "score");
    diags_language(d, "cy");
    diag(d, DIAG_WORD_UNREVIEWED, at(4), "score");
}

static const struct {
    const char *what;
    struct acceptance by[2];
    size_t count;
    bool before; /* said before it was read who accepts */
    size_t errors, warnings;
    int exit;
    const char *said;
} rows[] = {
    {"nobody",
     {{0}},
     0,
     false,
     2,
     1,
     6,
     "words.yaml:3:1: error: wording not reviewed: score"},
    {"a warning",
     {{DIAG_GLOSSARY_UNKNOWN, "", NULL, "A Name", "known here", {&report, 0, 1}}},
     1,
     false,
     2,
     0,
     6,
     "inspection.yaml:1:1: note: accepted: GLOSSARY_UNKNOWN, 1 time, by A Name: known "
     "here"},
    {"a warning that was said before",
     {{DIAG_GLOSSARY_UNKNOWN, "", NULL, "A Name", "known here", {&report, 0, 1}}},
     1,
     true,
     2,
     0,
     6,
     "note: accepted: GLOSSARY_UNKNOWN, 1 time"},
    {"of one edition",
     {{DIAG_WORD_UNREVIEWED, "cy", NULL, "A Name", "until July", {&report, 0, 1}}},
     1,
     false,
     1,
     1,
     6,
     "words.yaml:2:1: error: wording not reviewed: score"},
    {"of both",
     {{DIAG_WORD_UNREVIEWED, "", NULL, "A Name", "until July", {&report, 0, 1}}},
     1,
     false,
     0,
     1,
     0,
     "accepted: WORD_UNREVIEWED, 2 times, by A Name: until July"},
    {"all",
     {{DIAG_WORD_UNREVIEWED, "en", NULL, "A Name", "until July", {&report, 0, 1}},
      {DIAG_WORD_UNREVIEWED, "cy", NULL, "B Name", "until May", {&report, 2, 1}}},
     2,
     false,
     0,
     1,
     0,
     "accepted: WORD_UNREVIEWED in language cy, 1 time, by B Name: until May"},
};

static void test_accepted(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        if (rows[i].before)
            said_three(d);
        diags_accept(d, rows[i].by, rows[i].count);
        if (!rows[i].before)
            said_three(d);
        const char *text = printed(a, d);
        if (diags_errors(d) != rows[i].errors || diags_warnings(d) != rows[i].warnings ||
            diags_exit(d, false) != rows[i].exit || strstr(text, rows[i].said) == NULL)
            fail_msg("%s: %zu errors, %zu warnings, exit %d\n%s", rows[i].what,
                     diags_errors(d), diags_warnings(d), diags_exit(d, false), text);
        arena_free(a);
    }
}

static size_t lines_of(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

/* Hundreds take no room from other errors and one line, accepted ones too. */
static void test_many(void **state)
{
    (void)state;
    const struct acceptance by = {DIAG_WORD_UNREVIEWED, "cy",           NULL, "A Name",
                                  "until July",         {&report, 0, 1}};
    for (size_t accepted = 0; accepted < 2; accepted++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        diags_accept(d, &by, accepted);
        diags_language(d, "cy");
        for (int i = 0; i < 412; i++)
            diag(d, DIAG_WORD_UNREVIEWED, at(0), "word %d", i);
        diag(d, DIAG_QUERY_OPEN, at(2), "is it so");
        const char *text = printed(a, d);
        assert_int_equal(lines_of(text), 2);
        assert_non_null(strstr(text, accepted
                                         ? "412 times, by A Name"
                                         : "words.yaml: error: wording not reviewed: "
                                           "412 in language cy"));
        assert_non_null(strstr(text, "open query: is it so"));
        diags_verbose(d);
        assert_int_equal(lines_of(printed(a, d)), 413 + accepted);
        arena_free(a);
    }
}

static void test_unused(void **state)
{
    (void)state;
    const struct acceptance by = {DIAG_TOO_TALL, "",      NULL,
                                  "A Name",      "a map", {&report, 0, 1}};
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    diags_accept(d, &by, 1);
    said_three(d);
    diags_unused(d);
    assert_non_null(strstr(printed(a, d), "accepted without need: TOO_TALL is not said"));
    arena_free(a);
}

/* No error but unreviewed wording can be taken over, and no signed figure. */
static void test_may(void **state)
{
    (void)state;
    for (enum diag_id id = 0; id < DIAG_COUNT; id++) {
        bool kept = id == DIAG_FIGURE_CHANGED || id == DIAG_FIGURE_UNSIGNED ||
                    id == DIAG_FIGURE_GONE;
        assert_int_equal(diag_may_accept(id),
                         (diag_severity(id) == SEVERITY_WARNING && !kept) ||
                             id == DIAG_WORD_UNREVIEWED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepted), cmocka_unit_test(test_many),
        cmocka_unit_test(test_unused), cmocka_unit_test(test_may)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
