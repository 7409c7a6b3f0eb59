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

double token_number(struct token t)
{
    double value = 0, digit = 1;
    bool behind_point = false;
    for (size_t i = 0; i < t.bytes.len; i++) {
        const char c = t.bytes.at[i];
        if (c == '.') {
            behind_point = true;
        } else if (c >= '0' && c <= '9') {
            digit = behind_point ? digit / 10 : 1;
            value = behind_point ? value + (c - '0') * digit : value * 10 + (c - '0');
        }
    }
    return t.bytes.len > 0 && t.bytes.at[0] == '-' ? -value : value;
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
