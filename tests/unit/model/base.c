/* Houses and programmes that build on others: what holds, what is said of a bad base. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "model/programme.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *folder, *file, *text;
} files[] = {
    {"old-house", "style.yaml",
     "colours: {ink: \"#111111\", blue: \"#222222\"}\nbaseline: 1\n"
     "kinds: {sides: {lengths: {page: {width: 1, height: 2}}}}\n"},
    {"old-house", "words.yaml", "words:\n  one: {en: old one}\n  two: {en: old two}\n"},
    {"old-house", "terms.csv",
     "key,language,written,italic,expand,expansion\nA,en,A,yes,yes,\nA,en,As,,yes,\n"},
    {"old-house", "common.xsl", "<x/>"},
    {"house", "style.yaml",
     "base: old-house\ncolours: {blue: \"#333333\"}\n"
     "kinds: {sides: {lengths: {page: {width: 3}}}}\n"},
    {"house", "words.yaml", "words:\n  two: {en: new two}\n"},
    {"house", "terms.csv",
     "key,language,written,italic,expand,expansion\nB,en,B,,,\nA,en,A,no,,\n"
     "A,en,As,,no,\nA,en,Aa,,,\n"},
    {"old", "programme.yaml",
     "name: old\nhouse: old-house\ntitle: {en: Old, cy: Hen}\nsmall-number: 7\n"
     "fields:\n  area: {kind: area}\n  extra: {kind: line}\n  note: {kind: line}\n"
     "documents: [{name: report, template: report.xsl}]\n"},
    {"old", "words.yaml", "words:\n  three: {en: old three}\n"},
    {"old", "report.xsl", "<x/>"},
    {"new", "programme.yaml",
     "base: old\nname: new\nhouse: house\ntitle: {en: New}\n"
     "fields:\n  extra: {kind: number}\n  note:\n  more: {kind: date}\n"},
    {"list", "programme.yaml",
     "name: list\nhouse: house\ntitle: {en: List}\n"
     "judgements:\n  - {id: good, title: {en: Good}}\n  - {id: fair, title: {en: Fair}}\n"
     "  - {id: poor, title: {en: Poor}}\n"
     "documents: [{name: report, template: report.xsl}]\n"},
    {"list", "report.xsl", "<x/>"},
    {"more", "programme.yaml",
     "base: list\nname: more\n"
     "judgements:\n  good: {title: {en: Better}}\n  fair:\n  bad: {title: {en: Bad}}\n"},
    {"most", "programme.yaml",
     "base: more\nname: most\n"
     "judgements:\n  good: {stars: 3}\n  bad:\n  worse: {title: {en: Worse}}\n"},
    {"wrong", "programme.yaml",
     "base: list\nname: wrong\njudgements: {good: Better, bad: Bad}\n"},
    {"round", "programme.yaml", "base: about\nname: round\n"},
    {"about", "programme.yaml", "base: round\nname: about\n"},
    {"lost", "programme.yaml", "base: nowhere\nname: lost\n"},
};

struct room {
    struct arena *a;
    struct diags *d;
    char dir[32];
};

static void set_up(struct room *t)
{
    *t = (struct room){arena_new(), NULL, "/tmp/gwasg-base-XXXXXX"};
    t->d = diags_new(t->a);
    assert_non_null(mkdtemp(t->dir));
    for (size_t i = 0; i < LEN(files); i++) {
        const char *folder = path_join(t->a, t->dir, files[i].folder);
        assert_true(dir_make(t->a, t->d, folder));
        assert_true(file_replace(t->a, t->d, path_join(t->a, folder, files[i].file),
                                 files[i].text, strlen(files[i].text)));
    }
}

static void tear_down(struct room *t)
{
    assert_int_equal(system(arena_printf(t->a, "rm -r %s", t->dir)), 0);
    arena_free(t->a);
}

static const struct programme *load(struct room *t, const char *name)
{
    return programme_load(t->a, t->d, t->dir, name, (struct pos){0});
}

static const char *said(struct room *t)
{
    struct buf b = buf_new(t->a);
    diags_print(t->d, DIAG_SHORT, &b);
    return b.at;
}

static const char *wording(const struct programme *p, const char *key)
{
    return words_get(p->words, key)->forms[LANG_EN][PLURAL_OTHER].blocks->inlines->text;
}

static const char *colour(const struct programme *p, const char *key)
{
    return node_get(node_get(p->style, "colours"), key)->text;
}

static const char *side(const struct programme *p, const char *key)
{
    static const char *const path[] = {"kinds", "sides", "lengths", "page"};
    const struct node *n = p->style;
    for (size_t i = 0; i < LEN(path); i++)
        n = node_get(n, path[i]);
    return node_get(n, key)->text;
}

static void built(void **state)
{
    (void)state;
    struct room t;
    set_up(&t);
    const struct programme *p = load(&t, "new");
    assert_non_null(p);
    assert_string_equal(said(&t), "");
    assert_string_equal(wording(p, "one"), "old one");
    assert_string_equal(wording(p, "two"), "new two");
    assert_string_equal(wording(p, "three"), "old three");
    assert_string_equal(colour(p, "ink"), "#111111");
    assert_string_equal(colour(p, "blue"), "#333333");
    assert_string_equal(side(p, "width"), "3"); /* however deep a length lies */
    assert_string_equal(side(p, "height"), "2");
    assert_null(node_get(p->style, "base"));
    assert_int_equal(p->term_count, 2);
    const struct term *term = &p->terms[0];
    assert_false(term->italic); /* no, it says now */
    assert_true(term->expand);  /* of which it says nothing */
    assert_int_equal(term->form_count[LANG_EN], 2);
    assert_string_equal(term->forms[LANG_EN][0].text, "As");
    assert_false(term->forms[LANG_EN][0].expand);
    assert_int_equal(p->small_number, 7);
    assert_non_null(p->title.in[LANG_EN]);
    assert_null(p->title.in[LANG_CY]); /* a text is replaced whole */
    tear_down(&t);
}

static void fields(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum field_kind kind;
    } want[] = {{"area", FIELD_AREA}, {"extra", FIELD_NUMBER}, {"more", FIELD_DATE}};
    struct room t;
    set_up(&t);
    const struct programme *p = load(&t, "new");
    size_t first = p->field_count - LEN(want);
    for (size_t i = 0; i < LEN(want); i++) {
        assert_string_equal(p->fields[first + i].name, want[i].name);
        assert_int_equal(p->fields[first + i].kind, want[i].kind);
    }
    tear_down(&t);
}

/* A map of ids changes, takes away and adds; what it leaves out stays where it was. */
static void listed(void **state)
{
    (void)state;
    static const struct {
        const char *programme, *bands;
    } rows[] = {
        {"list", "good Good, fair Fair, poor Poor, "},
        {"more", "good Better, poor Poor, bad Bad, "},
        {"most", "good Better, poor Poor, worse Worse, "},
    };
    struct room t;
    set_up(&t);
    for (size_t i = 0; i < LEN(rows); i++) {
        const struct programme *p = load(&t, rows[i].programme);
        struct buf have = buf_new(t.a);
        for (size_t b = 0; b < p->band_count; b++)
            buf_printf(&have, "%s %s, ", p->bands[b].id,
                       prose_plain(t.a, p->bands[b].title.in[LANG_EN]));
        assert_string_equal(have.at, rows[i].bands);
    }
    assert_string_equal(said(&t), "");
    tear_down(&t);
}

static void listed_wrong(void **state)
{
    (void)state;
    struct room t;
    set_up(&t);
    load(&t, "wrong");
    assert_non_null(strstr(said(&t), "wrong/programme.yaml:3:20"));
    assert_non_null(strstr(said(&t), "wrong/programme.yaml:3:33"));
    tear_down(&t);
}

static void imports(void **state)
{
    (void)state;
    static const struct {
        const char *folder, *file, *want; /* NULL: not to be imported */
    } rows[] = {
        {"house", "common.xsl", "old-house/common.xsl"},
        {"old-house", "common.xsl", "old-house/common.xsl"},
        {"house", "none.xsl", "house/none.xsl"},
        {"new", "report.xsl", "old/report.xsl"},
        {"elsewhere", "common.xsl", NULL},
        {"round", "common.xsl", NULL},
    };
    struct room t;
    set_up(&t);
    const struct programme *p = load(&t, "new");
    for (size_t i = 0; i < LEN(rows); i++) {
        const char *got = programme_import(t.a, p, rows[i].folder, rows[i].file);
        if (rows[i].want == NULL)
            assert_null(got);
        else
            assert_string_equal(got, path_join(t.a, t.dir, rows[i].want));
    }
    assert_string_equal(p->documents[0].template,
                        path_join(t.a, t.dir, "old/report.xsl"));
    tear_down(&t);
}

static void refused(void **state)
{
    (void)state;
    static const struct {
        const char *name, *says;
    } rows[] = {{"round", "[BASE_CIRCLE]"}, {"lost", "[FILE_MISSING]"}};
    for (size_t i = 0; i < LEN(rows); i++) {
        struct room t;
        set_up(&t);
        load(&t, rows[i].name);
        if (strstr(said(&t), rows[i].says) == NULL)
            fail_msg("%s: %s", rows[i].name, said(&t));
        tear_down(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(built),   cmocka_unit_test(fields),
        cmocka_unit_test(listed),  cmocka_unit_test(listed_wrong),
        cmocka_unit_test(imports), cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
