/* UTF-8: what is accepted, counted, written; which characters a text may hold; NFC. */
#include "base/utf8.h"

#include "base/buf.h"
#include "base/character.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *what, *bytes;
    uint32_t character;
    size_t width;
} decoded[] = {
    {"a letter", "a", 'a', 1},
    {"two bytes, least", "\xC2\x80", 0x80, 2},
    {"two bytes", "ŵ", 0x175, 2},
    {"three bytes, least", "\xE0\xA0\x80", 0x800, 3},
    {"three bytes", "€", 0x20AC, 3},
    {"four bytes, least", "\xF0\x90\x80\x80", 0x10000, 4},
    {"four bytes, last", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"the character for lost ones", "\xEF\xBF\xBD", 0xFFFD, 3},
    {"a byte of a sequence", "\x80", 0xFFFD, 1},
    {"overlong, two", "\xC0\xAF", 0xFFFD, 1},
    {"overlong, three", "\xE0\x9F\xBF", 0xFFFD, 1},
    {"overlong, four", "\xF0\x8F\xBF\xBF", 0xFFFD, 1},
    {"a surrogate", "\xED\xA0\x80", 0xFFFD, 1},
    {"beyond Unicode", "\xF4\x90\x80\x80", 0xFFFD, 1},
    {"far beyond", "\xFF", 0xFFFD, 1},
    {"cut", "\xE2\x82", 0xFFFD, 1},
    {"broken off", "\xE2\x82x", 0xFFFD, 1},
};

static void sequences_are_decoded(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(decoded); i++) {
        size_t width;
        uint32_t c = utf8_decode(decoded[i].bytes, strlen(decoded[i].bytes), &width);
        if (c != decoded[i].character || width != decoded[i].width)
            fail_msg("%s: U+%04X in %zu", decoded[i].what, c, width);
    }
}

static const struct {
    const char *text;
    size_t most, len;
} cuts[] = {
    {"", 0, 0},    {"", 5, 0},    {"abc", 2, 2}, {"abc", 3, 3},
    {"aŵb", 2, 1}, {"aŵb", 3, 3}, {"a€", 3, 1},  {"\x80\x80", 1, 0},
};

static void characters_are_not_cut(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(cuts); i++) {
        size_t len = utf8_cut(cuts[i].text, strlen(cuts[i].text), cuts[i].most);
        if (len != cuts[i].len)
            fail_msg("\"%s\" at %zu: %zu", cuts[i].text, cuts[i].most, len);
    }
}

static void all_characters_come_back(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
        char bytes[4];
        size_t wrote = utf8_encode(c, bytes), width;
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        uint32_t back = utf8_decode(bytes, wrote, &width);
        assert_int_equal(back, surrogate ? 0xFFFD : c);
        assert_int_equal(width, surrogate ? 1 : wrote);
    }
}

static void texts_are_measured(void **state)
{
    (void)state;
    assert_int_equal(utf8_count("tŷ €", 7), 4);
    assert_int_equal(utf8_count("", 0), 0);
    assert_int_equal(utf8_valid_len("tŷ", 3), 3);
    assert_int_equal(utf8_valid_len("tŷ\xFFx", 5), 3);
    assert_int_equal(utf8_valid_len("tŷ", 2), 1);
}

static const struct {
    uint32_t character;
    bool allowed;
    const char *name; /* where it is refused */
} characters[] = {
    {'a', true, NULL},
    {'\n', true, NULL},
    {'\t', true, NULL},
    {0xA0, true, NULL},
    {0xAD, true, NULL},
    {0x175, true, NULL},
    {0x200C, true, NULL},
    {0x2013, true, NULL},
    {0x1F600, true, NULL},
    {0, false, "the control character U+0000"},
    {'\r', false, "the control character U+000D"},
    {0x7F, false, "the control character U+007F"},
    {0x85, false, "the control character U+0085"},
    {0x61C, false, "U+061C ARABIC LETTER MARK"},
    {0x200B, false, "U+200B ZERO WIDTH SPACE"},
    {0x200F, false, "U+200F RIGHT-TO-LEFT MARK"},
    {0x2028, false, "U+2028 LINE SEPARATOR"},
    {0x202E, false, "U+202E RIGHT-TO-LEFT OVERRIDE"},
    {0x2069, false, "U+2069 POP DIRECTIONAL ISOLATE"},
    {0xE000, false, "the private-use character U+E000"},
    {0xF8FF, false, "the private-use character U+F8FF"},
    {0xF900, true, NULL},
    {0xFDD0, false, "U+FDD0, which is no character"},
    {0xFEFF, false, "U+FEFF ZERO WIDTH NO-BREAK SPACE"},
    {0xFFFF, false, "U+FFFF, which is no character"},
    {0x3FFFE, false, "U+3FFFE, which is no character"},
    {0xE0041, false, "U+E0041 TAG LATIN CAPITAL LETTER A"},
    {0x10FFFD, false, "the private-use character U+10FFFD"},
};

static void characters_are_allowed_or_named(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(characters); i++) {
        uint32_t c = characters[i].character;
        if (character_allowed(c) != characters[i].allowed)
            fail_msg("U+%04X: allowed is %d", c, !characters[i].allowed);
        if (characters[i].name != NULL)
            assert_string_equal(character_name(a, c), characters[i].name);
    }
    arena_free(a);
}

static const struct {
    const char *what, *text, *nfc;
} normal[] = {
    {"plain", "plain", "plain"},
    {"composed already", "tŷ – “x”", "tŷ – “x”"},
    {"decomposed", "ty\xCC\x82", "tŷ"},
    {"a mark that nothing joins", "x\xCC\x82", "x\xCC\x82"},
    {"marks in another order", "a\xCC\x82\xCC\xA3", "ậ"},
    {"a mark at the beginning", "\xCC\x82y", "\xCC\x82y"},
    {"the Ohm sign", "\xE2\x84\xA6", "Ω"},
    {"lines", "y\xCC\x82\ny\xCC\x82\n", "ŷ\nŷ\n"},
};

static void texts_are_normalised(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(normal); i++) {
        size_t len;
        const char *text = normal[i].text;
        const char *got = character_nfc(a, text, strlen(text), &len);
        if (strcmp(got, normal[i].nfc) != 0 || len != strlen(normal[i].nfc))
            fail_msg("%s: \"%s\"", normal[i].what, got);
    }
    arena_free(a);
}

/* Longer than the pieces that are normalised at once, with and without blanks. */
static void long_texts_are_normalised(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (int blank = 0; blank <= 1; blank++) {
        struct buf text = buf_new(a), want = buf_new(a);
        for (int i = 0; i < 5000; i++) {
            buf_str(&text, blank ? "y\xCC\x82 " : "y\xCC\x82");
            buf_str(&want, blank ? "ŷ " : "ŷ");
        }
        size_t len;
        const char *got = character_nfc(a, text.at, text.len, &len);
        assert_int_equal(len, want.len);
        assert_memory_equal(got, want.at, len);
    }
    arena_free(a);
}

/* Each byte at each place among plain ones, and two of it: what eight at a time refuse
 * is what one at a time would. */
static void plain_bytes_go_in_eights(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at + 1 < 24; at++) {
            char text[] = "plain text of 24 letters";
            const bool plain = (byte >= 0x20 && byte < 0x7F) || byte == '\n';
            text[at] = text[at + 1] = (char)byte;
            if (utf8_plain_len(text, 24) != (plain ? 24 : at / 8 * 8))
                fail_msg("byte %02X at %zu: %zu", byte, at, utf8_plain_len(text, 24));
            if (byte < 0x80 && byte != '\t' && !plain)
                assert_int_equal(character_fault(text, 24), at);
            assert_int_equal(utf8_valid_len(text, 24), byte < 0x80 ? 24 : at);
        }
    assert_int_equal(utf8_plain_len("seven..\x01", 7), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_bytes_go_in_eights),
        cmocka_unit_test(sequences_are_decoded),
        cmocka_unit_test(characters_are_not_cut),
        cmocka_unit_test(all_characters_come_back),
        cmocka_unit_test(texts_are_measured),
        cmocka_unit_test(characters_are_allowed_or_named),
        cmocka_unit_test(texts_are_normalised),
        cmocka_unit_test(long_texts_are_normalised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
