/* The address for one use: good once, until its time, and for nothing but the page. */
#include "watch/guard.h"

#include "base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those four before it */
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static int asked(const struct guard *g, const char *method, const char *token,
                 const char *rest)
{
    char path[64], host[32], origin[48];
    const char *behind;
    snprintf(path, sizeof path, "/%s%s", token, rest);
    snprintf(host, sizeof host, "127.0.0.1:%d", g->port);
    snprintf(origin, sizeof origin, "http://%s", host);
    const struct asked_for r = {method, path, host, origin, "none"};
    return guard_check(g, &r, &behind);
}

static void it_leads_to_the_page_alone(void **state)
{
    (void)state;
    struct guard g = {.port = 4100};
    assert_true(guard_begin(&g));
    assert_int_equal(asked(&g, "GET", "", "/"), 404); /* none was made */
    assert_true(guard_begin_once(&g, 60));
    const struct {
        const char *method, *token, *rest;
        int status;
    } rows[] = {
        {"GET", g.token, "/", 200},       {"GET", g.once, "/", 303},
        {"GET", g.once, "", 404},         {"GET", g.once, "/events", 404},
        {"GET", g.once, "/open", 404},    {"GET", "", "/", 404},
        {"POST", g.once, "/choose", 403}, {"HEAD", g.once, "/", 405},
    };
    for (size_t i = 0; i < LEN(rows); i++)
        if (asked(&g, rows[i].method, rows[i].token, rows[i].rest) != rows[i].status)
            fail_msg("%s .../%s is not %d", rows[i].method, rows[i].rest, rows[i].status);
}

static void it_is_good_once_and_for_its_time(void **state)
{
    (void)state;
    struct guard g = {.port = 4100};
    assert_true(guard_begin(&g));
    assert_false(guard_use_once(&g, 1));
    assert_true(guard_begin_once(&g, 60));
    assert_string_not_equal(g.once, g.token);
    assert_true(guard_use_once(&g, 59));
    assert_false(guard_use_once(&g, 59));
    assert_true(guard_begin_once(&g, 60));
    assert_false(guard_use_once(&g, 60));
    assert_false(guard_use_once(&g, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_leads_to_the_page_alone),
        cmocka_unit_test(it_is_good_once_and_for_its_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
