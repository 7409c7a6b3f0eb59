/* vocabulary.c -- the tables of vocabulary.h as lookups: names of elements and
 * attributes, where an element may stand, what an attribute may say.  Knows no report. */
#include "compose/work.h"

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

static const char *const ATTRIBUTES[ATTRIBUTE_COUNT] = {
#define X(id, name) [AT_##id] = (name),
    REPORT_ATTRIBUTES(X)
#undef X
};

static const struct {
    enum element_kind kind;
    enum attribute at;
    const char *values;
} VALUES[] = {
#define X(kind, at, values) {EL_##kind, AT_##at, values},
    REPORT_VALUES(X)
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

const char *element_name(enum element_kind k)
{
    return RULES[k].name;
}

const char *attribute_name(enum attribute at)
{
    return ATTRIBUTES[at];
}

const char *report_word_key(enum report_word k)
{
    return WORDS[k];
}

bool element_is_inline(enum element_kind k)
{
    return RULES[k].class == CLASS_INLINE;
}

bool element_holds_text(enum element_kind k)
{
    return RULES[k].content == CONTENT_INLINES;
}

const char *attribute_values(enum element_kind k, enum attribute at)
{
    for (size_t i = 0; i < LEN(VALUES); i++)
        if (VALUES[i].kind == k && VALUES[i].at == at)
            return VALUES[i].values;
    return NULL;
}

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

/* A name's value is its row in the table: the row's place is its number. */
void work_index(struct work *w)
{
    w->elements = map_new(w->a);
    w->attributes = map_new(w->a);
    for (size_t i = 0; i < EL_COUNT; i++)
        if (i != EL_TEXT)
            map_put(w->elements, RULES[i].name, (void *)&RULES[i]);
    for (size_t i = 0; i < ATTRIBUTE_COUNT; i++)
        map_put(w->attributes, ATTRIBUTES[i], (void *)&ATTRIBUTES[i]);
}

int work_element(const struct work *w, const char *name)
{
    const struct element_rule *rule = map_get(w->elements, name);
    return rule != NULL ? (int)(rule - RULES) : -1;
}

int work_attribute(const struct work *w, const char *name)
{
    const char *const *row = map_get(w->attributes, name);
    return row != NULL ? (int)(row - ATTRIBUTES) : -1;
}
