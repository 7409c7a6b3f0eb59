/* PDF's syntax, read and written. */
#include "pdf/token.h"
#include "pdf/put.h"
#include "pdf/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

static struct slice slice(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static void bytes_become_tokens(void **state)
{
    (void)state;
    static const struct row {
        const char *text;
        enum token_kind kind;
        const char *first, *rest;
    } rows[] = {
        {"", TOKEN_END, "", ""},
        {" \n% a comment\n", TOKEN_END, "", ""},
        {"12 0 R", TOKEN_NUMBER, "12", " 0 R"},
        {"-.5]", TOKEN_NUMBER, "-.5", "]"},
        {"% one\r/Type/Page", TOKEN_NAME, "/Type", "/Page"},
        {"(a (b) \\) c)Tj", TOKEN_STRING, "(a (b) \\) c)", "Tj"},
        {"(\\\\)/", TOKEN_STRING, "(\\\\)", "/"},
        {"(100% of)q", TOKEN_STRING, "(100% of)", "q"},
        {"<00 41>Tj", TOKEN_HEX, "<00 41>", "Tj"},
        {"<</A 1>>", TOKEN_DICT, "<<", "/A 1>>"},
        {">>\n", TOKEN_DICT_END, ">>", "\n"},
        {"[1]", TOKEN_ARRAY, "[", "1]"},
        {"f*\nQ", TOKEN_WORD, "f*", "\nQ"},
        {"'", TOKEN_WORD, "'", ""},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct slice rest = slice(rows[i].text);
        const struct token t = token_next(&rest);
        if (t.kind != rows[i].kind || !slice_is(t.bytes, rows[i].first) ||
            !slice_is(rest, rows[i].rest))
            fail_msg("%s: kind %d, \"%.*s\"", rows[i].text, (int)t.kind, (int)t.bytes.len,
                     t.bytes.at);
    }
}

static void numbers_have_values(void **state)
{
    (void)state;
    static const struct row {
        const char *text;
        long whole, thousandths;
    } rows[] = {
        {"0", 0, 0},
        {"841.89", -1, 841890},
        {"-12", -1, -12000},
        {".012", -1, 12},
        {"569.3359375", -1, 569335},
        {"-0.25", -1, -250},
        {"0000010811", 10811, 10811000},
        {"+3", -1, 3000},
        {"/3", -1, 0},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct slice rest = slice(rows[i].text);
        const struct token t = token_next(&rest);
        if (token_whole(t) != rows[i].whole)
            fail_msg("%s: %ld", rows[i].text, token_whole(t));
        if (token_thousandths(t) != rows[i].thousandths)
            fail_msg("%s: %ld thousandths", rows[i].text, token_thousandths(t));
    }
}

static void strings_stand_for_bytes(void **state)
{
    (void)state;
    static const struct row {
        const char *text;
        size_t len;
        const char *bytes;
    } rows[] = {
        {"()", 0, ""},
        {"(a (b) \\) \\\\)", 9, "a (b) ) \\"},
        {"(\\101\\0012\\7)", 4,
         "A\001"
         "2\7"},
        {"(cut \\\nin two)", 10, "cut in two"},
        {"<0041\n fF>", 3, "\0A\377"},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        unsigned char bytes[32];
        struct slice rest = slice(rows[i].text);
        const size_t len = token_string(token_next(&rest), bytes);
        if (len != rows[i].len || memcmp(bytes, rows[i].bytes, len) != 0)
            fail_msg("%s: %zu bytes", rows[i].text, len);
    }
}

static void values_are_found_in_dictionaries(void **state)
{
    (void)state;
    static const char dict[] = "<< /Type /Page % 1\n /Parent 1 0 R /Box [ 0 0 1 2 ]\n"
                               "/Length 654 /In << /Type /Other >> /Last (x) >>";
    static const struct row {
        const char *key, *value;
        long reference;
    } rows[] = {
        {"/Type", "/Page", -1},
        {"/Parent", "1 0 R", 1},
        {"/Box", "[ 0 0 1 2 ]", -1},
        {"/Length", "654", -1},
        {"/Last", "(x)", -1},
        {"/None", "", -1},
        {"/In", "<< /Type /Other >>", -1},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        const struct slice value = dict_get(slice(dict), rows[i].key);
        if (!slice_is(value, rows[i].value) ||
            value_reference(value) != rows[i].reference)
            fail_msg("%s: \"%.*s\"", rows[i].key, (int)value.len, value.at);
    }
}

/* cairo may deflate contents or not. */
static void streams_are_inflated(void **state)
{
    (void)state;
    static const char text[] = "1 0 0 -1 0 841.89 cm q Q q Q q Q q Q q Q q Q";
    char deflated[200];
    uLongf len = sizeof deflated;
    struct arena *a = arena_new();
    compress((Bytef *)deflated, &len, (const Bytef *)text, sizeof text - 1);
    const struct object packed = {slice("<</Length 9/Filter /FlateDecode>>"),
                                  {deflated, len}};
    const struct object plain = {slice("<</Length 9>>"), slice(text)};
    assert_true(slice_is(scan_inflate(a, &packed), text));
    assert_true(slice_is(scan_inflate(a, &plain), text));
    arena_free(a);
}

static void lengths_are_written_to_a_thousandth(void **state)
{
    (void)state;
    static const struct row {
        length l;
        const char *text;
    } rows[] = {
        {0, "0"},        {1024, "1"},        {-1024, "-1"},
        {512, "0.5"},    {1, "0.001"},       {PT(841.89), "841.89"},
        {1023, "0.999"}, {-1, "-0.001"},     {PT(70.9), "70.9"},
        {10240, "10"},   {PT(0.05), "0.05"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct buf b = buf_new(a);
        put_length(&b, rows[i].l);
        if (strcmp(b.at, rows[i].text) != 0)
            fail_msg("%d: %s, not %s", rows[i].l, b.at, rows[i].text);
    }
    arena_free(a);
}

static void text_is_literal_or_utf16(void **state)
{
    (void)state;
    static const struct row {
        const char *text, *written;
    } rows[] = {
        {"", "()"},
        {"plain", "(plain)"},
        {"a(b)\\c", "(a\\(b\\)\\\\c)"},
        {"\xC5\xB5", "<FEFF0175>"},
        {"\xF0\x9F\x98\x80", "<FEFFD83DDE00>"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct buf b = buf_new(a);
        put_text(&b, rows[i].text);
        if (strcmp(b.at, rows[i].written) != 0)
            fail_msg("%s: %s, not %s", rows[i].text, b.at, rows[i].written);
    }
    arena_free(a);
}

static void integers_are_written(void **state)
{
    (void)state;
    static const long numbers[] = {0, 7, -7, 10, 2147483647, -1234567};
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(numbers); i++) {
        struct buf b = buf_new(a);
        put_int(&b, numbers[i]);
        assert_string_equal(b.at, arena_printf(a, "%ld", numbers[i]));
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_become_tokens),
        cmocka_unit_test(numbers_have_values),
        cmocka_unit_test(strings_stand_for_bytes),
        cmocka_unit_test(values_are_found_in_dictionaries),
        cmocka_unit_test(streams_are_inflated),
        cmocka_unit_test(lengths_are_written_to_a_thousandth),
        cmocka_unit_test(text_is_literal_or_utf16),
        cmocka_unit_test(integers_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
