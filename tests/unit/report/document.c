/* document.c -- docs/document.md is what the tables of vocabulary.h say.  ACCEPT=1 writes
 * it. */
#include "base/file.h"
#include "report/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

#define PAGE ROOT "/docs/document.md"

static void test_document(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf out = buf_new(a);
    vocabulary_document(&out);
    if (getenv("ACCEPT") != NULL)
        file_replace(a, d, PAGE, out.at, out.len);
    const struct file *f = file_read(a, d, PAGE, 1 << 20, (struct pos){0});
    assert_non_null(f);
    assert_string_equal(f->text, out.at);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_document)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
