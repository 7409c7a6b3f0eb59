/* places.h -- where each line of a document stands and which block it belongs to: enough
 * to find the words under somebody's pen. */
#ifndef PAGE_PLACES_H
#define PAGE_PLACES_H

#include "page/page.h"

struct place_word {
    const char *text;
    length left, right;
};

/* The runs of a block that follow each other on one baseline, or a drawing of a block. */
struct place_line {
    const char *ref; /* of the block; NULL: it has none */
    int page;        /* from 0 */
    struct bounds box;
    const struct place_word *words;
    size_t count; /* 0: it is a drawing */
};

struct place_lines {
    const struct place_line *at; /* in the order in which the document is heard */
    size_t count;
};

/* Of a document that has been marked.  Words that are no part of the text (head, foot, a
 * table's repeated head) stand behind all others and belong to no block. */
struct place_lines document_lines(struct arena *a, const struct document *doc);

#endif
