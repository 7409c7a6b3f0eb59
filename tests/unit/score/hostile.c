/* Inspections and programmes with faults.  Each tests/hostile/model/NAME.yaml (with
 * NAME.answers.csv and so on, or the answers.csv of the folder) is read, scored and its
 * marks counted; what is said of it must be what NAME.yaml.want holds. */
#include "../golden.h"
#include "score/score.h"

#include <unistd.h>

struct counting {
    struct arena *a;
    struct diags *d;
    const struct scores *s;
};

static void count_mark(const struct inline_node *n, void *data)
{
    const struct counting *c = data;
    if (n->kind != INLINE_MARK)
        return;
    const struct figure_ask *ask = figure_parse(c->a, c->d, c->s->in->programme, c->s->in,
                                                n->words, n->word_count, n->pos);
    if (ask != NULL && ask->kind != FIGURE_FIELD)
        figure_count(c->d, c->s, ask);
}

/* What one folder says from beginning to end, as the program would. */
static void say_all(struct arena *a, struct diags *d, const char *path)
{
    const struct inspection *in = inspection_load(a, d, "templates", path);
    if (in == NULL || diags_errors(d) > 0)
        return;
    struct counting c = {a, d, score_inspection(a, d, in)};
    const struct value *foreword = inspection_value(in, "foreword");
    if (foreword != NULL)
        prose_walk(foreword->blocks, count_mark, &c);
}

static void print(struct arena *a, struct diags *d, const char *path, struct buf *out)
{
    (void)out;
    say_all(a, d, path);
    assert_true(diags_errors(d) > 0);
}

static void with_answers(void **state)
{
    (void)state;
    check_folder("model", ".yaml", 60, print);
}

static void with_counts(void **state)
{
    (void)state;
    check_folder("model/counts", ".yaml", 15, print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_answers),
        cmocka_unit_test(with_counts),
    };
    if (chdir(ROOT "/tests/hostile") != 0)
        return 1;
    return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
