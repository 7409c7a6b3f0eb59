/* character.c -- which characters a text may hold, and NFC.  In: UTF-8; out: an answer or
 * UTF-8.  Knows nothing of files; ICU is seen here alone. */
#include "base/character.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

struct range {
    uint32_t first, last;
};

/* Ascending.  Left out are U+200C and U+200D, which some scripts need, and U+00AD. */
static const struct range refused[] = {
    {0x00, 0x08},       {0x0B, 0x1F},          {0x7F, 0x9F},     {0x061C, 0x061C},
    {0x200B, 0x200B},   {0x200E, 0x200F},      {0x2028, 0x202E}, {0x2066, 0x206F},
    {0xD800, 0xF8FF},   {0xFDD0, 0xFDEF},      {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFF},
    {0xE0000, 0xE0FFF}, {0xF0000, UINT32_MAX},
};

bool character_allowed(uint32_t c)
{
    if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t')
        return true;
    if ((c & 0xFFFE) == 0xFFFE)
        return false;
    for (size_t i = 0; i < LEN(refused) && refused[i].first <= c; i++)
        if (c <= refused[i].last)
            return false;
    return true;
}

bool character_seen(uint32_t c)
{
    return c < 0xA0 ||
           !u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool character_blank(uint32_t c)
{
    return c == '\t' || c == '\n' || c == ' ' || c == 0xA0 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

const char *character_letters(uint32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    enum { FIRST = 0xFB00 };
    return c >= FIRST && c - FIRST < LEN(letters) ? letters[c - FIRST] : NULL;
}

size_t character_columns(uint32_t c)
{
    if (c < 0x300) /* of which none joins another, and none is wide */
        return 1;
    int8_t type = u_charType((UChar32)c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || !character_seen(c))
        return 0;
    int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

size_t character_fault(const char *s, size_t len)
{
    for (size_t i = 0, width; i < len; i += width) {
        width = utf8_plain_len(s + i, len - i);
        if (width > 0)
            continue;
        width = 1;
        unsigned char c = (unsigned char)s[i];
        if (c >= 0x20 && c < 0x7F)
            continue;
        if (!character_allowed(utf8_decode(s + i, len - i, &width)))
            return i;
    }
    return len;
}

const char *character_name(struct arena *a, uint32_t c)
{
    char name[128] = "";
    UErrorCode status = U_ZERO_ERROR;
    switch (u_charType((UChar32)c)) {
    case U_CONTROL_CHAR: return arena_printf(a, "the control character U+%04X", c);
    case U_PRIVATE_USE_CHAR:
        return arena_printf(a, "the private-use character U+%04X", c);
    default: u_charName((UChar32)c, U_UNICODE_CHAR_NAME, name, sizeof name, &status);
    }
    if (U_FAILURE(status) || name[0] == '\0')
        return arena_printf(a, "U+%04X, which is no character", c);
    return arena_printf(a, "U+%04X %s", c, name);
}

/* Characters that NFC may change or join with others all lie at U+0300 or above, and of
 * those the dashes and quotation marks, which every text has, are safe. */
static size_t nfc_safe_len(const char *s, size_t len)
{
    for (size_t i = 0, width; i < len; i += width) {
        width = utf8_plain_len(s + i, len - i);
        if (width > 0)
            continue;
        width = 1;
        if ((unsigned char)s[i] < 0xCC)
            continue;
        uint32_t c = utf8_decode(s + i, len - i, &width);
        if (c >= 0x300 && !(c >= 0x2010 && c <= 0x2027))
            return i;
    }
    return len;
}

static void *must(void *p)
{
    if (p == NULL)
        out_of_memory();
    return p;
}

static void ended_well(UErrorCode status)
{
    if (status == U_MEMORY_ALLOCATION_ERROR)
        out_of_memory();
    if (U_FAILURE(status))
        bug("ICU: %s", u_errorName(status));
}

/* NFC of `from` at the end of `out`; NFC has at most three times the units. */
static void add_normalized(const UNormalizer2 *nfc, const UChar *from, int32_t len,
                           struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t room = 3 * len, wrote = 0, bytes = 0;
    UChar *to = must(malloc(sizeof *to * (size_t)room));
    wrote = unorm2_normalize(nfc, from, len, to, room, &status);
    ended_well(status);
    char *utf8 = must(malloc(3 * (size_t)wrote));
    u_strToUTF8(utf8, 3 * wrote, &bytes, to, wrote, &status);
    ended_well(status);
    buf_add(out, utf8, (size_t)bytes);
    free(utf8);
    free(to);
}

static void add_piece(const char *s, size_t len, struct buf *out)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    ended_well(status);
    int32_t units = 0;
    UChar *utf16 = must(malloc(sizeof *utf16 * len));
    u_strFromUTF8(utf16, (int32_t)len, &units, s, (int32_t)len, &status);
    ended_well(status);
    if (unorm2_quickCheck(nfc, utf16, units, &status) == UNORM_YES)
        buf_add(out, s, len);
    else
        add_normalized(nfc, utf16, units, out);
    free(utf16);
}

/* Nothing joins across a line end or a blank, so a text can be normalised in pieces, and
 * the memory for it stays small. */
static size_t piece_len(const char *s, size_t len)
{
    enum { LEAST = 4096 };
    for (size_t i = LEAST; i < len; i++)
        if (s[i] == '\n' || s[i] == ' ')
            return i + 1;
    return len;
}

const char *character_nfc(struct arena *a, const char *s, size_t len, size_t *nfc_len)
{
    *nfc_len = len;
    if (len > INT_MAX / 9 || nfc_safe_len(s, len) == len)
        return s;
    struct arena *scratch = arena_new(); /* a text that grows leaves its old places */
    struct buf out = buf_new(scratch);
    for (size_t i = 0, piece; i < len; i += piece) {
        piece = piece_len(s + i, len - i);
        if (nfc_safe_len(s + i, piece) == piece)
            buf_add(&out, s + i, piece);
        else
            add_piece(s + i, piece, &out);
    }
    *nfc_len = out.len;
    const char *nfc = arena_strndup(a, out.at, out.len);
    arena_free(scratch);
    return nfc;
}

const char *text_for_terminal(struct arena *a, const char *text)
{
    size_t len = strlen(text), width;
    if (utf8_valid_len(text, len) == len && character_fault(text, len) == len)
        return text;
    struct buf out = buf_new(a);
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(text + i, len - i, &width);
        buf_utf8(&out, character_allowed(c) ? c : 0xFFFD);
    }
    return out.at;
}

uint32_t character_folded(uint32_t c)
{
    return (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
}
