/* word.c -- in: text; out: lengths of words and of what stands between them. */
#include "base/word.h"

#include <stdbool.h>

/* U+00A0 (the space that holds words together) and the French quotation marks; U+2000 to
 * U+203F: other spaces, dashes, quotation marks. */
static size_t punctuation_len(const char *s)
{
    const unsigned char c = (unsigned char)s[0], next = c != 0 ? (unsigned char)s[1] : 0;
    if (c == 0xC2 && (next == 0xA0 || next == 0xAB || next == 0xBB))
        return 2;
    return c == 0xE2 && next == 0x80 && s[2] != '\0' ? 3 : 0;
}

static bool is_letter(const char *s)
{
    const unsigned char c = (unsigned char)*s;
    if (c >= 0x80)
        return punctuation_len(s) == 0;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_';
}

size_t word_len(const char *s)
{
    size_t len = 0;
    while (is_letter(s + len) || (s[len] == '-' && len > 0 && is_letter(s + len + 1)))
        len++;
    return len;
}

size_t word_gap(const char *s)
{
    size_t len = 0;
    while (s[len] != '\0' && !is_letter(s + len)) {
        const size_t mark = punctuation_len(s + len);
        len += mark > 0 ? mark : 1;
    }
    return len;
}
