/* lines.c -- in: words; out: lines of them, at an indent, with what hangs before the
 * first.  A word is never parted, whatever its length; what a reader does not see (soft
 * hyphens, joiners) is left out, and blanks of all widths become one. */
#include "plain/work.h"

#include "base/character.h"
#include "base/utf8.h"

#include <string.h>

#define NO_BREAK 0xA0
enum { DEEPEST = PLAIN_COLUMNS / 2 }; /* of an indent: a line takes some words */

static bool is_no_break(uint32_t c)
{
    return c == NO_BREAK || c == 0x202F || c == 0x2007;
}

/* The next character as it is written; 0: it is left out. */
static uint32_t as_written(uint32_t c)
{
    if (is_no_break(c))
        return NO_BREAK;
    if (c == '\n' || c == ' ')
        return c;
    if (c == 0x2011) /* a hyphen at which no line ends: none does at any */
        return '-';
    return !character_seen(c) || c < ' ' ? 0 : character_blank(c) ? ' ' : c;
}

static const char *cleaned(struct telling *p, const char *words)
{
    struct buf out = buf_new(p->a);
    size_t len = strlen(words), width;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = as_written(utf8_decode(words + i, len - i, &width));
        if (c != 0)
            buf_utf8(&out, c);
    }
    return out.at;
}

size_t plain_width(const char *s, size_t len)
{
    size_t columns = 0, width;
    for (size_t i = 0; i < len; i += width)
        columns += character_columns(utf8_decode(s + i, len - i, &width));
    return columns;
}

void plain_gap(struct telling *p, int lines)
{
    if (p->label == NULL && lines > p->gap)
        p->gap = lines;
}

static void put_blanks(struct telling *p, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_char(p->out, ' ');
}

/* A word; what may not be parted in it was a blank. */
static void put_word(struct telling *p, const char *word, size_t len)
{
    size_t width;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(word + i, len - i, &width);
        if (c == NO_BREAK)
            buf_char(p->out, ' ');
        else
            buf_add(p->out, word + i, width);
    }
}

/* Before the words of a line: its indent, in which the label hangs. */
static size_t open_line(struct telling *p)
{
    const size_t indent = (size_t)(p->indent < DEEPEST ? p->indent : DEEPEST);
    const char *label = p->label != NULL ? p->label : "";
    const size_t width = plain_width(label, strlen(label));
    const size_t before = width > (size_t)p->out_by ? width : (size_t)p->out_by;
    const size_t left = indent > before ? indent - before : 0;
    p->label = NULL;
    p->out_by = 0;
    put_blanks(p, left);
    buf_str(p->out, label);
    return left + width;
}

static void end_line(struct telling *p)
{
    while (p->out->len > 0 && p->out->at[p->out->len - 1] == ' ')
        p->out->at[--p->out->len] = '\0';
    buf_char(p->out, '\n');
}

/* Fills lines up to a line feed or the end; gives the widest and moves `at` behind. */
static size_t fill_line(struct telling *p, const char **at)
{
    size_t column = open_line(p), begin = column, widest = 0;
    const char *s = *at;
    while (*s != '\0' && *s != '\n') {
        size_t len = strcspn(s, " \n"), width = plain_width(s, len);
        if (len > 0 && column > begin && column + 1 + width > PLAIN_COLUMNS) {
            end_line(p);
            column = begin = open_line(p);
        }
        if (len > 0 && column > begin) {
            buf_char(p->out, ' ');
            column++;
        }
        put_word(p, s, len);
        column += width;
        widest = column > widest ? column : widest;
        s += len;
        s += strspn(s, " ");
    }
    end_line(p);
    *at = *s == '\n' ? s + 1 : s;
    return widest;
}

static size_t put_lines(struct telling *p, const char *words)
{
    const char *at = cleaned(p, words);
    size_t widest = 0;
    at += strspn(at, " \n");
    if (*at == '\0' && p->label == NULL)
        return 0;
    for (; p->gap > 0; p->gap--)
        if (p->out->len > 0)
            buf_char(p->out, '\n');
    do {
        size_t width = fill_line(p, &at);
        widest = width > widest ? width : widest;
        at += strspn(at, " \n");
    } while (*at != '\0');
    return widest;
}

void plain_lines(struct telling *p, const char *words)
{
    put_lines(p, words);
}

void plain_underlined(struct telling *p, const char *words, char under)
{
    size_t widest = put_lines(p, words);
    for (size_t i = 0; i < widest && i < PLAIN_COLUMNS; i++)
        buf_char(p->out, under);
    if (widest > 0)
        buf_char(p->out, '\n');
}
