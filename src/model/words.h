/* words.h -- fixed wording by key, in each language, from words.yaml of a house style and
 * of a programme (whose keys win).  A wording is Markdown with marks; `((arg NAME))` in
 * it is filled by the template that asks for it.  A wording may have a form for each
 * plural category.  docs/programmes.md shows the file. */
#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "lang/lang.h"
#include "prose/prose.h"

/* One wording in one language. */
struct wording {
    struct pos pos;
    const struct block *blocks; /* NULL: empty or missing */
};

struct word {
    const char *key;
    struct pos pos;
    bool given[LANG_COUNT];
    bool plural[LANG_COUNT]; /* a form per category, else [OTHER] */
    struct wording forms[LANG_COUNT][PLURAL_COUNT];
    bool reviewed[LANG_COUNT];
};

/* A noun with its number: `#` stands where the number goes ("# cases", "# o achosion").
 */
struct noun {
    const char *key;
    struct pos pos;
    bool feminine; /* in Welsh: "tair ardal" */
    bool reviewed[LANG_COUNT];
    const char *forms[LANG_COUNT][PLURAL_COUNT]; /* NULL where the language has no such */
    const char *plural[LANG_COUNT]; /* without a number, "cases"; NULL: not said */
};

/* A vague word: for shares from `from` to `to` percent, or, when `but` >= 0, for "all but
 * so many" (`but` 0: all), or, when `only` >= 0, for a count of so many (0: none). */
struct vague {
    int from, to, but, only;
    const char *text[LANG_COUNT];
    bool joins[LANG_COUNT]; /* stands before its noun as it is: "all cases" */
    bool reviewed[LANG_COUNT];
    struct pos pos;
};

/* How far one figure is from another: at least so many points, or, of what is no
 * percentage, so many percent of the other; both 0: at all. */
struct comparison_words {
    struct decimal points, share;
    bool same;                       /* not at all */
    const char *text[2][LANG_COUNT]; /* above, below; where they are the same, both */
    bool reviewed[LANG_COUNT];
    struct pos pos;
};

struct words; /* all of a programme and its house */

/* Reads a words.yaml on top of what `under` holds (NULL: nothing). */
const struct words *words_parse(struct arena *a, struct diags *d, const struct node *root,
                                const struct words *under);
const struct word *words_get(const struct words *w, const char *key);
const struct noun *words_noun(const struct words *w, const char *key);
const struct vague *words_vague(const struct words *w, size_t *count);
/* The words for a figure that is `by` above `other` (negative: below); NULL when there
 * are none. */
const struct comparison_words *words_comparison(const struct words *w, struct decimal by,
                                                struct decimal other, bool points);
/* All wordings, in the order of the files. */
const struct word *const *words_all(const struct words *w, size_t *count);
/* All names of nouns, for "did you mean". */
const char *const *words_nouns(const struct words *w, size_t *count);

#endif
