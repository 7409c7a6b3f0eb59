/* heads.h -- the columns of a table that somebody has filled in: by their heads, in
 * either language. */
#ifndef COMMENTS_HEADS_H
#define COMMENTS_HEADS_H

#include "comments/sheet.h"
#include "model/words.h"

/* In one line, without capitals (of ASCII). */
const char *text_lower(struct arena *a, const char *text);
/* The wording `key` in plain characters, as it is and so; "" where there is none. */
const char *head_plain(struct arena *a, const struct words *w, const char *key,
                       enum lang l);
const char *head_words(struct arena *a, const struct words *w, const char *key,
                       enum lang l);

/* Where the columns of `keys` stand in a row, if it is their head; -1: nowhere. */
void heads_find(struct arena *a, const struct words *w, const struct sheet_row *row,
                const char *const *keys, int count, int *at);

#endif
