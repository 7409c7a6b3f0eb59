/* Working days, over week-ends, holidays and the days that stand in for them. */
#include "model/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

struct row {
    const char *what, *from;
    int days;
    const char *to; /* NULL: a year of which nothing is known */
};

static const struct row rows[] = {
    {"the next day", "2012-05-14", 1, "2012-05-15"},
    {"two weeks", "2012-05-14", 10, "2012-05-28"},
    {"from a Saturday", "2012-05-12", 1, "2012-05-14"},
    {"from a Friday", "2012-05-11", 1, "2012-05-14"},
    {"none", "2012-05-14", 0, "2012-05-14"},
    {"a spring holiday moved to June, and a jubilee", "2012-06-01", 1, "2012-06-06"},
    {"a royal wedding", "2011-04-28", 1, "2011-05-03"},
    {"Easter", "2012-04-05", 1, "2012-04-10"},
    {"over Christmas", "2012-12-20", 10, "2013-01-08"},
    {"Christmas on a Saturday, Boxing Day on a Sunday", "2010-12-24", 1, "2010-12-29"},
    {"Christmas on a Sunday", "2011-12-23", 1, "2011-12-28"},
    {"Boxing Day on a Saturday", "2015-12-24", 1, "2015-12-29"},
    {"New Year on a Saturday", "2010-12-31", 1, "2011-01-04"},
    {"New Year on a Sunday", "2011-12-30", 1, "2012-01-03"},
    {"29 February", "2012-02-28", 2, "2012-03-01"},
    {"no 29 February", "2013-02-28", 1, "2013-03-01"},
    {"our own day", "2026-12-24", 1, "2026-12-29"},
    {"a year without data", "2017-12-28", 5, NULL},
    {"a year without data before", "2001-03-01", 5, NULL},
};

static const char *written(struct arena *a, struct date d)
{
    return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void days(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct programme *p =
        programme_load(a, d, ROOT "/templates", "cci-2012", (struct pos){0});
    const struct calendar *c = p != NULL ? calendar_read(a, d, p) : NULL;
    assert_non_null(c);
    for (size_t i = 0; i < LEN(rows); i++) {
        struct date from, to;
        assert_true(date_parse(rows[i].from, &from));
        bool known = calendar_after(diags_new(a), c, from, rows[i].days, &to);
        if (known != (rows[i].to != NULL) ||
            (known && strcmp(written(a, to), rows[i].to) != 0))
            fail_msg("%s: %s", rows[i].what, known ? written(a, to) : "refused");
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
