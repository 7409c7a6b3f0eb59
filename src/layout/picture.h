/* picture.h -- pictures of the report, its house or its programme, ready to be drawn. */
#ifndef LAYOUT_PICTURE_H
#define LAYOUT_PICTURE_H

#include "layout/flow.h"

struct picture {
    const struct image *image;
    struct tag *tag; /* NULL: only for the eye */
    length width, height;
    const struct shown_picture *own; /* of house or programme; NULL: the report's */
    struct pos named;                /* where its file is */
};

/* That of the house or programme; false where there is none, or it was said. */
bool picture_own(struct state *s, const char *id, struct picture *to);

/* That of `e`, its Figure under `parent`; NULL, said, when it cannot be shown. */
struct picture *picture_new(struct flow *f, const struct element *e, struct tag *parent);
/* As wide as wanted, in its own proportions, no wider or higher than there is room. */
void picture_fit(struct picture *p, length width, length widest, length highest);
draw_fn picture_draw;

#endif
