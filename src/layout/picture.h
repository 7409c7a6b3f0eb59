/* picture.h -- pictures from the report's folder, ready to be drawn. */
#ifndef LAYOUT_PICTURE_H
#define LAYOUT_PICTURE_H

#include "layout/flow.h"

struct picture {
    const struct image *image;
    struct tag *tag; /* NULL: only for the eye */
    length width, height;
};

/* That of `e`, its Figure under `parent`; NULL, said, when it cannot be shown. */
struct picture *picture_new(struct flow *f, const struct element *e, struct tag *parent);
/* As wide as wanted, in its own proportions, no wider or higher than there is room. */
void picture_fit(struct picture *p, length width, length widest, length highest);
draw_fn picture_draw;

#endif
