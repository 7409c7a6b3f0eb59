/* fit.c -- the codes of a translation held against those of the English.  In: both as
 * words and codes; out: the same codes under our names, or what is wrong with them.  Does
 * not look at the words. */
#include "translate/fit.h"

#include "base/array.h"
#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct fit {
    struct arena *a;
    const struct fault_of *f;
    struct content english;
    bool *used; /* a flag for each code of the English */
    const struct map *by_name;
    ARRAY(struct code) out;
    bool wrong;
};

static struct pos place_of(const struct fit *t, const struct code *c)
{
    return c->pos.file != NULL ? c->pos : t->f->pos;
}

static void say(struct fit *t, struct pos pos, const char *what)
{
    diag(t->f->d, DIAG_XLIFF_CODES, pos, "%s in unit %s (%s)", what, t->f->unit,
         t->f->path);
    t->wrong = true;
}

/* ---- names ---- */

/* A code is known by its kind and id. */
static const char *name_of(struct arena *a, enum code_kind kind, const char *id)
{
    static const char letters[] = {
        [CODE_TEXT] = 't', [CODE_MARK] = 'm', [CODE_OPEN] = 'o', [CODE_CLOSE] = 'c'};
    return arena_printf(a, "%c%s", letters[kind], id);
}

static const struct map *names(struct arena *a, struct content english)
{
    struct map *all = map_new(a);
    for (size_t i = 0; i < english.count; i++)
        if (english.at[i].kind != CODE_TEXT)
            map_put(all, name_of(a, english.at[i].kind, english.at[i].id),
                    (void *)(uintptr_t)&english.at[i]);
    return all;
}

/* ---- codes of the file ---- */

/* Where the words of "((field area in))" end that say which field it is: Welsh wants
 * another form of a place than English does.  0 of any other mark. */
static size_t field_length(const char *s)
{
    static const char sign[] = "((field ";
    size_t len = strlen(sign);
    return strncmp(s, sign, len) == 0 ? len + strcspn(s + len, " )") : 0;
}

static bool same_field(const char *x, size_t len, const char *y)
{
    size_t name = field_length(x);
    return name > 0 && name <= len && name == field_length(y) && strncmp(x, y, name) == 0;
}

/* A tool keeps what the code holds, or leaves it out; a translator may take another form
 * of a field, nothing else. */
static bool same_text(const struct code *c, const struct code *ours)
{
    return c->text[0] == '\0' || strcmp(c->text, ours->text) == 0 ||
           same_field(c->text, strlen(c->text), ours->text);
}

static void use_code(struct fit *t, const struct code *ours, const char *text,
                     struct pos pos)
{
    t->used[ours - t->english.at] = true;
    struct code *c = array_push(t->a, &t->out);
    *c = *ours;
    if (text[0] != '\0')
        c->text = text;
    c->prints = NULL; /* that is what the English prints */
    c->pos = pos;
}

/* Where a tool gave a code a number of its own: what holds the very same. */
static const struct code *code_like(const struct fit *t, const struct code *c)
{
    for (size_t i = 0; c->text[0] != '\0' && i < t->english.count; i++) {
        const struct code *ours = &t->english.at[i];
        if (ours->kind == c->kind && !t->used[i] && strcmp(ours->text, c->text) == 0)
            return ours;
    }
    return NULL;
}

static void take_code(struct fit *t, const struct code *c)
{
    const struct code *ours = map_get(t->by_name, name_of(t->a, c->kind, c->id));
    const struct code *like = code_like(t, c);
    if (like != NULL && (ours == NULL || !same_text(c, ours)))
        ours = like;
    const char *shown = c->text[0] != '\0' ? c->text : c->id;
    if (ours == NULL)
        say(t, place_of(t, c),
            arena_printf(t->a, "%s, which the English does not have,", shown));
    else if (!same_text(c, ours))
        say(t, place_of(t, c),
            arena_printf(t->a, "\"%s\" for \"%s\"; leave what a code holds as it is,",
                         shown, ours->text));
    else if (t->used[ours - t->english.at])
        say(t, place_of(t, c), arena_printf(t->a, "%s twice", ours->text));
    else
        use_code(t, ours, c->text, c->pos);
}

/* ---- marks that were typed ---- */

/* The first code of the English that is `len` bytes at `s` and not used yet. */
static const struct code *typed_code(const struct fit *t, const char *s, size_t len)
{
    const struct code *like = NULL; /* the same field in another form */
    for (size_t i = 0; i < t->english.count; i++) {
        const struct code *c = &t->english.at[i];
        if (c->kind != CODE_MARK || t->used[i])
            continue;
        if (strlen(c->text) == len && memcmp(c->text, s, len) == 0)
            return c;
        if (like == NULL && same_field(s, len, c->text))
            like = c;
    }
    return like;
}

size_t mark_length(const char *s)
{
    bool figure = strncmp(s, "((", 2) == 0;
    if (!figure && strncmp(s, "[^", 2) != 0)
        return 0;
    size_t len = 2 + strcspn(s + 2, figure ? "()" : "[]");
    const char *close = figure ? "))" : "]";
    return strncmp(s + len, close, strlen(close)) == 0 ? len + strlen(close) : 0;
}

static void put_words(struct fit *t, const struct code *of, const char *from, size_t len)
{
    if (len == 0)
        return;
    struct code *c = array_push(t->a, &t->out);
    *c = *of;
    c->text = arena_strndup(t->a, from, len);
}

const char *lang_span(const char *s, const char **words_end)
{
    static const char sign[] = "](lang:en)";
    if (s[0] != '[')
        return NULL;
    *words_end = s + 1 + strcspn(s + 1, "[]");
    return strncmp(*words_end, sign, strlen(sign)) == 0 ? *words_end + strlen(sign)
                                                        : NULL;
}

/* Whether the "(lang:" at `sign` ends such a span. */
static bool ends_span(const char *text, const char *sign)
{
    const char *open = sign - 1, *words_end;
    if (sign == text || *open != ']')
        return false;
    while (open > text && open[-1] != ']' && *open != '[')
        open--;
    return lang_span(open, &words_end) != NULL && words_end + 1 == sign;
}

/* A span in English that was begun and not written out. */
static void find_half_spans(struct fit *t, const struct code *c)
{
    static const char sign[] = "(lang:";
    for (const char *s = strstr(c->text, sign); s != NULL; s = strstr(s + 1, sign)) {
        if (!ends_span(c->text, s))
            say(t, place_of(t, c),
                arena_printf(t->a, "%.*s; write [words](lang:en) around English words,",
                             (int)strcspn(s, ") ") + 1, s));
    }
}

/* Two brackets that the English prints are words in the Welsh as well. */
static bool is_printed(const struct fit *t, const char *s, size_t len)
{
    return strstr(content_words(t->a, t->english), arena_strndup(t->a, s, len)) != NULL;
}

static void take_words(struct fit *t, const struct code *c)
{
    find_half_spans(t, c);
    const char *from = c->text, *s = from;
    while (*s != '\0') {
        size_t len = mark_length(s);
        const struct code *ours = len > 0 ? typed_code(t, s, len) : NULL;
        if (len > 0 && ours == NULL && !is_printed(t, s, len))
            say(t, place_of(t, c),
                arena_printf(t->a, "\"%.*s\", typed, which the English does not have,",
                             (int)len, s));
        if (ours == NULL) {
            s++;
            continue;
        }
        put_words(t, c, from, (size_t)(s - from));
        use_code(t, ours, arena_strndup(t->a, s, len), c->pos);
        from = s += len;
    }
    put_words(t, c, from, (size_t)(s - from));
}

/* ---- what is missing, what crosses ---- */

/* The other end of a pair, or NULL. */
static const struct code *other_end(const struct fit *t, const struct code *c)
{
    enum code_kind other = c->kind == CODE_OPEN ? CODE_CLOSE : CODE_OPEN;
    return c->kind == CODE_MARK ? NULL : map_get(t->by_name, name_of(t->a, other, c->id));
}

/* Words that are Welsh in the English need no sign of it in the Welsh; a break of lines
 * is for the translator to set. */
static bool may_be_gone(const struct fit *t, const struct code *c)
{
    const struct code *other = other_end(t, c);
    if (other != NULL && t->used[other - t->english.at])
        return false; /* half a pair */
    const char *held = c->kind == CODE_OPEN && other != NULL ? other->text : c->text;
    return strcmp(held, "](lang:cy)") == 0 || strcmp(held, "\\") == 0;
}

/* As an author would type it: of a pair both ends. */
static const char *shown(const struct fit *t, const struct code *c)
{
    const struct code *other = other_end(t, c);
    return c->kind == CODE_OPEN && other != NULL
               ? arena_printf(t->a, "%s...%s", c->text, other->text)
               : c->text;
}

/* Of a pair that is gone altogether its beginning is named. */
static bool both_gone(const struct fit *t, const struct code *c)
{
    const struct code *other = other_end(t, c);
    return c->kind == CODE_CLOSE && other != NULL && !t->used[other - t->english.at];
}

static void find_missing(struct fit *t)
{
    for (size_t i = 0; i < t->english.count; i++) {
        const struct code *c = &t->english.at[i];
        if (c->kind == CODE_TEXT || t->used[i] || may_be_gone(t, c) || both_gone(t, c))
            continue;
        say(t, t->f->pos,
            arena_printf(t->a, "%s is missing%s", shown(t, c),
                         c->kind == CODE_CLOSE ? " behind its words" : ""));
    }
}

static void find_crossed(struct fit *t)
{
    const struct code **open = NEW_ARRAY(t->a, const struct code *, t->out.len + 1);
    size_t depth = 0;
    for (size_t i = 0; i < t->out.len && !t->wrong; i++) {
        const struct code *c = &t->out.at[i];
        if (c->kind == CODE_OPEN)
            open[depth++] = c;
        else if (c->kind == CODE_CLOSE && depth > 0 &&
                 strcmp(open[depth - 1]->id, c->id) == 0)
            depth--;
        else if (c->kind == CODE_CLOSE)
            say(t, place_of(t, c),
                arena_printf(t->a, "%s closes what has not been opened last", c->text));
    }
}

bool codes_fit(struct arena *a, const struct fault_of *f, struct content english,
               struct content target, struct content *out)
{
    struct fit t = {.a = a,
                    .f = f,
                    .english = english,
                    .used = NEW_ARRAY(a, bool, english.count + 1),
                    .by_name = names(a, english)};
    for (size_t i = 0; i < target.count; i++)
        if (target.at[i].kind != CODE_TEXT)
            take_code(&t, &target.at[i]);
        else
            take_words(&t, &target.at[i]);
    if (!t.wrong)
        find_missing(&t);
    find_crossed(&t);
    *out = (struct content){t.out.at, t.out.len, target.pos};
    return !t.wrong;
}
