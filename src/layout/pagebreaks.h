/* pagebreaks.h -- where pages end, chosen for all of a report together.  In: bricks,
 * which are strips as far as the choice can tell them apart; out: for each of them,
 * should a page begin with it, where that page ends.
 *
 * A page is dear by what is wrong with it; the choice is the one whose pages cost least
 * together, found by dynamic programming from the last brick to the first (M. F. Plass,
 * Optimal pagination techniques for automatic typesetting systems, 1981; D. E. Knuth and
 * M. F. Plass, Breaking paragraphs into lines, 1981; F. Mittelbach, A general framework
 * for globally optimized pagination, 2016).  A brick where a page must begin parts what
 * comes before it from what comes behind: neither moves the other.  What a page costs,
 * where 1000000 is one that is empty and need not be:
 *
 * - White at its foot: its share of the page, squared, and what is over COST_MUCH nine
 *   times more.  Of a page before one that must begin anew: only what is over
 *   COST_END_FREE, eight times.
 * - COST_PAGE each, so that there are few, and COST_PARTED where it ends inside a
 * section.
 * - The hold that its end breaks: COST_ITEM, COST_ROWS; then COST_KEEP and more, each
 *   far over all that weaker ones can bring together.
 * - A section that begins softly may do so where a third of the page is left; lower, it
 *   costs COST_LOW and more the lower.  Where it begins a new page, the white before it
 *   counts a quarter, as long as it is under that third.
 * - Spaces of LEAST_SPACE and more shrink by up to SHRINK_MOST, and grow by up to
 *   GROW_MOST where that fills the page; lines of a paragraph have none, and what a row
 * of a table keeps free over and under its words shrinks alone.  COST_SHRINK for the most
 *   shrunk, by the square.
 * - A page takes at least one brick: COST_CUT where it and its notes are too tall.
 */
#ifndef LAYOUT_PAGEBREAKS_H
#define LAYOUT_PAGEBREAKS_H

#include "layout/strip.h"

#define COST_PAGE 100000
#define COST_PARTED 10000
#define COST_MUCH 350 /* thousandths of a page */
#define COST_END_FREE 600
#define COST_ITEM 40000
#define COST_ROWS 250000
#define COST_KEEP 3000000
#define COST_WIDOW 60000000
#define COST_ALWAYS 1200000000
#define COST_LOW 50000
#define COST_SHRINK 20000
#define COST_CUT 24000000000

#define LEAST_SPACE PT(5)
#define SHRINK_MOST 300 /* thousandths */
#define GROW_MOST 120

struct brick {
    length over, space;  /* between it and the one before, if they share a page */
    length height, give; /* give: the part of it that shrinks as spaces do */
    length open, close;  /* over it at a page's top (frames, a table's head), under it at
                            its foot */
    length notes;        /* that it brings */
    length room;         /* of a page that begins with it */
    enum hold hold;      /* what a page's end behind it breaks */
    enum turn turn;      /* whether a page begins with it */
};

struct bricks {
    const struct brick *at;
    size_t count;
    length note_over; /* over the notes of a page, if it has any */
};

/* The page that begins with a brick. */
struct page_choice {
    size_t end;   /* the first brick behind it */
    int spread;   /* thousandths that its spaces grow, below 0: shrink */
    length white; /* left at its foot */
    int64_t cost; /* its own, and that of all pages behind it */
};

/* One for each brick, and one behind the last, which costs nothing. */
struct page_choice *pagebreaks_choose(struct arena *a, const struct bricks *b);
/* The page that begins with brick `from` when notes `carried` from the page before take
 * so much of it; `behind`: the choices for all bricks behind it.  Its end is `from` where
 * these leave no room. */
struct page_choice pagebreaks_page(const struct bricks *b, size_t from, length carried,
                                   const struct page_choice *behind);
/* Where the page from `from` to before `end` stands, and what it alone costs. */
struct page_choice pagebreaks_cost(const struct bricks *b, size_t from, size_t end);

/* What a space or a brick's give is less on a page whose spaces shrink. */
length space_taken(length give, int spread);
/* A space that spreads: never more than asked for, whichever the way. */
length space_spread(length space, int spread);

#endif
