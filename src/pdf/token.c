/* token.c -- bytes to the tokens of PDF's syntax.  In: bytes; out: slices of them.  Knows
 * no operators and no objects.  Bytes that cannot be are a bug, for cairo wrote them. */
#include "pdf/token.h"

#include "base/arena.h"

#include <string.h>

enum byte_class { REGULAR, SPACE, DELIMITER };

static const unsigned char classes[256] = {
    ['\0'] = SPACE,    ['\t'] = SPACE,    ['\n'] = SPACE,    ['\f'] = SPACE,
    ['\r'] = SPACE,    [' '] = SPACE,     ['('] = DELIMITER, [')'] = DELIMITER,
    ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
    ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
};

static enum byte_class class_of(char c)
{
    return (enum byte_class)classes[(unsigned char)c];
}

bool slice_is(struct slice s, const char *text)
{
    return s.len == strlen(text) && memcmp(s.at, text, s.len) == 0;
}

static const char *skip_space(const char *at, const char *end)
{
    for (; at < end; at++)
        if (*at == '%')
            while (at + 1 < end && at[1] != '\n' && at[1] != '\r')
                at++;
        else if (class_of(*at) != SPACE)
            break;
    return at;
}

static const char *skip_regular(const char *at, const char *end)
{
    while (at < end && class_of(*at) == REGULAR)
        at++;
    return at;
}

/* From the opening parenthesis to behind the one that closes it. */
static const char *skip_string(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++)
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    bug("a string of the PDF does not end");
}

static const char *skip_hex(const char *at, const char *end)
{
    const char *close = memchr(at, '>', (size_t)(end - at));
    if (close == NULL)
        bug("a hexadecimal string of the PDF does not end");
    return close + 1;
}

static bool is_number(const char *at, const char *end)
{
    for (; at < end; at++)
        if ((*at < '0' || *at > '9') && *at != '-' && *at != '.' && *at != '+')
            return false;
    return true;
}

static struct token take(struct slice *rest, const char *at, const char *end,
                         enum token_kind kind)
{
    rest->len -= (size_t)(end - rest->at);
    rest->at = end;
    return (struct token){kind, {at, (size_t)(end - at)}};
}

static struct token take_delimited(struct slice *rest, const char *at, const char *end)
{
    const bool twice = at + 1 < end && at[1] == *at;
    switch (*at) {
    case '/': return take(rest, at, skip_regular(at + 1, end), TOKEN_NAME);
    case '(': return take(rest, at, skip_string(at, end), TOKEN_STRING);
    case '[': return take(rest, at, at + 1, TOKEN_ARRAY);
    case ']': return take(rest, at, at + 1, TOKEN_ARRAY_END);
    case '<':
        if (twice)
            return take(rest, at, at + 2, TOKEN_DICT);
        return take(rest, at, skip_hex(at, end), TOKEN_HEX);
    case '>':
        if (twice)
            return take(rest, at, at + 2, TOKEN_DICT_END);
        break;
    }
    bug("a stray '%c' in the PDF", *at);
}

struct token token_next(struct slice *rest)
{
    const char *end = rest->at + rest->len;
    const char *at = skip_space(rest->at, end);
    if (at == end)
        return take(rest, end, end, TOKEN_END);
    if (class_of(*at) == DELIMITER)
        return take_delimited(rest, at, end);
    const char *stop = skip_regular(at, end);
    return take(rest, at, stop, is_number(at, stop) ? TOKEN_NUMBER : TOKEN_WORD);
}

long token_whole(struct token t)
{
    long value = 0;
    if (t.kind != TOKEN_NUMBER || t.bytes.len > 10)
        return -1;
    for (size_t i = 0; i < t.bytes.len; i++) {
        if (t.bytes.at[i] < '0' || t.bytes.at[i] > '9')
            return -1;
        value = value * 10 + (t.bytes.at[i] - '0');
    }
    return value;
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

long token_thousandths(struct token t)
{
    long value = 0, unit = 1000;
    bool behind = false; /* the point */
    for (size_t i = 0; t.kind == TOKEN_NUMBER && i < t.bytes.len; i++) {
        const int digit = digit_of(t.bytes.at[i]);
        if (t.bytes.at[i] == '.')
            behind = true;
        else if (digit >= 0 && behind)
            value += digit * (unit /= 10);
        else if (digit >= 0)
            value = value * 10 + digit * unit;
    }
    return *t.bytes.at == '-' ? -value : value;
}

/* Behind a backslash: up to three octal digits, an end of line that is none, or the
 * character itself; cairo writes no letters there. */
static const char *take_escape(const char *at, unsigned char **to)
{
    if (*at == '\n')
        return at + 1;
    if (*at < '0' || *at > '7') {
        *(*to)++ = (unsigned char)*at;
        return at + 1;
    }
    int byte = 0;
    for (int i = 0; i < 3 && *at >= '0' && *at <= '7'; i++)
        byte = byte * 8 + (*at++ - '0');
    *(*to)++ = (unsigned char)byte;
    return at;
}

static size_t literal_bytes(const char *at, const char *end, unsigned char *bytes)
{
    unsigned char *to = bytes;
    while (at < end)
        if (*at == '\\')
            at = take_escape(at + 1, &to);
        else
            *to++ = (unsigned char)*at++;
    return (size_t)(to - bytes);
}

static size_t hex_bytes(const char *at, const char *end, unsigned char *bytes)
{
    size_t digits = 0;
    int byte = 0;
    for (; at < end; at++)
        if (digit_of(*at) >= 0) {
            byte = (byte << 4 | digit_of(*at)) & 0xFF;
            bytes[digits++ / 2] = (unsigned char)byte;
        }
    return digits / 2;
}

size_t token_string(struct token t, unsigned char *bytes)
{
    const char *at = t.bytes.at + 1, *end = t.bytes.at + t.bytes.len - 1;
    return t.kind == TOKEN_HEX ? hex_bytes(at, end, bytes)
                               : literal_bytes(at, end, bytes);
}
