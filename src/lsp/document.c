/* document.c -- texts of the editor, and places in them. */
#include "lsp/document.h"

#include "base/buf.h"
#include "base/character.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy(const char *s, size_t len)
{
    char *made = malloc(len + 1);
    if (made == NULL)
        out_of_memory();
    memcpy(made, s, len);
    made[len] = '\0';
    return made;
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

char *path_of_uri(const char *uri)
{
    static const char file[] = "file://";
    if (uri == NULL || strncmp(uri, file, sizeof file - 1) != 0)
        return NULL;
    const char *s = strchr(uri + sizeof file - 1, '/'); /* behind the host, mostly none */
    if (s == NULL)
        return NULL;
    char *path = copy(s, strlen(s)), *to = path;
    for (; *s != '\0'; s++) {
        const bool coded = s[0] == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0;
        *to++ = coded ? (char)(hex(s[1]) * 16 + hex(s[2])) : *s;
        s += coded ? 2 : 0;
    }
    *to = '\0';
    return path;
}

char *uri_of_path(const char *path)
{
    char *uri = malloc(8 + 3 * strlen(path)), *to = uri;
    if (uri == NULL)
        out_of_memory();
    to += sprintf(to, "file://");
    for (const unsigned char *s = (const unsigned char *)path; *s != '\0'; s++)
        if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
            strchr("0123456789-._~/", *s) != NULL)
            *to++ = (char)*s;
        else
            to += sprintf(to, "%%%02X", *s);
    *to = '\0';
    return uri;
}

/* The text, which lies in `a`, in the place of the old one. */
static void document_take(struct open_text *d, struct arena *a, const char *text,
                          size_t len, long version)
{
    d->text = text;
    d->len = len;
    d->version = version;
    if (d->a != NULL)
        arena_free(d->a);
    d->a = a;
}

struct open_text *document_new(const char *uri, const char *text, long version)
{
    char *path = path_of_uri(uri);
    if (path == NULL)
        return NULL;
    struct open_text *d = calloc(1, sizeof *d);
    if (d == NULL)
        out_of_memory();
    d->uri = copy(uri, strlen(uri));
    d->path = path;
    struct arena *a = arena_new();
    document_take(d, a, arena_strdup(a, text), strlen(text), version);
    return d;
}

void document_free(struct open_text *d)
{
    arena_free(d->a);
    free(d->uri);
    free(d->path);
    free(d);
}

void document_change(struct open_text *d, const json_t *change, long version)
{
    const char *text = json_string_value(json_object_get(change, "text"));
    const json_t *range = json_object_get(change, "range");
    if (text == NULL)
        return;
    size_t from = 0, to = d->len;
    if (range != NULL) {
        from = offset_of(d->text, d->len, json_object_get(range, "start"));
        to = offset_of(d->text, d->len, json_object_get(range, "end"));
    }
    if (to < from)
        to = from;
    const size_t more = strlen(text), behind = d->len - to;
    struct arena *a = arena_new();
    struct buf whole = buf_new(a);
    buf_reserve(&whole, from + more + behind);
    buf_add(&whole, d->text, from);
    buf_add(&whole, text, more);
    buf_add(&whole, d->text + to, behind);
    document_take(d, a, whole.at, whole.len, version);
}

/* ---- places ---- */

/* UTF-16 units of the character at `s`, which has `width` bytes. */
static long units_of(const char *s, size_t len, size_t *width)
{
    return utf8_decode(s, len, width) > 0xFFFF ? 2 : 1;
}

static size_t line_start(const char *text, size_t len, long line)
{
    size_t at = 0;
    for (; line > 0; line--) {
        const char *end = memchr(text + at, '\n', len - at);
        if (end == NULL)
            return len;
        at = (size_t)(end - text) + 1;
    }
    return at;
}

size_t offset_of(const char *text, size_t len, const json_t *position)
{
    long left = (long)json_integer_value(json_object_get(position, "character"));
    size_t at = line_start(text, len,
                           (long)json_integer_value(json_object_get(position, "line")));
    while (left > 0 && at < len && text[at] != '\n') {
        size_t width;
        left -= units_of(text + at, len - at, &width);
        at += width;
    }
    return at;
}

json_t *position_of(const char *text, size_t at)
{
    long line = 0, units = 0;
    size_t start = 0;
    for (size_t i = 0; i < at; i++)
        if (text[i] == '\n') {
            line++;
            start = i + 1;
        }
    for (size_t width; start < at; start += width)
        units += units_of(text + start, at - start, &width);
    return json_pack("{s:I, s:I}", "line", (json_int_t)line, "character",
                     (json_int_t)units);
}

json_t *range_of(const char *text, size_t from, size_t to)
{
    return json_pack("{s:o, s:o}", "start", position_of(text, from), "end",
                     position_of(text, to));
}

static long count_as_read(const char *s, size_t len)
{
    struct arena *a = arena_new();
    size_t nfc_len;
    const char *nfc = character_nfc(a, s, len, &nfc_len);
    const long count = (long)utf8_count(nfc, nfc_len);
    arena_free(a);
    return count;
}

/* A character and the marks behind it that join with it when a report is read (NFC), and
 * how many characters they are there. */
static size_t joined_len(const char *s, size_t len, long *count)
{
    enum { FIRST_MARK = 0xCC }; /* the first byte of U+0300 */
    size_t at, width;
    utf8_decode(s, len, &at);
    *count = (unsigned char)s[0] < FIRST_MARK ? 1 : count_as_read(s, at);
    for (; at < len && (unsigned char)s[at] >= FIRST_MARK; at += width) {
        utf8_decode(s + at, len - at, &width);
        if (count_as_read(s, at + width) > *count)
            break;
    }
    return at;
}

size_t characters_on(const char *text, size_t len, size_t at, long count)
{
    for (long read; count > 0 && at < len && text[at] != '\n'; count -= read)
        at += joined_len(text + at, len - at, &read);
    return at;
}

size_t offset_of_place(const char *text, size_t len, long line, long column)
{
    static const char byte_mark[] = "\xEF\xBB\xBF"; /* which no column counts */
    size_t at = line_start(text, len, line - 1);
    if (at == 0 && strncmp(text, byte_mark, 3) == 0)
        at = 3;
    return characters_on(text, len, at, column - 1);
}
