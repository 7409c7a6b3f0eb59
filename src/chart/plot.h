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
