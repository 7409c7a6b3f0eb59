/* code.c -- base64. */
#include "html/code.h"

void put_base64(struct buf *out, const void *bytes, size_t len)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *s = bytes;
    buf_reserve(out, len / 3 * 4 + 4);
    for (size_t i = 0; i < len; i += 3) {
        const size_t has = len - i < 3 ? len - i : 3;
        const uint32_t three = (uint32_t)s[i] << 16 |
                               (has > 1 ? (uint32_t)s[i + 1] << 8 : 0) |
                               (has > 2 ? (uint32_t)s[i + 2] : 0);
        for (size_t k = 0; k < 4; k++)
            buf_char(out, k <= has ? digits[three >> (18 - 6 * k) & 63] : '=');
    }
}
