/* fence.c -- the cap on libxml2's memory: what stays, what is given back. */
#include "compose/template.h"

#include <libxml/xmlmemory.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants those before it */
#include <cmocka.h>

enum { CAP = 1000 };

static void take_half(void *data)
{
    char **kept = data;
    *kept = xmlMalloc(CAP / 2);
    memset(*kept, 'k', CAP / 2);
}

static void take_too_much(void *data)
{
    bool *after = data;
    xmlMalloc(CAP / 2);
    xmlMalloc(CAP);
    *after = true;
}

static void grow_and_shrink(void *data)
{
    char **kept = data;
    for (size_t size = 1; size < CAP / 2; size *= 2)
        *kept = xmlRealloc(*kept, size);
    *kept = xmlRealloc(*kept, 1);
    xmlFree(xmlMalloc(CAP - 1)); /* there is room again */
}

static void free_and_take(void *data)
{
    xmlFree(data);
    xmlFree(xmlMalloc(CAP));
}

static void the_cap_holds(void **state)
{
    (void)state;
    bool after = false;
    assert_false(fence_run(CAP, take_too_much, &after));
    assert_false(after);
}

/* A library may keep a piece for itself: it is no longer the fence's to give back. */
static void what_is_kept_stays(void **state)
{
    (void)state;
    char *kept = NULL;
    bool after = false;
    assert_true(fence_run(CAP, take_half, &kept));
    assert_false(fence_run(CAP, take_too_much, &after));
    assert_int_equal(kept[CAP / 2 - 1], 'k');
    assert_true(fence_run(CAP, free_and_take, kept)); /* the room is the whole again */
}

static void room_comes_back(void **state)
{
    (void)state;
    char *kept = NULL;
    assert_true(fence_run(CAP, grow_and_shrink, &kept));
    xmlFree(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cap_holds),
        cmocka_unit_test(what_is_kept_stays),
        cmocka_unit_test(room_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
