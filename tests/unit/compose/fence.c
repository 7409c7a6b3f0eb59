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
    assert_false(fence_run(CAP, false, take_too_much, &after));
    assert_false(after);
}

/* What was taken outside is not the fence's to give back, nor to count. */
static void what_is_outside_stays(void **state)
{
    (void)state;
    char *kept = xmlMalloc(CAP / 2);
    bool after = false;
    kept[CAP / 2 - 1] = 'k';
    assert_false(fence_run(CAP, false, take_too_much, &after));
    assert_int_equal(kept[CAP / 2 - 1], 'k');
    assert_true(
        fence_run(CAP, false, free_and_take, kept)); /* the room is the whole again */
}

/* Each of any size has room of its own, also where another had been before. */
static void take_sizes(void *data)
{
    unsigned char *all[40];
    (void)data;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0, size = 0; i < 40; i++, size = size * 5 / 4 + 3) {
            all[i] = memset(xmlMalloc(size), (int)i, size);
            assert_int_equal((uintptr_t)all[i] % 16, 0);
        }
        for (size_t i = 0, size = 0; i < 40; i++, size = size * 5 / 4 + 3) {
            for (size_t k = 0; k < size; k++)
                assert_int_equal(all[i][k], i);
            xmlFree(all[i]);
        }
    }
}

static void pieces_of_all_sizes_are_apart(void **state)
{
    (void)state;
    assert_true(fence_run(SIZE_MAX, false, take_sizes, NULL));
}

static void take_one(void *data)
{
    char **kept = data;
    *kept = memset(xmlMalloc(CAP - 1), 'k', CAP - 1);
}

static void use_kept(void *data)
{
    char **kept = data;
    assert_int_equal((*kept)[CAP - 2], 'k');
    xmlFree(*kept);
    *kept = xmlMalloc(2 * CAP - 1); /* its room is there again */
}

/* What is kept counts for no other, who may use and free it. */
static void what_is_kept_stays(void **state)
{
    (void)state;
    char *kept = NULL;
    bool after = false;
    assert_true(fence_run(CAP, true, take_one, &kept));
    assert_false(fence_run(CAP, false, take_too_much, &after));
    assert_true(fence_run(CAP, true, use_kept, &kept));
}

static void room_comes_back(void **state)
{
    (void)state;
    char *kept = NULL;
    assert_true(fence_run(CAP, false, grow_and_shrink, &kept));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cap_holds),
        cmocka_unit_test(what_is_outside_stays),
        cmocka_unit_test(pieces_of_all_sizes_are_apart),
        cmocka_unit_test(room_comes_back),
        cmocka_unit_test(what_is_kept_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
