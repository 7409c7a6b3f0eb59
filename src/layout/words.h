/* words.h -- spans filled into lines of one leading, and drawn: what paragraphs,
 * headings, labels and feet are made of. */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include "layout/inline.h"

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct words {
    struct lines lines;
    enum align align;
    length width; /* that it was given */
    length leading, baseline;
    length size; /* for the room of links and queries round it */
    struct note_list *notes;
};

/* A line of it, to be drawn alone. */
struct words_line {
    const struct words *words;
    size_t line;
};

const struct words *words_new(struct state *s, const struct spans *spans,
                              const struct type_style *type, length width,
                              enum align align);
/* The same with lines of about one length: headings, captions, heads, quotations. */
const struct words *words_balanced(struct state *s, const struct spans *spans,
                                   const struct type_style *type, length width,
                                   enum align align);
/* All in one line, whatever its width. */
const struct words *words_line(struct state *s, const struct spans *spans,
                               const struct type_style *type);
length words_height(const struct words *w);
/* The widest line. */
length words_width(const struct words *w);

/* draw_fn: a struct words, a struct words_line; (x, y) is the top left. */
draw_fn words_draw, words_line_draw;

/* changed.c: what has come is underlined, what has gone struck through, with a bar in the
 * margin beside the line. */
void changes_draw(struct canvas *c, const struct words *w, const struct line *l, length x,
                  length y);

/* The notes whose marks stand in line `line`, put before `rest`. */
struct note_list *words_notes(struct state *s, const struct words *w, size_t line,
                              struct note_list *rest);

#endif
