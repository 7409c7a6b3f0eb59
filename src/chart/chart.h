/* chart.h -- chart data as page items.  The same drawing goes to PDF and to SVG.  Direct
 * labels, pattern as well as colour, fit for grey print (look of the house).  In: plain
 * data with words ready to print; out: items with their origin at the drawing's top left,
 * and its height.  Knows no tree and no page. */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "report/report.h"
#include "text/text.h"

/* How a score lies among those of other areas. */
struct distribution {
    const int *areas; /* a percentage of each */
    size_t area_count;
    int average, own; /* percent, -1: none */
    enum fill fill;   /* of the own one's judgement */
};

struct chart_bar {
    const char *number; /* "1.1", or NULL */
    const char *label;
    int percent;       /* CHART_SCORES; -1: not scored */
    long count, base;  /* CHART_SAMPLE: of base; CHART_STACKED: sufficient of base; of
                          series ten-thousandths, where there is a value */
    const char *value; /* as printed: "71%", "12" */
    const char *share; /* CHART_SAMPLE: "(19%)"; CHART_STACKED: "6 of 7" */
    const char *rest;  /* CHART_STACKED: "29 not applicable"; or NULL */
    const char
        *remark; /* at the end: "Moderate"; under a distribution's label; or NULL */
    enum fill fill;
    struct distribution distribution; /* CHART_DISTRIBUTION */
    const char
        *comment[3]; /* the same: before what is in capitals, that, and behind it */
};

struct chart_group {
    const char *label; /* NULL: no head */
    const char *value; /* "Section score 76%" */
    int percent;
    enum fill fill;            /* CHART_COLUMNS: of the bar over its label; CHART_LINES */
    const struct scale *scale; /* CHART_GAUGES */
    const struct chart_bar *bars;
    size_t bar_count;
};

struct chart_legend {
    const char *label;
    enum fill fill;
    int from; /* of a judgement that is a zone of the scale: percent where it begins */
};

struct chart {
    enum chart_kind kind;
    struct pos pos; /* for messages */
    enum lang lang;
    long largest; /* CHART_SAMPLE: the count that takes the whole width, of all charts */
    int lowest;   /* charts of points: percent at the left end of the scale */
    const char *const *axis;   /* CHART_SCORES: what is printed at its CHART_TICKS; charts
                                  of points: at 0 to 100 %; NULL: nothing */
    const struct scale *scale; /* CHART_LINES, CHART_UPRIGHTS */
    const char *own, *head; /* CHART_DISTRIBUTION: the area's name; over the averages */
    const char *legend_title;
    const struct chart_legend *legend;
    size_t legend_count;
    const struct chart_group *groups;
    size_t group_count;
};

/* Of the rows, from the drawing's top: CHART_POINTS alone. */
struct baselines {
    length *at;
    size_t len, cap;
};

struct drawing {
    ARRAY(struct item) items;
    length width, height;
    struct baselines rows;
};

struct drawing chart_draw(struct arena *a, struct diags *d, struct faces *t,
                          const struct style *s, const struct chart *c, length width);

/* Lowest to highest, average, own, each -1 or 0 to 100. */
struct drawing range_draw(struct arena *a, const struct style *s, int lowest, int highest,
                          int average, int own, length width);

/* A bar under a finding's evidence: `count` of `base`. */
struct drawing share_draw(struct arena *a, const struct style *s, long count, long base,
                          length width);

/* A distribution alone, without words: the judgements (`zones`, best first) as shades on
 * a scale from `lowest` percent to 100. */
struct drawing distribution_draw(struct arena *a, const struct style *s,
                                 const struct distribution *d,
                                 const struct chart_legend *zones, size_t zone_count,
                                 int lowest, length width, length height);

/* A judgement's sign in charts of points, its top left at (0, 0). */
struct drawing sign_draw(struct arena *a, const struct style *s, enum fill fill);

/* The icon of a rating, so wide and high. */
struct drawing badge_draw(struct arena *a, const struct style *s, const struct badge *b,
                          length size);
/* Says CONTRAST_LOW of icons that cannot be told from the page or, best first, from the
 * next (3:1), and VALUE_UNKNOWN of a colour that the house does not have. */
void badges_check(struct diags *d, const struct style *s, const struct badge *badges,
                  size_t count);

/* A legend's swatch, its top left at (0, 0). */
struct drawing swatch_draw(struct arena *a, const struct style *s, enum fill fill);

/* So many stars, of which so many are full. */
struct drawing rating_draw(struct arena *a, const struct style *s, int full, int all);

/* Puts a drawing on a page: every item moved by (x, y) and hung from `tag` (NULL: an
 * artifact of layout). */
void drawing_place(struct arena *a, struct page *p, const struct drawing *g, length x,
                   length y, struct tag *tag);

#endif
