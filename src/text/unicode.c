/* unicode.c -- where Unicode allows a line to end (UAX 14).  In: a paragraph as typed;
 * out: a flag for each of its characters.  Most paragraphs hold nothing but letters,
 * spaces and common marks: their few rules stand here and are tested to give pango's
 * answer, which would take most of the time of filling; all others are pango's. */
#include "base/utf8.h"
#include "text/inside.h"

#include <dlfcn.h>
#include <pango/pango.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind {
    KIND_START,
    KIND_SPACE,
    KIND_LETTER,
    KIND_DIGIT,
    KIND_STOP, /* . , : ; */
    KIND_MARK, /* ? ! */
    KIND_GLUE, /* a no-break space */
    KIND_OPEN,
    KIND_CLOSE,
    KIND_PERCENT,
    KIND_QUOTE, /* apostrophes too */
    KIND_HYPHEN,
    KIND_SLASH,
    KIND_DASH,
    KIND_WIDE_SPACE, /* of an en, of an em */
    KIND_OTHER
};

/* What the next character's kind asks about those before it. */
struct context {
    enum kind before, last, word; /* the two before it; the last that is no space */
};

static enum kind ascii_kind(unsigned char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return KIND_LETTER;
    if (c >= '0' && c <= '9')
        return KIND_DIGIT;
    switch (c) {
    case ' ': return KIND_SPACE;
    case '.':
    case ',':
    case ':':
    case ';': return KIND_STOP;
    case '?':
    case '!': return KIND_MARK;
    case '@': return KIND_LETTER; /* as good as one, here */
    case '(': return KIND_OPEN;
    case ')': return KIND_CLOSE;
    case '%': return KIND_PERCENT;
    case '-': return KIND_HYPHEN;
    case '/': return KIND_SLASH;
    }
    return KIND_OTHER;
}

static enum kind char_kind(const char *s, size_t len, size_t *width)
{
    *width = 1;
    if ((unsigned char)*s < 0x80)
        return ascii_kind((unsigned char)*s);
    uint32_t c = utf8_decode(s, len, width);
    bool letter = (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7) || c == 0xA9;
    bool quote = c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
    return letter                       ? KIND_LETTER
           : quote                      ? KIND_QUOTE
           : c == 0xA0                  ? KIND_GLUE
           : c == 0x2013                ? KIND_DASH
           : c == 0x2002 || c == 0x2003 ? KIND_WIDE_SPACE
                                        : KIND_OTHER;
}

enum verdict { VERDICT_NO, VERDICT_YES, VERDICT_ASK };

static bool in_word(enum kind k)
{
    return k == KIND_LETTER || k == KIND_DIGIT;
}

static enum verdict after_space(const struct context *c, enum kind k)
{
    if (c->word == KIND_OPEN || c->word == KIND_START)
        return VERDICT_ASK;
    if (k == KIND_OPEN)
        return c->word == KIND_QUOTE ? VERDICT_ASK : VERDICT_YES;
    return in_word(k) || k == KIND_DASH || k == KIND_QUOTE ? VERDICT_YES : VERDICT_ASK;
}

/* Behind letters and digits nothing breaks, but before what is rarer than these. */
static enum verdict after_word(enum kind last, enum kind k)
{
    if (k == KIND_PERCENT)
        return last == KIND_DIGIT ? VERDICT_NO : VERDICT_ASK;
    return k == KIND_OTHER ? VERDICT_ASK : VERDICT_NO;
}

static bool closes(enum kind k)
{
    return k == KIND_STOP || k == KIND_MARK || k == KIND_CLOSE || k == KIND_QUOTE;
}

/* Whether a line may end between the context and a character of kind `k`. */
static enum verdict plain_verdict(const struct context *c, enum kind k)
{
    if (k == KIND_OTHER)
        return VERDICT_ASK;
    if (k == KIND_SPACE || c->last == KIND_START)
        return VERDICT_NO;
    switch (c->last) {
    case KIND_SPACE: return after_space(c, k);
    case KIND_LETTER:
    case KIND_DIGIT: return after_word(c->last, k);
    case KIND_GLUE: return VERDICT_NO;
    case KIND_OPEN: return in_word(k) || k == KIND_QUOTE ? VERDICT_NO : VERDICT_ASK;
    case KIND_STOP:
        if (k == KIND_DIGIT) /* a number's point, or not */
            return c->before == KIND_DIGIT    ? VERDICT_NO
                   : c->before == KIND_LETTER ? VERDICT_YES
                                              : VERDICT_ASK;
        return k == KIND_LETTER || closes(k) ? VERDICT_NO : VERDICT_ASK;
    case KIND_MARK: return closes(k) ? VERDICT_NO : VERDICT_ASK;
    case KIND_CLOSE:
    case KIND_QUOTE: return in_word(k) || closes(k) ? VERDICT_NO : VERDICT_ASK;
    case KIND_PERCENT: return closes(k) ? VERDICT_NO : VERDICT_ASK;
    case KIND_HYPHEN:
    case KIND_SLASH:
        if (k == KIND_DIGIT && c->before == KIND_DIGIT)
            return VERDICT_NO;
        return c->before == KIND_LETTER && k == KIND_LETTER ? VERDICT_YES : VERDICT_ASK;
    case KIND_DASH:
    case KIND_WIDE_SPACE: return in_word(k) ? VERDICT_YES : VERDICT_ASK;
    case KIND_START:
    case KIND_OTHER: break;
    }
    return VERDICT_ASK;
}

bool breaks_plain(struct arena *a, struct paragraph *p)
{
    struct context c = {0};
    size_t width;
    p->allowed.len = 0;
    array_reserve(a, &p->allowed, p->raw.len + 1);
    for (size_t at = 0; at < p->raw.len; at += width) {
        enum kind k = char_kind(p->raw.at + at, p->raw.len - at, &width);
        enum verdict verdict = plain_verdict(&c, k);
        if (verdict == VERDICT_ASK)
            return false;
        p->allowed.at[p->allowed.len++] = verdict == VERDICT_YES;
        c = (struct context){c.last, k, k == KIND_SPACE ? c.word : k};
    }
    p->allowed.at[p->allowed.len++] = 1;
    return true;
}

/* Loaded here, for most reports have no such text: pango and the dozen that it needs were
 * a fifth of all that a build loads.  No package of the program is without it. */
static void break_by_pango(const struct paragraph *p, PangoLogAttr *attrs, size_t count)
{
    void (*default_break)(const char *, int, PangoAnalysis *, PangoLogAttr *, int) = NULL;
    memory_watch();
    void *library = dlopen(PANGO_LIBRARY, RTLD_NOW);
    void *found = library != NULL ? dlsym(library, "pango_default_break") : NULL;
    memory_check();
    if (found == NULL) {
        fputs("gwasg: " PANGO_LIBRARY " is missing; install pango\n", stderr);
        exit(71);
    }
    memcpy(&default_break, &found, sizeof found);
    default_break(p->raw.at, (int)p->raw.len, NULL, attrs, (int)count);
}

void breaks_pango(struct arena *a, struct paragraph *p)
{
    size_t count = utf8_count(p->raw.at, p->raw.len) + 1;
    if (count > p->attr_room) {
        p->attr_room = 2 * count;
        p->attrs = NEW_ARRAY(a, PangoLogAttr, p->attr_room);
    }
    PangoLogAttr *attrs = p->attrs;
    memset(attrs, 0, count * sizeof *attrs);
    break_by_pango(p, attrs, count);
    p->allowed.len = 0;
    array_reserve(a, &p->allowed, count);
    for (size_t i = 0; i < count; i++)
        p->allowed.at[p->allowed.len++] = attrs[i].is_line_break;
}

void breaks_find(struct arena *a, struct paragraph *p)
{
    if (!breaks_plain(a, p))
        breaks_pango(a, p);
}
