/* report.c -- sentences in either language, put into a report: which are warned of. */
#include "review/review.h"

#include "compose/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

static const struct {
    const char *what;
    enum lang lang;
    const char *text;
    const char *said; /* NULL: nothing */
} sentences[] = {
    {"right", LANG_EN, "It was so in 16 of the 17 cases (94%).", NULL},
    {"wrong", LANG_EN, "It was so in 16 of the 17 cases (93%).",
     "\"16 of the 17 cases (93%)\": 16 of 17 is 94%"},
    {"halves round up", LANG_EN, "In 1 of 8 (13%), and 3 of 8 (37%).", "3 of 8 is 38%"},
    {"without a noun", LANG_EN, "16 of 17 (93%) were.", "16 of 17 is 94%"},
    {"more than all", LANG_EN, "In 18 of the 17 (100%).", "18 cannot be of 17"},
    {"thousands", LANG_EN, "In 1,204 of the 2,408 homes (51%).", "1204 of 2408 is 50%"},
    {"another sentence between", LANG_EN, "We saw 16 of the 17. Most (93%) were.", NULL},
    {"years", LANG_EN, "Of the 2010 and 2012 reports (93%).", NULL},
    {"no number", LANG_EN, "In 16 of 99999999999999999999999 (93%).", NULL},
    {"no base", LANG_EN, "In 16 cases (93%).", NULL},
    {"Welsh, right", LANG_CY, "Mewn 16 o’r 17 achos (94%).", NULL},
    {"Welsh, wrong", LANG_CY, "Mewn 16 o’r 17 achos (93%).", "16 of 17 is 94%"},
    {"Welsh, short", LANG_CY, "Mewn 16 o 17 (93%).", "16 of 17 is 94%"},
    {"a Cyrillic a", LANG_EN, "The Yоuth team.",
     "\"Yоuth\" has letters of two alphabets"},
    {"a Greek o", LANG_CY, "Y Bwrdd Rheοli.", "\"Rheοli\" has letters of two"},
    {"Welsh letters", LANG_CY, "Tŷ a dŵr, ymgŷd.", NULL},
    {"another alphabet by itself", LANG_EN, "The letter π is fine.", NULL},
    {"an abbreviation", LANG_EN, "The FGC met.", "\"FGC\" is no term of the house"},
    {"in Welsh", LANG_CY, "Daeth y GGT.", "\"GGT\" is no term of the house"},
    {"of two letters", LANG_EN, "The FG, met.", "\"FG\""},
    {"of six", LANG_EN, "(see ABCDEF too)", "\"ABCDEF\""},
    {"of seven", LANG_EN, "ABCDEFG and A.", NULL},
    {"behind its words", LANG_EN, "A group (FGC) met. The FGC said so.", NULL},
    {"before its words", LANG_EN, "The FGC (a group) met.", NULL},
    {"a term of the house", LANG_EN, "MAPPA met.", NULL},
    {"the service", LANG_EN, "The YOS met.", NULL},
    {"the house's own words", LANG_EN, "An HM prison; ISBN.", NULL},
    {"roman numbers", LANG_EN, "Part II and XIV.", NULL},
    {"within a word", LANG_EN, "FGCs, 1FGC, FGC1.", NULL},
};

struct fixture {
    struct arena *a;
    struct diags *d;
    const struct inspection *in;
    const struct report *report;
};

static struct fixture fixture_new(enum lang l)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    f.in = inspection_load(f.a, f.d, ROOT "/templates", ROOT "/examples/severnside-2012");
    assert_non_null(f.in);
    f.report =
        compose(f.a, f.d, score_inspection(f.a, f.d, f.in), "report", l, STAGE_PROOF);
    assert_non_null(f.report);
    f.d = diags_new(f.a);
    return f;
}

static const char *said(const struct fixture *f, bool words)
{
    struct buf out = buf_new(f->a);
    review_report(f->a, f->d, f->in, f->report, words);
    diags_print(f->d, DIAG_SHORT, &out);
    /* The Welsh one has the author's English texts, of which tests/cases speaks. */
    char *line = out.at, *end;
    while (f->report->lang == LANG_CY && (end = strchr(line, '\n')) != NULL) {
        static const char id[] = "[LANG_UNMARKED]";
        if (strncmp(end + 1 - sizeof id, id, sizeof id - 1) == 0)
            memmove(line, end + 1, strlen(end + 1) + 1);
        else
            line = end + 1;
    }
    return out.at;
}

static struct element *find(struct element *e, enum element_kind kind)
{
    if (e->kind == kind && (kind != EL_BOX || box_story(e) == BOX_OF_PEOPLE))
        return e;
    struct element *found = NULL;
    for (struct element *c = e->first; c != NULL && found == NULL; c = c->next)
        found = find(c, kind);
    return found;
}

static struct element *list_of(struct element *e, const char *letter)
{
    const char *own = e->kind == EL_LIST ? e->at[AT_REF_WORD] : NULL;
    if (own != NULL && strcmp(own, letter) == 0)
        return e;
    struct element *found = NULL;
    for (struct element *c = e->first; c != NULL && found == NULL; c = c->next)
        found = list_of(c, letter);
    return found;
}

static void put(struct element *in, const char *text)
{
    struct element *t = find(in, EL_TEXT);
    assert_non_null(t);
    t->text = text;
}

/* The first words of the report that its author has typed. */
static struct element *typed(struct element *e)
{
    const char *path = e->kind == EL_TEXT && e->pos.file != NULL ? e->pos.file->path : "";
    if (strstr(path, "foreword.md") != NULL)
        return e;
    struct element *found = NULL;
    for (struct element *c = e->first; c != NULL && found == NULL; c = c->next)
        found = typed(c);
    return found;
}

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(sentences); i++) {
        struct fixture f = fixture_new(sentences[i].lang);
        typed((struct element *)f.report->root)->text = sentences[i].text;
        const char *text = said(&f, true), *want = sentences[i].said;
        if (want == NULL ? text[0] != '\0' : strstr(text, want) == NULL)
            fail_msg("%s: %s", sentences[i].what, text);
        arena_free(f.a);
    }
}

static void test_stories(void **state)
{
    (void)state;
    static const struct {
        const char *what, *text, *said;
    } rows[] = {
        {"only what somebody does", "Her case manager came, Mia said.", NULL},
        {"a title", "On Monday Mrs Okonjo-Bell came.", "\"Mrs Okonjo-Bell\""},
        {"no title", "The YOT’s HMrs and Msgr.", NULL},
        {"an inspector", "Owain Meredith spoke with Mia.", "\"Owain Meredith\""},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct fixture f = fixture_new(i % 2 == 0 ? LANG_EN : LANG_CY);
        struct element *box = find((struct element *)f.report->root, EL_BOX);
        assert_non_null(box);
        put(find(box, EL_P), rows[i].text);
        const char *text = said(&f, true);
        if (rows[i].said == NULL ? text[0] != '\0' : strstr(text, rows[i].said) == NULL)
            fail_msg("%s: %s", rows[i].what, text);
        if (rows[i].said != NULL &&
            strstr(text, "severnside-2012/inspection.yaml:") == NULL)
            fail_msg("%s: not at the author's line: %s", rows[i].what, text);
        arena_free(f.a);
    }
}

/* The example's small numbers; its figures stand in one list each until one is copied. */
static void test_numbers(void **state)
{
    (void)state;
    struct fixture f = fixture_new(LANG_EN);
    const char *text = said(&f, false);
    assert_non_null(strstr(text, "1.1 S(4): four of mappa-recognised: fewer than 5"));
    assert_null(strstr(text, "FIGURE_BOTH"));
    f.d = diags_new(f.a);
    struct element *root = (struct element *)f.report->root;
    struct element *good = list_of(root, "ref-strength");
    struct element *bad = list_of(good->parent, "ref-improvement");
    find(bad, EL_FIG)->figure = find(good, EL_FIG)->figure;
    text = said(&f, false);
    assert_non_null(strstr(text, "FIGURE_BOTH"));
    arena_free(f.a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences),
                                       cmocka_unit_test(test_stories),
                                       cmocka_unit_test(test_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
