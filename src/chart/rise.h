/* rise.h -- the upright scale that lines and columns stand on; inside chart/ only. */
#ifndef CHART_RISE_H
#define CHART_RISE_H

#include "chart/canvas.h"

struct rise {
    const struct scale *scale;
    length left, width, top, bottom;
};

/* Below y, as high as the house says, its words at the left; `right` is kept free.  With
 * `least` at the left of the first place for the words of a value. */
struct rise rise_of(struct canvas *c, const struct chart *chart, length y, length right);
length rise_y(const struct rise *r, long value);
/* Where columns begin: nought, or the end that lies next to it. */
length rise_nought(const struct rise *r);
/* Thin rules at the marks, their words; the rule of nought strong. */
void rise_grid(struct canvas *c, const struct rise *r);
/* The same rule again, over what stands on it. */
void rise_base(struct canvas *c, const struct rise *r);
/* A value on the scale, white behind it. */
void rise_value(struct canvas *c, const struct type_style *type, const char *text,
                length x, length y, enum align align);
/* A line through points, whole (dash 0) or in dashes. */
void canvas_stroke(struct canvas *c, const struct path_op *ops, size_t count,
                   length thick, length dash, struct colour colour);

#endif
