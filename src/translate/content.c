/* content.c -- an inline tree to words and codes.  In: a paragraph in English; out: what
 * a translator works on.  Knows no file and no Welsh. */
#include "translate/content.h"

#include "base/array.h"
#include "base/ascii.h"

#include <ctype.h>
#include <string.h>

struct code_list {
    struct arena *a;
    const struct prints *prints;
    ARRAY(struct code) codes;
    int ids; /* given so far */
};

const char *text_folded(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) + 1), *to = out;
    for (; *s != '\0'; s++)
        if (!is_blank(*s))
            *to++ = *s;
        else if (to == out || to[-1] != ' ')
            *to++ = ' ';
    return out;
}

static struct code *gather_code(struct code_list *g, enum code_kind kind,
                                const char *text, const struct inline_node *n)
{
    struct code *c = array_push(g->a, &g->codes);
    *c = (struct code){.kind = kind, .text = text, .pos = n->pos, .node = n};
    return c;
}

/* Texts side by side are one. */
static void gather_words(struct code_list *g, const struct inline_node *n,
                         const char *words)
{
    struct code *last = g->codes.len > 0 ? &g->codes.at[g->codes.len - 1] : NULL;
    if (last != NULL && last->kind == CODE_TEXT)
        last->text = text_folded(g->a, arena_printf(g->a, "%s%s", last->text, words));
    else if (words[0] != '\0')
        gather_code(g, CODE_TEXT, text_folded(g->a, words), n);
}

static const char *next_id(struct code_list *g)
{
    return arena_printf(g->a, "%d", ++g->ids);
}

/* ---- marks ---- */

static const char *typed_word(struct arena *a, const char *word)
{
    const char *equals = strchr(word, '=');
    if (strchr(word, ' ') == NULL)
        return word;
    if (equals == NULL)
        return arena_printf(a, "\"%s\"", word);
    return arena_printf(a, "%.*s\"%s\"", (int)(equals + 1 - word), word, equals + 1);
}

/* "((cases n where office="North End"))". */
static const char *typed_mark(struct arena *a, const struct inline_node *n)
{
    struct buf out = buf_new(a);
    buf_str(&out, "((");
    for (size_t i = 0; i < n->word_count; i++)
        buf_printf(&out, "%s%s", i > 0 ? " " : "", typed_word(a, n->words[i].text));
    buf_str(&out, "))");
    return out.at;
}

static struct code *gather_mark(struct code_list *g, const struct inline_node *n,
                                const char *typed, const char *ctype)
{
    struct code *c = gather_code(g, CODE_MARK, typed, n);
    c->id = next_id(g);
    c->ctype = ctype;
    return c;
}

static void add_figure(struct code_list *g, const struct inline_node *n)
{
    struct code *c = gather_mark(g, n, typed_mark(g->a, n), "x-figure");
    if (g->prints != NULL)
        c->prints = g->prints->say(n, &c->bare, g->prints->data);
}

/* ---- pairs ---- */

static void add_inlines(struct code_list *g, const struct inline_node *n);

/* The words of a pair: what is in it, or a typed figure's own. */
static void gather_pair(struct code_list *g, const struct inline_node *n,
                        const char *open, const char *close, const char *ctype)
{
    const char *id = next_id(g);
    struct code *c = gather_code(g, CODE_OPEN, open, n);
    c->id = id;
    c->ctype = ctype;
    if (n->kind == INLINE_TYPED)
        gather_code(g, CODE_TEXT, text_folded(g->a, n->text), n);
    else
        add_inlines(g, n->child);
    c = gather_code(g, CODE_CLOSE, close, n);
    c->id = id;
    c->ctype = ctype;
}

static void add_address(struct code_list *g, const struct inline_node *n,
                        const char *before, const char *ctype)
{
    gather_pair(g, n, "[", arena_printf(g->a, "](%s%s)", before, n->text), ctype);
}

static void add_node(struct code_list *g, const struct inline_node *n)
{
    struct arena *a = g->a;
    switch (n->kind) {
    case INLINE_TEXT: gather_words(g, n, n->text); break;
    case INLINE_EM: gather_pair(g, n, "*", "*", "italic"); break;
    case INLINE_STRONG: gather_pair(g, n, "**", "**", "bold"); break;
    case INLINE_LINK: add_address(g, n, "", "link"); break;
    case INLINE_LANG: add_address(g, n, "lang:", "x-lang"); break;
    case INLINE_TYPED:
        gather_pair(g, n, "((typed ", arena_printf(a, " | %s))", n->source), "x-typed");
        break;
    case INLINE_MARK: add_figure(g, n); break;
    case INLINE_QUERY:
        gather_mark(g, n, arena_printf(a, "((? %s ?))", n->text), "x-query");
        break;
    case INLINE_NOTE:
        gather_mark(g, n, arena_printf(a, "[^%s]", n->text), "x-note");
        break;
    case INLINE_BREAK: gather_mark(g, n, "\\", "lb"); break;
    case INLINE_UNTRANSLATED: add_inlines(g, n->child); break;
    }
}

static void add_inlines(struct code_list *g, const struct inline_node *n)
{
    for (; n != NULL; n = n->next)
        add_node(g, n);
}

struct content content_of(struct arena *a, const struct inline_node *n,
                          const struct prints *prints)
{
    struct code_list g = {.a = a, .prints = prints};
    add_inlines(&g, n);
    return (struct content){g.codes.at, g.codes.len,
                            n != NULL ? n->pos : (struct pos){0}};
}

/* ---- as text ---- */

const char *content_words(struct arena *a, struct content c)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < c.count; i++)
        if (c.at[i].kind == CODE_TEXT)
            buf_str(&out, c.at[i].text);
        else if (c.at[i].kind == CODE_MARK)
            buf_char(&out, ' ');
    return out.at;
}

/* Where the span of another language ends that begins at code `i`; `i`: it is none. */
static size_t foreign_end(struct content c, size_t i)
{
    for (size_t k = i; c.at[i].kind == CODE_OPEN && k < c.count; k++)
        if (c.at[k].kind == CODE_CLOSE && strcmp(c.at[k].id, c.at[i].id) == 0)
            return strncmp(c.at[k].text, "](lang:", 7) == 0 ? k : i;
    return i;
}

const char *content_own_words(struct arena *a, struct content c)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < c.count; i++) {
        size_t end = foreign_end(c, i);
        if (c.at[i].kind == CODE_TEXT)
            buf_str(&out, c.at[i].text);
        else if (c.at[i].kind == CODE_MARK || end > i)
            buf_char(&out, '|');
        i = end;
    }
    return out.at;
}

const char *content_typed(struct arena *a, struct content c)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < c.count; i++)
        buf_str(&out, c.at[i].text);
    return text_folded(a, out.at);
}

/* The next code of that kind from `i` on, or `count`. */
static size_t next_mark(struct content c, size_t i)
{
    while (i < c.count && c.at[i].kind != CODE_MARK)
        i++;
    return i;
}

static bool same_figures(struct content now, struct content base)
{
    size_t i = next_mark(now, 0), j = next_mark(base, 0);
    while (i < now.count && j < base.count) {
        const char *prints = now.at[i].prints, *printed = base.at[j].prints;
        if (now.at[i].bare && prints != NULL && printed != NULL &&
            strcmp(prints, printed) != 0)
            return false;
        i = next_mark(now, i + 1);
        j = next_mark(base, j + 1);
    }
    return true;
}

bool content_same(struct arena *a, struct content now, struct content base)
{
    return strcmp(content_typed(a, now), content_typed(a, base)) == 0 &&
           same_figures(now, base);
}

static const char *without_blanks(struct arena *a, const char *s)
{
    struct buf out = buf_new(a);
    for (; *s != '\0'; s++)
        if (*s != ' ')
            buf_char(&out, *s);
    return out.at;
}

bool content_same_but_blanks(struct arena *a, struct content now, struct content base,
                             struct content typed)
{
    return strcmp(without_blanks(a, content_typed(a, now)),
                  without_blanks(a, content_typed(a, typed))) == 0 &&
           same_figures(now, base);
}
