/* The register of what was sent: what a spreadsheet made of it, and a row more. */
#include "sending/sent.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define DIR "sending_sent.test"
#define FILE_NAME DIR "/sent/drafts.csv"
#define HEAD "draft,stage,language,recipient,body,date,due,hash,file,embargo"
#define ROW "1,draft,en,Joan,Council,2012-05-14,2012-05-28,b234567,x.pdf,"
#define NEW_ROW "2,embargo,cy,Siân,,2012-06-01,,c234567,y.pdf,2012-06-20 00.01"
#define OLD_HEAD "draft,stage,language,recipient,body,date,due,hash,file"
#define OLD_ROW "1,draft,en,Joan,Council,2012-05-14,2012-05-28,b234567,x.pdf"
#define E "\r\n"

static const struct {
    const char *what, *text; /* NULL: there is no file */
    const char *again;       /* with a row more; NULL: it is refused */
    const char *said;
} rows[] = {
    {"none", NULL, HEAD E NEW_ROW E, ""},
    {"as it is", HEAD E ROW E, HEAD E ROW E NEW_ROW E, ""},
    {"without embargoes", OLD_HEAD E OLD_ROW E, HEAD E ROW E NEW_ROW E, ""},
    {"a row cleared by a spreadsheet", HEAD E ROW E ",,,,,,,,," E, HEAD E ROW E NEW_ROW E,
     ""},
    {"semicolons, dates turned round",
     "draft;stage;language;recipient;body;date;due;hash;file" E
     "1;draft;en;Joan;Council;14/05/2012;28/05/2012;b234567;x.pdf" E,
     HEAD E "1,draft,en,Joan,Council,14/05/2012,28/05/2012,b234567,x.pdf," E NEW_ROW E,
     ""},
    {"a column of the editor's in the midst",
     "stage,draft,mine,language,recipient,body,date,due,hash,file" E
     "draft,1,rang,en,Joan,Council,2012-05-14,2012-05-28,b234567,x.pdf" E,
     "stage,draft,mine,language,recipient,body,date,due,hash,file,embargo" E
     "draft,1,rang,en,Joan,Council,2012-05-14,2012-05-28,b234567,x.pdf," E
     "embargo,2,,cy,Siân,,2012-06-01,,c234567,y.pdf,2012-06-20 00.01" E,
     ""},
    {"no due",
     "draft,stage,language,recipient,body,date,hash,file" E
     "1,draft,en,Joan,Council,2012-05-14,b234567,x.pdf" E,
     NULL,
     FILE_NAME
     ":1:1: error: column missing: \"due\" of the register of what was sent; put "
     "the file back as it was [CSV_COLUMN_MISSING]\n"},
    {"words that are none of ours", HEAD E "0,final,fr,Joan,,,,b234567,x.pdf," E, NULL,
     FILE_NAME
     ":2:1: error: value out of range: \"0\"; the number of what was sent is a "
     "whole one from 1 [VALUE_RANGE]\n" FILE_NAME
     ":2:3: error: unknown value: \"final\"; the stage of what was sent is draft "
     "or embargo [VALUE_UNKNOWN]\n" FILE_NAME
     ":2:9: error: unknown language: \"fr\"; the language of what was sent is en "
     "or cy [LANG_UNKNOWN]\n"},
};

static bool read_text(struct arena *a, struct diags *d, const char *text, struct sent *s)
{
    assert_true(dir_make(a, d, DIR "/sent"));
    if (text != NULL)
        assert_true(file_replace(a, d, FILE_NAME, text, strlen(text)));
    return sent_read(a, d, text != NULL ? DIR : DIR "/none", s);
}

static void added_to(void **state)
{
    (void)state;
    const struct sent_row row = {.draft = 2,
                                 .stage = STAGE_EMBARGO,
                                 .language = LANG_CY,
                                 .recipient = "Siân",
                                 .body = "",
                                 .date = "2012-06-01",
                                 .due = "",
                                 .hash = "c234567",
                                 .file = "y.pdf",
                                 .embargo = "2012-06-20 00.01"};
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct buf said = buf_new(a), again = buf_new(a);
        struct sent s;
        if (read_text(a, d, rows[i].text, &s) != (rows[i].again != NULL))
            fail_msg("%s: read, or not", rows[i].what);
        diags_print(d, DIAG_SHORT, &said);
        assert_string_equal(said.at, rows[i].said);
        if (rows[i].again != NULL) {
            sent_write(&s, &row, 1, &again);
            assert_string_equal(again.at, rows[i].again);
        }
        arena_free(a);
    }
}

/* Of a record no letter is guessed. */
static void windows(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *text = HEAD E "1,draft,en,Si\xE2n,,2012-05-14,,b234567,x.pdf" E;
    struct sent s;
    assert_false(read_text(a, d, text, &s));
    assert_int_equal(diags_errors(d), 1);
    arena_free(a);
}

/* Each stage counts for itself. */
static void numbers(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct sent s;
    assert_true(read_text(a, d,
                          HEAD E "1,draft,en,A,,,,h,f" E "1,draft,cy,B,,,,h,f" E
                                 "12,draft,en,A,,,,h,f" E "3,Embargo,en,C,,,,h,f" E,
                          &s));
    assert_int_equal(s.count, 4);
    assert_int_equal(sent_last(&s, STAGE_DRAFT), 12);
    assert_int_equal(sent_last(&s, STAGE_EMBARGO), 3);
    assert_ptr_equal(sent_find(&s, STAGE_DRAFT, 1), &s.at[0]);
    assert_string_equal(sent_find(&s, STAGE_EMBARGO, 3)->recipient, "C");
    assert_null(sent_find(&s, STAGE_EMBARGO, 12));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(added_to), cmocka_unit_test(windows), cmocka_unit_test(numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
