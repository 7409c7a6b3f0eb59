/* words.c -- words.yaml to wordings, nouns and vague words.  Comes in: its tree and what
 * stands under it; goes out: both together, the new ones winning.  Does not know which
 * wording a template uses, nor whether the names in marks exist. */
#include "model/words.h"

#include "base/map.h"
#include "model/read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct words {
    ARRAY(const struct word *) all;
    ARRAY(const struct noun *) nouns;
    ARRAY(const char *) noun_names;
    ARRAY(struct vague) vague;
    ARRAY(struct comparison_words) comparisons;
    struct map *by_key, *noun_by_key;
};

/* ---- forms by plural category ---- */

/* True when the keys of a map are plural categories, as far as one can tell. */
static bool has_plurals(const struct node *n)
{
    enum plural p;
    return n->kind == NODE_MAP && n->count > 0 &&
           plural_parse(n->entries[0].key->text, &p);
}

/* The category that a key names; false, and said, when this language has no such. */
static bool category(struct reader *r, enum lang l, const struct node *key,
                     enum plural *p)
{
    const char *names[PLURAL_COUNT];
    size_t count = 0;
    for (enum plural each = PLURAL_ZERO; each < PLURAL_COUNT; each++)
        if (lang_has_plural(l, each))
            names[count++] = plural_name(each);
    return choose(r, DIAG_KEY_UNKNOWN, key->pos, key->text, names, count) >= 0 &&
           plural_parse(key->text, p);
}

static void say_other_missing(struct reader *r, const struct node *forms)
{
    if (node_get(forms, plural_name(PLURAL_OTHER)) == NULL)
        diag(r->d, DIAG_KEY_MISSING, forms->pos,
             "\"other\"; it stands for every number that has no form of its own");
}

/* ---- wordings ---- */

static struct wording read_wording(struct reader *r, const struct node *n)
{
    return (struct wording){n->pos, n->empty ? NULL : node_blocks(r, n)};
}

static void read_plurals(struct reader *r, enum lang l, const struct node *n,
                         struct word *w)
{
    w->plural[l] = true;
    for (size_t i = 0; i < n->count; i++) {
        enum plural p;
        if (category(r, l, n->entries[i].key, &p))
            w->forms[l][p] = read_wording(r, n->entries[i].value);
    }
    say_other_missing(r, n);
}

static void read_language(struct reader *r, enum lang l, const struct node *n,
                          struct word *w)
{
    w->given[l] = true;
    if (has_plurals(n))
        read_plurals(r, l, n, w);
    else
        w->forms[l][PLURAL_OTHER] = read_wording(r, n);
}

static void add_word(struct reader *r, struct words *to, struct word *w)
{
    if (map_put(to->by_key, w->key, w) == NULL) {
        *array_push(r->a, &to->all) = w;
        return;
    }
    for (size_t i = 0; i < to->all.len; i++) /* a programme's wins over its house's */
        if (strcmp(to->all.at[i]->key, w->key) == 0)
            to->all.at[i] = w;
}

static void read_word_entry(struct reader *r, struct words *to, const struct entry *e)
{
    if (!expect_keys(r, e->value, "en cy reviewed"))
        return;
    struct word *w = NEW(r->a, struct word);
    w->key = e->key->text;
    w->pos = e->key->pos;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *n = node_get(e->value, lang_code(l));
        if (n != NULL)
            read_language(r, l, n, w);
    }
    read_reviewed(r, e->value, w->reviewed);
    add_word(r, to, w);
}

/* ---- patterns: wordings that are no Markdown, for `#` there is a number ---- */

static struct wording plain_wording(struct reader *r, const struct node *n)
{
    struct inline_node *text = NEW(r->a, struct inline_node);
    *text =
        (struct inline_node){.kind = INLINE_TEXT, .pos = n->pos, .text = node_word(r, n)};
    struct block *block = NEW(r->a, struct block);
    *block = (struct block){.kind = BLOCK_PARAGRAPH, .pos = n->pos, .inlines = text};
    return (struct wording){n->pos, block};
}

static void read_pattern(struct reader *r, struct words *to, const struct entry *e)
{
    if (!expect_keys(r, e->value, "en cy reviewed"))
        return;
    struct word *w = NEW(r->a, struct word);
    w->key = arena_printf(r->a, "pattern-%s", e->key->text);
    w->pos = e->key->pos;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *n = node_get(e->value, lang_code(l));
        if (n == NULL)
            continue;
        w->given[l] = true;
        w->forms[l][PLURAL_OTHER] = plain_wording(r, n);
    }
    read_reviewed(r, e->value, w->reviewed);
    add_word(r, to, w);
}

/* ---- nouns ---- */

static void read_noun_forms(struct reader *r, enum lang l, const struct node *n,
                            struct noun *noun)
{
    if (n->kind == NODE_TEXT) {
        noun->forms[l][PLURAL_OTHER] = n->text;
        return;
    }
    if (!expect_kind(r, n, NODE_MAP, "forms: {one: \"# case\", other: \"# cases\"}"))
        return;
    for (size_t i = 0; i < n->count; i++) {
        enum plural p;
        if (category(r, l, n->entries[i].key, &p))
            noun->forms[l][p] = node_word(r, n->entries[i].value);
    }
    say_other_missing(r, n);
}

/* The noun that no number stands before.  English has it behind its number. */
static void read_noun_plural(struct reader *r, const struct node *n, struct noun *noun)
{
    const char *other = noun->forms[LANG_EN][PLURAL_OTHER];
    if (other != NULL && strncmp(other, "# ", 2) == 0)
        noun->plural[LANG_EN] = other + 2;
    if (n == NULL || !expect_keys(r, n, "en cy"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
        if (node_get(n, lang_code(l)) != NULL)
            noun->plural[l] = read_word(r, n, lang_code(l));
}

static void read_noun(struct reader *r, struct words *to, const struct entry *e)
{
    if (!expect_keys(r, e->value, "en! cy plural feminine reviewed"))
        return;
    struct noun *noun = NEW(r->a, struct noun);
    noun->key = e->key->text;
    noun->pos = e->key->pos;
    noun->feminine = read_flag(r, e->value, "feminine");
    noun->reviewed[LANG_EN] = true;
    read_reviewed(r, e->value, noun->reviewed);
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *n = node_get(e->value, lang_code(l));
        if (n != NULL)
            read_noun_forms(r, l, n, noun);
    }
    read_noun_plural(r, node_get(e->value, "plural"), noun);
    if (map_put(to->noun_by_key, noun->key, noun) == NULL) {
        *array_push(r->a, &to->nouns) = noun;
        *array_push(r->a, &to->noun_names) = noun->key;
    }
}

/* ---- vague words ---- */

static void read_vague(struct reader *r, struct words *to, const struct node *n)
{
    if (!expect_keys(r, n, "but only from to en cy joins reviewed"))
        return;
    struct vague v = {.from = read_int(r, n, "from", 0, 100, -1),
                      .to = read_int(r, n, "to", 0, 100, -1),
                      .but = read_int(r, n, "but", 0, 1000, -1),
                      .only = read_int(r, n, "only", 0, 1000, -1),
                      .text = {read_word(r, n, "en"), read_word(r, n, "cy")},
                      .reviewed = {[LANG_EN] = true},
                      .pos = n->pos};
    bool share = v.from >= 0 && v.to >= v.from;
    if ((v.but >= 0) + (v.only >= 0) + share != 1) {
        diag(r->d, DIAG_VALUE_RANGE, n->pos,
             "a vague word stands for one of: but: 2 (all but two), only: 0 (none), or "
             "from: 71 and to: 74 (percent)");
        return;
    }
    read_languages(r, n, "joins", v.joins);
    read_reviewed(r, n, v.reviewed);
    *array_push(r->a, &to->vague) = v;
}

/* ---- comparisons ---- */

/* 0 where it is not given. */
static struct decimal read_limit(struct reader *r, const struct node *n, const char *key)
{
    struct decimal limit = {0, 0};
    const struct node *given = node_get(n, key);
    if (given != NULL && (!expect_kind(r, given, NODE_TEXT, "a number, as 2.5") ||
                          !decimal_parse(given->text, &limit) || limit.units < 0))
        diag(r->d, DIAG_VALUE_KIND, given->pos,
             "this should be a number, as 2.5: how far one figure is from the other");
    return limit;
}

static void read_way(struct reader *r, const struct node *n, const char *key,
                     const char *out[LANG_COUNT])
{
    const struct node *words = node_get(n, key);
    if (words == NULL || !expect_keys(r, words, "en cy"))
        return;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++)
        out[l] = read_word(r, words, lang_code(l));
}

static void read_comparison(struct reader *r, struct words *to, const struct node *n)
{
    if (!expect_keys(r, n, "points share above below same reviewed"))
        return;
    struct comparison_words c = {.points = read_limit(r, n, "points"),
                                 .share = read_limit(r, n, "share"),
                                 .same = node_get(n, "same") != NULL,
                                 .reviewed = {[LANG_EN] = true},
                                 .pos = n->pos};
    read_way(r, n, c.same ? "same" : "above", c.text[0]);
    read_way(r, n, c.same ? "same" : "below", c.text[1]);
    read_reviewed(r, n, c.reviewed);
    if (c.text[0][LANG_EN] == NULL || c.text[1][LANG_EN] == NULL)
        diag(
            r->d, DIAG_KEY_MISSING, n->pos,
            "\"above\" and \"below\", or \"same\", with their words: {en: ..., cy: ...}");
    *array_push(r->a, &to->comparisons) = c;
}

/* A programme's own come first, so they win. */
static void read_comparisons(struct reader *r, struct words *to, const struct node *root,
                             const struct words *under)
{
    const struct node *list = read_list(r, root, "comparisons");
    for (size_t i = 0; i < list->count; i++)
        read_comparison(r, to, list->items[i]);
    for (size_t i = 0; under != NULL && i < under->comparisons.len; i++)
        *array_push(r->a, &to->comparisons) = under->comparisons.at[i];
}

/* For limits alone, which nobody prints. */
#define TINY 1e-9
static double real(struct decimal x)
{
    double n = (double)x.units;
    for (int i = 0; i < x.places; i++)
        n /= 10;
    return n;
}

/* |by| against its limit, in points or in percent of the other. */
static bool reaches(const struct comparison_words *c, struct decimal by,
                    struct decimal other, bool points)
{
    struct decimal limit = points ? c->points : c->share;
    struct decimal far = {labs(by.units), by.places};
    if (c->same || by.units == 0)
        return c->same && by.units == 0;
    if (points)
        return decimal_minus(far, limit).units >= 0;
    return 100 * real(far) >= real(limit) * fabs(real(other)) - TINY;
}

const struct comparison_words *words_comparison(const struct words *w, struct decimal by,
                                                struct decimal other, bool points)
{
    for (size_t i = 0; i < w->comparisons.len; i++)
        if (reaches(&w->comparisons.at[i], by, other, points))
            return &w->comparisons.at[i];
    return NULL;
}

/* ---- all ---- */

static struct words *words_over(struct arena *a, const struct words *under)
{
    struct words *w = NEW(a, struct words);
    w->by_key = map_new(a);
    w->noun_by_key = map_new(a);
    if (under == NULL)
        return w;
    for (size_t i = 0; i < under->all.len; i++) {
        *array_push(a, &w->all) = under->all.at[i];
        map_put(w->by_key, under->all.at[i]->key,
                map_get(under->by_key, under->all.at[i]->key));
    }
    for (size_t i = 0; i < under->nouns.len; i++) {
        const char *key = under->nouns.at[i]->key;
        *array_push(a, &w->nouns) = under->nouns.at[i];
        *array_push(a, &w->noun_names) = key;
        map_put(w->noun_by_key, key, map_get(under->noun_by_key, key));
    }
    return w;
}

static void
each_entry(struct reader *r, struct words *to, const struct node *root, const char *key,
           void (*read)(struct reader *, struct words *, const struct entry *))
{
    const struct node *map = node_get(root, key);
    if (map == NULL || (map->kind == NODE_TEXT && map->empty) ||
        !expect_kind(r, map, NODE_MAP, "a map of keys and wordings"))
        return;
    for (size_t i = 0; i < map->count; i++)
        read(r, to, &map->entries[i]);
}

/* A programme's vague words come first, so they win. */
static void read_all_vague(struct reader *r, struct words *to, const struct node *root,
                           const struct words *under)
{
    const struct node *vague = read_list(r, root, "vague");
    for (size_t i = 0; i < vague->count; i++)
        read_vague(r, to, vague->items[i]);
    for (size_t i = 0; under != NULL && i < under->vague.len; i++)
        *array_push(r->a, &to->vague) = under->vague.at[i];
}

const struct words *words_parse(struct arena *a, struct diags *d, const struct node *root,
                                const struct words *under)
{
    struct reader r = {.a = a, .d = d};
    struct words *w = words_over(a, under);
    if (!expect_keys(&r, root, "words nouns patterns vague comparisons"))
        return w;
    each_entry(&r, w, root, "words", read_word_entry);
    each_entry(&r, w, root, "patterns", read_pattern);
    each_entry(&r, w, root, "nouns", read_noun);
    read_all_vague(&r, w, root, under);
    read_comparisons(&r, w, root, under);
    return w;
}

const struct word *words_get(const struct words *w, const char *key)
{
    return map_get(w->by_key, key);
}

const struct noun *words_noun(const struct words *w, const char *key)
{
    return map_get(w->noun_by_key, key);
}

const struct vague *words_vague(const struct words *w, size_t *count)
{
    *count = w->vague.len;
    return w->vague.at;
}

const struct word *const *words_all(const struct words *w, size_t *count)
{
    *count = w->all.len;
    return w->all.at;
}

const char *const *words_nouns(const struct words *w, size_t *count)
{
    *count = w->noun_names.len;
    return w->noun_names.at;
}
