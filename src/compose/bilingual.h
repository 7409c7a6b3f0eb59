/* bilingual.h -- the words of a block as they stand in a cell of the bilingual proof. */
#ifndef COMPOSE_BILINGUAL_H
#define COMPOSE_BILINGUAL_H

#include "compose/work.h"

/* The inlines of `from` again, under `into`: the digits of figures bold, a note as its
 * mark in brackets. */
void bilingual_words(struct arena *a, struct element *into, const struct element *from);

/* All words of a cell of a table, or of any element, in one line: paragraphs stand apart
 * by a blank. */
void bilingual_line(struct arena *a, struct element *into, const struct element *from);

/* Links inside the proof: to the row that holds what they lead to.  What leads to
 * something that no row holds loses its link. */
void bilingual_links(struct arena *a, struct element *body, const struct map *rows);

#endif
