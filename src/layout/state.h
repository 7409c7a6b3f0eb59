/* state.h -- what one run of layout carries along: what it was given, the pages that the
 * run before found, the pages it has made.  A run builds strips, tags and pages anew;
 * runs follow each other until no page number moves (spot.h). */
#ifndef LAYOUT_STATE_H
#define LAYOUT_STATE_H

#include "base/map.h"
#include "chart/read.h"
#include "layout/layout.h"
#include "report/report.h"
#include "text/text.h"

/* Where something came to stand: what a link goes to. */
struct spot {
    bool set;
    int page; /* from 0 */
    length x, y;
    size_t item;     /* of the page's items: the first that was drawn there */
    struct tag *tag; /* what stands there; NULL: that item says */
};

struct strips;
/* What a page takes of strips: [from, to). */
struct take {
    size_t from, to;
    length lead; /* free over the first: a table's head that comes again */
    int spread;  /* of their spaces, and the white at the foot: thousandths */
    int white;
    int64_t cost; /* pagebreaks.h */
};

struct pending_link {
    int page;
    size_t link; /* of the page's links */
    const struct spot *to;
};

struct state {
    struct arena *a;    /* this run's: of what it makes, only the last run's stays */
    struct arena *kept; /* what the next run is to find */
    struct diags *d;
    struct faces *text;
    const struct style *style; /* of the pages that are made now */
    const struct style *upright, *lying;
    const struct report *report;
    struct map *pictures; /* struct image by path: decoded once for all runs */

    const struct map *before;  /* struct spot by key, of the run before: those whose page
                                * it printed; NULL at first */
    struct map *spots;         /* the same of this run */
    struct map *named;         /* the last struct note of each name */
    ARRAY(const char *) asked; /* keys whose page was printed */
    bool reserve; /* page numbers take the width of three digits, so nothing can move */

    struct tag *root, *stage_tag; /* stage_tag: a P with the line that says the stage */
    struct strips *strips;
    ARRAY(struct page) pages;
    ARRAY(struct take) takes; /* of `strips`, by page */
    ARRAY(struct bookmark) bookmarks;
    ARRAY(struct pending_link) links;
    int heading;              /* the level of the last one; 0: none yet */
    size_t notes, heads;      /* given out: ids of notes and of table heads are counted */
    struct chart_scale scale; /* of all charts */
};

/* The page that is being drawn. */
struct canvas {
    struct state *s;
    struct page *page;
    int number; /* from 0 */
    int spread; /* of the strip that is drawn (struct take) */
    bool dark;  /* the top of the page has been filled: marks on it are white */
};

static inline const struct type_style *type_of(const struct state *s, enum type_id t)
{
    return &s->style->types[t];
}

static inline struct colour colour_of(const struct state *s, enum role r)
{
    return s->style->roles[r];
}

static inline length larger(length x, length y)
{
    return x > y ? x : y;
}

static inline length smaller(length x, length y)
{
    return x < y ? x : y;
}

#endif
