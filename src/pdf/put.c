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

void put_reference(struct buf *b, int object)
{
    put_int(b, object);
    buf_str(b, " 0 R");
}

void put_length(struct buf *b, length l)
{
    long thousandths = (labs((long)l) * 1000 + 512) / 1024;
    if (l < 0 && thousandths > 0)
        buf_char(b, '-');
    put_int(b, thousandths / 1000);
    thousandths %= 1000;
    if (thousandths == 0)
        return;
    buf_char(b, '.');
    for (long unit = 100; thousandths > 0; thousandths %= unit, unit /= 10)
        buf_char(b, (char)('0' + thousandths / unit));
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

void put_bytes(struct buf *b, const char *bytes)
{
    buf_char(b, '(');
    for (; *bytes != '\0'; bytes++) {
        if (*bytes == '(' || *bytes == ')' || *bytes == '\\')
            buf_char(b, '\\');
        if (*bytes == '\r')
            buf_str(b, "\\r"); /* a bare one would be read as a line feed */
        else
            buf_char(b, *bytes);
    }
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
