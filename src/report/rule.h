/* rule.h -- the tables of vocabulary.h as lookups, for whoever makes elements out of
 * names and words: where an element may stand, what an attribute may say, and what to
 * tell who wrote it otherwise. */
#ifndef REPORT_RULE_H
#define REPORT_RULE_H

#include "base/map.h"
#include "report/report.h"

enum class { CLASS_BLOCK, CLASS_INLINE, CLASS_PART };
enum content_kind {
    CONTENT_BLOCKS,
    CONTENT_INLINES,
    CONTENT_FLOW,
    CONTENT_PARTS,
    CONTENT_NOTHING
};

struct element_rule {
    const char *name;
    enum class class;
    enum content_kind content;
    const char *attributes; /* a list: names with a blank between */
    const char *what;
};
const struct element_rule *element_rule(enum element_kind k);
const char *element_parents(enum element_kind k); /* a list, of PARTs */
/* Elements by name: element_found() reads it, -1 when there is none of that name. */
struct map *element_names(struct arena *a);
int element_found(const struct map *names, const char *name);

/* What a value attribute of an element may say: one of some words, or a whole number from
 * 1, in whose place a single word may stand. */
struct value_rule {
    enum element_kind kind;
    enum value_attribute at;
    const char *const *words; /* "" among them: cannot be said */
    size_t count;
    bool number;
};
/* The rule of an element's attribute; NULL when that is text, or not one of its. */
const struct value_rule *value_rule(enum element_kind k, const char *attribute);
/* Parses what is said into e->set; false when it may not be said. */
bool value_set(struct element *e, const struct value_rule *r, const char *said);
/* As a list: "bullet paren dot roman", "NUMBER continue". */
const char *value_list(struct arena *a, const struct value_rule *r);
/* What an element's attribute says, as it would be typed; NULL when it is not given. */
const char *value_said(struct arena *a, const struct element *e, enum value_attribute at);
/* -1 when no text attribute has that name. */
int text_attribute(const char *name);
/* A pattern by the name that programmes give it; FILL_NONE when there is none. */
enum fill fill_named(const char *name);
const char *fill_name(enum fill f);

const char *text_attribute_name(enum text_attribute at);
const char *value_attribute_name(enum value_attribute at);
/* False when an attribute is missing without which the element means nothing: `missing`
 * is then its name. */
bool element_is_whole(const struct element *e, const char **missing);
/* The parts that it has in every report, a list. */
const char *element_required(enum element_kind k);

/* True when `list` ("a b c") holds the word. */
bool list_holds(const char *list, const char *word);
/* "did you mean x?", or "use a, b or c": from such a list. */
const char *list_hint(struct arena *a, const char *typed, const char *list);

/* Words that C asks for. */
enum report_word {
#define X(id, key, what) REPORT_WORD_##id,
    REPORT_WORDS(X)
#undef X
        REPORT_WORD_COUNT
};
const char *report_word_key(enum report_word k);
/* One of these. */
bool report_knows_word(const char *key);

#endif
