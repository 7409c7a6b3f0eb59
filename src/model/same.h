/* same.h -- what a spreadsheet may say in place of our names: "Yes", "N/A", "Q1.1b",
 * "Sentence type".  What differs only in capitals, blanks and punctuation is the same,
 * and what `answers:` of the house (answers.yaml), the programme and the inspection says:
 *
 *     answers:
 *       sheet: Cases                       # of a workbook
 *       ignore: [Inspector, Comments]      # heads
 *       headings: {sentence: [Order]}      # our name: what heads say
 *       values: {yes: [y, 1], gender=male: [m]}
 *       totals: [total]                    # how rows below the cases begin
 *       empty: na                          # what an empty cell of a scored question is
 */
#ifndef MODEL_SAME_H
#define MODEL_SAME_H

#include "base/map.h"
#include "model/read.h"

#define SAME_KEYS "sheet ignore headings values totals empty"

/* Texts that differ only in capitals, blanks and punctuation have one key; a text of
 * punctuation alone is its own. */
const char *cell_key(struct arena *a, const char *text);
/* The same of a head: without "Q" or "Question" before a number, and question marks. */
const char *head_key(struct arena *a, const char *text);

/* Those nodes, the nearest first. */
struct same {
    ARRAY(const struct node *) layers;
};

/* Says what is wrong with such a map; NULL when it is none. */
const struct node *same_check(struct reader *r, const struct node *map);
/* Puts the words of house and programme into `p`. */
void same_of_programme(struct reader *r, const struct node *root, struct programme *p);
/* Those and the inspection's own. */
struct inspection;
struct same same_of_inspection(struct reader *r, const struct inspection *in);

/* A word of the nearest map that has it ("sheet", "empty"), or NULL. */
const char *same_word(const struct same *s, const char *key);
/* All of a list ("ignore", "totals"), or of a name in a map ("values", "yes"): keys. */
void same_keys(struct arena *a, const struct same *s, const char *key, const char *name,
               struct map *out, void *value);

#endif
