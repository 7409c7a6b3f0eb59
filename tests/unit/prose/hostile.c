/* Texts that cannot be used, and every word that is said of them, with its place:
 * tests/hostile/markdown/NAME.md, NAME.md.want. */
#include "golden.h"

static void print(struct arena *a, struct diags *d, const struct node *text,
                  struct buf *out)
{
    (void)out;
    prose_parse(a, d, text);
    assert_true(diags_errors(d) > 0);
}

static void cases(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/hostile/markdown", 40, print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
