/* Texts that authors write, and the trees they become: cases/NAME.md, NAME.md.want. */
#include "golden.h"

static void print(struct arena *a, struct diags *d, const struct node *text,
                  struct buf *out)
{
    prose_dump(prose_parse(a, d, text), out);
}

static void cases(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/prose/cases", 40, print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
