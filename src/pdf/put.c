/* put.c -- values in PDF's syntax.  In: numbers and text; out: bytes.  Knows nothing of
 * objects. */
#include "pdf/put.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void put_int(struct buf *b, long n)
{
    char digits[24];
    size_t at = sizeof digits;
    unsigned long rest = n < 0 ? 0UL - (unsigned long)n : (unsigned long)n;
    do
        digits[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) != 0);
    if (n < 0)
        digits[--at] = '-';
    buf_add(b, digits + at, sizeof digits - at);
}

void put_int_behind(struct buf *b, const char *key, long n)
{
    buf_str(b, key);
    put_int(b, n);
}

void put_reference(struct buf *b, int object)
{
    put_int(b, object);
    buf_str(b, " 0 R");
}

void put_thousandths(struct buf *b, long n)
{
    if (n < 0)
        buf_char(b, '-');
    n = labs(n);
    put_int(b, n / 1000);
    n %= 1000;
    if (n == 0)
        return;
    buf_char(b, '.');
    for (long unit = 100; n > 0; n %= unit, unit /= 10)
        buf_char(b, (char)('0' + n / unit));
}

void put_length(struct buf *b, length l)
{
    const long thousandths = (labs((long)l) * 1000 + 512) / 1024;
    put_thousandths(b, l < 0 ? -thousandths : thousandths);
}

void put_colour(struct buf *b, struct colour c, const char *operator)
{
    const unsigned char parts[] = {c.r, c.g, c.b};
    for (size_t i = 0; i < LEN(parts); i++) {
        put_thousandths(b, (parts[i] * 1000 + 127) / 255);
        buf_char(b, ' ');
    }
    buf_str(b, operator);
}

void put_box(struct buf *b, length page_height, length left, length top, length right,
             length bottom)
{
    buf_char(b, '[');
    put_length(b, left);
    buf_char(b, ' ');
    put_length(b, page_height - bottom);
    buf_char(b, ' ');
    put_length(b, right);
    buf_char(b, ' ');
    put_length(b, page_height - top);
    buf_char(b, ']');
}

void put_string_byte(struct buf *b, char byte)
{
    if ((unsigned char)byte < ' ') { /* a bare return would be read as a line feed */
        const char octal[] = {'\\', '0', (char)('0' + byte / 8), (char)('0' + byte % 8)};
        buf_add(b, octal, sizeof octal);
        return;
    }
    if (byte == '(' || byte == ')' || byte == '\\')
        buf_char(b, '\\');
    buf_char(b, byte);
}

void put_bytes(struct buf *b, const char *bytes)
{
    buf_char(b, '(');
    for (; *bytes != '\0'; bytes++)
        put_string_byte(b, *bytes);
    buf_char(b, ')');
}

static bool is_ascii(const char *s)
{
    for (; *s != '\0'; s++)
        if ((unsigned char)*s > 126)
            return false;
    return true;
}

static void put_unit(struct buf *b, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        buf_char(b, digits[unit >> shift & 15]);
}

static void put_utf16(struct buf *b, const char *s)
{
    const size_t len = strlen(s);
    buf_str(b, "<FEFF");
    for (size_t at = 0, width; at < len; at += width) {
        const uint32_t c = utf8_decode(s + at, len - at, &width);
        if (c < 0x10000) {
            put_unit(b, c);
        } else {
            put_unit(b, 0xD800 + ((c - 0x10000) >> 10));
            put_unit(b, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    buf_char(b, '>');
}

void put_text(struct buf *b, const char *utf8)
{
    if (is_ascii(utf8))
        put_bytes(b, utf8);
    else
        put_utf16(b, utf8);
}
