/* Which block of tests/comments/sent a comment means. */
#include "comments/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const struct {
    const char *what, *ref, *ours;
    bool windows;
    const char *uid; /* NULL: none */
} rows[] = {
    {"as it is printed", "1.2 A(3)", "", false, "aaaaaaa4"},
    {"without blanks, in small letters", "1.2a(3)", "", false, "aaaaaaa4"},
    {"without brackets", "1.2 A 3", "", false, "aaaaaaa4"},
    {"with a full stop", "1.2.A.3.", "", false, "aaaaaaa4"},
    {"none of the draft", "1.2 A(5)", "", false, NULL},
    {"nothing", "", "", false, NULL},
    {"a number by itself", "1.1", "", false, "aaaaaaa2"},
    {"its own text beside it", "1.1", "The first of the paragraphs.", false, "aaaaaaa2"},
    {"1.10 that became a number", "1.1",
     "The tenth of the paragraphs that we count here.", false, "aaaaaaa3"},
    {"the same in Welsh", "1.1", "Y degfed paragraff.", false, "aaaaaaa3"},
    {"our text changed", "1.1", "The first of all.", false, "aaaaaaa2"},
    {"our text alone", "", "We read 45 cases in all.", false, "aaaaaaa1"},
    {"a date in place of the reference", "01-Feb", " We read  45 cases in all. ", false,
     "aaaaaaa1"},
    {"in Welsh", "", "Darllenasom 45 o achosion i gyd.", false, "aaaaaaa1"},
    {"a piece of our text", "", "paragraphs that we count", false, "aaaaaaa3"},
    {"too short a piece", "", "in all.", false, NULL},
    {"one letter too short", "", "The tenth of the pa", false, NULL},
    {"just long enough", "", "The tenth of the par", false, "aaaaaaa3"},
    {"a number whose tenth says the same", "3.1", "The same in both.", false, "aaaaaaa7"},
    {"nothing beside it", "3.1", "", false, "aaaaaaa7"},
    {"a text that stands twice", "", "Plans named who would do what.", false, NULL},
    {"letters that were lost", "", "Eight of ten came from Ll?n.", true, "aaaaaaa6"},
    {"not lost", "", "Eight of ten came from Ll?n.", false, NULL},
};

static void places(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct round *r = round_read(a, d, ROOT "/tests/comments", "x");
    assert_int_equal(diags_errors(d), 0);
    assert_int_equal(r->count, 1);
    for (size_t i = 0; i < LEN(rows); i++) {
        struct reply_row row = {.ref = rows[i].ref, .ours = rows[i].ours};
        const struct mapped *m = round_place(a, r, 1, &row, rows[i].windows);
        const char *uid = m != NULL ? m->uid : "none", *want = rows[i].uid;
        if (strcmp(uid, want != NULL ? want : "none") != 0)
            fail_msg("%s: %s", rows[i].what, uid);
        if (round_place(a, r, 2, &row, rows[i].windows) != NULL)
            fail_msg("%s: a draft that was not sent", rows[i].what);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
