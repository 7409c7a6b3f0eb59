/* bare_tokens.c -- in: a paragraph; out: its words, signs and numbers.  "twenty-five",
 * "two-thirds" and "per cent" come from the house's rules. */
#include "model/bare_tokens.h"

#include "base/ascii.h"
#include "model/bare.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* No key of figures.yaml has more words. */
#define KEY_WORDS 5

struct cutting {
    struct arena *a;
    const struct bare_rules *rules;
    enum lang lang;
    struct bare_tokens raw, out;
    const char *words;
};

/* ---- characters ---- */

static bool starts(const char *s, const char *sign)
{
    return strncmp(s, sign, strlen(sign)) == 0;
}

static bool is_apostrophe(const char *s)
{
    return *s == '\'' || starts(s, "’");
}

/* Bytes of a letter; 0: it is none.  All beyond ASCII is one but the signs that reports
 * are set with. */
static size_t letter_at(const char *s)
{
    unsigned char c = (unsigned char)*s;
    if (c < 0x80)
        return isalpha(c) ? 1 : 0;
    if (c == 0xE2 || c == 0xC2) /* dashes, quotation marks; "£", a blank */
        return 0;
    size_t n = 1;
    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

static size_t word_at(const char *s)
{
    size_t n = 0, step;
    while ((step = letter_at(s + n)) > 0) {
        n += step;
        size_t sign = is_apostrophe(s + n) ? (s[n] == '\'' ? 1 : strlen("’")) : 0;
        if (sign > 0 && letter_at(s + n + sign) > 0)
            n += sign;
    }
    return n;
}

/* "1,204", "2.5", "1.2.3". */
static size_t digits_at(const char *s)
{
    size_t n = 0;
    while (is_digit(s[n]) ||
           (n > 0 && (s[n] == '.' || s[n] == ',') && is_digit(s[n + 1])))
        n++;
    return n;
}

static size_t blank_at(const char *s)
{
    return is_blank(*s) ? 1 : starts(s, "\xC2\xA0") ? 2 : 0;
}

/* Any other sign, of which dashes are one. */
static size_t sign_at(const char *s)
{
    size_t n = 1;
    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* ---- raw tokens ---- */

static const char *straight(struct arena *a, const char *small)
{
    if (strchr(small, '\xE2') == NULL)
        return small;
    struct buf out = buf_new(a);
    for (; *small != '\0'; small++) {
        bool curly = starts(small, "’");
        buf_char(&out, curly ? '\'' : *small);
        small += curly ? strlen("’") - 1 : 0;
    }
    return out.at;
}

static const char *sign_name(struct arena *a, const char *s, size_t n)
{
    return starts(s, "–") || starts(s, "—") || starts(s, "‑") ? "-"
                                                              : arena_strndup(a, s, n);
}

static const char *without_commas(struct arena *a, const char *digits)
{
    struct buf out = buf_new(a);
    for (; *digits != '\0'; digits++)
        if (*digits != ',')
            buf_char(&out, *digits);
    return out.at;
}

static size_t add_raw(struct cutting *c, const char *s, bool glued)
{
    struct bare_token t = {.from = (size_t)(s - c->words), .glued = glued};
    size_t n = word_at(s), digits = digits_at(s);
    if (n > 0) {
        t.own = arena_strndup(c->a, s, n);
        t.small = straight(c->a, bare_small(c->a, s, n));
    } else if (digits > 0) {
        n = digits;
        t.kind = TOKEN_NUMBER;
        t.own = t.small = arena_strndup(c->a, s, n);
        t.value = without_commas(c->a, t.own);
        c->raw.numbers = true;
    } else {
        n = sign_at(s);
        t.kind = *s == BARE_MARK ? TOKEN_MARK : TOKEN_SIGN;
        t.own = t.small = sign_name(c->a, s, n);
    }
    t.to = t.from + n;
    *array_push(c->a, &c->raw.all) = t;
    return n;
}

static void cut_raw(struct cutting *c)
{
    bool glued = false;
    for (const char *s = c->words; *s != '\0';) {
        size_t blank = blank_at(s);
        s += blank > 0 ? blank : add_raw(c, s, glued);
        glued = blank == 0;
    }
}

/* ---- numbers of several tokens ---- */

static const struct bare_token *raw_at(const struct cutting *c, size_t i)
{
    return i < c->raw.all.len ? &c->raw.all.at[i] : NULL;
}

/* Tokens [i, i + n) as a key: "two-thirds", "per cent". */
static const char *joined(struct cutting *c, size_t i, size_t n)
{
    struct buf out = buf_new(c->a);
    for (size_t k = 0; k < n; k++) {
        const struct bare_token *t = raw_at(c, i + k);
        if (t == NULL || t->kind == TOKEN_NUMBER || t->kind == TOKEN_MARK)
            return "";
        if (k > 0 && !t->glued)
            buf_char(&out, ' ');
        buf_str(&out, t->small);
    }
    return out.at;
}

/* The longest key of numbers that begins with token `i`: its value, and how many tokens
 * it is; NULL when there is none. */
static const char *spelt_at(struct cutting *c, size_t i, size_t *n)
{
    const struct bare_token *t = raw_at(c, i);
    if (t == NULL || t->kind != TOKEN_WORD ||
        map_get(c->rules->firsts[c->lang], t->small) == NULL)
        return NULL;
    for (*n = KEY_WORDS; *n > 0; (*n)--) {
        const char *value = map_get(c->rules->numbers[c->lang], joined(c, i, *n));
        if (value != NULL)
            return value;
    }
    return NULL;
}

static long whole_number(const char *value)
{
    return value != NULL && strchr(value, '/') == NULL ? strtol(value, NULL, 10) : -1;
}

/* "dau ddeg": a number of tens. */
static void take_tens(struct cutting *c, size_t i, size_t *n, long *number)
{
    size_t more;
    if (*number >= 1 && *number <= 9 && whole_number(spelt_at(c, i + *n, &more)) == 10) {
        *number *= 10;
        *n += more;
    }
}

/* "twenty-five", "dau ddeg pump": what stands behind the tens. */
static void take_ones(struct cutting *c, size_t i, size_t *n, long *number)
{
    const struct bare_token *next = raw_at(c, i + *n);
    size_t hyphen = next != NULL && strcmp(next->small, "-") == 0 && next->glued, more;
    if (*number < 10 || *number % 10 != 0 || *number > 90 || (*number == 10 && *n == 1))
        return;
    long ones = whole_number(spelt_at(c, i + *n + hyphen, &more));
    if (ones < 1 || ones > 9)
        return;
    *number += ones;
    *n += hyphen + more;
}

/* A spelt number from token `i` on; how many tokens it is, 0 of none. */
static size_t take_spelt(struct cutting *c, size_t i, struct bare_token *t)
{
    size_t n;
    const char *value = spelt_at(c, i, &n);
    if (value == NULL)
        return 0;
    long number = whole_number(value);
    if (number >= 0) {
        take_tens(c, i, &n, &number);
        take_ones(c, i, &n, &number);
        value = arena_printf(c->a, "%ld", number);
    }
    t->kind = TOKEN_NUMBER;
    t->spelt = true;
    t->value = value;
    t->to = raw_at(c, i + n - 1)->to;
    t->own = arena_strndup(c->a, c->words + t->from, t->to - t->from);
    t->small = joined(c, i, n);
    return n;
}

/* "%", "per cent" from token `i` on; how many tokens it is. */
static size_t take_percent(struct cutting *c, size_t i, struct bare_token *t)
{
    const struct bare_token *next = raw_at(c, i);
    size_t n = 0;
    if (next != NULL && strcmp(next->small, "%") == 0)
        n = 1;
    for (size_t k = 1; k <= 2 && n == 0 && next != NULL; k++)
        n = map_get(c->rules->percent[c->lang], joined(c, i, k)) != NULL ? k : 0;
    if (n == 0)
        return 0;
    t->percent = true;
    t->to = raw_at(c, i + n - 1)->to;
    t->value = arena_printf(c->a, "%s%%", t->value);
    return n;
}

/* "£" before a number; it is a part of it. */
static size_t take_money(const struct cutting *c, size_t i, struct bare_token *t)
{
    const struct bare_token *sign = raw_at(c, i), *number = raw_at(c, i + 1);
    if (strcmp(sign->own, "£") != 0 || number == NULL || number->kind != TOKEN_NUMBER)
        return 0;
    bool glued = sign->glued;
    size_t from = sign->from;
    *t = *number;
    t->from = from;
    t->glued = glued;
    t->money = true;
    return 1;
}

static void join(struct cutting *c)
{
    for (size_t i = 0; i < c->raw.all.len;) {
        struct bare_token t = *raw_at(c, i);
        i += take_money(c, i, &t);
        size_t spelt = take_spelt(c, i, &t);
        i += spelt > 0 ? spelt : 1;
        if (t.kind == TOKEN_NUMBER) {
            c->out.numbers = true;
            i += take_percent(c, i, &t);
        }
        *array_push(c->a, &c->out.all) = t;
    }
}

struct bare_tokens bare_cut(struct arena *a, const struct bare_rules *rules, enum lang l,
                            const char *words)
{
    struct cutting c = {.a = a, .rules = rules, .lang = l, .words = words};
    cut_raw(&c);
    join(&c);
    return c.out;
}
