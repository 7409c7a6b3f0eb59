/* reviewing.h -- what the checks of one report carry along, for the files of this folder
 * only. */
#ifndef REVIEW_REVIEWING_H
#define REVIEW_REVIEWING_H

#include "base/array.h"
#include "base/map.h"
#include "review/review.h"

struct reviewing {
    struct arena *a;
    struct diags *d;
    const struct inspection *in;
    const struct report *report; /* NULL: texts alone are looked at */
    enum lang lang;
    bool words;                /* figures were looked at in the other edition */
    const char *ref;           /* of the block at hand; NULL */
    ARRAY(const char *) links; /* between a number and its base: " of the ", " of " */
    ARRAY(const char *) people;
    const struct element *story; /* the first box that tells one; NULL */
    struct map *linked;          /* the last link of such words, by these */
    struct map *explained;       /* abbreviations that need no warning any more */
};

/* "1.2 A(3): ", "" where nothing is quoted. */
const char *place_of(const struct reviewing *r);
/* The author's own words first: an element made by a template has only that one's line.
 */
struct pos words_pos(const struct element *e);
/* Typed in the report's folder, not in one of its programme's. */
bool is_of_author(const struct reviewing *r, struct pos pos);
/* Where a word, or several in one text, stands; nowhere when it does not. */
struct pos word_pos(const struct element *e, const char *word);

/* ---- arithmetic.c: numbers typed as words ---- */

void arithmetic_begin(struct reviewing *r);
/* Blanks, apostrophes and figures of ours by plain signs. */
const char *arithmetic_plain(struct arena *a, const char *words);
/* What is wrong with the numbers that plain words begin with; NULL: nothing. */
const char *arithmetic_fault(const struct reviewing *r, const char *s);
void arithmetic_check(struct reviewing *r, const struct element *block);

/* ---- findings.c: the lists of a section ---- */

void findings_check(struct reviewing *r, const struct element *section);

/* ---- privacy.c: names and small numbers ---- */

void privacy_begin(struct reviewing *r);
void story_check(struct reviewing *r, const struct element *box);
/* Once all boxes are seen: whether the document says that names were changed. */
void story_note_check(struct reviewing *r);
void small_check(struct reviewing *r, const struct element *block);

/* ---- shares.c: "three-quarters (82%)" ---- */

void shares_check(struct reviewing *r, const struct element *block);

/* ---- letters.c: letters that only look right ---- */

void letters_check(struct reviewing *r, const struct element *block);

/* ---- links.c: words that do not say where a link leads ---- */

void links_check(struct reviewing *r, const struct element *block);

/* ---- tongue.c: the other language without a mark ---- */

void tongue_check(struct reviewing *r, const struct element *block);

/* ---- abbreviations.c ---- */

void abbreviations_begin(struct reviewing *r);
void abbreviations_check(struct reviewing *r, const struct element *block);

#endif
