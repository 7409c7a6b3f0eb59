/* content.h -- a paragraph as a translator sees it: words, and codes that stand for what
 * is not words.  A figure, a query, a footnote and a line break are one code each;
 * emphasis, a link, a span of another language and the signs around a typed figure are a
 * pair of codes with words between.  What a code holds is what the author would type, so
 * that the file can be read without us. */
#ifndef TRANSLATE_CONTENT_H
#define TRANSLATE_CONTENT_H

#include "prose/prose.h"

enum code_kind {
    CODE_TEXT, /* words */
    CODE_MARK, /* <ph>: "((cases n))", "[^oversight]" */
    CODE_OPEN, /* <bpt>: "*", "[", "((typed " */
    CODE_CLOSE /* <ept>: "*", "](#oversight)", " | YJB 2009/10))" */
};

struct code {
    enum code_kind kind;
    const char *text;   /* TEXT: the words; else what the author would type */
    const char *id;     /* not of TEXT; OPEN and CLOSE of a pair have the same */
    const char *ctype;  /* XLIFF's name for its kind: "bold", "link", "x-figure" */
    const char *prints; /* of MARK: what it prints in English; NULL: nothing known */
    bool bare;          /* of MARK: a figure whose noun is among the author's words */
    struct pos pos;
    const struct inline_node *node; /* what it stands for; NULL when read from a file */
};

/* {0}: nothing, as of a <target> that is missing or empty. */
struct content {
    const struct code *at;
    size_t count;
    struct pos pos;
};

/* What a mark prints, in English; asked once for each mark.  `bare` is set for a figure
 * that does not bring its own noun.  Without (NULL) nothing is known of what marks print,
 * and a figure never makes a translation stale. */
struct prints {
    const char *(*say)(const struct inline_node *mark, bool *bare, void *data);
    void *data;
};

/* The codes of a paragraph, numbered from 1 in its order; white space folded. */
struct content content_of(struct arena *a, const struct inline_node *n,
                          const struct prints *prints);

/* The words alone, codes left out (of a typed figure its words stay). */
const char *content_words(struct arena *a, struct content c);
/* The same without words of another language; "|" for each code that is no emphasis. */
const char *content_own_words(struct arena *a, struct content c);
/* Words and codes as the author would type them, white space folded: for align/, hashes
 * and comparison. */
const char *content_typed(struct arena *a, struct content c);
/* Whether a translation of `base`, which may come from a file, is one of `now`: the same
 * words and codes, and each bare figure of `now` prints what it printed then. */
bool content_same(struct arena *a, struct content now, struct content base);

/* The same where a tool may have lost blanks between segments and what codes hold;
 * `typed` is `base` with our codes. */
bool content_same_but_blanks(struct arena *a, struct content now, struct content base,
                             struct content typed);

/* Runs of white space as one blank each. */
const char *text_folded(struct arena *a, const char *s);

static inline bool content_empty(struct content c)
{
    return c.count == 0;
}

#endif
