/* Words of a file replaced: everything else of its bytes stays. */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "base/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void put(const char *text)
{
    FILE *f = fopen("x.md", "w");
    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
}

/* The file with each "84%" as a mark; NULL when it cannot be done. */
static const char *edited(struct arena *a, struct diags *d, const struct file *f)
{
    struct edit edits[4];
    size_t count = 0;
    struct file_write out;
    const struct file *was;
    for (const char *s = f->text; (s = strstr(s, "84%")) != NULL && count < 4; s++)
        edits[count++] = (struct edit){(size_t)(s - f->text), 3, "((x %))"};
    if (!file_edit(a, d, f, edits, count, &out, &was))
        return NULL;
    return arena_strndup(a, out.bytes, out.len);
}

static const struct row {
    const char *what, *text, *want;
} rows[] = {
    {"one", "In 84% of cases.\n", "In ((x %)) of cases.\n"},
    {"nothing else", "None.\n", "None.\n"},
    {"two of a line", "84%, 84%", "((x %)), ((x %))"},
    {"line ends of Windows", "A.\r\nIn 84%.\r\n", "A.\r\nIn ((x %)).\r\n"},
    {"of old machines", "A.\rIn 84%.\r", "A.\rIn ((x %)).\r"},
    {"mixed", "A.\r\nB\nIn 84%.\r", "A.\r\nB\nIn ((x %)).\r"},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "84% A.\n84%",
     "\xEF\xBB\xBF((x %)) A.\n((x %))"},
    {"an accent of two characters before", "y\xCC\x82 84%\n", "y\xCC\x82 ((x %))\n"},
    {"behind", "84% y\xCC\x82\n", "((x %)) y\xCC\x82\n"},
    {"in another line", "y\xCC\x82\n84%\n", "y\xCC\x82\n((x %))\n"},
    {"on both sides", "y\xCC\x82 84% y\xCC\x82\n", NULL},
};

static void keeps_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        put(rows[i].text);
        const struct file *f = file_read(a, d, "x.md", 1000, (struct pos){0});
        assert_non_null(f);
        const char *got = edited(a, d, f);
        if ((got == NULL) != (rows[i].want == NULL) ||
            (got != NULL && strcmp(got, rows[i].want) != 0))
            fail_msg("%s: got %s", rows[i].what, got != NULL ? got : "nothing");
        assert_int_equal(diags_errors(d), rows[i].want == NULL);
        arena_free(a);
    }
}

static void refuses(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    put("In 84% of cases.\n");
    const struct file *f = file_read(a, d, "x.md", 1000, (struct pos){0});
    const struct file *bytes = file_read_bytes(a, d, "x.md", 1000, (struct pos){0});
    assert_int_equal(chmod("x.md", 0444), 0);
    assert_null(edited(a, d, f)); /* nobody may write it */
    assert_int_equal(chmod("x.md", 0644), 0);
    assert_non_null(edited(a, d, f));
    assert_true(file_still(d, bytes));
    put("In 84% of the cases.\n");
    assert_null(edited(a, d, f)); /* somebody else has */
    assert_false(file_still(d, bytes));
    assert_int_equal(remove("x.md"), 0);
    assert_false(file_still(d, bytes));
    arena_free(a);
}

/* What stands in for a file is read in its place, in that arena alone. */
static void stands_in(void **state)
{
    (void)state;
    struct arena *a = arena_new(), *other = arena_new();
    struct diags *d = diags_new(a);
    put("old\n");
    arena_stand_in(a, "x.md", "new\n", 4);
    const struct file *f = file_read(a, d, "x.md", 1000, (struct pos){0});
    assert_string_equal(f->text, "new\n");
    f = file_read(other, d, "x.md", 1000, (struct pos){0});
    assert_string_equal(f->text, "old\n");
    arena_free(other);
    arena_free(a);
}

int main(void)
{
    char dir[] = "/tmp/gwasg-edit-XXXXXX";
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_the_rest),
                                       cmocka_unit_test(refuses),
                                       cmocka_unit_test(stands_in)};
    if (mkdtemp(dir) == NULL || chdir(dir) != 0)
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove("x.md");
    return chdir("/") == 0 && rmdir(dir) == 0 ? failed : 1;
}
