/* buf.c -- text that is being written, and the escapes of the formats we write. */
#include "base/buf.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_new(struct arena *a)
{
    struct buf b = {.a = a, .cap = 64};
    b.at = arena_alloc(a, b.cap);
    arena_shut(b.at + 1, b.cap - 1);
    return b;
}

/* And the zero behind them. */
void buf_reserve(struct buf *b, size_t more)
{
    size_t need = b->len + more + 1;
    if (need < more)
        out_of_memory();
    if (need > b->cap) {
        const char *before = b->at;
        b->cap = b->cap * 2 > need ? b->cap * 2 : need;
        b->at = memcpy(arena_alloc(b->a, b->cap), before, b->len);
        arena_shut(b->at + b->len, b->cap - b->len);
    }
    arena_open(b->at + b->len, more + 1);
}

void buf_add(struct buf *b, const void *bytes, size_t len)
{
    buf_reserve(b, len);
    if (len > 0)
        memcpy(b->at + b->len, bytes, len);
    b->len += len;
    b->at[b->len] = '\0';
}

void buf_str(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void buf_utf8(struct buf *b, uint32_t codepoint)
{
    char bytes[4];
    buf_add(b, bytes, utf8_encode(codepoint, bytes));
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0)
        bug("a format that cannot be printed: %s", format);
    buf_reserve(b, (size_t)len);
    vsnprintf(b->at + b->len, (size_t)len + 1, format, args);
    b->len += (size_t)len;
    va_end(args);
}

void buf_xml(struct buf *b, const char *s)
{
    for (; *s != '\0'; s++)
        switch (*s) {
        case '&': buf_str(b, "&amp;"); break;
        case '<': buf_str(b, "&lt;"); break;
        case '>': buf_str(b, "&gt;"); break;
        case '"': buf_str(b, "&quot;"); break;
        default: buf_char(b, *s);
        }
}

void buf_attribute(struct buf *b, const char *name, const char *value)
{
    if (value == NULL)
        return;
    buf_printf(b, " %s=\"", name);
    buf_xml(b, value);
    buf_char(b, '"');
}

/* How many bytes stand in JSON as they are; a character of several is none of them. */
static size_t json_plain(const char *s, size_t len)
{
    size_t i = 0;
    while (i < len && s[i] >= ' ' && s[i] != 0x7F && s[i] != '"' && s[i] != '\\')
        i++;
    return i;
}

void buf_json(struct buf *b, const char *s)
{
    size_t len = strlen(s), width;
    buf_char(b, '"');
    for (size_t i = 0, plain; i < len; i += width) {
        if ((plain = json_plain(s + i, len - i)) > 0) {
            buf_add(b, s + i, width = plain);
            continue;
        }
        uint32_t c = utf8_decode(s + i, len - i, &width);
        if (c == '"' || c == '\\')
            buf_printf(b, "\\%c", (int)c);
        else if (c == '\n')
            buf_str(b, "\\n");
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            buf_printf(b, "\\u%04x", (unsigned)c);
        else
            buf_utf8(b, c);
    }
    buf_char(b, '"');
}

void buf_json_field(struct buf *b, const char *before, const char *name,
                    const char *value)
{
    buf_printf(b, "%s\"%s\": ", before, name);
    if (value != NULL)
        buf_json(b, value);
    else
        buf_str(b, "null");
}

/* A formula, however many guards it has; "-4" and "+1.5" are numbers. */
static bool is_formula(const char *s)
{
    while (*s == '\'')
        s++;
    if (*s == '\0' || strchr("=+-@\t", *s) == NULL)
        return false;
    size_t number = strspn(s + 1, "0123456789.");
    return number == 0 || s[1 + number] != '\0' || *s == '=' || *s == '@';
}

const char *csv_unguarded(const char *cell)
{
    return cell[0] == '\'' && is_formula(cell + 1) ? cell + 1 : cell;
}

void buf_csv_own(struct buf *b, const char *s)
{
    size_t len = strlen(s);
    bool blank = len > 0 && (s[0] == ' ' || s[len - 1] == ' ');
    if (!blank && strpbrk(s, ",;\t\"\r\n") == NULL) {
        buf_str(b, s);
        return;
    }
    buf_char(b, '"');
    for (; *s != '\0'; s++) {
        if (*s == '"')
            buf_char(b, '"');
        buf_char(b, *s);
    }
    buf_char(b, '"');
}

void buf_csv(struct buf *b, const char *s)
{
    buf_csv_own(b, is_formula(s) ? arena_printf(b->a, "'%s", s) : s);
}

void buf_csv_line(struct buf *b, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_str(b, i > 0 ? "," : "");
        buf_csv(b, cells[i]);
    }
    buf_str(b, "\r\n");
}
