/* rich.c -- in: XHTML, or what is taken for it; out: its words.  No parser is needed:
 * what is between angles is a mark, and nothing is loaded or followed. */
#include "comments/rich.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "p", "/p", "br/": a name of a mark, however it is spelt. */
static bool is_mark(const char *mark, const char *name)
{
    mark += *mark == '/';
    const size_t len = strlen(name);
    return strncasecmp(mark, name, len) == 0 && strchr(" />\t\r\n", mark[len]) != NULL;
}

static void end_line(struct buf *out)
{
    while (out->len > 0 && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
    if (out->len > 0 && out->at[out->len - 1] != '\n')
        buf_char(out, '\n');
}

/* Behind a mark, and behind all that a style or a script holds. */
static const char *skip_mark(const char *s, struct buf *out)
{
    static const char *const lines[] = {"p",  "div", "br", "li", "tr",   "h1",
                                        "h2", "h3",  "ul", "ol", "table"};
    static const char *const hidden[] = {"style", "script", "head", "title"};
    const char *mark = s + 1, *end = strchr(mark, '>');
    if (strncmp(mark, "!--", 3) == 0) {
        end = strstr(mark, "-->");
        return end != NULL ? end + 3 : mark + strlen(mark);
    }
    for (size_t i = 0; i < LEN(lines); i++)
        if (is_mark(mark, lines[i]))
            end_line(out);
    for (size_t i = 0; i < LEN(hidden) && *mark != '/'; i++)
        if (is_mark(mark, hidden[i])) {
            const char *close = end != NULL ? strstr(end, "</") : NULL;
            while (close != NULL && !is_mark(close + 1, hidden[i]))
                close = strstr(close + 2, "</");
            end = close != NULL ? strchr(close, '>') : NULL;
        }
    return end != NULL ? end + 1 : mark + strlen(mark);
}

/* "&amp;" -> its character; the ampersand itself where it begins none. */
static const char *put_reference(const char *s, struct buf *out)
{
    static const struct {
        const char *name, *is;
    } named[] = {{"&amp;", "&"},         {"&lt;", "<"},         {"&gt;", ">"},
                 {"&quot;", "\""},       {"&apos;", "'"},       {"&nbsp;", " "},
                 {"&rsquo;", "\u2019"},  {"&lsquo;", "\u2018"}, {"&rdquo;", "\u201D"},
                 {"&ldquo;", "\u201C"},  {"&ndash;", "\u2013"}, {"&mdash;", "\u2014"},
                 {"&hellip;", "\u2026"}, {"&pound;", "\u00A3"}, {"&euro;", "\u20AC"}};
    for (size_t i = 0; i < LEN(named); i++)
        if (strncmp(s, named[i].name, strlen(named[i].name)) == 0) {
            buf_str(out, named[i].is);
            return s + strlen(named[i].name);
        }
    if (s[1] == '#') {
        const bool hex = s[2] == 'x' || s[2] == 'X';
        char *end;
        const long c = strtol(s + 2 + hex, &end, hex ? 16 : 10);
        if (*end == ';' && c > 0 && c < 0x110000 && (c & ~0x7FFL) != 0xD800) {
            buf_utf8(out, (uint32_t)c);
            return end + 1;
        }
    }
    buf_char(out, '&');
    return s + 1;
}

const char *rich_plain(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    while (*text != '\0') {
        if (*text == '<' && (text[1] == '/' || text[1] == '!' || text[1] == '?' ||
                             (text[1] | 0x20) >= 'a')) {
            text = skip_mark(text, &out);
        } else if (*text == '&') {
            text = put_reference(text, &out);
        } else if (is_blank(*text) || *text == '\r') {
            if (out.len > 0 && out.at[out.len - 1] != ' ' && out.at[out.len - 1] != '\n')
                buf_char(&out, ' ');
            text++;
        } else {
            buf_char(&out, *text++);
        }
    }
    while (out.len > 0 && (out.at[out.len - 1] == ' ' || out.at[out.len - 1] == '\n'))
        out.at[--out.len] = '\0';
    return out.at;
}
