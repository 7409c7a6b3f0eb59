/* bilingual.c -- the proof of two editions: every word of both trees stands in a cell of
 * its language, however the trees differ. */
#include "base/array.h"
#include "base/map.h"
#include "compose/compose.h"
#include "proof/proof.h"
#include "report/element.h"
#include "report/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

struct fixture {
    struct arena *a;
    struct diags *d;
    const struct scores *s;
    const struct report *en, *cy;
};

static struct fixture fixture_new(const char *example)
{
    struct fixture f = {.a = arena_new()};
    f.d = diags_new(f.a);
    const char *dir = arena_printf(f.a, ROOT "/examples/%s", example);
    const struct inspection *in = inspection_load(f.a, f.d, ROOT "/templates", dir);
    assert_non_null(in);
    f.s = score_inspection(f.a, f.d, in);
    f.en = compose(f.a, f.d, f.s, "report", LANG_EN, STAGE_PROOF);
    f.cy = compose(f.a, f.d, f.s, "report", LANG_CY, STAGE_PROOF);
    assert_non_null(f.en);
    assert_non_null(f.cy);
    return f;
}

/* ---- words counted ---- */

struct counts {
    struct arena *a;
    struct map *of; /* word to long */
    ARRAY(const char *) words;
};

static long *count_of(struct counts *c, const char *word)
{
    long *n = map_get(c->of, word);
    if (n == NULL) {
        n = NEW(c->a, long);
        map_put(c->of, word, n);
        *array_push(c->a, &c->words) = word;
    }
    return n;
}

/* No-break blanks part words like any other. */
static const char *with_blanks(struct arena *a, const char *text)
{
    char *out = arena_strndup(a, text, strlen(text));
    for (char *at = strstr(out, "\xc2\xa0"); at != NULL; at = strstr(at, "\xc2\xa0"))
        at[0] = at[1] = ' ';
    return out;
}

static void count_text(struct counts *c, const char *text)
{
    text = with_blanks(c->a, text);
    while (*text != '\0') {
        text += strspn(text, " ");
        size_t len = strcspn(text, " ");
        if (len > 0)
            ++*count_of(c, arena_strndup(c->a, text, len));
        text += len;
    }
}

/* The words of an element in one line, so that those of figures stay whole. */
static void count_words(struct counts *c, const struct element *e)
{
    if (e->kind == EL_NOTE || e->kind == EL_PAGENUM)
        return;
    if (element_holds_text(e->kind) || (e->first != NULL && e->first->kind == EL_TEXT))
        count_text(c, element_plain(c->a, e));
    for (const struct element *x = e->first; x != NULL; x = x->next)
        if (!element_is_inline(x->kind) || !element_holds_text(e->kind))
            count_words(c, x);
}

static void count_cells(struct counts *c, const struct element *e, const char *lang)
{
    bool cell = e->kind == EL_TD && e->set[AT_LANG] != 0;
    if (cell && strcmp(lang_code(element_lang(e, LANG_EN)), lang) == 0)
        count_text(c, element_plain(c->a, e));
    for (const struct element *x = e->first; x != NULL && !cell; x = x->next)
        count_cells(c, x, lang);
}

static void find_all(struct arena *a, const struct report *r, const struct report *proof)
{
    struct counts want = {.a = a, .of = map_new(a)}, got = {.a = a, .of = map_new(a)};
    count_words(&want, r->root);
    count_cells(&got, proof->root, lang_code(r->lang));
    assert_true(want.words.len > 1000);
    for (size_t i = 0; i < want.words.len; i++) {
        const char *word = want.words.at[i];
        long n = *count_of(&want, word), has = *count_of(&got, word);
        if (has < n)
            fail_msg("%s: \"%s\" stands %ld times in the report, %ld in the proof",
                     lang_code(r->lang), word, n, has);
    }
}

static void test_all_words(void **state)
{
    (void)state;
    static const char *const examples[] = {"severnside-2012", "kestrel-bay-2013"};
    for (size_t i = 0; i < LEN(examples); i++) {
        struct fixture f = fixture_new(examples[i]);
        size_t alone = 0;
        const struct report *proof =
            bilingual_report(f.a, f.d, f.s, (struct edition_pages){f.en, NULL},
                             (struct edition_pages){f.cy, NULL}, &alone);
        find_all(f.a, f.en, proof);
        find_all(f.a, f.cy, proof);
        arena_free(f.a);
    }
}

/* ---- editions that differ ---- */

static struct element *first_of(struct element *e, enum element_kind kind, long *nth)
{
    if (e->kind == kind && (*nth)-- == 0)
        return e;
    for (struct element *c = e->first; c != NULL; c = c->next) {
        struct element *found = first_of(c, kind, nth);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Whatever goes from the Welsh stands alone, and nothing moves to another row. */
static void test_missing(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        enum element_kind kind;
        long nth;
    } rows[] = {
        {"a paragraph", EL_P, 1},
        {"an item of a list", EL_ITEM, 3},
        {"a heading", EL_HEADING, 5},
        {"a row of a table", EL_TR, 20},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct fixture f = fixture_new("severnside-2012");
        size_t before = 0, after = 0;
        bilingual_report(f.a, f.d, f.s, (struct edition_pages){f.en, NULL},
                         (struct edition_pages){f.cy, NULL}, &before);
        long nth = rows[i].nth;
        struct element *gone = first_of((struct element *)f.cy->root, rows[i].kind, &nth);
        assert_non_null(gone);
        element_remove(gone);
        const struct report *proof =
            bilingual_report(f.a, f.d, f.s, (struct edition_pages){f.en, NULL},
                             (struct edition_pages){f.cy, NULL}, &after);
        if (after != before + 1)
            fail_msg("%s: %zu rows alone, then %zu", rows[i].what, before, after);
        find_all(f.a, f.en, proof);
        arena_free(f.a);
    }
}

static size_t element_count(const struct element *e)
{
    size_t n = 1;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        n += element_count(c);
    return n;
}

/* Takes out one of its blocks; the seed says which. */
static void remove_some(struct element *root, unsigned *seed)
{
    static const enum element_kind kinds[] = {EL_P,     EL_ITEM, EL_HEADING, EL_TR,
                                              EL_TABLE, EL_LIST, EL_SECTION, EL_NOTE,
                                              EL_LABEL, EL_TD,   EL_ASIDE,   EL_TITLE};
    *seed = *seed * 1103515245u + 12345u;
    enum element_kind kind = kinds[(*seed >> 16) % LEN(kinds)];
    long nth = (long)((*seed >> 8) % 40);
    struct element *gone = first_of(root, kind, &nth);
    if (gone != NULL)
        element_remove(gone);
}

/* However much is gone from either, what is left is all there. */
static void test_random(void **state)
{
    (void)state;
    unsigned seed = 1;
    for (int round = 0; round < 12; round++) {
        struct fixture f = fixture_new("kestrel-bay-2013");
        size_t before = element_count(f.cy->root), alone = 0;
        for (int i = 0; i < 20; i++)
            remove_some((struct element *)(i % 3 == 0 ? f.en : f.cy)->root, &seed);
        assert_true(element_count(f.cy->root) < before);
        const struct report *proof =
            bilingual_report(f.a, f.d, f.s, (struct edition_pages){f.en, NULL},
                             (struct edition_pages){f.cy, NULL}, &alone);
        assert_true(alone > 0);
        find_all(f.a, f.en, proof);
        find_all(f.a, f.cy, proof);
        arena_free(f.a);
    }
}

/* ---- pairs ---- */

static struct element *terms(struct arena *a, const struct file *f, const char *lines)
{
    struct element *parent = element_new(a, EL_TBODY, (struct pos){0});
    for (; *lines != '\0'; lines++)
        element_append(parent, element_new(a, *lines == 'p' ? EL_P : EL_TR,
                                           (struct pos){f, (size_t)(*lines - '0'), 1}));
    return parent;
}

static void test_pairs(void **state)
{
    (void)state;
    static const struct {
        const char *what, *en, *cy, *want;
    } rows[] = {
        {"the same", "123", "123", "11 22 33 "},
        {"another order", "123", "312", "11 22 33 "},
        {"one less in Welsh", "123", "13", "11 2- 33 "},
        {"one more in Welsh", "13", "123", "11 -2 33 "},
        {"other lines", "123", "456", "14 25 36 "},
        {"another line between neighbours", "123", "143", "11 24 33 "},
        {"the same line again", "1112", "112", "11 11 1- 22 "},
        {"nothing in Welsh", "12", "", "1- 2- "},
        {"nothing in English", "", "12", "-1 -2 "},
        {"another kind", "1p3", "123", "11 p- -2 33 "},
    };
    struct arena *a = arena_new();
    const struct file f = {"x", "", 0, NULL};
    for (size_t i = 0; i < LEN(rows); i++) {
        struct pairs all =
            pairs_of(a, terms(a, &f, rows[i].en), terms(a, &f, rows[i].cy));
        struct buf got = buf_new(a);
        for (size_t k = 0; k < all.all.len; k++) {
            struct pair p = all.all.at[k];
            buf_char(&got, p.en == NULL ? '-' : (char)('0' + p.en->pos.at));
            buf_char(&got, p.cy == NULL ? '-' : (char)('0' + p.cy->pos.at));
            buf_char(&got, ' ');
        }
        if (strcmp(got.at, rows[i].want) != 0)
            fail_msg("%s: want %s, got %s", rows[i].what, rows[i].want, got.at);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs), cmocka_unit_test(test_all_words),
        cmocka_unit_test(test_missing), cmocka_unit_test(test_random)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
