/* read.c -- typed values out of YAML maps: words, yes and no, numbers, prose.  Comes in:
 * a node; goes out: the value, or something harmless after it was said what is wrong.
 * Does not know which file it reads. */
#include "model/read.h"

#include "base/bounds.h"
#include "base/map.h"
#include "model/reviewed.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool enough_said(const struct reader *r)
{
    return diags_errors(r->d) > DIAGNOSTICS;
}

/* ---- names ---- */

/* "a, b or c"; "" when there are too many to read. */
static const char *all_names(struct arena *a, const char *const *names, size_t count)
{
    enum { READABLE = 80 };
    if (count == 0 || count > READABLE)
        return "";
    struct buf b = buf_new(a);
    buf_str(&b, "use ");
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : i + 1 == count ? " or " : ", ", names[i]);
    return b.at;
}

/* Word processors make such quotation marks; to YAML they are letters. */
static bool is_curly(const char *typed)
{
    return strncmp(typed, "\xE2\x80", 2) == 0 &&
           (typed[2] == '\x98' || typed[2] == '\x99' || typed[2] == '\x9C' ||
            typed[2] == '\x9D');
}

const char *name_hint(struct arena *a, const char *typed, const char *const *names,
                      size_t count)
{
    if (is_curly(typed))
        return "; write straight quotation marks (\") or none";
    bool number =
        typed[0] >= '0' && typed[0] <= '9'; /* 1.4 is as near to 1.1 as to 1.5 */
    const char *near = number ? NULL : nearest_name(typed, names, count);
    if (near != NULL)
        return arena_printf(a, "; did you mean %s?", near);
    const char *all = all_names(a, names, count);
    return all[0] == '\0' ? "" : arena_printf(a, "; %s", all);
}

const char *name_hint_or(struct arena *a, const char *typed, const char *const *names,
                         size_t count, const char *else_say)
{
    const char *hint = name_hint(a, typed, names, count);
    return hint[0] != '\0' ? hint : else_say;
}

int choose(struct reader *r, enum diag_id id, struct pos at, const char *typed,
           const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], typed) == 0)
            return (int)i;
    diag(r->d, id, at, "\"%s\"%s", typed,
         enough_said(r) ? "" : name_hint(r->a, typed, names, count));
    return -1;
}

const char *const *category_names(struct arena *a, const struct category *c, size_t count)
{
    const char **names = NEW_ARRAY(a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = c[i].name;
    return names;
}

const char *const *aspect_ids(struct arena *a, const struct aspect *all, size_t count)
{
    const char **ids = NEW_ARRAY(a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        ids[i] = all[i].id;
    return ids;
}

bool name_once(struct reader *r, struct map *seen, const char *name, struct pos pos)
{
    if (map_get(seen, name) != NULL) {
        diag(r->d, DIAG_NAME_TWICE, pos, "\"%s\"; each name stands for one thing", name);
        return false;
    }
    map_put(seen, name, (void *)(uintptr_t)name);
    return true;
}

/* ---- maps ---- */

/* The words of "name! title! code", without their marks. */
struct key_list {
    const char *names[32];
    bool required[32];
    size_t count;
};

static struct key_list split_keys(struct arena *a, const char *keys)
{
    struct key_list list = {0};
    while (*keys != '\0') {
        if (list.count == LEN(list.names))
            bug("more than %zu keys", LEN(list.names));
        size_t len = strcspn(keys, " ");
        bool required = keys[len - 1] == '!';
        list.names[list.count] = arena_strndup(a, keys, len - required);
        list.required[list.count++] = required;
        keys += len + strspn(keys + len, " ");
    }
    return list;
}

bool expect_kind(struct reader *r, const struct node *n, enum node_kind kind,
                 const char *what)
{
    if (n->kind == kind)
        return true;
    if (kind == NODE_TEXT && said_colon(r, n))
        return false;
    diag(r->d, DIAG_VALUE_KIND, n->pos, "%s; this should be %s", node_describe(r->a, n),
         what);
    return false;
}

static bool is_name(const char *typed, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], typed) == 0)
            return true;
    return false;
}

/* "; is it "area" or "published", which are missing?"; "" when unknown keys are too few
 * to be those. */
static const char *lacking_hint(struct arena *a, const struct node *map, size_t unknown,
                                const char *const *names, size_t count, bool *lacking)
{
    struct buf b = buf_new(a);
    size_t absent = 0;
    for (size_t i = 0; i < count; i++)
        if (lacking[i] && node_key(map, names[i]) == NULL)
            buf_printf(&b, "%s\"%s\"", absent++ > 0 ? " or " : "; is it ", names[i]);
    if (absent == 0 || absent > unknown)
        return "";
    buf_printf(&b, ", which %s missing?", absent == 1 ? "is" : "are");
    for (size_t i = 0; i < count; i++)
        lacking[i] &= node_key(map, names[i]) != NULL;
    return b.at;
}

/* A key without a colon. */
bool cut_by_comma(const struct node *map, size_t i)
{
    const struct node *key = map->entries[i].key, *value = map->entries[i].value;
    if (i == 0 || value->kind != NODE_TEXT || !value->empty || key->pos.file == NULL)
        return false;
    const struct node *before = map->entries[i - 1].value;
    const char *behind = key->pos.file->text + key->pos.at + key->pos.len;
    return before->kind == NODE_TEXT && !before->empty &&
           behind[strspn(behind, " \t\n")] != ':';
}

static void say_unknown_key(struct reader *r, const struct node *map, size_t i,
                            const char *const *names, size_t count, const char *hint)
{
    const struct node *key = map->entries[i].key;
    if (hint[0] != '\0')
        diag(r->d, DIAG_KEY_UNKNOWN, key->pos, "\"%s\"%s", key->text, hint);
    else if (cut_by_comma(map, i))
        diag(r->d, DIAG_KEY_UNKNOWN, key->pos,
             "\"%s\"; in { } a comma begins the next key: put several in [ ], and a text "
             "with a comma in quotation marks",
             key->text);
    else
        choose(r, DIAG_KEY_UNKNOWN, key->pos, key->text, names, count);
}

void lacking_check(struct reader *r, const struct node *map, const char *const *names,
                   size_t count, bool *lacking)
{
    ARRAY(size_t) unknown = {0};
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = map->entries[i].key;
        if (is_name(key->text, names, count))
            continue;
        const char *near = nearest_name(key->text, names, count);
        for (size_t k = 0; near != NULL && k < count; k++)
            lacking[k] &= names[k] != near || node_key(map, near) != NULL;
        if (near != NULL || is_curly(key->text))
            choose(r, DIAG_KEY_UNKNOWN, key->pos, key->text, names, count);
        else
            *array_push(r->a, &unknown) = i;
    }
    const char *hint = lacking_hint(r->a, map, unknown.len, names, count, lacking);
    for (size_t i = 0; i < unknown.len; i++)
        say_unknown_key(r, map, unknown.at[i], names, count, hint);
}

bool expect_keys(struct reader *r, const struct node *n, const char *keys)
{
    if (n == NULL)
        return false;
    struct key_list list = split_keys(r->a, keys);
    if (n->kind != NODE_MAP) {
        diag(r->d, DIAG_VALUE_KIND, n->pos,
             "%s; this should be a map of keys and values%s", node_describe(r->a, n),
             name_hint(r->a, "", list.names, list.count));
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct node *value = node_get(n, list.names[i]);
        bool there = value != NULL && (value->kind != NODE_TEXT || !value->empty);
        list.required[i] &= !there;
    }
    lacking_check(r, n, list.names, list.count, list.required);
    for (size_t i = 0; i < list.count; i++)
        if (list.required[i])
            diag(r->d, DIAG_KEY_MISSING, n->pos, "\"%s\"; write \"%s: ...\" here",
                 list.names[i], list.names[i]);
    return true;
}

bool said_colon(struct reader *r, const struct node *n)
{
    if (n->kind != NODE_MAP || n->count == 0)
        return false;
    const struct node *key = n->entries[0].key, *value = n->entries[0].value;
    if (value->kind != NODE_TEXT || key->style != TEXT_PLAIN)
        return false;
    diag(r->d, DIAG_YAML_COLON, key->pos,
         "YAML takes \"%s:\" for a key because a blank follows the colon; put the whole "
         "text in quotation marks, or write | and the text on the next line",
         key->text);
    return true;
}

/* ---- plain values ---- */

const char *node_word(struct reader *r, const struct node *n)
{
    return expect_kind(r, n, NODE_TEXT, "a word") ? n->text : "";
}

const char *read_word(struct reader *r, const struct node *map, const char *key)
{
    const struct node *n = node_get(map, key);
    return n == NULL ? NULL : node_word(r, n);
}

bool read_flag(struct reader *r, const struct node *map, const char *key)
{
    static const char *const names[] = {"yes", "no"};
    const struct node *n = node_get(map, key);
    if (n == NULL || !expect_kind(r, n, NODE_TEXT, "yes or no"))
        return false;
    return choose(r, DIAG_VALUE_UNKNOWN, n->pos, n->text, names, LEN(names)) == 0;
}

bool parse_number(const char *text, long *out)
{
    size_t len = strspn(text, "0123456789");
    if (len == 0 || len > 9 || text[len] != '\0')
        return false;
    *out = strtol(text, NULL, 10);
    return true;
}

bool node_int(struct reader *r, const struct node *n, long from, long to, long *out)
{
    if (!expect_kind(r, n, NODE_TEXT, "a whole number"))
        return false;
    if (!parse_number(n->text, out)) {
        diag(r->d, DIAG_VALUE_KIND, n->pos,
             "\"%s\"; this should be a whole number, as 12", n->text);
        return false;
    }
    if (*out >= from && *out <= to)
        return true;
    diag(r->d, DIAG_VALUE_RANGE, n->pos, "%ld; this goes from %ld to %ld", *out, from,
         to);
    return false;
}

int read_int(struct reader *r, const struct node *map, const char *key, int from, int to,
             int missing)
{
    const struct node *n = node_get(map, key);
    long number = 0;
    return n != NULL && node_int(r, n, from, to, &number) ? (int)number : missing;
}

const struct node *read_list(struct reader *r, const struct node *map, const char *key)
{
    static const struct node nothing = {.kind = NODE_LIST};
    const struct node *n = node_get(map, key);
    if (n == NULL || (n->kind == NODE_TEXT && n->empty))
        return &nothing;
    return expect_kind(r, n, NODE_LIST, "a list") ? n : &nothing;
}

const char *const *read_words(struct reader *r, const struct node *map, const char *key,
                              size_t *count)
{
    const struct node *list = read_list(r, map, key);
    const char **words = NEW_ARRAY(r->a, const char *, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        words[i] = node_word(r, list->items[i]);
    *count = list->count;
    return words;
}

/* ---- prose ---- */

const struct inline_node *node_line(struct reader *r, const struct node *n)
{
    if (!expect_kind(r, n, NODE_TEXT, "text"))
        return NULL;
    const struct inline_node *line = prose_parse_line(r->a, r->d, n);
    *array_push(r->a, &r->lines) = line;
    return line;
}

static const struct inline_node *node_paragraphs(struct reader *r, const struct node *n)
{
    if (!expect_kind(r, n, NODE_TEXT, "text"))
        return NULL;
    const struct inline_node *all = prose_parse_paragraphs(r->a, r->d, n);
    *array_push(r->a, &r->lines) = all;
    return all;
}

const struct block *node_blocks(struct reader *r, const struct node *n)
{
    if (!expect_kind(r, n, NODE_TEXT, "text"))
        return NULL;
    const struct block *blocks = prose_parse(r->a, r->d, n);
    *array_push(r->a, &r->blocks) = blocks;
    return blocks;
}

typedef const struct inline_node *read_inlines(struct reader *r, const struct node *n);

/* `keys`: of its map. */
static struct text line_text(struct reader *r, const struct node *n, const char *keys,
                             read_inlines *read)
{
    struct text text = {.pos = n->pos};
    if (n->kind == NODE_TEXT) {
        text.in[LANG_EN] = text.in[LANG_CY] = read(r, n);
        return text;
    }
    if (!expect_kind(r, n, NODE_MAP, "text, or {en: ..., cy: ...}"))
        return text;
    bool language = node_get(n, "en") != NULL || node_get(n, "cy") != NULL;
    if ((!language && said_colon(r, n)) || !expect_keys(r, n, keys))
        return text;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        const struct node *line = node_get(n, lang_code(l));
        text.in[l] = line == NULL || line->empty ? NULL : read(r, line);
    }
    return text;
}

struct text node_line_text(struct reader *r, const struct node *n)
{
    return line_text(r, n, "en cy", node_line);
}

struct text node_paragraphs_text(struct reader *r, const struct node *n)
{
    return line_text(r, n, "en cy", node_paragraphs);
}

static struct text text_by(struct reader *r, const struct node *map, const char *key,
                           read_inlines *read)
{
    const struct node *n = node_get(map, key);
    struct text text = n == NULL ? (struct text){.pos = map->pos}
                                 : line_text(r, n, "en cy reviewed", read);
    if (n != NULL && n->kind == NODE_TEXT)
        text.in[LANG_CY] = NULL; /* a programme's plain text is not yet translated */
    return text;
}

struct text read_text(struct reader *r, const struct node *map, const char *key)
{
    return text_by(r, map, key, node_line);
}

struct text read_paragraphs(struct reader *r, const struct node *map, const char *key)
{
    return text_by(r, map, key, node_paragraphs);
}

/* One of a list of languages. */
static void read_language(struct reader *r, const struct node *n, bool named[LANG_COUNT])
{
    static const char *const languages[] = {"en", "cy"};
    int l =
        choose(r, DIAG_VALUE_UNKNOWN, n->pos, node_word(r, n), languages, LEN(languages));
    if (l >= 0)
        named[l] = true;
}

void read_languages(struct reader *r, const struct node *map, const char *key,
                    bool named[LANG_COUNT])
{
    const struct node *list = read_list(r, map, key);
    for (size_t i = 0; i < list->count; i++)
        read_language(r, list->items[i], named);
}

void read_reviewed(struct reader *r, const struct node *map, bool reviewed[LANG_COUNT])
{
    const struct node *list = read_list(r, map, "reviewed");
    for (size_t i = 0; i < list->count; i++)
        if (strncmp(node_word(r, list->items[i]), "cy=", 3) != 0)
            read_language(r, list->items[i], reviewed);
        else if (welsh_read(r->a, list, map) == WELSH_READ)
            reviewed[LANG_CY] = true;
}
