/* form.c -- the response form as tables: names taken apart, the CSV to the byte, the Word
 * document packed alike wherever it is made. */
#include "comments/form.h"
#include "report/element.h"
#include "sending/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
/* cmocka wants those before it */
#include <cmocka.h>

#include <zip.h>

/* ---- names ---- */

static void test_fields(void **state)
{
    static const struct {
        const char *name;
        int comment; /* 0: none */
        enum form_field field;
    } rows[] = {
        {"c01.ref", 1, FORM_REF},
        {"c11.not", 0, FORM_REF},
        {"c120.reason", 120, FORM_REASON},
        {"c00.ref", 0, FORM_REF},
        {"c1.ref", 0, FORM_REF},
        {"c12345.ref", 0, FORM_REF},
        {"c01.ref.more", 0, FORM_REF},
        {"c01", 0, FORM_REF},
        {"gwasg.draft", 0, FORM_REF},
        {"c02.kind", 2, FORM_KIND},
        {"", 0, FORM_REF},
    };
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        int comment = 0;
        enum form_field field = FORM_REF;
        const bool is = form_field_parse(rows[i].name, &comment, &field);
        if (is != (rows[i].comment > 0) ||
            (is && (comment != rows[i].comment || field != rows[i].field)))
            fail_msg("%s: got %d, comment %d, field %d", rows[i].name, is, comment,
                     field);
    }
}

static void test_drafts(void **state)
{
    static const struct {
        const char *text, *report; /* NULL: names no draft */
        int number;
        const char *hash;
    } rows[] = {
        {"severnside-2012 draft 2 3f9a1c7e", "severnside-2012", 2, "3f9a1c7e"},
        {"severnside-2012 draft 12  3f9a1c7e \r\n", "severnside-2012", 12, "3f9a1c7e"},
        {"a draft 1 of draft 3 0a", "a draft 1 of", 3, "0a"},
        {"severnside-2012 draft 2", NULL, 0, NULL},
        {"severnside-2012 draft two 3f9a1c7e", NULL, 0, NULL},
        {" draft 2 3f9a1c7e", NULL, 0, NULL},
        {"severnside-2012 draft 2 3f9a1c7e again", NULL, 0, NULL},
        {"", NULL, 0, NULL},
    };
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct form_draft d = {0};
        if (form_draft_parse(a, rows[i].text, &d) != (rows[i].report != NULL))
            fail_msg("%s: taken for what it is not", rows[i].text);
        if (rows[i].report != NULL &&
            (strcmp(d.report, rows[i].report) != 0 || d.number != rows[i].number ||
             strcmp(d.hash, rows[i].hash) != 0))
            fail_msg("%s: got %s", rows[i].text, form_draft_text(a, d));
    }
    arena_free(a);
}

/* ---- a report with a form ---- */

static struct element *add(struct arena *a, struct element *parent,
                           enum element_kind kind, const char *text)
{
    struct element *e = NEW(a, struct element);
    e->kind = kind;
    e->parent = parent;
    if (parent->last != NULL)
        parent->last->next = e;
    else
        parent->first = e;
    parent->last = e;
    if (text != NULL && kind != EL_TEXT)
        add(a, e, EL_TEXT, text);
    else
        e->text = text;
    return e;
}

static struct element *add_field(struct arena *a, struct element *row, const char *name,
                                 const char *label)
{
    struct element *field = add(a, row, EL_FIELD, NULL);
    field->at[AT_NAME] = name;
    add(a, field, EL_LABEL, label);
    return field;
}

static const struct report *report_with_form(struct arena *a)
{
    struct report *r = NEW(a, struct report);
    struct element *root = NEW(a, struct element);
    root->kind = EL_REPORT;
    *r = (struct report){
        .lang = LANG_CY, .title = "Arolygiad", .published = {2012, 6, 20}, .root = root};
    struct element *section = add(a, root, EL_SECTION, NULL);
    add(a, section, EL_HEADING, "Ymateb & ateb");
    add(a, section, EL_P, "Defnyddiwch un bloc.");
    element_choose(add(a, section, EL_P, "Erbyn dydd Gwener."), AT_ROLE,
                   PARAGRAPH_LEAD_IN);
    struct element *whole = add(a, section, EL_FORM, NULL);
    add(a, whole, EL_ALT, "Ysgrifennwch wrth ochr y testun.");
    add_field(a, add(a, whole, EL_FIELDS, NULL), FORM_DRAFT, "Drafft");
    struct element *row = add(a, add(a, section, EL_FORM, NULL), EL_FIELDS, NULL);
    add_field(a, row, "c01.ref", "Cyfeirnod");
    struct element *kind = add_field(a, row, "c01.kind", "Math o sylw");
    add(a, kind, EL_CHOICE, "A: geiriad");
    add(a, kind, EL_CHOICE, "B: ffaith");
    add_field(a, row, "c01.ours", "Ein testun");
    add_field(a, row, "c01.correction", "Eich cywiriad");
    add_field(a, row, "c01.evidence", "Tystiolaeth");
    return r;
}

static const struct mapped rows[] = {
    {.ref = "1.1 S(1)",
     .label = "1.1 C(1)",
     .text = "Tŵr Llŷn, \"ŵ ŷ\" – 54 o'r 62 (87%).",
     .pages = ""},
    {.ref = "1.1 p2",
     .label = "1.1 p2",
     .text = "Ail <bloc> (" MAP_PAGE ")",
     .pages = "32"},
};

static bool form_for(struct arena *a, const struct report *r, struct form *form)
{
    struct draft_map *map = NEW(a, struct draft_map);
    *map = (struct draft_map){.at = (struct mapped *)rows, .count = LEN(rows)};
    return form_of(a, r, map, (struct form_draft){"glanhafren-2012", 2, "3f9a1c7e"},
                   form);
}

static void test_csv(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    struct form form;
    assert_true(form_for(a, report_with_form(a), &form));
    const struct form_table table = form_table_of(a, &form);
    form_csv(&table, &out);
    assert_string_equal(
        out.at, "\xEF\xBB\xBF"
                "Cyfeirnod,\"Math o sylw (A: geiriad; B: ffaith)\",Ein testun,"
                "Eich cywiriad,Tystiolaeth,Drafft\r\n"
                "1.1 C(1) [1.1 S(1)],,\"Tŵr Llŷn, \"\"ŵ ŷ\"\" – 54 o'r 62 (87%).\",,,"
                "glanhafren-2012 draft 2 3f9a1c7e\r\n"
                "1.1 p2,,Ail <bloc> (32),,,glanhafren-2012 draft 2 3f9a1c7e\r\n");
    assert_string_equal(form_path(a, "out", &form), "out/glanhafren-2012.draft2.form.cy");
    arena_free(a);
}

/* A report that ends in no form, or in one that lacks a field. */
static void test_no_form(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct form form;
    struct report none = *report_with_form(a), less = none;
    struct element *empty = NEW(a, struct element);
    empty->kind = EL_REPORT;
    none.root = empty;
    assert_false(form_for(a, &none, &form));
    struct element *section = less.root->first;
    section->last->first = NULL;
    assert_false(form_for(a, &less, &form));
    arena_free(a);
}

/* ---- the Word document ---- */

static struct buf docx_in(struct arena *a, const char *zone)
{
    struct buf out = buf_new(a);
    struct form form;
    setenv("TZ", zone, 1);
    tzset();
    assert_true(form_for(a, report_with_form(a), &form));
    const struct form_table table = form_table_of(a, &form);
    form_docx(a, &table, &out);
    return out;
}

static const char *unpacked(struct arena *a, const struct buf *docx, const char *name)
{
    zip_error_t error;
    zip_source_t *from = zip_source_buffer_create(docx->at, docx->len, 0, &error);
    zip_t *zip = zip_open_from_source(from, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    assert_non_null(zip);
    zip_stat_t is;
    assert_int_equal(zip_stat(zip, name, 0, &is), 0);
    char *text = arena_alloc(a, (size_t)is.size + 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    assert_int_equal(zip_fread(file, text, is.size), is.size);
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

static void expect(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("no \"%s\" in: %s", part, text);
}

static void test_docx(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct buf here = docx_in(a, "UTC"), there = docx_in(a, "Asia/Tokyo");
    assert_int_equal(here.len, there.len);
    assert_memory_equal(here.at, there.at, here.len);
    const char *text = unpacked(a, &here, "word/document.xml");
    expect(text, "<w:tblHeader/>");
    expect(text, ">Ymateb &amp; ateb<");
    expect(text, ">Ail &lt;bloc&gt; (32)<");
    expect(text, ">Tŵr Llŷn, &quot;ŵ ŷ&quot; – 54 o'r 62 (87%).<");
    expect(text, ">Erbyn dydd Gwener.<");
    expect(text, ">Ysgrifennwch wrth ochr y testun.<");
    assert_null(strstr(text, "Defnyddiwch un bloc."));
    expect(unpacked(a, &here, "word/styles.xml"), "<w:lang w:val=\"cy-GB\"/>");
    expect(unpacked(a, &here, "docProps/core.xml"),
           "<dc:title>Ymateb &amp; ateb: Arolygiad</dc:title>");
    expect(unpacked(a, &here, "docProps/custom.xml"), "glanhafren-2012 draft 2 3f9a1c7e");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields), cmocka_unit_test(test_drafts),
        cmocka_unit_test(test_csv),    cmocka_unit_test(test_no_form),
        cmocka_unit_test(test_docx),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
