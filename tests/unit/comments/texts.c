/* Texts of strangers: the encodings of a PDF, tables as spreadsheets save them, and what
 * of a changed block is shown. */
#include "base/file.h"
#include "comments/change.h"
#include "comments/pdf_text.h"
#include "comments/round.h"
#include "comments/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void pdf_strings(void **state)
{
    static const struct {
        const char *what, *bytes;
        size_t len;
        const char *text;
    } rows[] = {
        {"nothing", "", 0, ""},
        {"the old encoding", "\xE9\x85\x92", 3, "é–™"},
        {"UTF-16", "\xFE\xFF\x01\x75\0y", 6, "ŵy"},
        {"UTF-16 the other way", "\xFF\xFE\x75\x01y\0", 6, "ŵy"},
        {"a pair", "\xFE\xFF\xD8\x3D\xDE\x00", 6, "\xF0\x9F\x98\x80"},
        {"half a pair", "\xFE\xFF\xD8\x3D\0y", 6, "y"},
        {"an odd byte", "\xFE\xFF\x01\x75\0", 5, "ŵ"},
        {"a language", "\xFE\xFF\0\x1B\0c\0y\0\x1B\x01\x75", 12, "ŵ"},
        {"UTF-8", "\xEF\xBB\xBFŵy", 6, "ŵy"},
    };
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *text = pdf_text_utf8(a, rows[i].bytes, rows[i].len);
        if (strcmp(text, rows[i].text) != 0)
            fail_msg("%s: \"%s\"", rows[i].what, text);
    }
    arena_free(a);
}

static void sheets(void **state)
{
    static const struct {
        const char *what, *text;
        size_t rows, row;
        int column;
        const char *cell;
    } cases[] = {
        {"commas", "a,b\nc,d\n", 2, 1, 1, "d"},
        {"semicolons", "a;b\n\"c,;\";d\n", 2, 1, 0, "c,;"},
        {"tabs", "a\tb\nc\td", 2, 1, 1, "d"},
        {"a named separator", "sep=;\na;b\n", 1, 0, 1, "b"},
        {"a line break in a cell", "a,b\n\"c\nd\",e\n", 2, 1, 0, "c\nd"},
        {"quotation marks", "a,b\n\"c \"\"d\"\"\",e\n", 2, 1, 0, "c \"d\""},
        {"a mark within", "a,b\nc \"d\",e\n", 2, 1, 0, "c \"d\""},
        {"blanks are kept", "a,b\n  c ,d\n", 2, 1, 0, "  c "},
        {"a short row", "a,b,c\nd\n", 2, 1, 2, ""},
        {"an empty row", "a,b\n,,\nc,d\n", 3, 2, 0, "c"},
    };
    (void)state;
    for (size_t i = 0; i < LEN(cases); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct sheet sheet;
        const char *text = cases[i].text;
        const struct file *f = file_of_text(a, d, "x.csv", text, strlen(text));
        assert_true(sheet_of_csv(a, d, f, &sheet));
        if (sheet.rows.len != cases[i].rows)
            fail_msg("%s: %zu rows", cases[i].what, sheet.rows.len);
        const char *cell = sheet_text(&sheet.rows.at[cases[i].row], cases[i].column);
        if (strcmp(cell, cases[i].cell) != 0)
            fail_msg("%s: \"%s\"", cases[i].what, cell);
        arena_free(a);
    }
}

static void same_texts(void **state)
{
    static const struct {
        const char *what, *typed, *ours;
        bool windows, same;
    } rows[] = {
        {"equal", "a b", "a b", false, true},
        {"blanks", " a \n b\t", "a b", false, true},
        {"a hard blank", "a\xC2\xA0 b", "a b", false, true},
        {"another word", "a c", "a b", false, false},
        {"longer", "a b c", "a b", false, false},
        {"a lost letter", "?yth", "ŵyth", true, true},
        {"not lost", "?yth", "ŵyth", false, false},
        {"nothing", "", " ", false, true},
    };
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++)
        if (text_same(rows[i].typed, rows[i].ours, rows[i].windows) != rows[i].same)
            fail_msg("%s", rows[i].what);
}

static void changes(void **state)
{
    static const struct {
        const char *was, *now, *cut_was, *cut_now;
    } rows[] = {
        {"a b c", "a x c", "a b c", "a x c"},
        {"1 2 3 4 5 6 7 8 b 8 7 6 5 4 3 2 1", "1 2 3 4 5 6 7 8 x y 8 7 6 5 4 3 2 1",
         "… 4 5 6 7 8 b 8 7 6 5 4 …", "… 4 5 6 7 8 x y 8 7 6 5 4 …"},
        {"a", "", "a", ""},
        {"a a", "a a a", "a a", "a a a"},
    };
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *was = rows[i].was, *now = rows[i].now;
        change_cut(a, &was, &now);
        assert_string_equal(was, rows[i].cut_was);
        assert_string_equal(now, rows[i].cut_now);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pdf_strings),
        cmocka_unit_test(sheets),
        cmocka_unit_test(same_texts),
        cmocka_unit_test(changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
