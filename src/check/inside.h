/* inside.h -- the parts of check/: each looks for one kind of stumbling block. */
#ifndef CHECK_INSIDE_H
#define CHECK_INSIDE_H

#include "check/check.h"

/* A short beginning of what is drawn under a tag, for messages; "" where there is none.
 */
const char *tag_words(struct arena *a, const struct document *doc, const struct tag *t);

/* nesting.c: tags where the standard does not have them, ids, heads and links that lead
 * nowhere.  All are faults of ours: bugs. */
void check_nesting(struct arena *a, const struct document *doc);

/* reading.c: headings that skip a level, pictures without words, tags without text. */
void check_reading(struct arena *a, struct diags *d, const struct document *doc);

/* table.c: rows of different width, spans counted. */
void check_table(struct arena *a, struct diags *d, const struct document *doc,
                 const struct tag *table);

/* sight.c: text that has too little contrast or leaves the page. */
void check_sight(struct arena *a, struct diags *d, const struct document *doc,
                 const struct style *style);

#endif
