/* svg.h -- a drawing as SVG.  Its words are words, as wide as they are on paper whatever
 * font the reader has; its colours are the names that the stylesheet gives the palette,
 * so that they follow it; its hatches are patterns.  Knows no chart and no page. */
#ifndef HTML_SVG_H
#define HTML_SVG_H

#include "chart/chart.h"

/* What drawings of one page share: each pattern and small drawing is written once. */
struct svg_defs {
    struct map *known; /* ids by what they hold */
    size_t count;
    struct buf out; /* inside <defs> */
};
struct svg_defs svg_defs_new(struct arena *a);

/* "-blue": the class of a palette's colour, behind "f" (filled), "s" (a line). */
const char *svg_colour_class(struct arena *a, const struct style *s, struct colour c);

/* `attributes`: of the <svg>, as ` role="img" aria-label="…"`. */
void svg_write(struct svg_defs *defs, const struct style *s, const struct drawing *g,
               const char *attributes, struct buf *out);
/* A small drawing that occurs often: what is written is a reference to it. */
void svg_use(struct svg_defs *defs, const struct style *s, const struct drawing *g,
             const char *class, struct buf *out);

#endif
