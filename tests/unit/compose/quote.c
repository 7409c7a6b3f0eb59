/* References: no two of a document are the same, however often one is asked for. */
#include "compose/quote.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void given_once(void **state)
{
    static const struct {
        int at;
        const char *ref;
    } rows[] = {{0, "p1"},    {1, "p1b"},   {25, "p1z"},
                {26, "p1b2"}, {51, "p1b3"}, {299, "p1y12"}};
    (void)state;
    struct work w = {.a = arena_new()};
    struct quoting q = {.w = &w, .given = map_new(w.a), .said = map_new(w.a)};
    static const struct quoted_word p1 = {"p1", "p1"}, p1b = {"p1b", "p1b"};
    struct map *seen = map_new(w.a);
    const char *refs[300];
    for (size_t i = 0; i < LEN(refs); i++) {
        refs[i] = quote_once(&q, p1);
        if (map_put(seen, refs[i], &q) != NULL)
            fail_msg("%s twice", refs[i]);
    }
    for (size_t i = 0; i < LEN(rows); i++)
        assert_string_equal(refs[rows[i].at], rows[i].ref);
    assert_string_equal(quote_once(&q, p1b), "p1bb");
    arena_free(w.a);
}

/* What the edition prints has the same letter behind it, and never names another block.
 */
static void said_in_welsh(void **state)
{
    static const struct {
        struct quoted_word word;
        const char *ref, *said;
    } rows[] = {{{"App 1", "Atod 1"}, "App 1", "Atod 1"},
                {{"App 1", "Atod 1"}, "App 1b", "Atod 1b"},
                {{"Sum", "Cryn"}, "Sum", "Cryn"},
                {{"Round", "Cryn"}, "Round", "Round"},
                {{"S", "A"}, "S", "S"},
                {{"A", "G"}, "A", "G"}};
    (void)state;
    struct work w = {.a = arena_new()};
    struct quoting q = {.w = &w, .given = map_new(w.a), .said = map_new(w.a)};
    struct element *root = element_new(w.a, EL_REPORT, (struct pos){0});
    for (size_t i = 0; i < LEN(rows); i++)
        element_add(w.a, root, EL_SECTION, root->pos)->ref = quote_once(&q, rows[i].word);
    quote_said(&q, root);
    const struct element *e = root->first;
    for (size_t i = 0; i < LEN(rows); i++, e = e->next) {
        assert_string_equal(e->ref, rows[i].ref);
        assert_string_equal(e->said, rows[i].said);
    }
    arena_free(w.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(given_once),
                                       cmocka_unit_test(said_in_welsh)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
