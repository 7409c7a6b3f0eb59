/* heads.c -- in: a row of a table, the wordings that head its columns; out: which is
 * which.  Knows no form. */
#include "comments/heads.h"

#include "comments/reply.h"

#include <ctype.h>
#include <string.h>

const char *text_lower(struct arena *a, const char *text)
{
    char *copy = arena_strdup(a, text_one_line(a, text));
    for (char *c = copy; *c != '\0'; c++)
        *c = (char)tolower((unsigned char)*c);
    return copy;
}

const char *head_plain(struct arena *a, const struct words *w, const char *key,
                       enum lang l)
{
    const struct word *word = words_get(w, key);
    const struct block *b = word != NULL ? word->forms[l][PLURAL_OTHER].blocks : NULL;
    return b != NULL ? prose_plain(a, b->inlines) : "";
}

const char *head_words(struct arena *a, const struct words *w, const char *key,
                       enum lang l)
{
    return text_lower(a, head_plain(a, w, key, l));
}

/* Behind the word a head may say in brackets what is to be written under it. */
static bool is_head(struct arena *a, const struct words *w, const char *key,
                    const char *cell)
{
    for (int l = 0; l < LANG_COUNT; l++) {
        const char *word = head_words(a, w, key, (enum lang)l);
        const size_t len = strlen(word);
        if (len > 0 && strncmp(cell, word, len) == 0 &&
            (cell[len] == '\0' || strncmp(cell + len, " (", 2) == 0))
            return true;
    }
    return false;
}

void heads_find(struct arena *a, const struct words *w, const struct sheet_row *row,
                const char *const *keys, int count, int *at)
{
    for (int c = 0; c < count; c++)
        at[c] = -1;
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = text_lower(a, row->cells[i].text);
        for (int c = 0; c < count; c++)
            if (at[c] < 0 && is_head(a, w, keys[c], cell)) {
                at[c] = (int)i;
                break;
            }
    }
}
