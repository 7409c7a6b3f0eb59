/* work.h -- what the steps of one comparison share: both trees as blocks, which know
 * their counterparts, and their words.  Inside compare/ alone. */
#ifndef COMPARE_WORK_H
#define COMPARE_WORK_H

#include "compare/compare.h"
#include "report/element.h"

/* A word, or a sign of punctuation. */
struct text_token {
    const char *at;
    size_t len;
    bool gap;             /* white space stands before it */
    bool note;            /* it stands in a footnote of the block */
    bool figure;          /* it is counted */
    struct element *node; /* the TEXT or CAPS that it stands in */
};
struct tokens {
    ARRAY(struct text_token) all;
};

/* An element that is no inline, nor inside one. */
struct compared {
    const struct element *e;
    struct compared *parent, *first, *last, *next;
    struct compared *peer; /* of the other report; NULL: none */
    struct twins *twins;   /* of its kind and text; NULL: it is too short or too long */
    bool moved;
    long number;          /* from 1; 0: it has no words of its own */
    size_t index;         /* among its siblings */
    struct tokens tokens; /* its own words */
    const char *text;     /* all words under it */
    size_t words;         /* how many these are */
    const char *ref;      /* its own or the nearest round it; "" */
    const char *said;     /* the same as the edition prints it */
    const char *section;
};

/* ---- blocks.c ---- */

/* Under a block for the whole report; the foot of its pages is the last. */
struct compared *blocks_of(struct arena *a, const struct report *r);
/* Has no words that could change: contents, columns, breaks, forms. */
bool block_is_silent(const struct compared *b);
/* Its words are part of a drawing, where no word can be marked. */
bool block_is_drawn(const struct compared *b);

/* ---- match.c ---- */

/* Finds the peers of all blocks, and which of them have moved. */
void blocks_match(struct arena *a, struct compared *old, struct compared *now);

/* ---- tokens.c ---- */

/* The words of the inlines under `e`, those of their footnotes too. */
struct tokens tokens_of(struct arena *a, struct element *e);
/* Tokens [from, to) as text. */
const char *tokens_text(struct arena *a, const struct tokens *t, size_t from, size_t to);

/* ---- diff.c ---- */

/* For each new token the index of its old one, or -1: the longest row that both have in
 * common.  Time grows with the words and with how many have changed. */
long *tokens_diff(struct arena *a, const struct tokens *old, const struct tokens *now);

/* ---- words.c ---- */

struct comparer {
    struct arena *a;
    const struct compare_words *words;
    struct changed_report *out;
    bool first;            /* the next change is the first of what came or went as one */
    struct element *drawn; /* a list about drawings that waits for its place; or NULL */
};

/* One more on the list; either block may be NULL. */
struct report_change *changes_add(struct comparer *c, enum change_kind kind,
                                  const struct compared *old, const struct compared *now);
/* An INSERTED or DELETED with those words. */
struct element *changed_words(const struct comparer *c, enum element_kind kind,
                              const char *words, struct pos pos);
/* Marks the inlines under `e`, those of b's element or a copy; b's peer has its old
 * words. Every change goes on the list.  True when there was one. */
bool words_mark(struct comparer *c, struct element *e, const struct compared *b);

/* ---- mark.c ---- */

struct element *blocks_mark(struct comparer *c, const struct compared *now);

#endif
