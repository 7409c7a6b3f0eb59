/* drawing.h -- what svg.c and blocks.c share of a document that is drawn.  Not for
 * others. */
#ifndef WATCH_DRAWING_H
#define WATCH_DRAWING_H

#include "watch/drawn.h"

/* A figure, and the element that it is in. */
struct placed_figure {
    struct pos at;
    size_t number; /* in the order of the report */
    const struct source_figure *figure;
};

struct drawing_board {
    struct arena *a;
    const struct document *doc;
    const char **refs;                   /* of each tag, by its number */
    ARRAY(struct placed_figure) figures; /* by place */
    ARRAY(struct drawn_image) images;
    /* How far the lines of a file were counted last. */
    const struct file *counted;
    size_t counted_at, line_at;
    int line;
};

/* A picture's name among board_images, to which it is put. */
const char *image_name(struct drawing_board *b, const struct image *image);

#endif
