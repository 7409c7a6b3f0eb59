/* cursor.h -- in what a place of a text stands, as far as its letters say: a mark, the
 * name of a footnote, a link, a key of the YAML.  Works on text that is being typed and
 * need not be whole.  Knows nothing of the report. */
#ifndef LSP_CURSOR_H
#define LSP_CURSOR_H

#include "base/array.h"

#include <stdbool.h>

enum cursor_in {
    IN_TEXT,
    IN_MARK,  /* ((rosh-done n of ca|ses)) */
    IN_NOTE,  /* [^over|sight] */
    IN_LINK,  /* [text](#over|sight) */
    IN_KEY,   /* stren|gths: */
    IN_VALUE, /* role: lead-| */
};

/* Keys from the outermost to the map that the cursor is in; "-" is an item of a list. */
struct key_path {
    ARRAY(const char *) keys;
};

struct cursor {
    enum cursor_in in;
    size_t from, to; /* the word at the cursor, to be replaced */
    size_t open;     /* IN_MARK: its first "(" */
    size_t word;     /* IN_MARK: which word it is, from 0 */
    struct key_path path;
    const char *key; /* IN_VALUE: whose it is; NULL: an item of a list */
};

/* `yaml`: the file is one. */
struct cursor cursor_at(struct arena *a, const char *text, size_t len, size_t at,
                        bool yaml);

/* The mark that begins at its "((" : where it ends, behind "))"; or of the text. */
size_t mark_end(const char *text, size_t len, size_t open);
/* Its words, parted by one blank, up to `end`. */
const char *mark_words(struct arena *a, const char *text, size_t open, size_t end);

#endif
