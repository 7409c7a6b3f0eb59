/* words.c -- the words of a translation held against the English: numbers, characters,
 * length, and whether it is translated at all. */
#include "base/array.h"
#include "translate/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

struct row {
    const char *what, *english, *welsh;
    const char *said; /* what is wrong; NULL: nothing */
};

static const struct row numbers[] = {
    {"the same", "In 12 of 24 cases", "Mewn 12 o 24 achos", NULL},
    {"another order", "In 12 of 24 cases", "O’r 24 achos, mewn 12", NULL},
    {"one changed", "In 12 cases", "Mewn 13 achos", "12 is missing, 13 is not in"},
    {"one lost", "In 12 of 24", "Mewn 12", "24 is missing"},
    {"one added", "In some of 24", "Mewn 12 o 24", "12 is not in the English"},
    {"one said twice", "In 12 and more", "Mewn 12, ie 12, a mwy", NULL},
    {"thousands", "Of 1,451 people", "O 1,451 o bobl", NULL},
    {"thousands without a comma", "Of 1,451 people", "O 1451 o bobl", "1,451 is missing"},
    {"decimals", "About 2.5 hours", "Tua 2.5 awr", NULL},
    {"a decimal comma", "About 2.5 hours", "Tua 2,5 awr", "2.5 is missing"},
    {"an ordinal", "On the 21st", "Ar yr 21ain", NULL},
    {"the end of a sentence", "It was 2012.", "2012 oedd hi, felly.", NULL},
    {"a criterion", "See 1.1", "Gweler 1.2", "1.1 is missing"},
    {"years", "In 2009/10", "Yn 2009/10", NULL},
};

static const struct row others[] = {
    {"translated", "A plan", "Cynllun", NULL},
    {"left in English", "A plan for each", "A plan for each", "is the English text"},
    {"a name", "Helen Tregarth", "Helen Tregarth", NULL},
    {"a name with a hyphen", "Ruth Ade-Clarke", "Ruth Ade-Clarke", NULL},
    {"a name with an apostrophe", "Sean O’neill", "Sean O’neill", NULL},
    {"an abbreviation", "YOS", "YOS", NULL},
    {"a name and words", "Helen, aged 9", "Helen, aged 9", "is the English text"},
    {"a word in capitals", "Managers", "Managers", NULL},
    {"a letter lost", "Water", "D?r", "\"?\" is in its place"},
    {"a letter lost in a question", "Water? Yes", "D?r? Ie", "\"?\" is in its place"},
    {"a letter in two halves", "Water", "DÅµr", "\"Åµ\" is in its place"},
    {"a quotation mark in three", "The plan", "Iâ€™r", "\"â€\" is in its place"},
    {"a question", "A plan? Yes", "Oes? Oes", NULL},
    {"an address", "At a.b/?c=1", "Yn a.b/?c=1", NULL},
    {"an address of words", "At a.b/c?d", "Yn a.b/c?d", NULL},
    {"capitals with accents", "ABC is", "ÂÊ yw ÂD", NULL},
    {"too long", "A plan", "Cynllun ymyrraeth", "17 characters; there is room for 16"},
    {"just fits, in letters", "A plan", "Cynllun ŵyrwyrŵy", NULL},
};

static struct content words(struct arena *a, const char *text)
{
    struct code *c = NEW(a, struct code);
    *c = (struct code){.kind = CODE_TEXT, .text = text};
    return (struct content){c, 1, {0}};
}

static const char *check(struct arena *a, const struct row *row, long room, bool final,
                         bool *fits)
{
    struct diags *d = diags_new(a);
    struct fault_of f = {d, "u1", "path", {0}};
    *fits = words_fit(a, &f, words(a, row->english), words(a, row->welsh), room, final);
    struct buf said = buf_new(a);
    diags_print(d, DIAG_SHORT, &said);
    return said.at;
}

static void check_rows(const struct row *rows, size_t count, long room)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *a = arena_new();
        bool fits;
        const char *said = check(a, &rows[i], room, false, &fits);
        if (fits != (rows[i].said == NULL) ||
            (rows[i].said != NULL && strstr(said, rows[i].said) == NULL))
            fail_msg("%s: %s", rows[i].what, said);
        arena_free(a);
    }
}

static void test_numbers(void **state)
{
    (void)state;
    check_rows(numbers, LEN(numbers), 0);
}

static void test_others(void **state)
{
    (void)state;
    check_rows(others, LEN(others), 16);
}

/* What is said to be final stays as it is, in English too; its numbers do not. */
static void test_final(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    bool fits;
    check(a, &(struct row){"", "for all", "for all", NULL}, 0, true, &fits);
    assert_true(fits);
    check(a, &(struct row){"", "for 3", "for 4", NULL}, 0, true, &fits);
    assert_false(fits);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_final),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
