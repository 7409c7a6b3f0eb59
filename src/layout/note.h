/* note.h -- footnotes: the text of one as strips, made where its paragraph is, drawn at
 * the foot of the page that its mark stands on; too long, it goes on on the next. */
#ifndef LAYOUT_NOTE_H
#define LAYOUT_NOTE_H

#include "layout/inline.h"

struct note {
    const struct element *element;
    const char *label;
    struct spot mark, text; /* where the two stand, for the links between them */
    struct linking to_text;
    struct strips strips;
    length height;
};

struct note *note_new(struct state *s, const struct element *e);
/* Its Note hangs from `parent`, behind the paragraph with the mark. */
void note_set(struct state *s, struct note *n, struct tag *parent);

/* Strips [from, to) of a note. */
struct note_part {
    const struct note *note;
    size_t from, to;
};

/* What a page's notes take, rule and space over them included. */
length notes_room(const struct state *s, length height);
/* Draws them, the last line at the text's bottom. */
void notes_draw(struct canvas *c, const struct note_part *parts, size_t count,
                length bottom);

#endif
