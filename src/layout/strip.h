/* strip.h -- what a page is filled with.  Every block becomes strips: a line, a heading,
 * a row, a chart.  A strip knows its height, the space it wants before it, how strongly
 * it holds to the next, the notes it brings, the frames and the table open across it, and
 * what is drawn relative to its top left corner.
 *
 *     flow's left           a frame (box) is open across strips [first, last):
 *     |                       +-- top ----------------+
 *     |<- x ->+-- strip --+   |  strip  strip  strip  |
 *     |       +-----------+   +-- bottom (+ extra) ---+
 */
#ifndef LAYOUT_STRIP_H
#define LAYOUT_STRIP_H

#include "layout/state.h"

/* What a page break behind a strip would cost; the filler gives up the weaker first. */
enum hold {
    HOLD_NONE,  /* a page may end here */
    HOLD_ITEM,  /* would leave one item of a list, the first rows of a table */
    HOLD_ROWS,  /* would leave fewer rows of a table; a chart or table without its note */
    HOLD_KEEP,  /* inside something that should stay whole */
    HOLD_WIDOW, /* would leave a line alone; a lead-in before its list */
    HOLD_ALWAYS, /* behind a heading, a caption, a table's head */
    HOLD_COUNT
};

/* A page begins with it: nowhere else in its section, where it is soft; see pagebreaks.h.
 */
enum turn { TURN_NONE, TURN_SOFT, TURN_PAGE, TURN_ODD };

typedef void draw_fn(struct canvas *c, const void *what, length x, length y);
struct drawn {
    draw_fn *draw;
    const void *what;
    length x, y; /* from the strip's top left */
    struct drawn *next;
};

struct anchor {
    struct spot *spot;
    struct anchor *next;
};

struct note;
struct note_list {
    struct note *note;
    struct note_list *next;
};

/* Something open across strips: a box, a score box, a panel. */
struct frame {
    const struct frame *outer;
    int depth;
    length left, width; /* left: from the flow's */
    length top, bottom; /* room over its first strip and under its last */
    length extra;       /* under the last, for what stands beside them */
    size_t first, last; /* its strips, of the flow */
    void (*draw)(struct canvas *c, const struct frame *f, length x, length top,
                 length bottom, bool begins);
    const void *what;
};

struct table;
struct row;

struct strip {
    length x;
    length height, before;
    length give;     /* of the height, on a page whose spaces shrink */
    length baseline; /* of its first line, from its top */
    enum hold hold;
    enum turn turn;
    bool whole_page; /* drawn from the page's corner, no foot: a cover */
    length deeper;   /* how much further down its page goes, without a foot: a letter's */
    bool lies;       /* its page lies on its side */
    bool blank;      /* only the foot: makes the next page odd */
    const struct frame *frame;
    struct table *table; /* open across it */
    struct row *group;   /* the group row it stands under */
    bool repeats;        /* on a new page the table's head stands over it again */
    struct drawn *drawn;
    struct note_list *notes;
    struct anchor *anchors;
    const char *bookmark;
    int level; /* of the bookmark */
    const struct element *from;
};

struct strips {
    struct strip *at;
    size_t len, cap;
};

/* Between the tops and bottoms of neighbours: closing frames, space, opening frames. */
length strips_gap(const struct strips *all, size_t next);
/* Over the first strip of a page, under the last: what its frames need there. */
length strips_open(const struct strips *all, size_t first);
length strips_close(const struct strips *all, size_t last);
/* The height of strips [from, to), the space before the first left out. */
length strips_height(const struct strips *all, size_t from, size_t to);

/* Draws what a page takes, the first frame's top at y; gives back the bottom. */
length strips_draw(struct canvas *c, const struct strips *all, const struct take *t,
                   length x, length y);

/* How much has been drawn. */
struct canvas_state {
    size_t items, links, pending;
};
struct canvas_state canvas_state(const struct canvas *c);
/* All that was drawn since then becomes artifacts, and its links go. */
void canvas_artifacts(struct canvas *c, struct canvas_state since, enum artifact kind);

#endif
