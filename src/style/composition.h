/* composition.h -- what a house draws under the words of a cover or a divider, and how
 * far from the page's left edge those begin.  What is not given is as C has it: no
 * ground, all words at the margin. */
#ifndef STYLE_COMPOSITION_H
#define STYLE_COMPOSITION_H

#include "base/diag.h"
#include "style/box.h"

/* A band of colour or a picture, in the order of drawing. */
struct ground_part {
    const char *picture; /* its id; NULL: a band */
    struct colour colour;
    length left, top, width, height; /* of the page; 0: to its edge */
    bool fill; /* the picture fills its place and what stands over is cut off */
    struct pos pos;
};

struct composition {
    const struct ground_part *ground;
    size_t count;
    struct {
        length names, strap, title, foot, logos, label, number;
    } left;
};

#endif
