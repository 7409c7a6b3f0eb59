/* Page labels as ranges, bookmarks as a tree. */
#include "pdf/outline.h"
#include "pdf/objects.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void labels_count_on(void **state)
{
    (void)state;
    static const struct row {
        const char *labels[6];
        const char *written;
    } rows[] = {
        {{"1", "2", "3"}, "<</Nums[0<</S/D>>]>>"},
        {{"i", "ii", "1", "2"}, "<</Nums[0<</S/r>>2<</S/D>>]>>"},
        {{"5", "6", "8"}, "<</Nums[0<</S/D/St 5>>2<</S/D/St 8>>]>>"},
        {{"Cover", "1"}, "<</Nums[0<</P(Cover)>>1<</S/D>>]>>"},
        {{"", "", "1"}, "<</Nums[0<</P()>>1<</P()>>2<</S/D>>]>>"},
        {{"ix", "x", "xi"}, "<</Nums[0<</S/r/St 9>>]>>"},
        {{"0", "1"}, "<</Nums[0<</P(0)>>1<</S/D>>]>>"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct page pages[6] = {0};
        struct document doc = {.pages = pages};
        while (doc.page_count < 6 && rows[i].labels[doc.page_count] != NULL) {
            pages[doc.page_count].label = rows[i].labels[doc.page_count];
            doc.page_count++;
        }
        const struct plan plan = {.a = a, .doc = &doc};
        struct buf out = buf_new(a);
        put_page_labels(&plan, &out);
        if (strcmp(out.at, rows[i].written) != 0)
            fail_msg("row %zu: %s", i, out.at);
    }
    arena_free(a);
}

static void bookmarks_hang_by_level(void **state)
{
    (void)state;
    static const struct bookmark marks[] = {
        {"A", 1, 0, PT(10), NULL},     {"A.1", 2, 0, PT(20), NULL},
        {"A.1.1", 3, 0, PT(30), NULL}, {"A.2", 2, 0, PT(40), NULL},
        {"B", 1, 0, PT(50), NULL},
    };
    struct arena *a = arena_new();
    struct page page = {.width = PT(100), .height = PT(100)};
    const struct document doc = {.pages = &page,
                                 .page_count = 1,
                                 .bookmarks = marks,
                                 .bookmark_count = LEN(marks)};
    struct buf out = buf_new(a);
    struct plan plan = {.a = a, .doc = &doc, .objects = objects_new(a, &out, "1.7")};
    plan.pages = object_numbers(plan.objects, 1);
    plan.outline = object_numbers(plan.objects, 1);
    outline_write(&plan);
    /* The plain objects, one behind the other: entries 3 to 7, then the root, 2. */
    const char *written = object_begin(plan.objects, plan.pages)->at;
    assert_string_equal(
        written, "\n<</Title(A)/Parent 2 0 R/Next 7 0 R/First 4 0 R/Last 6 0 R/Count 2"
                 "/Dest[1 0 R/XYZ 0 90 null]>>"
                 "\n<</Title(A.1)/Parent 3 0 R/Next 6 0 R/First 5 0 R/Last 5 0 R/Count -1"
                 "/Dest[1 0 R/XYZ 0 80 null]>>"
                 "\n<</Title(A.1.1)/Parent 4 0 R/Dest[1 0 R/XYZ 0 70 null]>>"
                 "\n<</Title(A.2)/Parent 3 0 R/Prev 4 0 R/Dest[1 0 R/XYZ 0 60 null]>>"
                 "\n<</Title(B)/Parent 2 0 R/Prev 3 0 R/Dest[1 0 R/XYZ 0 50 null]>>"
                 "\n<</Type/Outlines/First 3 0 R/Last 7 0 R/Count 4>>\n");
    objects_finish(plan.objects, plan.outline, plan.outline);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_count_on),
        cmocka_unit_test(bookmarks_hang_by_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
