/* box.h -- looks of boxes, by the names that a house gives them: what is drawn round the
 * blocks, what stands in a column beside them, in which types.  A box of any document is
 * drawn with one of these; what it means (a score's, a person's words) is the document's
 * business (report/vocabulary.h).
 *
 *     over ----------------------------------------------
 *     bar | side         | title .................. aside
 *         | label, value | heading
 *         | comment      | text
 *         |              | rule, foot (a comment or meaning that is not at the side)
 *     under ---------------------------------------------
 */
#ifndef STYLE_BOX_H
#define STYLE_BOX_H

#include "base/length.h"

#include <stdbool.h>

struct colour {
    unsigned char r, g, b;
};

/* None where its width is 0. */
struct stroke {
    length width;
    struct colour colour;
};

/* What may stand in the column at the side, from its top. */
enum side_part {
    SIDE_HEADING,
    SIDE_LABEL,
    SIDE_VALUE,
    SIDE_STARS,
    SIDE_COMMENT,
    SIDE_PARTS
};

/* Types are indices into a style's, counted from 1; 0: none given. */
struct box_side {
    length width;          /* that its words may take; 0: no side */
    length left;           /* before it */
    length text;           /* from the box's left to the text beside it */
    bool filled, middle;   /* its own ground; its contents half way down */
    bool under;            /* stars and comment: read with it, drawn under the text */
    bool over;             /* no column: over the text, under the heading, in all width */
    struct colour fill;    /* as wide as it and `left` */
    length up;             /* the first part stands so much higher */
    length gap;            /* under each part but a comment */
    length hang, right;    /* of a comment: behind its swatch, before the text */
    length swatch;         /* how much lower than the comment its swatch stands */
    int types[SIDE_PARTS]; /* what has a type here stands here; of stars: any */
};

struct box_style {
    const char *name;
    bool filled;
    struct colour fill;
    struct stroke outline, bar;
    /* Over the first of several in a row, over the others, under the last. */
    struct stroke over, between, under;
    struct {
        length top, right, under, left;
    } pad;
    length before, after;
    length gap;  /* between several in a row, in the place of both */
    int columns; /* so many of them beside each other; 0, 1: under each other */
    bool row;    /* several may stand in a row: `between`, `under` and `gap` are given */
    struct {
        length left, top;
    } quote; /* the place of an opening quotation mark */
    bool quoted;
    bool leads; /* no page ends with it */
    struct {
        int text, title, aside, heading, by;
    } types;
    struct box_side side;
    struct stroke rule; /* over the foot */
    length rule_under;
};

#endif
