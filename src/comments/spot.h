/* spot.h -- what stood where on the pages of a draft that came back: which page of ours
 * each page is, and which block and words lie under a mark. */
#ifndef COMMENTS_SPOT_H
#define COMMENTS_SPOT_H

#include "comments/fields.h"
#include "comments/round.h"

/* The pages of a file as those of a draft. */
struct returned {
    const struct pdf_fields *file;
    int draft; /* 0: of none that was sent */
    enum lang lang;
    const struct draft_places *places; /* NULL: they were not kept when it was sent */
    const struct placed_page **page; /* of each page of the file; NULL: not one of ours */
    bool *sure;                      /* it is known by its marks, not by its number */
    bool printed;                    /* no page is known by its marks */
    bool moved;                      /* the pages stand in another order, or others among
                                        them */
};

/* `number`: of the draft that the form names; 0: the draft is found by its pages. */
struct returned returned_pages(struct arena *a, struct diags *d, struct round *r,
                               int number, const struct pdf_fields *f);

/* In tenths of a point from the top left corner of our page. */
struct area {
    double left, top, right, bottom;
};

/* An area of the file's page, four numbers, as one of ours; and one that is still where
 * it was on ours. */
struct area area_of(const struct returned *r, int page, const double corners[4]);
struct area area_as_sent(const struct returned *r, int page, const double corners[4]);

struct pinned {
    const char *ref;   /* of the block; NULL: the page has none */
    bool near;         /* nothing of it lies under the mark, or the page is not sure */
    const char *words; /* that do, in the order of the text; "" for none */
};

/* Under areas, a piece of a line each. */
struct pinned spot_lines(struct arena *a, const struct returned *r, int page,
                         const struct area *areas, size_t count);
/* Inside what somebody has drawn round or over something. */
struct pinned spot_inside(struct arena *a, const struct returned *r, int page,
                          struct area area);
/* At a small sign: the word that its middle or, where that is none, its corner stands
 * on. */
struct pinned spot_sign(struct arena *a, const struct returned *r, int page,
                        struct area area);
/* Where something is to be put in: the word before it, or "" at the head of a line. */
struct pinned spot_behind(struct arena *a, const struct returned *r, int page,
                          struct area area);

#endif
