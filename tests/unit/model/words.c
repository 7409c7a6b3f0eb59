/* words.yaml: a programme's over those of its house. */
#include "model/words.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char house[] = "words:\n"
                            "  foreword: {en: Foreword, cy: Rhagair, reviewed: [en]}\n"
                            "  areas: {en: {one: Area, other: Areas}}\n"
                            "nouns:\n"
                            "  cases: {en: {one: \"# case\", other: \"# cases\"}}\n"
                            "patterns:\n"
                            "  n-of: {en: \"# of the @\"}\n"
                            "vague:\n"
                            "  - {from: 0, to: 100, en: some}\n";
static const char programme[] = "words:\n"
                                "  foreword: {en: Preface}\n"
                                "  empty: {en: \"\"}\n"
                                "vague:\n"
                                "  - {but: 0, en: all}\n";

static const struct words *parse(struct arena *a, struct diags *d, const char *text,
                                 const struct words *under)
{
    const struct file *f = file_of_text(a, d, "words.yaml", text, strlen(text));
    return words_parse(a, d, source_parse(a, d, f), under);
}

static const char *plain(struct arena *a, const struct words *w, const char *key,
                         enum plural p)
{
    const struct word *word = words_get(w, key);
    assert_non_null(word);
    const struct block *blocks = word->forms[LANG_EN][p].blocks;
    return blocks == NULL ? "(empty)" : prose_plain(a, blocks->inlines);
}

static void layered(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct words *under = parse(a, d, house, NULL);
    const struct words *w = parse(a, d, programme, under);
    assert_int_equal(diags_errors(d), 0);
    assert_string_equal(plain(a, under, "foreword", PLURAL_OTHER), "Foreword");
    assert_string_equal(plain(a, w, "foreword", PLURAL_OTHER), "Preface");
    assert_string_equal(plain(a, w, "areas", PLURAL_ONE), "Area");
    assert_string_equal(plain(a, w, "empty", PLURAL_OTHER), "(empty)");
    assert_string_equal(plain(a, w, "pattern-n-of", PLURAL_OTHER), "# of the @");
    assert_true(words_get(w, "areas")->plural[LANG_EN]);
    assert_true(words_get(under, "foreword")->reviewed[LANG_EN]);
    assert_false(words_get(under, "foreword")->reviewed[LANG_CY]);
    assert_false(words_get(w, "foreword")->given[LANG_CY]);
    assert_string_equal(words_noun(w, "cases")->forms[LANG_EN][PLURAL_ONE], "# case");
    assert_null(words_get(w, "none"));
    assert_null(words_noun(w, "none"));
    size_t count;
    const struct vague *vague = words_vague(w, &count);
    assert_int_equal(count, 2);
    assert_string_equal(vague[0].text[LANG_EN], "all"); /* the programme's come first */
    words_all(w, &count);
    assert_int_equal(count, 4);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(layered)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
