/* same.c -- in: what people write in spreadsheets; out: what it is called here. */
#include "model/same.h"

#include "base/ascii.h"
#include "base/character.h"
#include "base/utf8.h"

#include <string.h>

/* Blanks of every kind, and signs that people put in or leave out. */
static bool is_between(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 ||
           (c < 0x80 && strchr("_.,;:/()'\"", (int)c) != NULL);
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Whether a digit is the next but blanks. */
static bool before_digit(const char *at)
{
    return is_digit(at[strspn(at, " ")]);
}

const char *cell_key(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    size_t len = strlen(text), width;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(text + i, len - i, &width);
        bool hyphen = is_hyphen(c), number = before_digit(text + i + width);
        bool within = number && out.len > 0 && is_digit(out.at[out.len - 1]);
        if (hyphen && (within || (number && out.len == 0)))
            buf_char(&out, '-');
        else if (c < 0x80 && strchr("./,", (int)c) != NULL && c != 0 && within)
            buf_char(&out, (char)c);
        else if (!hyphen && !is_between(c))
            buf_utf8(&out, character_folded(c));
    }
    return out.at;
}

const char *head_key(struct arena *a, const char *text)
{
    const char *key = cell_key(a, text);
    size_t before = strncmp(key, "question", 8) == 0 ? 8 : key[0] == 'q';
    struct buf out = buf_new(a);
    for (const char *at = is_digit(key[before]) ? key + before : key; *at != '\0'; at++)
        if (*at != '?')
            buf_char(&out, *at);
    return out.at;
}
