/* utf8.c -- characters of UTF-8 text (RFC 3629). */
#include "base/utf8.h"

#include <string.h>

static size_t sequence_len(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if ((lead & 0xF0) == 0xE0)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

uint32_t utf8_decode(const char *s, size_t len, size_t *width)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)s[0];
    size_t n = sequence_len(lead);
    *width = 1;
    if (n == 1)
        return lead;
    if (n == 0 || n > len)
        return 0xFFFD;
    uint32_t c = lead & (0xFFu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        unsigned char next = (unsigned char)s[i];
        if ((next & 0xC0) != 0x80)
            return 0xFFFD;
        c = c << 6 | (next & 0x3F);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0xFFFD;
    *width = n;
    return c;
}

size_t utf8_encode(uint32_t c, char bytes[4])
{
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        bytes[0] = (char)(0xC0 | c >> 6);
        bytes[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        bytes[0] = (char)(0xE0 | c >> 12);
        bytes[1] = (char)(0x80 | (c >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | c >> 18);
    bytes[1] = (char)(0x80 | (c >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (c >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

size_t utf8_cut(const char *s, size_t len, size_t most)
{
    if (len <= most)
        return len;
    while (most > 0 && ((unsigned char)s[most] & 0xC0) == 0x80)
        most--;
    return most;
}

/* Eight bytes as a number: the high bit of each says whether it is refused.  Sums of
 * bytes below 0x80 do not reach into the next, and others are refused by their own. */
static uint64_t not_plain(uint64_t bytes)
{
    const uint64_t each = 0x0101010101010101;
    const uint64_t printed = bytes + each * 0x60;                     /* 0x20 and up */
    const uint64_t no_line_end = (bytes ^ each * '\n') + each * 0x7F; /* not nought */
    const uint64_t del = bytes + each;                                /* 0x7F */
    return ((no_line_end & ~printed) | del | bytes) & each * 0x80;
}

size_t utf8_plain_len(const char *s, size_t len)
{
    size_t i = 0;
    for (uint64_t bytes; i + sizeof bytes <= len; i += sizeof bytes) {
        memcpy(&bytes, s + i, sizeof bytes);
        if (not_plain(bytes) != 0)
            break;
    }
    return i;
}

size_t utf8_valid_len(const char *s, size_t len)
{
    for (size_t i = utf8_plain_len(s, len); i < len;
         i += utf8_plain_len(s + i, len - i)) {
        size_t width;
        if (utf8_decode(s + i, len - i, &width) == 0xFFFD && width == 1)
            return i;
        i += width;
    }
    return len;
}

/* The half of Windows-1252 that is not Latin-1; zero where it has no character. */
static const uint16_t windows_80[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

uint32_t windows_decode(unsigned char byte)
{
    const bool low = byte >= 0x80 && byte < 0xA0;
    return low && windows_80[byte - 0x80] != 0 ? windows_80[byte - 0x80] : byte;
}
