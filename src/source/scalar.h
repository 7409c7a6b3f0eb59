/* scalar.h -- where the text of a YAML scalar stands in its file, byte by byte.  libyaml
 * gives a scalar's beginning and end and the text that it made of it; what folding,
 * escapes and indentation did in between is found by reading the source again beside
 * that text.  Where the two cannot be brought together the places are only near. */
#ifndef SOURCE_SCALAR_H
#define SOURCE_SCALAR_H

#include "source/node.h"

enum scalar_style {
    SCALAR_PLAIN,
    SCALAR_SINGLE, /* in ' */
    SCALAR_DOUBLE, /* in " */
    SCALAR_BLOCK   /* behind | or > */
};

/* Sets the offsets of a text node whose pos, text and len are set; records at most `most`
 * (a file full of escapes would need more memory than the file itself). */
void scalar_offsets(struct arena *a, struct node *n, enum scalar_style style,
                    size_t most);

#endif
