/* Maps, and the arrays and texts that grow. */
#include "base/map.h"

#include "base/array.h"
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void keys_find_their_values(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map *m = map_new(a);
    static int values[1000];
    for (int i = 0; i < 1000; i++)
        assert_null(map_put(m, arena_printf(a, "key %d", i), &values[i]));
    for (int i = 0; i < 1000; i++)
        assert_ptr_equal(map_get(m, arena_printf(a, "key %d", i)), &values[i]);
    assert_null(map_get(m, "key 1000"));
    assert_null(map_get(m, ""));
    arena_free(a);
}

static void values_are_replaced(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct map *m = map_new(a);
    int first, second;
    assert_null(map_put(m, "key", &first));
    assert_ptr_equal(map_put(m, "key", &second), &first);
    assert_ptr_equal(map_get(m, "key"), &second);
    arena_free(a);
}

static void arrays_keep_their_elements(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    ARRAY(size_t) numbers = {0};
    for (size_t i = 0; i < 10000; i++) {
        size_t *number = array_push(a, &numbers);
        assert_int_equal(*number, 0);
        *number = i;
    }
    for (size_t i = 0; i < numbers.len; i++)
        assert_int_equal(numbers.at[i], i);
    assert_int_equal(numbers.len, 10000);
    arena_free(a);
}

static void large_and_small_pieces_do_not_meet(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    char *large = arena_alloc(a, 1 << 20), *small = arena_alloc(a, 3);
    char *next = arena_strdup(a, "next");
    memset(large, 'l', 1 << 20);
    memset(small, 's', 3);
    assert_string_equal(next, "next");
    assert_int_equal(large[(1 << 20) - 1], 'l');
    assert_true(arena_used(a) >= (1 << 20) + 8);
    arena_free(a);
    arena_free(NULL);
}

static const struct {
    const char *text, *xml, *json, *csv;
} escapes[] = {
    {"x", "x", "\"x\"", "x"},
    {"a & <b>", "a &amp; &lt;b&gt;", "\"a & <b>\"", "a & <b>"},
    {"say \"x\"", "say &quot;x&quot;", "\"say \\\"x\\\"\"", "\"say \"\"x\"\"\""},
    {"a\nb", "a\nb", "\"a\\nb\"", "\"a\nb\""},
    {"a,b;c", "a,b;c", "\"a,b;c\"", "\"a,b;c\""},
    {"\\\x01", "\\\x01", "\"\\\\\\u0001\"", "\\\x01"},
    {"", "", "\"\"", ""},
    {"caf\xE9 \x7F", "caf\xE9 \x7F", "\"caf\xEF\xBF\xBD \\u007f\"", "caf\xE9 \x7F"},
    {"=1+1", "=1+1", "\"=1+1\"", "'=1+1"},
    {"-x,y", "-x,y", "\"-x,y\"", "\"'-x,y\""},
    {"@a", "@a", "\"@a\"", "'@a"},
    {"'+a", "'+a", "\"'+a\"", "''+a"},
    {"-12.5", "-12.5", "\"-12.5\"", "-12.5"},
    {"-", "-", "\"-\"", "'-"},
    {"'Sdim", "'Sdim", "\"'Sdim\"", "'Sdim"},
};

static void texts_are_escaped(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(escapes); i++) {
        struct buf xml = buf_new(a), json = buf_new(a), csv = buf_new(a);
        buf_xml(&xml, escapes[i].text);
        buf_json(&json, escapes[i].text);
        buf_csv(&csv, escapes[i].text);
        assert_string_equal(xml.at, escapes[i].xml);
        assert_string_equal(json.at, escapes[i].json);
        assert_string_equal(csv.at, escapes[i].csv);
        if (csv.at[0] != '"') /* taken back it is as it was */
            assert_string_equal(csv_unguarded(csv.at), escapes[i].text);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_find_their_values),
        cmocka_unit_test(values_are_replaced),
        cmocka_unit_test(arrays_keep_their_elements),
        cmocka_unit_test(large_and_small_pieces_do_not_meet),
        cmocka_unit_test(texts_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
