/* drawn.h -- a page as a browser draws it (SVG in the words and faces of the page), and
 * the blocks on it: where each comes from, what it says, and its figures, as JSON. */
#ifndef WATCH_DRAWN_H
#define WATCH_DRAWN_H

#include "page/page.h"
#include "report/report.h"

/* What is the same for all pages of a document. */
struct drawing_board;
struct drawing_board *board_new(struct arena *a, const struct report *report,
                                const struct document *doc);

/* Page `page`, from 0.  Pictures are references, "image/NAME", to those that are put into
 * the board. */
void page_draw(struct drawing_board *b, int page, struct buf *svg);
/* A JSON array of the blocks in the order in which they are drawn: "f" file, "l" line,
 * "c" column, "e" the line of its end, "r" reference, "w" words, "i" its picture's
 * name, "b" its box (points: left, top, width, height), "g" figures: "p" as printed, "q"
 * question, "m" among whom, "n" count, "o" base, "s" source of a typed one. */
void page_blocks(struct drawing_board *b, int page, struct buf *json);

/* Pictures of the pages that were drawn, each once. */
struct drawn_image {
    const char *name; /* of its file, as "bcdfghj.png": the same for the same */
    const struct image *image;
    const char *bytes; /* of the file */
    size_t len;
};
const struct drawn_image *board_images(const struct drawing_board *b, size_t *count);

#endif
