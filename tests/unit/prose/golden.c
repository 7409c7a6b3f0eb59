/* Texts that authors write, and the trees they become: cases/NAME.md, NAME.md.want. */
#include "../golden.h"
#include "prose/prose.h"

#include <unistd.h>

static void print(struct arena *a, struct diags *d, const char *path, struct buf *out)
{
    const struct file *f = file_read(a, d, path, WANT_BYTES, (struct pos){0});
    assert_non_null(f);
    prose_dump(prose_parse(a, d, node_of_file(a, f)), out);
}

static void cases(void **state)
{
    (void)state;
    check_folder(".", ".md", 40, print);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    if (chdir(ROOT "/tests/unit/prose/cases") != 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
