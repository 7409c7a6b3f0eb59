/* bare_rules.h -- a house's figures.yaml, read: how numbers are spelt and what is none.
 * For the files about bare numbers only. */
#ifndef MODEL_BARE_RULES_H
#define MODEL_BARE_RULES_H

#include "base/array.h"
#include "base/map.h"
#include "model/read.h"

enum { BARE_ELEMENTS = 12 }; /* that a pattern has at most */

enum bare_kind { BARE_WORDS, BARE_NUMBER, BARE_ANY, BARE_CAPITAL, BARE_SIGN };

struct bare_element {
    enum bare_kind kind;
    bool glued, optional;
    bool counts;  /* a number may stand here */
    int capitals; /* CAPITAL: 0 a word that begins so, 1 one letter, 2 several alone */
    /* WORDS: in small letters; as they are written; how they begin */
    struct map *small, *exact;
    ARRAY(const char *) begins;
    /* NUMBER */
    bool money, percent, spelt, fraction, digits, decimals, zero;
    long least, most;
};

struct bare_pattern {
    struct bare_element at[BARE_ELEMENTS];
    size_t count;
    size_t first, last; /* elements that may be a number */
};

struct bare_rule {
    const char *name;
    bool figure;               /* what it knows is a figure; else none */
    const char *const *fields; /* it holds in these alone; NULL: in all */
    size_t field_count;
    const char *const *but; /* and in these not */
    size_t but_count;
    ARRAY(struct bare_pattern) patterns[LANG_COUNT];
};

struct bare_rules {
    struct map *numbers[LANG_COUNT]; /* "two-thirds" to "2/3" */
    struct map *firsts[LANG_COUNT];  /* "two" to a key that begins so */
    struct map *percent[LANG_COUNT]; /* "per cent" */
    ARRAY(struct bare_rule) all;     /* the first that knows a number decides */
};

/* What else an editor is asked to look at: review.yaml.  Patterns as those of numbers. */
struct review_rules {
    const struct bare_rules *words; /* how its patterns and its texts are cut */
    ARRAY(struct bare_rule) personal;
    struct bare_rule note;     /* says that names were changed */
    const char *const *owners; /* lists that say who is to act */
    size_t owner_count;
    /* Names of which a report has one, that which the field declares. */
    ARRAY(struct one_name {
        const char *field;
        const char *const *names[LANG_COUNT];
        size_t count[LANG_COUNT];
    })
    one_names;
    /* Of fixed wording: what repeats limits and counts; wordings that no other repeats.
     */
    struct bare_rule limits, counts;
    const char *const *once;
    size_t once_count;
    struct map *small[LANG_COUNT]; /* words that make no other name */
    struct map *about[LANG_COUNT]; /* "nearly": before a share in words */
};

/* Both files of all folders over one another; leaves NULL where none has them. */
void bare_rules_read(struct reader *r, struct programme *p);

/* `bare-figures:` of a programme, whose fields have been read. */
void bare_fields_read(struct reader *r, const struct node *root, struct programme *p);

/* The text in small letters of ASCII. */
const char *bare_small(struct arena *a, const char *text, size_t len);

/* Whether one of the names is a part of `path`, at its start when `top`. */
bool bare_within(const char *path, const char *const *names, size_t count, bool top);

#endif
