/* vocabulary.c -- the tables of vocabulary.h as lookups: names of elements and
 * attributes, where an element may stand, what an attribute may say.  Knows no report. */
#include "report/rule.h"

#include "base/array.h"
#include "base/word.h"

#include <stdlib.h>
#include <string.h>

static const struct element_rule RULES[EL_COUNT] = {
#define X(id, name, class, content, attributes, what)                                    \
    [EL_##id] = {name, CLASS_##class, CONTENT_##content, attributes, what},
    REPORT_ELEMENTS(X)
#undef X
};

static const char *const PARENTS[EL_COUNT] = {
#define X(id, parents) [EL_##id] = (parents),
    REPORT_PARENTS(X)
#undef X
};

static const char *const TEXTS[] = {
#define T(id, name) [AT_##id] = (name),
#define V(id, name)
    REPORT_ATTRIBUTES(T, V)
#undef T
#undef V
};

static const char *const VALUES[] = {
#define T(id, name)
#define V(id, name) [AT_##id] = (name),
    REPORT_ATTRIBUTES(T, V)
#undef T
#undef V
};

#define WORD(id, word) word,
#define X(name, words) static const char *const name##_words[] = {words(WORD)};
REPORT_ENUMS(X)
#undef X
#undef WORD

static const struct value_rule VALUE_RULES[] = {
#define X(name, kind, at) {EL_##kind, AT_##at, name##_words, LEN(name##_words), false},
    REPORT_CHOICES(X) REPORT_COMMON_CHOICES(X)
#undef X
#define X(kind, at, word) {EL_##kind, AT_##at, (const char *const[]){word}, 1, true},
        REPORT_NUMBERS(X)
#undef X
};

static const char *const WORDS[REPORT_WORD_COUNT] = {
#define X(id, key, what) [REPORT_WORD_##id] = (key),
    REPORT_WORDS(X)
#undef X
};

const struct element_rule *element_rule(enum element_kind k)
{
    return &RULES[k];
}

const char *element_parents(enum element_kind k)
{
    return PARENTS[k] != NULL ? PARENTS[k] : "";
}

const struct shown_picture *report_picture(const struct report *r, const char *id)
{
    for (size_t i = 0; i < r->picture_count; i++)
        if (strcmp(r->pictures[i].id, id) == 0)
            return &r->pictures[i];
    return NULL;
}

const char *element_name(enum element_kind k)
{
    return RULES[k].name;
}

const char *text_attribute_name(enum text_attribute at)
{
    return TEXTS[at];
}

const char *value_attribute_name(enum value_attribute at)
{
    return VALUES[at];
}

int text_attribute(const char *name)
{
    for (size_t i = 0; i < LEN(TEXTS); i++)
        if (strcmp(TEXTS[i], name) == 0)
            return (int)i;
    return -1;
}

const char *report_word_key(enum report_word k)
{
    return WORDS[k];
}

bool report_knows_word(const char *key)
{
    if (strncmp(key, "series-", 7) == 0) /* what charts of indicators say */
        return true;
    for (size_t i = 0; i < REPORT_WORD_COUNT; i++)
        if (strcmp(key, WORDS[i]) == 0)
            return true;
    return false;
}

bool element_is_inline(enum element_kind k)
{
    return RULES[k].class == CLASS_INLINE;
}

bool element_holds_text(enum element_kind k)
{
    return RULES[k].content == CONTENT_INLINES;
}

/* ---- values ---- */

const struct value_rule *value_rule(enum element_kind k, const char *attribute)
{
    for (size_t i = 0; i < LEN(VALUE_RULES); i++)
        if (VALUE_RULES[i].kind == k && strcmp(VALUES[VALUE_RULES[i].at], attribute) == 0)
            return &VALUE_RULES[i];
    return NULL;
}

static bool is_number(const char *s)
{
    return s[0] >= '1' && s[0] <= '9' && strspn(s, "0123456789") == strlen(s) &&
           strlen(s) < 5;
}

bool value_set(struct element *e, const struct value_rule *r, const char *said)
{
    if (r->number && is_number(said)) {
        e->set[r->at] = atoi(said);
        return true;
    }
    for (size_t i = 0; said[0] != '\0' && i < r->count; i++)
        if (strcmp(r->words[i], said) == 0) {
            e->set[r->at] = r->number ? -1 : (int)i + 1;
            return true;
        }
    return false;
}

const char *value_list(struct arena *a, const struct value_rule *r)
{
    struct buf out = buf_new(a);
    if (r->number)
        buf_str(&out, "NUMBER");
    for (size_t i = 0; i < r->count; i++)
        if (r->words[i][0] != '\0')
            buf_printf(&out, "%s%s", out.len > 0 ? " " : "", r->words[i]);
    return out.at;
}

const char *value_said(struct arena *a, const struct element *e, enum value_attribute at)
{
    const int set = e->set[at];
    const struct value_rule *r = set != 0 ? value_rule(e->kind, VALUES[at]) : NULL;
    if (r == NULL) /* whatever may be in another language, a note too */
        return at == AT_LANG && set > 0 ? language_words[set - 1] : NULL;
    if (!r->number)
        return r->words[set - 1];
    return set < 0 ? r->words[0] : arena_printf(a, "%d", set);
}

enum fill fill_named(const char *name)
{
    for (size_t i = 0; name != NULL && i < LEN(fill_words); i++)
        if (strcmp(fill_words[i], name) == 0)
            return (enum fill)i;
    return FILL_NONE;
}

const char *report_kind_word(enum report_kind k)
{
    return report_kind_words[k];
}

const char *table_kind_word(enum table_kind k)
{
    return table_kind_words[k];
}

const char *layout_word_key(enum layout_word word)
{
    static const char *const keys[LAYOUT_WORD_COUNT] = {
#define X(id, key) [LAYOUT_##id] = (key),
        LAYOUT_WORDS(X)
#undef X
    };
    return keys[word];
}

const char *stage_name(enum stage s)
{
    static const char *const names[] = {"proof", "provisional", "draft", "embargo",
                                        "final"};
    return names[s];
}

const char *fill_name(enum fill f)
{
    return fill_words[f];
}

bool element_is_whole(const struct element *e, const char **missing)
{
    static const struct {
        enum element_kind kind;
        enum text_attribute at;
    } texts[] = {
#define X(kind, at) {EL_##kind, AT_##at},
        REQUIRED_TEXTS(X)};
    static const struct {
        enum element_kind kind;
        enum value_attribute at;
    } values[] = {REQUIRED_VALUES(X)
#undef X
    };
    *missing = NULL;
    for (size_t i = 0; i < LEN(texts); i++)
        if (texts[i].kind == e->kind && e->at[texts[i].at] == NULL &&
            !(texts[i].at == AT_SRC && e->at[AT_PICTURE] != NULL))
            *missing = TEXTS[texts[i].at];
    for (size_t i = 0; i < LEN(values); i++)
        if (values[i].kind == e->kind && e->set[values[i].at] == 0)
            *missing = VALUES[values[i].at];
    return *missing == NULL;
}

const char *element_required(enum element_kind k)
{
    static const char *const parts[EL_COUNT] = {
#define X(kind, list) [EL_##kind] = list,
        REQUIRED_PARTS(X)
#undef X
    };
    return parts[k] != NULL ? parts[k] : "";
}

/* ---- lists of words ---- */

bool list_holds(const char *list, const char *word)
{
    size_t len = strlen(word);
    while (*list != '\0') {
        size_t end = strcspn(list, " ");
        if (end == len && memcmp(list, word, len) == 0)
            return true;
        list += end;
        list += strspn(list, " ");
    }
    return false;
}

/* The words of a list, one after the other. */
static size_t list_split(struct arena *a, const char *list, const char ***words)
{
    ARRAY(const char *) all = {0};
    while (*list != '\0') {
        size_t end = strcspn(list, " ");
        *array_push(a, &all) = arena_strndup(a, list, end);
        list += end;
        list += strspn(list, " ");
    }
    *words = all.at;
    return all.len;
}

const char *list_hint(struct arena *a, const char *typed, const char *list)
{
    const char **words = NULL;
    size_t count = list_split(a, list, &words);
    const char *near = nearest_name(typed, words, count);
    if (near != NULL)
        return arena_printf(a, "did you mean %s?", near);
    struct buf out = buf_new(a);
    buf_str(&out, count == 0 ? "it takes none" : "use ");
    for (size_t i = 0; i < count; i++) {
        const char *between = i == 0 ? "" : i + 1 == count ? " or " : ", ";
        bool number = strcmp(words[i], "NUMBER") == 0;
        buf_printf(&out, "%s%s", between, number ? "a number" : words[i]);
    }
    return out.at;
}

/* ---- names ---- */

/* A name's value is its row in the table: the row's place is its number. */
struct map *element_names(struct arena *a)
{
    struct map *names = map_new(a);
    for (size_t i = 0; i < EL_COUNT; i++)
        if (i != EL_TEXT)
            map_put(names, RULES[i].name, (void *)&RULES[i]);
    return names;
}

int element_found(const struct map *names, const char *name)
{
    const struct element_rule *rule = map_get(names, name);
    return rule != NULL ? (int)(rule - RULES) : -1;
}
