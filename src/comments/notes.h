/* notes.h -- the notes that somebody has put on the pages of a draft, as comments: each
 * with the block that it lies on and the words that it marks, "*nine* → should be eight".
 */
#ifndef COMMENTS_NOTES_H
#define COMMENTS_NOTES_H

#include "comments/round.h"

struct note_rows {
    ARRAY(struct reply_row) all; /* the answers to a note behind it, in their order */
};

/* Of a PDF.  They are about the draft that its form names, and where it has none about
 * the one whose pages these are; `ours`: that draft was sent from here, or none is named.
 * What was done to the pages is said. */
void notes_rows(struct arena *a, struct diags *d, struct round *r,
                const struct reply *reply, bool ours, struct note_rows *out);

#endif
