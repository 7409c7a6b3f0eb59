/* drawing.h -- what svg.c and blocks.c share of a document that is drawn.  Not for
 * others. */
#ifndef WATCH_DRAWING_H
#define WATCH_DRAWING_H

#include "base/map.h"
#include "watch/drawn.h"

/* The figures of the element at a place. */
struct placed_figures {
    ARRAY(const struct source_figure *) all;
};

struct drawing_board {
    struct arena *a;
    const struct document *doc;
    const struct map *figures; /* struct placed_figures, by "file@byte" */
    ARRAY(struct drawn_image) images;
    /* How far the lines of a file were counted last. */
    const struct file *counted;
    size_t counted_at, line_at;
    int line;
};

#endif
