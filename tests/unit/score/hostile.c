/* Inspections and programmes with faults.  Each tests/hostile/model/NAME.yaml (with
 * NAME.answers.csv and so on, or the answers.csv of the folder) is read, scored and its
 * marks counted; what is said of it must be what NAME.want holds.  With ACCEPT=1 in the
 * environment the expectations are written anew. */
#include "base/file.h"
#include "score/score.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { WANT_BYTES = 1 << 20 };

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

/* 1 when it did not say what it should. */
static int check_file(const char *path)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a), *quiet = diags_new(a);
    struct buf said = buf_new(a);
    const char *want_path =
        arena_printf(a, "%.*s.want", (int)(strlen(path) - strlen(".yaml")), path);
    say_all(a, d, path);
    diags_print(d, DIAG_SHORT, &said);
    if (getenv("ACCEPT") != NULL)
        file_replace(a, quiet, want_path, said.at, said.len);
    const struct file *want =
        file_read_bytes(a, quiet, want_path, WANT_BYTES, (struct pos){0});
    bool good = diags_errors(d) > 0 && want != NULL && strcmp(want->text, said.at) == 0;
    if (!good)
        print_error("%s said:\n%sand not:\n%s", path, said.at,
                    want != NULL ? want->text : "(no .want)\n");
    arena_free(a);
    return !good;
}

static int is_input(const struct dirent *e)
{
    const char *end = strrchr(e->d_name, '.');
    return end != NULL && strcmp(end, ".yaml") == 0;
}

static void check_folder(const char *folder, int least)
{
    struct dirent **entries;
    int wrong = 0, count = scandir(folder, &entries, is_input, alphasort);
    assert_true(count >= least);
    for (int i = 0; i < count; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        wrong += check_file(path);
        free(entries[i]);
    }
    free(entries);
    assert_int_equal(wrong, 0);
}

static void with_answers(void **state)
{
    (void)state;
    check_folder("model", 60);
}

static void with_counts(void **state)
{
    (void)state;
    check_folder("model/counts", 15);
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
