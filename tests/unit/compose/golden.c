/* golden.c -- each folder under tests/compose with an inspection.yaml, composed from the
 * tiny programme there, against its want-LANG-STAGE.xml (the report, then what was said).
 * ACCEPT=1 rewrites them; the reviewer reads the difference. */
#include "compose/compose.h"

#include "../golden.h"

#define CASES ROOT "/tests/compose"

static const struct {
    const char *name;
    enum stage stage;
} STAGES[] = {{"proof", STAGE_PROOF},
              {"draft", STAGE_DRAFT},
              {"embargo", STAGE_EMBARGO},
              {"final", STAGE_FINAL}};

static const char *compose_case(struct arena *a, const char *dir, enum lang l,
                                enum stage stage)
{
    struct diags *d = diags_new(a);
    struct buf out = buf_new(a);
    diags_verbose(d);
    const struct inspection *in = inspection_load(a, d, CASES "/templates", dir);
    const struct scores *s =
        in != NULL && diags_errors(d) == 0 ? score_inspection(a, d, in) : NULL;
    const struct report *r = s != NULL ? compose(a, d, s, "report", l, stage) : NULL;
    if (r != NULL)
        report_dump(r, &out);
    for (size_t i = 0; r != NULL && i < LAYOUT_WORD_COUNT; i++)
        buf_printf(&out, "word: %s\n", r->words[i]);
    diags_print(d, DIAG_SHORT, &out);
    return without_root(a, out.at);
}

static const char *read_want(struct arena *a, const char *path)
{
    struct diags *d = diags_new(a);
    const struct file *f =
        file_exists(path) ? file_read(a, d, path, 1 << 24, (struct pos){0}) : NULL;
    return f != NULL ? f->text : "";
}

/* The first line in which the two differ. */
static const char *difference(struct arena *a, const char *want, const char *got)
{
    while (*want != '\0' && *got != '\0') {
        size_t w = strcspn(want, "\n"), g = strcspn(got, "\n");
        if (w != g || memcmp(want, got, w) != 0)
            break;
        want += w + (want[w] == '\n');
        got += g + (got[g] == '\n');
    }
    return arena_printf(a, "want: %.*s\n got: %.*s", (int)strcspn(want, "\n"), want,
                        (int)strcspn(got, "\n"), got);
}

/* want-cy-final.xml says what to ask for. */
static void run_want(struct arena *a, const char *dir, const char *name)
{
    enum lang l = LANG_EN;
    enum stage stage = STAGE_PROOF;
    lang_parse(arena_strndup(a, name + 5, 2), &l);
    for (size_t i = 0; i < LEN(STAGES); i++)
        if (strncmp(name + 8, STAGES[i].name, strlen(STAGES[i].name)) == 0)
            stage = STAGES[i].stage;
    const char *path = path_join(a, dir, name);
    const char *got = compose_case(a, dir, l, stage);
    const char *want = read_want(a, path);
    if (getenv("ACCEPT") != NULL)
        file_replace(a, diags_new(a), path, got, strlen(got));
    else if (strcmp(got, want) != 0)
        fail_msg("%s\n%s", path, difference(a, want, got));
}

static void run_folder(struct arena *a, const char *dir)
{
    DIR *d = opendir(dir);
    for (struct dirent *e = NULL; d != NULL && (e = readdir(d)) != NULL;)
        if (strncmp(e->d_name, "want-", 5) == 0 && strlen(e->d_name) > 12)
            run_want(a, dir, arena_strdup(a, e->d_name));
    if (d != NULL)
        closedir(d);
}

static void test_golden(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    DIR *d = opendir(CASES);
    assert_non_null(d);
    for (struct dirent *e = NULL; (e = readdir(d)) != NULL;)
        if (e->d_name[0] != '.' && strcmp(e->d_name, "templates") != 0)
            run_folder(a, path_join(a, CASES, e->d_name));
    closedir(d);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
