/* Sets of bits count what figure_count counts: every question, answer and reason, with
 * every filter of some kinds, and with two. */
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#include "score/sets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct comparing {
    struct arena *a;
    const struct scores *s;
    struct sets *sets;
    size_t compared;
};

static const struct figure_ask *ask_of(struct comparing *c, const char *text)
{
    return figure_parse_text(c->a, diags_new(c->a), c->s->in->programme, c->s->in, text,
                             (struct pos){0});
}

static void compare(struct comparing *c, const char *name, const char *where)
{
    const struct figure_ask *alone = ask_of(c, name);
    const struct figure_ask *ask =
        ask_of(c, arena_printf(c->a, "%s where %s", name, where));
    assert_non_null(alone);
    assert_non_null(ask);
    struct asked_set of = sets_asked(c->sets, alone);
    const uint64_t *sets[2];
    for (size_t i = 0; i < ask->where_count; i++)
        sets[i] = sets_where(c->sets, &ask->where[i]);
    struct score sum = sets_count(c->sets, &of, sets, ask->where_count);
    struct figure f = figure_count(diags_new(c->a), c->s, ask);
    if (sum.sufficient != f.count || sum.applicable != f.base)
        fail_msg("%s where %s: %ld of %ld, not %ld of %ld", name, where, sum.sufficient,
                 sum.applicable, f.count, f.base);
    c->compared++;
}

static void compare_with_all(struct comparing *c, const char *name,
                             const char *const *where, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            compare(c, name,
                    i == k ? where[i]
                           : arena_printf(c->a, "%s and %s", where[i], where[k]));
}

static void compare_questions(struct comparing *c, const char *const *where, size_t count)
{
    const struct programme *p = c->s->in->programme;
    compare_with_all(c, "cases", where, count);
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        if (q->kind == QUESTION_SCORED)
            compare_with_all(c, q->name, where, count);
        for (size_t k = 0; k < q->choice_count; k++)
            compare_with_all(c, arena_printf(c->a, "%s=%s", q->name, q->choices[k].name),
                             where, count);
        for (size_t k = 0; k < q->reason_count; k++)
            compare_with_all(
                c, arena_printf(c->a, "%s" BECAUSE "%s", q->name, q->reasons[k].name),
                where, count);
    }
}

static void check_report(const char *report, const char *templates,
                         const char *const *where, size_t count)
{
    struct comparing c = {.a = arena_new()};
    struct diags *d = diags_new(c.a);
    const struct inspection *in = inspection_load(c.a, d, templates, report);
    assert_non_null(in);
    c.s = score_inspection(c.a, d, in);
    c.sets = sets_new(c.a, in);
    compare_questions(&c, where, count);
    assert_true(c.compared > 200);
    arena_free(c.a);
}

static void of_cases(void **state)
{
    static const char *const where[] = {
        "custody",       "not custody",     "office=Northam",     "risk!=high",
        "rmp-completed", "not rosh-shared", "mappa-level=level-1"};
    (void)state;
    check_report("examples/severnside-2012", "templates", where, LEN(where));
}

static void of_phases(void **state)
{
    static const char *const where[] = {"custody",
                                        "community",
                                        "not community",
                                        "done",
                                        "not plan-done",
                                        "who=panel",
                                        "not plan-done not because staff-absent"};
    static const char *const folders[] = {"templates/house-plain", "templates/house-2012",
                                          "tests/templates/specimen",
                                          "tests/templates/phases"};
    char dir[] = "/tmp/gwasg-sets-XXXXXX";
    struct arena *a = arena_new();
    (void)state;
    assert_non_null(mkdtemp(dir));
    for (size_t i = 0; i < LEN(folders); i++)
        assert_int_equal(symlink(arena_printf(a, ROOT "/%s", folders[i]),
                                 arena_printf(a, "%s%s", dir, strrchr(folders[i], '/'))),
                         0);
    check_report("tests/cases/phase/answers", dir, where, LEN(where));
    assert_int_equal(system(arena_printf(a, "rm -r %s", dir)), 0);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(of_cases),
                                       cmocka_unit_test(of_phases)};
    return chdir(ROOT) == 0 ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
