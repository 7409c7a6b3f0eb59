/* same.c -- in: what people write in spreadsheets; out: what it is called here. */
#include "model/same.h"

#include "base/ascii.h"
#include "base/character.h"
#include "base/utf8.h"
#include "model/base.h"
#include "model/inspection.h"

#include <string.h>

/* Blanks of every kind, and signs that people put in or leave out. */
static bool is_between(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 ||
           (c < 0x80 && strchr("_.,;:/()'\"", (int)c) != NULL);
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a digit is the next but blanks. */
static bool before_digit(const char *at)
{
    return is_digit(at[strspn(at, " ")]);
}

const char *cell_key(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);
    size_t len = strlen(text), width;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(text + i, len - i, &width);
        if (is_letter(c)) {
            buf_char(&out, (char)(c | 0x20));
            continue;
        }
        bool hyphen = is_hyphen(c), number = before_digit(text + i + width);
        bool within = number && out.len > 0 && is_digit(out.at[out.len - 1]);
        if (hyphen && (within || (number && out.len == 0)))
            buf_char(&out, '-');
        else if (c < 0x80 && strchr("./,", (int)c) != NULL && c != 0 && within)
            buf_char(&out, (char)c);
        else if (!hyphen && !is_between(c))
            buf_utf8(&out, character_folded(c));
    }
    return out.len > 0 ? out.at : text;
}

const char *head_key(struct arena *a, const char *text)
{
    const char *key = cell_key(a, text);
    size_t before = strncmp(key, "question", 8) == 0 ? 8 : key[0] == 'q';
    struct buf out = buf_new(a);
    for (const char *at = is_digit(key[before]) ? key + before : key; *at != '\0'; at++)
        if (*at != '?')
            buf_char(&out, *at);
    return out.at;
}

/* ---- what is said to be the same ---- */

static void check_words(struct reader *r, const struct node *map, const char *key)
{
    size_t count;
    const struct node *words = node_get(map, key);
    if (words == NULL || !expect_kind(r, words, NODE_MAP, "a map of names to lists"))
        return;
    for (size_t i = 0; i < words->count; i++)
        read_words(r, words, words->entries[i].key->text, &count);
}

const struct node *same_check(struct reader *r, const struct node *map)
{
    size_t count;
    if (map == NULL || !expect_keys(r, map, SAME_KEYS))
        return NULL;
    read_words(r, map, "ignore", &count);
    read_words(r, map, "totals", &count);
    check_words(r, map, "headings");
    check_words(r, map, "values");
    return map;
}

void same_of_programme(struct reader *r, const struct node *root, struct programme *p)
{
    ARRAY(const struct node *) all = {0};
    const struct node *own = same_check(r, node_get(root, "answers"));
    if (own != NULL)
        *array_push(r->a, &all) = own;
    for (size_t i = p->house_count; i > 0; i--) {
        const struct node *house = base_yaml(r, p->houses[i - 1].dir, "answers.yaml");
        if (same_check(r, house) != NULL)
            *array_push(r->a, &all) = house;
    }
    p->same = all.at;
    p->same_count = all.len;
}

struct same same_of_inspection(struct reader *r, const struct inspection *in)
{
    struct same s = {0};
    const struct node *own = node_get(in->root->node, "answers");
    if (own != NULL && own->kind == NODE_MAP)
        *array_push(r->a, &s.layers) = own;
    for (size_t i = 0; i < in->programme->same_count; i++)
        *array_push(r->a, &s.layers) = in->programme->same[i];
    return s;
}

const char *same_word(const struct same *s, const char *key)
{
    for (size_t i = 0; i < s->layers.len; i++) {
        const struct node *n = node_get(s->layers.at[i], key);
        if (n != NULL && n->kind == NODE_TEXT && !n->empty)
            return n->text;
    }
    return NULL;
}

void same_keys(struct arena *a, const struct same *s, const char *key, const char *name,
               struct map *out, void *value)
{
    bool heads = strcmp(key, "values") != 0;
    for (size_t i = 0; i < s->layers.len; i++) {
        const struct node *n = node_get(s->layers.at[i], key);
        if (n != NULL && name != NULL && n->kind == NODE_MAP)
            n = node_get(n, name);
        for (size_t k = 0; n != NULL && n->kind == NODE_LIST && k < n->count; k++) {
            const char *text = n->items[k]->kind == NODE_TEXT ? n->items[k]->text : "";
            const char *typed = heads ? head_key(a, text) : cell_key(a, text);
            if (typed[0] != '\0' && map_get(out, typed) == NULL)
                map_put(out, typed, value);
        }
    }
}
