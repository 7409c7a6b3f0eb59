/* editions.c -- two editions of an example, the Welsh one changed in one place: what is
 * said, and where.  Unchanged they say nothing. */
#include "review/review.h"

#include "compose/compose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

struct fixture {
    struct arena *a;
    const struct inspection *in;
    const struct report *en, *cy;
};

static struct fixture fixture_new(const char *example)
{
    struct fixture f = {.a = arena_new()};
    struct diags *d = diags_new(f.a);
    const char *dir = arena_printf(f.a, ROOT "/examples/%s", example);
    f.in = inspection_load(f.a, d, ROOT "/templates", dir);
    assert_non_null(f.in);
    const struct scores *s = score_inspection(f.a, d, f.in);
    f.en = compose(f.a, d, s, "report", LANG_EN, STAGE_PROOF);
    f.cy = compose(f.a, d, s, "report", LANG_CY, STAGE_PROOF);
    assert_non_null(f.en);
    assert_non_null(f.cy);
    return f;
}

static const char *said(const struct fixture *f)
{
    struct diags *d = diags_new(f->a);
    struct buf out = buf_new(f->a);
    review_editions(f->a, d, f->in, f->en, f->cy);
    diags_print(d, DIAG_SHORT, &out);
    return out.at;
}

static size_t lines_of(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

/* The element of that kind, counted in the order of the text. */
static struct element *find(struct element *e, enum element_kind kind, const char *of,
                            long *nth)
{
    const char *look = e->at[AT_LOOK];
    bool like = of == NULL || (look != NULL && strcmp(look, of) == 0);
    if (e->kind == kind && like && (*nth)-- == 0)
        return e;
    for (struct element *c = e->first; c != NULL; c = c->next) {
        struct element *found = find(c, kind, of, nth);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* ---- changes ---- */

static void remove_it(struct arena *a, struct element *e)
{
    struct element **at = &e->parent->first, *before = NULL;
    (void)a;
    for (; *at != e; at = &(*at)->next)
        before = *at;
    *at = e->next;
    if (e->parent->last == e)
        e->parent->last = before;
}

static void one_more(struct arena *a, struct element *e)
{
    struct source_figure *f = NEW(a, struct source_figure);
    *f = *e->figure;
    f->count++;
    f->printed = "one more";
    e->figure = f;
}

static void elsewhere(struct arena *a, struct element *e)
{
    (void)a;
    e->at[AT_TARGET] = NULL;
    e->at[AT_HREF] = "https://elsewhere.example.org";
}

static void deeper(struct arena *a, struct element *e)
{
    (void)a;
    e->set[AT_LEVEL] = 4;
}

static void other_words(struct arena *a, struct element *e)
{
    (void)a;
    e->first->text = "Rhywun arall, 2041";
}

static const struct {
    const char *what;
    enum element_kind kind;
    const char *of;
    long nth;
    void (*change)(struct arena *a, struct element *e);
    const char *said;
} changes[] = {
    {"a paragraph less", EL_P, NULL, 13, remove_it,
     "the paragraph \"We looked closely at 62 cases in Severnside. Day-to-day …\" stands "
     "in the English edition only"},
    {"an item less", EL_ITEM, NULL, 8, remove_it, "stands in the English edition only"},
    {"a case story less", EL_BOX, "case", 1, remove_it, "the case story \""},
    {"a heading less", EL_HEADING, NULL, 9, remove_it, "the heading \""},
    {"another count", EL_FIG, NULL, 0, one_more,
     "Fwd p2: the figures of this block differ: English has 62 cases, Welsh has one "
     "more"},
    {"another address", EL_LINK, NULL, 0, elsewhere,
     "links of this block differ: English has "},
    {"a footnote less", EL_NOTE, NULL, 0, remove_it,
     "the footnotes of this block differ: English has oversight, Welsh has none of them"},
    {"another level", EL_HEADING, NULL, 4, deeper, "Welsh has 4"},
    {"another chief inspector", EL_NAME, NULL, 4, other_words,
     "the names differ: English has \"Helen Tregarth\", Welsh has \"Rhywun arall, "
     "2041\""},
};

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(changes); i++) {
        struct fixture f = fixture_new("severnside-2012");
        struct element *root = (struct element *)f.cy->root;
        size_t before = lines_of(said(&f));
        long nth = changes[i].nth;
        struct element *e = find(root, changes[i].kind, changes[i].of, &nth);
        if (e == NULL)
            fail_msg("%s: no such element", changes[i].what);
        changes[i].change(f.a, e);
        const char *text = said(&f);
        if (strstr(text, changes[i].said) == NULL || lines_of(text) <= before)
            fail_msg("%s: %s", changes[i].what, text);
        arena_free(f.a);
    }
}

/* What the trial editions lack is a number for the Welsh one. */
static void test_same(void **state)
{
    (void)state;
    static const char *const examples[] = {
        "severnside-2012",        "kestrel-bay-2013",     "westmere-2013",
        "aldermoor-thornby-2009", "elystan-morfaen-2013", "tregelynnen-2009"};
    for (size_t i = 0; i < LEN(examples); i++) {
        struct fixture f = fixture_new(examples[i]);
        const char *text = said(&f);
        bool isbn = strstr(text, "only the English edition has an ISBN") != NULL;
        if (lines_of(text) != (isbn ? 1u : 0u))
            fail_msg("%s: %s", examples[i], text);
        arena_free(f.a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_same),
                                       cmocka_unit_test(test_changes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
