/* bare.c -- sentences in either language, put into a report of the house of 2012: which
 * of their numbers nothing vouches for, in order. */
#include "model/bare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

static const struct {
    enum lang lang;
    const char *text;
    const char *bare; /* "16|17|94%" */
} sentences[] = {
    /* figures */
    {LANG_EN, "In 84% of cases it was late, of 99 custody cases.", "84%|99"},
    {LANG_EN, "£212,400 was spent.", "£212,400"},
    {LANG_EN, "It was so in 5 cases at the start.", "5"},
    {LANG_EN, "100% attended.", "100%"},
    {LANG_EN, "93% had been screened, of 99 cases.", "93%|99"},
    {LANG_EN, "It was done in 16 of the 17 (94%).", "16|17|94%"},
    {LANG_EN, "Some 62 per cent had one; 7.5 percent had none.",
     "62 per cent|7.5 percent"},
    {LANG_EN, "Two-thirds of plans, over a third of reviews, half of them.",
     "Two-thirds|a third|half"},
    {LANG_EN, "Three-quarters of the plans; nearly three quarters.",
     "Three-quarters|three quarters"},
    {LANG_EN, "Twenty-five children, and ninety nine offences.",
     "Twenty-five|ninety nine"},
    {LANG_EN, "All but two had a plan, and all but one of them a date.", "two|one"},
    {LANG_EN, "In one case it was late, and one young person in five was not seen.",
     "one|one|five"},
    {LANG_EN, "Three of the six felt safe. One said so.", "Three|six|One"},
    {LANG_EN, "There were 1,204 offences; 2012 saw 31.", "1,204|31"},
    {LANG_EN, "An average of 48 days, 9 of the ((cases n)).", "48|9"},
    {LANG_EN, "Nobody had told the remaining dozen; half a dozen had moved.",
     "dozen|half a dozen"},
    {LANG_EN, "Three times as many girls; 14.2 days per worker, 2.5 working days.",
     "Three|14.2|2.5"},
    {LANG_CY, "Mewn 84% o achosion, o blith 99.", "84%|99"},
    {LANG_CY, "Bedair gwaith cymaint, a dwsin ohonynt mewn 2.5 wythnos.",
     "Bedair|dwsin|2.5"},
    {LANG_CY, "Mewn dau ddeg tri o achosion, ac 16 o’r 17.", "dau ddeg tri|16|17"},
    {LANG_CY, "Dwy ran o dair, tri chwarter a hanner y cynlluniau.",
     "Dwy ran o dair|tri chwarter|hanner"},
    {LANG_CY, "Pob un ond dau. Gwelwyd deuddeg o blant mewn pum achos.",
     "dau|deuddeg|pum"},
    /* none */
    {LANG_EN, "On 3 June 2012, 3rd-5th June, June 2012, 2011/12 and in 2009-2010.", ""},
    {LANG_EN, "A boy aged 14, a 14-year-old, those aged 10 to 17, Jordan, 15, and so on.",
     ""},
    {LANG_EN, "Criterion 1.2, criteria 1.1, 1.2 and 1.3; Appendix 4; Table 2; page 9.",
     ""},
    {LANG_EN, "Level 2 of MAPPA, the 21st time, section 90 and the Children Act 1989.",
     ""},
    {LANG_EN, "At 8am, at 10.30 am, at half past nine, by eight o'clock.", ""},
    {LANG_EN, "Ring 0161 869 1300 or 07798 607828; M32 0RS; ISBN 978-1-84099-535-0.", ""},
    {LANG_EN, "One of the managers, no one, at one time, on the one hand, one another.",
     ""},
    {LANG_EN, "Within three months, for two weeks, half an hour, a nine-month order.",
     ""},
    {LANG_EN, "Work from two offices with one council, round one table.", ""},
    {LANG_EN, "It was ((typed 12% | census)) of ((cases n)), counted per 1,000.", ""},
    {LANG_EN, "He was fined £50.", ""},
    {LANG_EN, "Since she was nine; young people of 16 and 17; up at six in the morning.",
     ""},
    {LANG_EN, "For half of the week, until ten at night, behind half drawn curtains.",
     ""},
    {LANG_CY, "Am bedair wythnos ar ddeg, mewn un pentref ar ddeg.", ""},
    {LANG_CY, "Mewn pedwar achos ar ddeg.", "pedwar|ddeg"},
    {LANG_CY, "Ar 3 Mehefin 2012, ym Mehefin 2012, yn 2011/12.", ""},
    {LANG_CY, "Yn 15 oed, rhwng 10 a 17, maen prawf 1.2, Atodiad 4, Lefel 2.", ""},
    {LANG_CY, "O fewn tri mis, dwy swyddfa, un o'r staff, yn deg, am wyth o'r gloch.",
     ""},
};

/* The inspection with `text` as its foreword, and nothing else. */
static struct inspection *inspection_of(struct arena *a, const char *text)
{
    struct diags *d = diags_new(a);
    const struct inspection *in =
        inspection_load(a, d, ROOT "/templates", ROOT "/examples/severnside-2012");
    assert_non_null(in);
    struct file *f = NEW(a, struct file);
    *f = (struct file){"foreword.md", text, strlen(text), NULL};
    struct value *foreword = NEW(a, struct value), *root = NEW(a, struct value);
    *foreword = *inspection_value(in, "foreword");
    foreword->blocks = prose_parse(a, d, node_of_file(a, f));
    *root = *in->root;
    root->items = foreword;
    root->count = 1;
    struct inspection *out = NEW(a, struct inspection);
    *out = *in;
    out->root = root;
    return out;
}

static const char *bare_of(struct arena *a, const char *text, enum lang l)
{
    struct buf out = buf_new(a);
    struct bare_list all = bare_find(a, inspection_of(a, text), NULL, l);
    for (size_t i = 0; i < all.all.len; i++)
        buf_printf(&out, "%s%s", i > 0 ? "|" : "", all.all.at[i].printed);
    return out.at;
}

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(sentences); i++) {
        struct arena *a = arena_new();
        const char *bare = bare_of(a, sentences[i].text, sentences[i].lang);
        if (strcmp(bare, sentences[i].bare) != 0)
            fail_msg("%s: %s", sentences[i].text, bare);
        arena_free(a);
    }
}

/* Behind marks, in emphasis, on a second line: at its own column. */
static void test_places(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct inspection *in =
        inspection_of(a, "We saw ((cases n)) and 12 cases,\nand *in 12 cases*\nor 112.");
    struct bare_list all = bare_find(a, in, NULL, LANG_EN);
    assert_int_equal(all.all.len, 3);
    static const struct place wanted[] = {{1, 24}, {2, 9}, {3, 4}};
    for (size_t i = 0; i < LEN(wanted); i++) {
        struct place at = pos_place(all.all.at[i].pos);
        assert_int_equal(at.line, wanted[i].line);
        assert_int_equal(at.column, wanted[i].column);
    }
    arena_free(a);
}

/* What the English has, however it is written, needs no second word. */
static void test_languages(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct inspection *en = inspection_of(a, "In 12 cases, two-thirds of 18.");
    const struct inspection *cy =
        inspection_of(a, "Mewn deuddeg achos, dwy ran o dair o 19.");
    struct bare_list all = bare_find(a, cy, en, LANG_CY);
    assert_int_equal(all.all.len, 1);
    assert_string_equal(all.all.at[0].printed, "19");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences),
                                       cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_languages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
