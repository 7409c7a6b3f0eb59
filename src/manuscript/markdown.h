/* markdown.h -- a text of an author in one spelling.  What stands in a report's files and
 * what stands in Word become the same phrases, and phrases become Markdown in one way
 * alone, so that texts can be compared whichever they come from. */
#ifndef MANUSCRIPT_MARKDOWN_H
#define MANUSCRIPT_MARKDOWN_H

#include "base/array.h"
#include "prose/prose.h"

#include <stdbool.h>

enum phrase_kind {
    PHRASE_WORDS,
    PHRASE_CODE, /* as an author types it: "((cases))", "[^oversight]" */
    PHRASE_BREAK /* of a line */
};

/* Words that look alike. */
struct text_run {
    enum phrase_kind kind;
    const char *text;
    const char *link; /* "https://…", "#oversight"; NULL: none */
    const char *lang; /* "cy"; NULL: that of the text */
    bool em, strong;
    const struct inline_node *node; /* of CODE; NULL when it comes from Word */
};

struct text_runs {
    ARRAY(struct text_run) all;
};

/* Those of a paragraph. */
void phrases_of(struct arena *a, const struct inline_node *n, struct text_runs *out);
/* As an author types them, without white space at either end. */
const char *phrases_markdown(struct arena *a, const struct text_runs *p);
/* Their words alone, codes left out. */
const char *phrases_words(struct arena *a, const struct text_runs *p);

/* A paragraph: of the text itself (level -1), or of an item in a list in it (0, 1, …). */
struct text_line {
    int level;
    bool numbered; /* its list */
    bool goes_on;  /* no item of its own, but more of the one before */
    const char *markdown;
    struct text_runs phrases; /* where they are known */
    const char *words; /* of what comes from Word: alone; "" where they are counted */
    size_t number;     /* elsewhere; and which paragraph it was */
    struct pos pos;    /* of the paragraph in its file; of a list, of the whole */
};

struct text_lines {
    ARRAY(struct text_line) all;
};

/* The paragraphs of a text, one after the other. */
void lines_of(struct arena *a, const struct block *blocks, struct text_lines *out);
/* `count` of them as an author types them. */
const char *lines_markdown(struct arena *a, const struct text_line *lines, size_t count);
/* How many, from the first on, are one block: a paragraph, or a list. */
size_t lines_of_block(const struct text_line *lines, size_t count);

/* Whether it is one query and nothing else. */
bool markdown_is_query(const char *markdown);

/* How many words a text has: runs of signs between blanks. */
size_t words_in(const char *text);

#endif
