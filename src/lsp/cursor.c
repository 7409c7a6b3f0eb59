/* cursor.c -- looks back from the cursor to what was opened and not closed. */
#include "lsp/cursor.h"

#include "base/buf.h"

#include <string.h>

/* A mark is a line or two long; an opening one farther back was left open. */
enum { MARK_MOST = 400 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* ---- in a text ---- */

size_t mark_end(const char *text, size_t len, size_t open)
{
    for (size_t i = open + 2; i + 1 < len && i - open < MARK_MOST; i++) {
        if (text[i] == ')' && text[i + 1] == ')')
            return i + 2;
        if (text[i] == '\n' && text[i + 1] == '\n')
            return i;
    }
    return len;
}

/* The "((" that is open at the cursor. */
static bool mark_opened(const char *text, size_t at, size_t *open)
{
    for (size_t i = at; i >= 2 && at - i < MARK_MOST; i--) {
        if (text[i - 1] == '(' && text[i - 2] == '(') {
            *open = i - 2;
            return true;
        }
        if (text[i - 1] == ')' && text[i - 2] == ')')
            return false;
        if (text[i - 1] == '\n' && text[i - 2] == '\n')
            return false;
    }
    return false;
}

const char *mark_words(struct arena *a, const char *text, size_t open, size_t end)
{
    struct buf words = buf_new(a);
    for (size_t i = open + 2; i < end && text[i] != ')'; i++)
        if (!is_blank(text[i]))
            buf_char(&words, text[i]);
        else if (words.len > 0 && words.at[words.len - 1] != ' ')
            buf_char(&words, ' ');
    while (words.len > 0 && words.at[words.len - 1] == ' ')
        words.at[--words.len] = '\0';
    return words.at;
}

static bool in_mark(const char *text, size_t len, size_t at, struct cursor *c)
{
    if (!mark_opened(text, at, &c->open))
        return false;
    c->in = IN_MARK;
    c->from = at;
    while (c->from > c->open + 2 && !is_blank(text[c->from - 1]))
        c->from--;
    while (c->to < len && !is_blank(text[c->to]) && text[c->to] != ')')
        c->to++;
    for (size_t i = c->open + 2; i < c->from; i++)
        c->word += !is_blank(text[i]) && is_blank(text[i + 1]);
    return true;
}

/* Between a sign that opens and the one that closes, on one line: "[^" and "]". */
static bool in_between(const char *text, size_t len, size_t at, const char *open,
                       char close, struct cursor *c)
{
    const size_t width = strlen(open);
    size_t i = at;
    while (i >= width && memcmp(text + i - width, open, width) != 0) {
        if (text[i - 1] == close || is_blank(text[i - 1]))
            return false;
        i--;
    }
    if (i < width)
        return false;
    c->from = i;
    while (c->to < len && text[c->to] != close && !is_blank(text[c->to]))
        c->to++;
    return true;
}

/* ---- in the YAML ---- */

struct line {
    const char *text;
    size_t len, indent; /* blanks before its first letter */
};

/* The line that holds a place, without the break behind it. */
static struct line line_at(const char *text, size_t len, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    while (end < len && text[end] != '\n')
        end++;
    struct line l = {text + start, end - start, 0};
    while (l.indent < l.len && l.text[l.indent] == ' ')
        l.indent++;
    return l;
}

/* "- key: value" as the column of "key"; the dashes before it are counted. */
static size_t behind_dashes(const struct line *l, size_t *dashes)
{
    size_t i = l->indent;
    for (*dashes = 0;
         i < l->len && l->text[i] == '-' && (i + 1 == l->len || l->text[i + 1] == ' ');
         (*dashes)++)
        for (i++; i < l->len && l->text[i] == ' ';)
            i++;
    return i;
}

/* The key that begins at a column: its length, 0: there is none. */
static size_t key_len(const struct line *l, size_t at)
{
    const bool quoted = at < l->len && (l->text[at] == '"' || l->text[at] == '\'');
    for (size_t i = at + quoted; i < l->len; i++) {
        if (l->text[i] == ':' && (i + 1 == l->len || l->text[i + 1] == ' '))
            return i - at;
        if (!quoted && strchr("{}[],#&*!|>%@`", l->text[i]) != NULL)
            return 0;
    }
    return 0;
}

static const char *key_text(struct arena *a, const char *s, size_t len)
{
    const bool quoted = len >= 2 && (s[0] == '"' || s[0] == '\'');
    return arena_strndup(a, s + quoted, len - 2 * (size_t)quoted);
}

/* Whether what stands below a line is a text and no YAML: "text: |". */
static bool opens_text(const struct line *l)
{
    size_t end = l->len;
    while (end > 0 && strchr(" +-0123456789", l->text[end - 1]) != NULL)
        end--;
    return end > 0 && (l->text[end - 1] == '|' || l->text[end - 1] == '>') &&
           (end == 1 || l->text[end - 2] == ' ');
}

static void turn_round(struct key_path *p)
{
    for (size_t i = 0, k = p->keys.len; i + 1 < k; i++) {
        const char *key = p->keys.at[i];
        p->keys.at[i] = p->keys.at[--k];
        p->keys.at[k] = key;
    }
}

/* The lines above that are less and less indented than `column`; false where one of them
 * begins a text, in which all below is words. */
static bool path_above(struct arena *a, const char *text, const char *line, size_t column,
                       struct key_path *path)
{
    while (line > text && column > 0) {
        const size_t above = (size_t)(line - text) - 1;
        const struct line l = line_at(text, above, above);
        line = l.text;
        size_t dashes, key = behind_dashes(&l, &dashes);
        if (l.indent == l.len || l.text[l.indent] == '#')
            continue;
        const size_t key_is = key_len(&l, key);
        if (key < column && key_is > 0) {
            if (opens_text(&l))
                return false;
            *array_push(a, &path->keys) = key_text(a, l.text + key, key_is);
            column = key;
        }
        for (; dashes > 0 && l.indent < column; dashes--) {
            *array_push(a, &path->keys) = "-";
            column = l.indent;
        }
    }
    return true;
}

/* The innermost "{" of a line that is open at `at`; its length: there is none. */
static size_t open_brace(const struct line *l, size_t at)
{
    size_t deep = 0;
    for (size_t i = at; i > 0; i--) {
        if (l->text[i - 1] == '}')
            deep++;
        else if (l->text[i - 1] == '{' && deep-- == 0)
            return i - 1;
    }
    return l->len;
}

/* `role: {name: x, sh|`: the part of the line that holds the key at the cursor. */
static void flow_at(struct arena *a, const struct line *l, size_t at, size_t key,
                    struct key_path *here, size_t *start)
{
    const size_t brace = open_brace(l, at), len = key_len(l, key);
    *start = key;
    if (brace == l->len)
        return;
    if (len > 0 && key + len < brace)
        *array_push(a, &here->keys) = key_text(a, l->text + key, len);
    *start = brace + 1;
    for (size_t i = brace + 1, deep = 0; i < at; i++) {
        deep += l->text[i] == '[' || l->text[i] == '{';
        deep -= (l->text[i] == ']' || l->text[i] == '}') && deep > 0;
        if (l->text[i] == ',' && deep == 0)
            *start = i + 1;
    }
    while (*start < at && l->text[*start] == ' ')
        (*start)++;
}

/* From a column on a key, or the value behind it. */
static void key_or_value(struct arena *a, const char *text, const struct line *l,
                         size_t start, size_t at, struct cursor *c)
{
    const size_t base = (size_t)(l->text - text), len = key_len(l, start);
    c->in = IN_KEY;
    c->from = base + start;
    if (len == 0 || start + len >= at) {
        c->to = base + (len > 0 ? start + len : at);
        return;
    }
    c->in = IN_VALUE;
    c->key = key_text(a, l->text + start, len);
    size_t value = start + len + 1;
    while (value < at && strchr(" [", l->text[value]) != NULL)
        value++;
    for (size_t i = value; i < at; i++)
        if (l->text[i] == ',')
            value = i + 1 + (i + 1 < at && l->text[i + 1] == ' ');
    c->from = base + value;
    size_t end = at;
    while (end < l->len && strchr(" ,]}#", l->text[end]) == NULL)
        end++;
    c->to = base + end;
}

static void in_yaml(struct arena *a, const char *text, size_t len, size_t at,
                    struct cursor *c)
{
    const struct line l = line_at(text, len, at);
    const size_t column = at - (size_t)(l.text - text);
    size_t dashes, key = behind_dashes(&l, &dashes), start;
    if (column < l.indent || memchr(l.text, '#', column) != NULL)
        return;
    if (key > column)
        key = column;
    if (!path_above(a, text, l.text, dashes > 0 ? l.indent : key, &c->path))
        return;
    if (dashes > 0 && c->path.keys.len == 0)
        return;
    turn_round(&c->path);
    for (; dashes > 0; dashes--)
        *array_push(a, &c->path.keys) = "-";
    flow_at(a, &l, column, key, &c->path, &start);
    key_or_value(a, text, &l, start, column, c);
}

struct cursor cursor_at(struct arena *a, const char *text, size_t len, size_t at,
                        bool yaml)
{
    struct cursor c = {.from = at, .to = at};
    if (in_mark(text, len, at, &c))
        return c;
    if (in_between(text, len, at, "[^", ']', &c))
        c.in = IN_NOTE;
    else if (in_between(text, len, at, "](#", ')', &c))
        c.in = IN_LINK;
    else if (yaml)
        in_yaml(a, text, len, at, &c);
    return c;
}
