/* spelt.c -- codes that a tool wrote as words: tags that it escaped, signs as an author
 * types them.  In: the English and a target; out: the target with its codes, where each
 * can be found again without doubt, and as it was where not. */
#include "base/array.h"
#include "base/map.h"
#include "translate/fit.h"

#include <stdint.h>
#include <string.h>

struct spelling {
    struct arena *a;
    struct content english, target;
    ARRAY(struct code) out;
    ARRAY(struct code) open;  /* tags; signs: `node` is NULL, `id` not known yet */
    ARRAY(size_t) opened;     /* where in `out` */
    const struct code **ends; /* of each beginning in the English, or NULL */
    bool *found;              /* pairs of the English, by their beginnings */
    bool *spelt;              /* those of them that were signs */
    bool doubt;
};

static struct code *put(struct spelling *p, const struct code *of, enum code_kind kind,
                        const char *id, const char *text)
{
    struct code *c = array_push(p->a, &p->out);
    *c = (struct code){.kind = kind, .id = id, .text = text, .pos = of->pos};
    return c;
}

static void put_run(struct spelling *p, const struct code *of, const char *from,
                    const char *to)
{
    if (to > from)
        put(p, of, CODE_TEXT, NULL, arena_strndup(p->a, from, (size_t)(to - from)));
}

/* ---- escaped tags ---- */

struct escaped {
    const char *name, *id, *half; /* id NULL; half "" or `pos` of <it> */
    bool ends, alone;             /* </g>, <x/> */
    size_t len;
};

static const char *escaped_attribute(struct arena *a, const char *tag, const char *name)
{
    const char *at = strstr(tag, arena_printf(a, " %s=", name));
    if (at == NULL)
        return NULL;
    at += strlen(name) + 2;
    if (*at != '"' && *at != '\'')
        return NULL;
    return arena_strndup(a, at + 1, strcspn(at + 1, (char[]){*at, '\0'}));
}

/* The tag of an inline element of XLIFF at `s`. */
static bool read_escaped(struct arena *a, const char *s, struct escaped *tag)
{
    static const char *const names[] = {"x",  "ph", "bpt", "ept", "it", "bx",
                                        "ex", "g",  "pc",  "sc",  "ec", "mrk"};
    size_t len = s[0] == '<' ? strcspn(s, ">") : 0;
    if (len == 0 || s[len] != '>')
        return false;
    *tag =
        (struct escaped){.ends = s[1] == '/', .alone = s[len - 1] == '/', .len = len + 1};
    const char *from = s + 1 + tag->ends;
    const char *name = arena_strndup(a, from, strcspn(from, " />"));
    const char *all = arena_strndup(a, s, len);
    for (size_t i = 0; i < LEN(names); i++)
        if (strcmp(name, names[i]) == 0)
            tag->name = names[i];
    const char *id = escaped_attribute(a, all, "id"),
               *half = escaped_attribute(a, all, "pos");
    const char *rid = escaped_attribute(a, all, "rid");
    const char *start = escaped_attribute(a, all, "startRef");
    tag->id = start != NULL ? start : rid != NULL ? rid : id;
    tag->half = half != NULL ? half : "";
    return tag->name != NULL;
}

static bool is_any(const char *name, const char *names)
{
    char between[8] = " ";
    strncat(strncat(between, name, 4), " ", 2);
    return strstr(names, between) != NULL;
}

static enum code_kind escaped_kind(const struct escaped *t)
{
    if (is_any(t->name, " bpt bx g pc sc ") || strcmp(t->half, "open") == 0)
        return CODE_OPEN;
    return is_any(t->name, " ept ex ec ") || strcmp(t->half, "close") == 0 ? CODE_CLOSE
                                                                           : CODE_MARK;
}

/* The end of a pair that was opened as a tag. */
static void end_escaped(struct spelling *p, const struct code *of)
{
    if (p->open.len == 0) {
        p->doubt = true;
        return;
    }
    put(p, of, CODE_CLOSE, p->open.at[--p->open.len].id, "");
}

/* One tag and, of a <ph>, what it holds; where it ends. */
static const char *take_escaped(struct spelling *p, const struct code *of, const char *s,
                                const struct escaped *t)
{
    bool pair = is_any(t->name, " g pc ");
    const char *behind = s + t->len;
    if (strcmp(t->name, "mrk") == 0)
        return behind;
    if (t->ends && pair) {
        end_escaped(p, of);
        return behind;
    }
    p->doubt = p->doubt || t->ends || t->id == NULL || (pair && t->alone);
    if (p->doubt)
        return behind;
    struct code *c = put(p, of, escaped_kind(t), t->id, "");
    if (pair)
        *array_push(p->a, &p->open) = *c;
    const char *end = strstr(behind, arena_printf(p->a, "</%s>", t->name));
    if (pair || t->alone || end == NULL || !is_any(t->name, " ph bpt ept it "))
        return behind;
    c->text = arena_strndup(p->a, behind, (size_t)(end - behind));
    return end + strlen(t->name) + 3;
}

static void find_escaped(struct spelling *p, const struct code *of)
{
    const char *from = of->text, *s = from;
    while ((s = strchr(s, '<')) != NULL) {
        struct escaped tag;
        if (!read_escaped(p->a, s, &tag)) {
            s++;
            continue;
        }
        put_run(p, of, from, s);
        from = s = take_escaped(p, of, s, &tag);
    }
    put_run(p, of, from, from + strlen(from));
}

static struct content unescaped(struct arena *a, struct content target)
{
    struct spelling p = {.a = a};
    for (size_t i = 0; i < target.count; i++)
        if (target.at[i].kind == CODE_TEXT)
            find_escaped(&p, &target.at[i]);
        else
            *array_push(a, &p.out) = target.at[i];
    if (p.doubt || p.open.len > 0)
        return target;
    return (struct content){p.out.at, p.out.len, target.pos};
}

/* ---- signs ---- */

/* Of each beginning in the English its end. */
static void find_ends(struct spelling *p)
{
    struct map *opened = map_new(p->a);
    for (size_t i = 0; i < p->english.count; i++) {
        const struct code *c = &p->english.at[i];
        const struct code *open = c->kind == CODE_CLOSE ? map_get(opened, c->id) : NULL;
        if (c->kind == CODE_OPEN)
            map_put(opened, c->id, (void *)(uintptr_t)c);
        else if (open != NULL)
            p->ends[open - p->english.at] = c;
    }
}

static bool has_named(struct content c, enum code_kind kind, const char *id)
{
    for (size_t i = 0; i < c.count; i++)
        if (c.at[i].kind == kind && strcmp(c.at[i].id, id) == 0)
            return true;
    return false;
}

/* Pairs of the English that the target has as codes are found. */
static bool lacks_pairs(struct spelling *p)
{
    bool lacks = false;
    for (size_t i = 0; i < p->english.count; i++) {
        const struct code *c = &p->english.at[i];
        p->found[i] = c->kind != CODE_OPEN || has_named(p->target, CODE_OPEN, c->id);
        lacks = lacks || !p->found[i];
    }
    return lacks;
}

static bool begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

/* The pair whose end stands at `s` and that what is open last may begin. */
static size_t ended_at(const struct spelling *p, const char *s)
{
    size_t best = p->english.count, len = 0;
    for (size_t i = 0; p->open.len > 0 && i < p->english.count; i++) {
        const struct code *c = &p->english.at[i];
        const struct code *end = p->found[i] ? NULL : p->ends[i];
        if (end != NULL && strcmp(c->text, p->open.at[p->open.len - 1].text) == 0 &&
            begins(s, end->text) && strlen(end->text) > len)
            best = i, len = strlen(end->text);
    }
    return best;
}

static const struct code *begun_at(const struct spelling *p, const char *s)
{
    const struct code *best = NULL;
    for (size_t i = 0; i < p->english.count; i++) {
        const struct code *c = &p->english.at[i];
        if (!p->found[i] && p->ends[i] != NULL && c->text[0] != '\0' &&
            begins(s, c->text) && (best == NULL || strlen(c->text) > strlen(best->text)))
            best = c;
    }
    return best;
}

/* One sign more than the pairs need: which of them is meant, nobody knows. */
static bool is_too_many(const struct spelling *p, const char *s)
{
    for (size_t i = 0; i < p->english.count; i++)
        if (p->spelt[i] && begins(s, p->english.at[i].text) &&
            strstr(content_words(p->a, p->english), p->english.at[i].text) == NULL)
            return true;
    return false;
}

/* A sign at `s` to a code; its bytes, or 0. */
static size_t take_sign(struct spelling *p, const struct code *of, const char *from,
                        const char *s)
{
    size_t pair = ended_at(p, s);
    const struct code *begun = begun_at(p, s);
    if (pair < p->english.count) {
        const struct code *open = &p->english.at[pair], *end = p->ends[pair];
        put_run(p, of, from, s);
        p->out.at[p->opened.at[--p->opened.len]].id = open->id;
        p->open.len--;
        p->found[pair] = p->spelt[pair] = true;
        put(p, of, CODE_CLOSE, open->id, end->text);
        return strlen(end->text);
    }
    p->doubt = p->doubt || (begun == NULL && is_too_many(p, s));
    if (begun == NULL)
        return 0;
    put_run(p, of, from, s);
    *array_push(p->a, &p->opened) = p->out.len;
    *array_push(p->a, &p->open) = *put(p, of, CODE_OPEN, "", begun->text);
    return strlen(begun->text);
}

static void find_signs(struct spelling *p, const struct code *of)
{
    const char *from = of->text, *s = from;
    while (*s != '\0') {
        const char *words_end, *span = lang_span(s, &words_end);
        size_t mark = begins(s, "((typed ") ? 0 : mark_length(s);
        size_t len = span == NULL && mark == 0 ? take_sign(p, of, from, s) : 0;
        s += span != NULL ? (size_t)(span - s) : mark > 0 ? mark : len > 0 ? len : 1;
        from = len > 0 ? s : from;
    }
    put_run(p, of, from, s);
}

/* A code of a tool's own number that holds such a sign. */
static bool is_sign(const struct spelling *p, const struct code *c)
{
    return c->text[0] != '\0' && !has_named(p->english, c->kind, c->id);
}

struct content codes_spelt(struct arena *a, struct content english, struct content target)
{
    struct spelling p = {.a = a,
                         .english = english,
                         .target = unescaped(a, target),
                         .ends = NEW_ARRAY(a, const struct code *, english.count + 1),
                         .found = NEW_ARRAY(a, bool, english.count + 1),
                         .spelt = NEW_ARRAY(a, bool, english.count + 1)};
    if (!lacks_pairs(&p))
        return p.target;
    find_ends(&p);
    for (size_t i = 0; i < p.target.count; i++) {
        const struct code *c = &p.target.at[i];
        if (c->kind == CODE_TEXT)
            find_signs(&p, c);
        else if (!is_sign(&p, c) || take_sign(&p, c, c->text, c->text) != strlen(c->text))
            *array_push(a, &p.out) = *c;
    }
    for (size_t i = 0; i < english.count; i++) {
        const struct code *end = p.found[i] ? NULL : p.ends[i];
        p.doubt = p.doubt || (end != NULL && strcmp(end->text, "](lang:cy)") != 0);
    }
    if (p.doubt || p.open.len > 0)
        return p.target;
    return (struct content){p.out.at, p.out.len, target.pos};
}
