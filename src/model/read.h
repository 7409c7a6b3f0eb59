/* read.h -- typed values out of YAML maps, for the readers of this folder only.  Every
 * function says what is wrong and gives back something harmless, so that a reader goes on
 * and one run tells all. */
#ifndef MODEL_READ_H
#define MODEL_READ_H

#include "base/array.h"
#include "model/programme.h"

/* What reads one programme or one inspection.  All prose that was read is kept, so that
 * its marks can be checked once all names are known. */
struct reader {
    struct arena *a;
    struct diags *d;
    const char *dir; /* where {file: x.md} is looked for; NULL: nowhere */
    ARRAY(const struct inline_node *) lines;
    ARRAY(const struct block *) blocks;
};

/* True when `n` is a map.  Its keys are those of `keys`, at most 32 names with blanks
 * between, a `!` behind those that must be there: "name! title! code part".  Unknown and
 * missing ones are said. */
bool expect_keys(struct reader *r, const struct node *n, const char *keys);

/* False, and said, when it is not of that kind.  `what` is what it should be: "a list of
 * sections". */
bool expect_kind(struct reader *r, const struct node *n, enum node_kind kind,
                 const char *what);

/* The path of a picture that lies in `dir`, looked at; NULL, and said, when it is none.
 */
const char *picture_named(struct reader *r, const char *dir, const struct node *n);

/* Values of a map by key.  Missing ones give NULL, "", the default, an empty list:
 * whether they may be missing was expect_keys's business. */
const char *read_word(struct reader *r, const struct node *map, const char *key);
bool read_flag(struct reader *r, const struct node *map, const char *key);
/* `joins: [en, cy]`: sets those that are named. */
void read_languages(struct reader *r, const struct node *map, const char *key,
                    bool named[LANG_COUNT]);
/* The same of `reviewed`: those that a reader of the language has passed. */
void read_reviewed(struct reader *r, const struct node *map, bool reviewed[LANG_COUNT]);
int read_int(struct reader *r, const struct node *map, const char *key, int from, int to,
             int missing);
struct text read_text(struct reader *r, const struct node *map, const char *key);
/* The same of what may have several paragraphs, a break between two. */
struct text read_paragraphs(struct reader *r, const struct node *map, const char *key);
const struct node *read_list(struct reader *r, const struct node *map, const char *key);
const char *const *read_words(struct reader *r, const struct node *map, const char *key,
                              size_t *count);

/* The same of a node itself. */
const char *node_word(struct reader *r, const struct node *n);
struct text node_line_text(struct reader *r, const struct node *n);
struct text node_paragraphs_text(struct reader *r, const struct node *n);
const struct inline_node *node_line(struct reader *r, const struct node *n);
const struct block *node_blocks(struct reader *r, const struct node *n);
bool node_int(struct reader *r, const struct node *n, long from, long to, long *out);

/* Which of `count` names it is; -1, and said with "did you mean" or all of them. */
int choose(struct reader *r, enum diag_id id, struct pos at, const char *typed,
           const char *const *names, size_t count);

/* Says which keys of a map are none of `count` names.  `lacking`: names that must be
 * there and are not; those that an unknown key may be meant for were said with it and are
 * lacking no more. */
/* Whether entry `i` is what a comma in { } has cut off the text before it. */
bool cut_by_comma(const struct node *map, size_t i);
void lacking_check(struct reader *r, const struct node *map, const char *const *names,
                   size_t count, bool *lacking);

/* The names of categories or choices, as choose and name_hint want them. */
const char *const *category_names(struct arena *a, const struct category *c,
                                  size_t count);
/* The ids of a level, likewise. */
const char *const *aspect_ids(struct arena *a, const struct aspect *all, size_t count);

/* So much is wrong that the rest is only counted: no more hints are worked out. */
bool enough_said(const struct reader *r);

/* "did you mean x?", or "use a, b or c", or what may be used is too long to say: "". */
const char *name_hint(struct arena *a, const char *typed, const char *const *names,
                      size_t count);
/* The same, and `else_say` where there is nothing to hint at. */
const char *name_hint_or(struct arena *a, const char *typed, const char *const *names,
                         size_t count, const char *else_say);

/* A text that YAML has made a map of; says YAML_COLON.  False when it is none. */
bool said_colon(struct reader *r, const struct node *n);

/* Digits only, at most 9 of them. */
bool parse_number(const char *text, long *out);

/* Names once: puts `name` into `seen`, or says NAME_TWICE and is false. */
struct map;
bool name_once(struct reader *r, struct map *seen, const char *name, struct pos pos);

/* Marks and footnotes in all that was read, checked; of a programme when `in` is NULL. */
struct inspection;
void check_marks(struct reader *r, const struct programme *p,
                 const struct inspection *in);

#endif
