/* mark.c -- the inside of one mark, `((…))` or `[^…]`, to an inline node.  Knows the
 * grammar of marks; not what their words mean, nor where a mark may stand. */
#include "prose/lift.h"

#include "base/array.h"
#include "base/ascii.h"

#include <ctype.h>
#include <string.h>

/* What stands around a query, before and behind: together six signs. */
#define QUERY_SIGNS 6

/* A piece of the author's text: bytes [at, end). */
struct stretch {
    const struct node *text;
    size_t at, end;
};

static struct stretch stretch_trim(struct stretch s)
{
    while (s.at < s.end && is_blank(s.text->text[s.at]))
        s.at++;
    while (s.end > s.at && is_blank(s.text->text[s.end - 1]))
        s.end--;
    return s;
}

static struct pos stretch_pos(struct stretch s)
{
    return node_pos(s.text, s.at, s.end - s.at);
}

static const char *stretch_find(struct stretch s, const char *what)
{
    size_t len = strlen(what);
    for (size_t i = s.at; i + len <= s.end; i++)
        if (memcmp(s.text->text + i, what, len) == 0)
            return s.text->text + i;
    return NULL;
}

/* A backslash that an author has put before a sign to have it printed. */
static bool is_escaping(struct stretch s, size_t at)
{
    return s.text->text[at] == '\\' && at + 1 < s.end &&
           ispunct((unsigned char)s.text->text[at + 1]);
}

/* Its words; a line break in the YAML is a blank like any other. */
static const char *stretch_text(struct arena *a, struct stretch s)
{
    char *out = arena_alloc(a, s.end - s.at + 1), *to = out;
    for (size_t i = s.at; i < s.end; i++) {
        i += is_escaping(s, i);
        char c = s.text->text[i];
        if (!is_blank(c))
            *to++ = c;
        else if (to > out && to[-1] != ' ')
            *to++ = ' ';
    }
    return out;
}

static struct inline_node *node_new(struct arena *a, enum inline_kind kind,
                                    struct stretch whole)
{
    struct inline_node *n = NEW(a, struct inline_node);
    n->kind = kind;
    n->pos = stretch_pos(whole);
    return n;
}

/* "41 per 1,000 | YJB 2009/10".  The source goes behind the first bar. */
static struct inline_node *read_typed(struct arena *a, struct diags *d,
                                      struct stretch whole, struct stretch inside)
{
    const char *bar = stretch_find(inside, "|");
    struct stretch value = inside, source = {inside.text, inside.end, inside.end};
    if (bar != NULL) {
        value.end = (size_t)(bar - inside.text->text);
        source.at = value.end + 1;
    }
    value = stretch_trim(value);
    source = stretch_trim(source);
    if (value.at == value.end) {
        diag(d, DIAG_MARK_SYNTAX, stretch_pos(whole),
             "no figure; write ((typed 41 per 1,000 | where it comes from))");
        return NULL;
    }
    if (source.at == source.end)
        diag(d, DIAG_TYPED_SOURCE, stretch_pos(value),
             "\"%s\"; say where it comes from behind a bar: ((typed %s | YJB 2009/10))",
             stretch_text(a, value), stretch_text(a, value));
    struct inline_node *n = node_new(a, INLINE_TYPED, whole);
    n->text = stretch_text(a, value);
    n->source = stretch_text(a, source);
    return n;
}

/* The editor's words between "((?" and "?))", which marks_lift() has found. */
static struct inline_node *read_query(struct arena *a, struct diags *d,
                                      struct stretch whole)
{
    struct stretch inside =
        stretch_trim((struct stretch){whole.text, whole.at + 3, whole.end - 3});
    if (whole.end - whole.at < QUERY_SIGNS || inside.at >= inside.end) {
        diag(d, DIAG_MARK_SYNTAX, stretch_pos(whole),
             "no question; write ((? is this the right order ?))");
        return NULL;
    }
    struct inline_node *n = node_new(a, INLINE_QUERY, whole);
    n->text = stretch_text(a, inside);
    return n;
}

/* One word from `s.at` on.  A value of several words stands in quotation marks, which are
 * left out: office="North End". */
static struct stretch word_end(struct stretch s)
{
    bool quoted = false;
    size_t end = s.at;
    while (end < s.end && (quoted || !is_blank(s.text->text[end])))
        if (s.text->text[end++] == '"')
            quoted = !quoted;
    return (struct stretch){s.text, s.at, end};
}

static const char *word_text(struct arena *a, struct stretch word)
{
    const char *text = stretch_text(a, word);
    char *out = arena_alloc(a, strlen(text) + 1), *to = out;
    for (; *text != '\0'; text++)
        if (*text != '"')
            *to++ = *text;
    return out;
}

/* What a name or a form never holds, so that it is not taken for one. */
static bool refuse_signs(struct diags *d, struct stretch inside)
{
    for (size_t i = inside.at; i < inside.end; i++) {
        char c = inside.text->text[i];
        if (strchr("()[]{}|\\*", c) == NULL)
            continue;
        struct pos pos = node_pos(inside.text, i, 1);
        if (c == '|')
            diag(d, DIAG_MARK_SYNTAX, pos,
                 "\"|\" goes before the source of a typed figure: ((typed 41 | YJB))");
        else
            diag(d, DIAG_MARK_SYNTAX, pos,
                 "\"%c\" inside ((…)); a mark holds names and forms, as ((cases)); to "
                 "print two brackets write \\(\\(",
                 c);
        return true;
    }
    return false;
}

static struct inline_node *read_words(struct arena *a, struct diags *d,
                                      struct stretch whole, struct stretch inside)
{
    if (refuse_signs(d, inside))
        return NULL;
    ARRAY(struct mark_word) words = {0};
    while (inside.at < inside.end) {
        struct stretch word = word_end(inside);
        *array_push(a, &words) =
            (struct mark_word){word_text(a, word), stretch_pos(word)};
        inside.at = word.end;
        inside = stretch_trim(inside);
    }
    struct inline_node *n = node_new(a, INLINE_MARK, whole);
    n->words = words.at;
    n->word_count = words.len;
    return n;
}

static bool refuse_nested(struct diags *d, struct stretch inside)
{
    const char *nested = stretch_find(inside, "((");
    if (nested == NULL)
        return false;
    diag(d, DIAG_MARK_SYNTAX,
         node_pos(inside.text, (size_t)(nested - inside.text->text), 2),
         "a mark inside a mark; close the outer one with )) first");
    return true;
}

static struct inline_node *read_figure(struct arena *a, struct diags *d,
                                       struct stretch whole)
{
    struct stretch inside =
        stretch_trim((struct stretch){whole.text, whole.at + 2, whole.end - 2});
    if (inside.at >= inside.end) {
        diag(d, DIAG_MARK_SYNTAX, stretch_pos(whole),
             "nothing between (( and )); name a figure, as ((cases))");
        return NULL;
    }
    if (refuse_nested(d, inside))
        return NULL;
    struct stretch first = word_end(inside);
    if (first.end - first.at != 5 ||
        memcmp(inside.text->text + first.at, "typed", 5) != 0)
        return read_words(a, d, whole, inside);
    inside.at = first.end;
    return read_typed(a, d, whole, inside);
}

static struct inline_node *read_note(struct arena *a, struct diags *d,
                                     struct stretch whole)
{
    struct stretch name = {whole.text, whole.at + 2, whole.end - 1};
    bool good = name.at < name.end;
    for (size_t i = name.at; i < name.end && good; i++) {
        unsigned char c = (unsigned char)name.text->text[i];
        good = isalnum(c) || c == '-' || c == '_' || c >= 0x80;
    }
    if (!good) {
        diag(d, DIAG_MARK_SYNTAX, stretch_pos(whole),
             "a footnote is [^name], the name of letters, digits and hyphens");
        return NULL;
    }
    struct inline_node *n = node_new(a, INLINE_NOTE, whole);
    n->text = stretch_text(a, name);
    return n;
}

struct inline_node *mark_read(struct arena *a, struct diags *d, const struct node *text,
                              size_t at, size_t len)
{
    struct stretch whole = {text, at, at + len};
    if (text->text[at] == '[')
        return read_note(a, d, whole);
    if (text->text[at + 2] != '?')
        return read_figure(a, d, whole);
    struct stretch inside = {text, at + 3, at + len};
    return refuse_nested(d, inside) ? NULL : read_query(a, d, whole);
}
