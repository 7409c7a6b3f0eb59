/* Who has read the Welsh, and with which English. */
#include "model/reviewed.h"

#include "base/file.h"
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct node *node_of(struct arena *a, const char *text)
{
    struct diags *d = diags_new(a);
    return source_parse(a, d, file_of_text(a, d, "words.yaml", text, strlen(text)));
}

static const char read_once[] = "{en: All of them, cy: Pob un}";

struct row {
    const char *what, *text; /* @: the name of the English of read_once */
    enum welsh_read want;
};

static const struct row rows[] = {
    {"nothing said", "{en: All of them, cy: Pob un}", WELSH_UNREAD},
    {"English alone", "{en: All of them, cy: Pob un, reviewed: [en]}", WELSH_UNREAD},
    {"by hand", "{en: Whatever, cy: Pob un, reviewed: [en, cy]}", WELSH_READ},
    {"with this English", "{en: All of them, cy: Pob un, reviewed: [cy=@]}", WELSH_READ},
    {"Welsh edited since", "{en: All of them, cy: Pawb, reviewed: [cy=@]}", WELSH_READ},
    {"folded", "en: >\n  All\n  of them\ncy: Pob un\nreviewed: [en, cy=@]\n", WELSH_READ},
    {"English edited since", "{en: All of it, cy: Pob un, reviewed: [en, cy=@]}",
     WELSH_STALE},
    {"a form more", "{en: {one: All, other: All of them}, cy: Pob un, reviewed: [cy=@]}",
     WELSH_STALE},
    {"no name at all", "{en: All of them, cy: Pob un, reviewed: [en, cy=]}", WELSH_STALE},
    {"no list", "{en: All of them, cy: Pob un, reviewed: cy}", WELSH_UNREAD},
};

static const char *named(struct arena *a, const char *text)
{
    const char *at = strchr(text, '@');
    return at == NULL ? text
                      : arena_printf(a, "%.*s%s%s", (int)(at - text), text,
                                     english_name(a, node_of(a, read_once)), at + 1);
}

static void one_text(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        const struct node *n = node_of(a, named(a, rows[i].text));
        enum welsh_read got = welsh_read(a, node_get(n, "reviewed"), n);
        if (got != rows[i].want)
            fail_msg("%s: %d, not %d", rows[i].what, got, rows[i].want);
    }
    arena_free(a);
}

/* What has gone stale is not read: a final asks. */
static void of_words(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const char *text =
        named(a, "words:\n"
                 "  fits: {en: All of them, cy: Pob un, reviewed: [cy=@]}\n"
                 "  stale: {en: All, cy: Pob un, reviewed: [en, cy=bbb]}\n"
                 "vague:\n"
                 "  - {but: 0, en: all, cy: pob un, reviewed: [en, cy]}\n"
                 "  - {only: 0, en: none, cy: dim un}\n");
    const struct words *w = words_parse(a, d, node_of(a, text), NULL);
    assert_int_equal(diags_errors(d), 0);
    assert_true(words_get(w, "fits")->reviewed[LANG_CY]);
    assert_false(words_get(w, "stale")->reviewed[LANG_CY]);
    assert_true(words_get(w, "stale")->reviewed[LANG_EN]);
    size_t count;
    const struct vague *vague = words_vague(w, &count);
    assert_true(vague[0].reviewed[LANG_CY]);
    assert_false(vague[1].reviewed[LANG_CY]);
    arena_free(a);
}

/* A programme is read when each of its texts is, by itself or by what its file says. */
static void of_a_programme(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct node *one =
        node_of(a, "title: {en: A, cy: B}\n"
                   "sections:\n"
                   "  - {text: {en: C, cy: D, reviewed: [en, cy]}}\n");
    assert_false(texts_read(a, one, false));
    assert_true(texts_read(a, one, true));
    const struct node *other = node_of(a, "title: {en: A, cy: B, reviewed: [en, cy]}\n"
                                          "sections:\n"
                                          "  - {text: {en: C, cy: D, reviewed: [en]}}\n");
    assert_false(texts_read(a, other, true));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_text),
                                       cmocka_unit_test(of_words),
                                       cmocka_unit_test(of_a_programme)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
