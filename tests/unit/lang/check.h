/* check.h -- what the tables of these tests share: an arena for a test, and a comparison
 * that names the row. */
#ifndef CHECK_H
#define CHECK_H

#include "lang/lang.h"

/* cmocka wants these before its own header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static inline int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static inline int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static inline void check_text(const char *what, const char *got, const char *want)
{
    if (strcmp(got, want) != 0)
        fail_msg("%s: got \"%s\", not \"%s\"", what, got, want);
}

#define RUN(tests) cmocka_run_group_tests(tests, setup, teardown)

#endif
