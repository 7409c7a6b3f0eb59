/* tokens.c -- in: the inlines of a block; out: its words and signs of punctuation, one by
 * one. */
#include "compare/work.h"

#include "base/ascii.h"
#include "base/word.h"

#include <string.h>

struct tokening {
    struct arena *a;
    struct tokens out;
    bool gap, note, figure;
};

static void put(struct tokening *t, struct element *node, const char *at, size_t len)
{
    const bool gap = t->gap || t->out.all.len == 0;
    *array_push(t->a, &t->out.all) =
        (struct text_token){at, len, gap, t->note, t->figure, node};
    t->gap = false;
}

static bool joins(const char *s, size_t n)
{
    return (strchr(".,", s[n]) != NULL && s[n] != '\0' && is_digit(s[n - 1]) &&
            is_digit(s[n + 1])) ||
           strncmp(s + n, "’", strlen("’")) == 0;
}

/* "children’s", "4.5", "62%" are a word each. */
static size_t token_len(const char *s)
{
    size_t n = word_len(s), sign;
    while (n > 0 && joins(s, n)) {
        sign = s[n] == '.' || s[n] == ',' ? 1 : strlen("’");
        const size_t more = word_len(s + n + sign);
        if (more == 0)
            break;
        n += sign + more;
    }
    if (n > 0)
        return n + (s[n] == '%' && is_digit(s[n - 1]));
    for (n = 1; ((unsigned char)s[n] & 0xC0) == 0x80;)
        n++;
    return n;
}

static size_t blank_len(const char *s)
{
    return *s == ' ' || *s == '\n' || *s == '\t' ? 1
           : strncmp(s, "\xC2\xA0", 2) == 0      ? 2
                                                 : 0;
}

static void put_characters(struct tokening *t, struct element *node, const char *s)
{
    while (*s != '\0') {
        const size_t blank = blank_len(s), len = blank > 0 ? blank : token_len(s);
        if (blank > 0)
            t->gap = true;
        else
            put(t, node, s, len);
        s += len;
    }
}

static void put_inlines(struct tokening *t, struct element *e);

static void put_inline(struct tokening *t, struct element *e)
{
    const bool note = t->note, figure = t->figure;
    if (e->kind == EL_TEXT) {
        put_characters(t, e, e->text);
    } else if (e->kind == EL_CAPS) {
        put_characters(t, e, element_plain(t->a, e));
    } else {
        t->gap |= e->kind == EL_BREAK || e->kind == EL_NOTE;
        t->note |= e->kind == EL_NOTE;
        t->figure |= e->kind == EL_FIG;
        put_inlines(t, e);
        t->gap |= e->kind == EL_NOTE;
    }
    t->note = note;
    t->figure = figure;
}

static void put_inlines(struct tokening *t, struct element *e)
{
    for (struct element *c = e->first; c != NULL; c = c->next) {
        if (!element_is_inline(c->kind) && !t->note)
            continue;
        put_inline(t, c);
        t->gap |= !element_is_inline(c->kind);
    }
}

struct tokens tokens_of(struct arena *a, struct element *e)
{
    struct tokening t = {.a = a};
    put_inlines(&t, e);
    return t.out;
}

const char *tokens_text(struct arena *a, const struct tokens *t, size_t from, size_t to)
{
    struct buf out = buf_new(a);
    for (size_t i = from; i < to; i++) {
        const struct text_token *w = &t->all.at[i];
        if (i > from && w->gap)
            buf_char(&out, ' ');
        buf_add(&out, w->at, w->len);
    }
    return out.at;
}
