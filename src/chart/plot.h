/* plot.h -- the scale that charts of points share; inside chart/ only. */
#ifndef CHART_PLOT_H
#define CHART_PLOT_H

#include "chart/canvas.h"

struct plot {
    length left, width;
    int lowest;                       /* percent at its left end */
    const struct chart_legend *zones; /* best first */
    size_t zone_count;
};

struct plot plot_of(const struct canvas *c, const struct chart *chart);
length plot_x(const struct plot *p, int percent);
/* How wide the words of a row may be, `indent` behind the left: to the scale, or, where
 * it begins at the left and they stand over it, as wide as the chart. */
length plot_words(const struct canvas *c, const struct plot *p, length indent);
/* A row from y on, `least` high without more than one line of words beside it; `figures`:
 * the type of what else stands in it. */
struct plot_row {
    length height, middle; /* of the scale */
    length label;          /* the baseline of the first line of words */
};
struct plot_row plot_row(const struct canvas *c, const struct plot *p, length least,
                         const struct lines *words, const struct type_style *figures,
                         length y);
/* The judgements as shades, a line at each limit. */
void plot_zones(struct canvas *c, const struct plot *p, length top, length bottom);
/* What they are called, over them, their title before them; y: the baseline.  False: they
 * have no room and are left out. */
bool plot_zone_names(struct canvas *c, const struct plot *p, const char *title, length y);
/* Limits and, where there is room, every 20 %; `words`: "0%" to "100%", or NULL. */
void plot_ticks(struct canvas *c, const struct plot *p, const char *const *words,
                length y);

/* among.c: the areas as dots piled on `base`, their average under it, the own one on a
 * stem whose sign reaches up to `top`. */
void among_draw(struct canvas *c, const struct plot *p, const struct distribution *d,
                length top, length base);

#endif
