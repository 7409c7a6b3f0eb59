/* canvas.h -- what the charts draw on, and with; inside chart/ only. */
#ifndef CHART_CANVAS_H
#define CHART_CANVAS_H

#include "chart/chart.h"

struct canvas {
    struct arena *a;
    struct diags *d;
    struct faces *t;
    const struct style *s;
    enum lang lang;
    length width;
    struct pos pos;   /* of the chart, for messages */
    struct page page; /* takes the items; its origin is the drawing's */
    struct baselines rows;
};

#define WIDE PT(10000) /* more than any line */

enum align { ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT };

/* What was drawn. */
struct drawing canvas_drawing(const struct canvas *c, length width, length height);

struct colour canvas_colour(const struct canvas *c, enum role r);
void canvas_rectangle(struct canvas *c, length x, length y, length width, length height,
                      struct colour fill);
/* Where the bars begin. */
void canvas_axis(struct canvas *c, length x, length top, length bottom);
/* The outline lies inside the rectangle. */
void canvas_frame(struct canvas *c, length x, length y, length width, length height,
                  length thick, struct colour colour);
void canvas_path(struct canvas *c, length x, length y, const struct path_op *ops,
                 size_t count, struct colour fill);

/* Text in a type of the house, filled to a width; NULL is no text, no lines. */
struct lines canvas_lines(struct canvas *c, const struct type_style *type,
                          const char *text, length width);
length canvas_text_width(struct canvas *c, const struct type_style *type,
                         const char *text);
/* x is the lines' left end, middle or right end; y the first one's baseline. */
void canvas_text(struct canvas *c, const struct lines *lines, length x, length y,
                 length leading, enum align align);
/* The same for text that needs no filling. */
void canvas_word(struct canvas *c, const struct type_style *type, const char *text,
                 length x, length y, enum align align);

/* From the middle of a line of figures and small letters down to its baseline. */
length type_middle(const struct type_style *type);
struct type_style type_bold(const struct type_style *type);

/* What is aimed at is a rule across what is reached, not a bar. */
static inline bool bar_is_target(const struct chart_bar *bar)
{
    return bar->fill == FILL_AVERAGE;
}

/* hatch.c: a rectangle in one of the fills; outlined where the fill asks for it. */
void canvas_fill(struct canvas *c, length x, length y, length width, length height,
                 enum fill fill);
/* A bar as wide as all of them, round `middle`. */
void canvas_bar(struct canvas *c, length x, length end, length middle, enum fill fill);
/* A fill with an outline even where bars have none. */
void canvas_swatch(struct canvas *c, length x, length y, enum fill fill);

/* sign.c: the sign of a judgement round a middle; white round it. */
void canvas_sign(struct canvas *c, length x, length y, length radius, enum fill fill);
void canvas_halo(struct canvas *c, length x, length y, length radius);

/* legend.c: from y on; gives the height it took, 0 for none. */
length canvas_legend(struct canvas *c, const struct chart *chart);

/* contrast.c: says what of the house's colours cannot be told apart in a chart. */
void chart_contrast(struct diags *d, const struct style *s);

/* scores.c, sample.c, stacked.c ...: below y; give the y of their end. */
length scores_draw(struct canvas *c, const struct chart *chart, length y);
length sample_draw(struct canvas *c, const struct chart *chart, length y);
length stacked_draw(struct canvas *c, const struct chart *chart, length y);
length columns_draw(struct canvas *c, const struct chart *chart, length y);
/* stacked.c: what was sufficient, and the rest, as parts of one bar. */
void canvas_parts(struct canvas *c, const struct chart_bar *bar, length x, length width,
                  length y, length height);
length answers_draw(struct canvas *c, const struct chart *chart, length y);
length linked_draw(struct canvas *c, const struct chart *chart, length y);
length distributions_draw(struct canvas *c, const struct chart *chart, length y);
length lines_draw(struct canvas *c, const struct chart *chart, length y);
length uprights_draw(struct canvas *c, const struct chart *chart, length y);
length gauges_draw(struct canvas *c, const struct chart *chart, length y);
length points_draw(struct canvas *c, const struct chart *chart, length y);

#endif
