/* hostile.c -- templates that are wrong, or that want more than they may: each says what
 * its .want says, in less than a second and 128 MB; those named limit-* may take as long
 * and as much as the limits allow.  ACCEPT=1 rewrites what is wanted. */
#include "compose/compose.h"

#include "../golden.h"

#include <sys/resource.h>
#include <time.h>

#define FOLDER ROOT "/tests/hostile/xslt"
#define CASES ROOT "/tests/compose"

/* The tiny programme with its template replaced. */
static void compose_by(struct arena *a, struct diags *d, const char *template)
{
    const struct inspection *in =
        inspection_load(a, d, CASES "/templates", CASES "/bare");
    assert_non_null(in);
    struct document_kind document = {.name = "report", .template = template};
    struct programme p = *in->programme;
    p.documents = &document;
    p.document_count = 1;
    struct inspection own = *in;
    own.programme = &p;
    const struct scores *s = score_inspection(a, d, &own);
    assert_int_equal(diags_errors(d), 0);
    const struct report *r = compose(a, d, s, "report", LANG_EN, STAGE_PROOF);
    if (diags_errors(d) == 0)
        assert_non_null(r);
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void run(const char *name, bool limit)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    double start = seconds();
    compose_by(a, d, path_join(a, FOLDER, name));
    double took = seconds() - start;
    struct buf out = buf_new(a);
    diags_print(d, DIAG_SHORT, &out);
    const char *got = without_root(a, out.at);
    const char *path = arena_printf(a, "%s/%s.want", FOLDER, name);
    const struct file *want =
        file_exists(path) ? file_read(a, d, path, 1 << 20, (struct pos){0}) : NULL;
    if (getenv("ACCEPT") != NULL)
        file_replace(a, diags_new(a), path, got, strlen(got));
    else if (want == NULL || strcmp(want->text, got) != 0)
        fail_msg("%s: want %s\ngot %s", name, want != NULL ? want->text : "", got);
    if (got[0] == '\0')
        fail_msg("%s: nothing was said", name);
    if (took > (limit ? 30 : 1))
        fail_msg("%s: took %.1f s", name, took);
    arena_free(a);
}

static void run_all(bool limits)
{
    DIR *d = opendir(FOLDER);
    assert_non_null(d);
    for (struct dirent *e = NULL; (e = readdir(d)) != NULL;) {
        const char *end = strrchr(e->d_name, '.');
        bool limit = strncmp(e->d_name, "limit-", 6) == 0;
        if (end != NULL && strcmp(end, ".xsl") == 0 && limit == limits)
            run(e->d_name, limit);
    }
    closedir(d);
}

/* Runs first: the most that the process ever held is never given back. */
static void test_wrong(void **state)
{
    (void)state;
    run_all(false);
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    assert_true(SANITIZED || used.ru_maxrss < 128 << 10);
}

static void test_limits(void **state)
{
    (void)state;
    run_all(true);
}

/* After a template was thrown out, the next one runs as if nothing had been. */
static void test_afterwards(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    compose_by(a, d, CASES "/templates/tiny/report.xsl");
    assert_int_equal(diags_errors(d), 0);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_afterwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
