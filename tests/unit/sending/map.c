/* The map of a draft: uids that stay with their blocks, written and read again. */
#include "sending/map.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

/* A section "1" with a paragraph per text, its references counted. */
static struct draft_map map_of(struct arena *a, const char *const *texts, size_t count)
{
    struct report *r = NEW(a, struct report);
    struct element *root = NEW(a, struct element), **end = &root->first;
    root->kind = EL_SECTION;
    for (size_t i = 0; i < count; i++) {
        struct element *p = NEW(a, struct element), *text = NEW(a, struct element);
        *text = (struct element){.kind = EL_TEXT, .text = texts[i], .parent = p};
        *p = (struct element){.kind = EL_P, .parent = root, .first = text, .last = text};
        p->said = p->ref = arena_printf(a, "1 p%zu", i + 1);
        *end = p;
        end = &p->next;
    }
    r->root = root;
    r->dir = "report";
    return map_of_report(a, r);
}

static const char *const first[] = {"The work of managers was praised by the staff.",
                                    "Plans came late in most cases that we read.",
                                    "Victims were thought of in few of them."};
static const char *const second[] = {
    "A paragraph that nobody has seen before stands here.",
    "The work of managers was praised by the staff.",
    "Plans came late in most cases that we had read."};

static void carried(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct draft_map none = {0}, one = map_of(a, first, LEN(first)),
                     two = map_of(a, second, LEN(second));
    map_carry(a, &one, &none, 1);
    map_carry(a, &two, &one, 2);
    assert_string_equal(two.at[1].uid, one.at[0].uid); /* moved */
    assert_string_equal(two.at[2].uid, one.at[1].uid); /* edited */
    for (size_t i = 0; i < one.count; i++)
        assert_string_not_equal(two.at[0].uid, one.at[i].uid); /* new */
    assert_ptr_equal(map_find_uid(&two, one.at[0].uid), &two.at[1]);
    assert_null(map_find_uid(&two, one.at[2].uid)); /* gone */
    arena_free(a);
}

/* A uid of a map that was sent long ago stays, whatever a spreadsheet takes it for. */
static void carried_from_old(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct draft_map none = {0}, one = map_of(a, first, LEN(first)),
                     two = map_of(a, first, LEN(first));
    map_carry(a, &one, &none, 1);
    for (size_t i = 0; i < one.count; i++)
        assert_true(one.at[i].uid[0] >= 'a' && one.at[i].uid[0] <= 'z');
    one.at[1].uid = "1234e567";
    map_carry(a, &two, &one, 2);
    assert_string_equal(two.at[1].uid, "1234e567");
    arena_free(a);
}

static void shared(void **state)
{
    (void)state;
    static const char *const welsh[] = {"Un.", "Dau.", "Tri.", "Pedwar."};
    struct arena *a = arena_new();
    struct draft_map none = {0}, en = map_of(a, first, LEN(first)),
                     cy = map_of(a, welsh, LEN(welsh));
    map_carry(a, &en, &none, 1);
    map_share(a, &cy, &en);
    for (size_t i = 0; i < en.count; i++) {
        assert_string_equal(cy.at[i].uid, en.at[i].uid);
        assert_string_not_equal(cy.at[3].uid, en.at[i].uid);
    }
    assert_true(strlen(cy.at[3].uid) == 7);
    arena_free(a);
}

static void references(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct draft_map m = map_of(a, first, LEN(first));
    static const char *const typed[] = {"1 p2", "1p2", " 1 P2 ", "1\tp2"};
    for (size_t i = 0; i < LEN(typed); i++)
        if (map_find_ref(a, &m, typed[i]) != &m.at[1])
            fail_msg("\"%s\" is not found", typed[i]);
    assert_null(map_find_ref(a, &m, "1 p22"));
    arena_free(a);
}

static void written(void **state)
{
    (void)state;
    static const char *const texts[] = {"Said: \"well, no\"", "Tŷ\n a  gŵyl"};
    struct arena *a = arena_new();
    struct draft_map none = {0}, m = map_of(a, texts, LEN(texts)), again;
    struct buf out = buf_new(a);
    map_carry(a, &m, &none, 1);
    m.at[0].page = "7";
    map_write(&m, &out);
    const char *path = "sending_map.test.csv";
    assert_true(file_replace(a, diags_new(a), path, out.at, out.len));
    assert_true(map_read(a, diags_new(a), path, &again));
    assert_int_equal(again.count, m.count);
    for (size_t i = 0; i < m.count; i++) {
        assert_string_equal(again.at[i].ref, m.at[i].ref);
        assert_string_equal(again.at[i].uid, m.at[i].uid);
        assert_string_equal(again.at[i].path, m.at[i].path);
        assert_string_equal(again.at[i].page, m.at[i].page);
        assert_string_equal(again.at[i].text, m.at[i].text);
    }
    assert_string_equal(again.at[1].text, "Tŷ a gŵyl");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carried), cmocka_unit_test(carried_from_old),
        cmocka_unit_test(shared), cmocka_unit_test(references),
        cmocka_unit_test(written)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
