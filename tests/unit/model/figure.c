/* Marks to what they ask for, on the programme of tests/hostile/templates/tiny. */
#include "model/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define TEMPLATES ROOT "/tests/hostile/templates"

static const char *const kinds[] = {
    [FIGURE_QUESTION] = "question", [FIGURE_CHOICE] = "choice",
    [FIGURE_REPLY] = "reply",       [FIGURE_CASES] = "cases",
    [FIGURE_SCORE] = "score",       [FIGURE_JUDGEMENT] = "judgement",
    [FIGURE_NATIONAL] = "national", [FIGURE_FIELD] = "field",
    [FIGURE_ARG] = "arg",           [FIGURE_RETURNED] = "returned",
    [FIGURE_COUNTED] = "counted",   [FIGURE_EARLIER] = "earlier",
};
static const char *const forms[] = {
    [FORM_NUMBER] = "n",    [FORM_PERCENT] = "%",           [FORM_BASE] = "of",
    [FORM_N_OF] = "n-of",   [FORM_N_OF_NOUN] = "n-of-noun", [FORM_N_NOUN] = "n-noun",
    [FORM_WORDS] = "words", [FORM_SPELT] = "spelt",
};

/* "question n-of-noun(cases)+% not capital spelt where 1 [custody]" */
static const char *shown(struct arena *a, const struct figure_ask *ask)
{
    if (ask == NULL)
        return "fault";
    struct buf b = buf_new(a);
    buf_str(&b, kinds[ask->kind]);
    if (ask->kind == FIGURE_FIELD || ask->kind == FIGURE_ARG) {
        buf_printf(&b, " %s %s", ask->field, ask->field_form ? ask->field_form : "-");
        return b.at;
    }
    buf_printf(&b, " %s", forms[ask->form]);
    if (ask->noun != NULL)
        buf_printf(&b, "(%s)", ask->noun);
    buf_printf(&b, "%s%s%s%s%s", ask->with_percent ? "+%" : "", ask->not ? " not" : "",
               ask->capital ? " capital" : "", ask->spelt ? " spelt" : "",
               ask->feminine ? " feminine" : "");
    if (ask->choice >= 0)
        buf_printf(&b, " choice %d", ask->choice);
    if (ask->where_count > 0)
        buf_printf(&b, " where %zu [%s]", ask->where_count, ask->part);
    return b.at;
}

struct row {
    const char *mark, *shown;
};

static const struct row rows[] = {
    {"plan-done", "question n"},
    {"plan-done n", "question n"},
    {"plan-done %", "question %"},
    {"plan-done of", "question of"},
    {"plan-done n of", "question n-of"},
    {"plan-done n %", "question n+%"},
    {"plan-done n of cases", "question n-of-noun(cases)"},
    {"plan-done n of cases %", "question n-of-noun(cases)+%"},
    {"plan-done n of cases % Spelt", "question n-of-noun(cases)+% capital spelt"},
    {"plan-done n cases", "question n-noun(cases)"},
    {"plan-done cases", "question n-noun(cases)"},
    {"plan-done words", "question words"},
    {"plan-done Words %", "question words+% capital"},
    {"plan-done spelt", "question spelt spelt"},
    {"plan-done Spelt", "question spelt capital spelt"},
    {"plan-done spelt of cases", "question n-of-noun(cases) spelt"},
    {"plan-done not %", "question % not"},
    {"plan-done not n of cases %", "question n-of-noun(cases)+% not"},
    {"plan-done n not", "question n not"},
    {"plan-done n where custody", "question n where 1 [custody]"},
    {"plan-done n not where custody", "question n not where 1 [custody]"},
    {"plan-done where not custody", "question n where 1 [not custody]"},
    {"plan-done where age=16 and custody", "question n where 2 [age=16 and custody]"},
    {"plan-done where age!=16", "question n where 1 [age!=16]"},
    {"plan-done where plan-good", "question n where 1 [plan-good]"},
    {"plan-done where level=low", "question n where 1 [level=low]"},
    {"plan-done where plan-good and not custody and age!=16",
     "question n where 3 [plan-good and not custody and age!=16]"},
    {"plan-done where not plan-good", "question n where 1 [not plan-good]"},
    {"plan-done where not level=low", "question n where 1 [not level=low]"},
    {"plan-done n of spelt", "question n-of spelt"},
    {"plan-done spelt of", "question n-of spelt"},
    {"plan-done of spelt", "question of spelt"},
    {"plan-done of Spelt", "question of capital spelt"},
    {"plan-done words of cases", "question words(cases)"},
    {"plan-done Words of cases %", "question words(cases)+% capital"},
    {"plan-done not words of cases", "question words(cases) not"},
    {"plan-done spelt feminine", "question spelt spelt feminine"},
    {"plan-done n of spelt feminine", "question n-of spelt feminine"},
    {"returned children", "returned n"},
    {"returned children Spelt", "returned spelt capital spelt"},
    {"returned children n cases", "returned n-noun(cases)"},
    {"contacts spelt", "question spelt spelt"},
    {"contacts n cases", "question n-noun(cases)"},
    {"contacts of", "question of"},
    {"reason=late n", "choice n choice 0"},
    {"reason", "choice n"},
    {"contacts", "question n"},
    {"listened=no spelt", "reply spelt spelt choice 1"},
    {"listened", "reply n"},
    {"cases", "cases n"},
    {"cases % where custody", "cases % where 1 [custody]"},
    {"score 1.1", "score %"},
    {"score 1", "score %"},
    {"score safety words", "score words"},
    {"score 1.1 n of where custody", "score n-of where 1 [custody]"},
    {"judgement 1.1", "judgement n"},
    {"national safety lowest", "national %"},
    {"national safety areas", "national n"},
    {"national 1.1 lowest", "national %"},
    {"earlier 1.1", "earlier %"},
    {"earlier safety n", "earlier n"},
    {"counted 3 8 spelt n of cases", "counted n-of-noun(cases) spelt"},
    {"field area in", "field area in"},
    {"field fieldwork months", "field fieldwork months"},
    {"field service.short", "field service.short -"},
    {"field findings.1.1.strengths", "field findings.1.1.strengths -"},
    {"arg title", "arg title -"},
    {"plan-done n n", "fault"},
    {"plan-done words n", "fault"},
    {"plan-done of cases", "fault"},
    {"plan-done where", "fault"},
    {"plan-done where custody and", "fault"},
    {"plan-done where and custody", "fault"},
    {"where custody", "fault"},
    {"contacts %", "fault"},
    {"contacts not", "fault"},
    {"contacts words", "fault"},
    {"contacts n of", "fault"},
    {"contacts n of cases", "fault"},
    {"plan-done words of", "fault"},
    {"plan-done words cases", "fault"},
    {"plan-done words of cases spelt", "fault"},
    {"plan-done of %", "fault"},
    {"plan-done not of", "fault"},
    {"plan-done feminine", "fault"},
    {"plan-done n of cases spelt feminine", "fault"},
    {"returned", "fault"},
    {"returned listened", "fault"},
    {"returned children %", "fault"},
    {"returned children of", "fault"},
    {"returned children where custody", "fault"},
    {"score", "fault"},
    {"score plan-done", "fault"},
    {"judgement 1.1 n", "fault"},
    {"national 9.9 lowest", "fault"},
    {"national safety", "fault"},
    {"earlier", "fault"},
    {"earlier 9.9", "fault"},
    {"earlier 1.1 not", "fault"},
    {"earlier 1.1 where custody", "fault"},
    {"counted 3", "fault"},
    {"counted 3 eight", "fault"},
    {"counted 1234567 8", "fault"},
    {"field", "fault"},
    {"field area at", "fault"},
    {"arg", "fault"},
    {"", "fault"},
    {"   ", "fault"},
};

static void marks(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct programme *p = programme_load(a, d, TEMPLATES, "tiny", (struct pos){0});
    assert_non_null(p);
    assert_int_equal(diags_errors(d), 0);
    for (size_t i = 0; i < LEN(rows); i++) {
        struct diags *said = diags_new(a);
        const char *got =
            shown(a, figure_parse_text(a, said, p, NULL, rows[i].mark, (struct pos){0}));
        if (strcmp(got, rows[i].shown) != 0)
            fail_msg("%s: %s", rows[i].mark, got);
        if ((diags_errors(said) > 0) != (strcmp(got, "fault") == 0))
            fail_msg("%s: %zu said", rows[i].mark, diags_errors(said));
    }
    arena_free(a);
}

/* What a template counts an author has to show. */
static void authors_counted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct programme *p = programme_load(a, d, TEMPLATES, "tiny", (struct pos){0});
    const struct mark_word words[] = {{.text = "counted"}, {.text = "3"}, {.text = "8"}};
    assert_null(figure_parse(a, d, p, NULL, words, LEN(words), (struct pos){0}));
    assert_int_equal(diags_errors(d), 1);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks),
                                       cmocka_unit_test(authors_counted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
