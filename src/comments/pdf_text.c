/* pdf_text.c -- in: the bytes of a text string; out: UTF-8. */
#include "comments/pdf_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* PDFDocEncoding where it is not Latin-1 (ISO 32000-2, D.2); 0 where it is undefined. */
static const uint16_t from_18[] = {0x02D8, 0x02C7, 0x02C6, 0x02D9,
                                   0x02DD, 0x02DB, 0x02DA, 0x02DC};
static const uint16_t from_80[] = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192,
                                   0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C,
                                   0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02,
                                   0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142,
                                   0x0153, 0x0161, 0x017E, 0,      0x20AC};

static uint32_t of_doc_encoding(unsigned char c)
{
    if (c >= 0x18 && c < 0x20)
        return from_18[c - 0x18];
    if (c >= 0x80 && c <= 0xA0)
        return from_80[c - 0x80];
    return c;
}

static bool is_surrogate(uint32_t unit, uint32_t base)
{
    return (unit & 0xFC00) == base;
}

/* `first`: the byte of two that counts 256. */
static void of_utf16(struct buf *out, const unsigned char *s, size_t len, size_t first)
{
    bool in_language = false; /* between two ESC stands a language, no text */
    for (size_t i = 0; i + 1 < len; i += 2) {
        uint32_t c = (uint32_t)s[i + first] << 8 | s[i + 1 - first];
        if (is_surrogate(c, 0xD800) && i + 3 < len) {
            uint32_t low = (uint32_t)s[i + 2 + first] << 8 | s[i + 3 - first];
            if (is_surrogate(low, 0xDC00)) {
                c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
                i += 2;
            }
        }
        if (c == 0x1B)
            in_language = !in_language;
        else if (!in_language && c != 0 && (c & 0xFFFFF800) != 0xD800)
            buf_utf8(out, c);
    }
}

const char *pdf_text_utf8(struct arena *a, const char *bytes, size_t len)
{
    struct buf out = buf_new(a);
    const unsigned char *s = (const unsigned char *)bytes;
    if (len >= 2 && (memcmp(s, "\xFE\xFF", 2) == 0 || memcmp(s, "\xFF\xFE", 2) == 0)) {
        of_utf16(&out, s + 2, len - 2, s[0] == 0xFF);
    } else if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) {
        buf_add(&out, s + 3, len - 3);
    } else {
        for (size_t i = 0; i < len; i++)
            if (of_doc_encoding(s[i]) != 0)
                buf_utf8(&out, of_doc_encoding(s[i]));
    }
    return out.at;
}
