/* places.h -- where the blocks of a draft stood on its pages, as it was sent:
 * REPORT/sent/draft2.en.pages.csv has a row for each line with the places of its words,
 * so that a note on a page that comes back finds the words it is about.  Places are in
 * tenths of a point, x right, y down from the top left corner of the page as it was sent.
 */
#ifndef SENDING_PLACES_H
#define SENDING_PLACES_H

#include "page/page.h"
#include "report/report.h"

struct placed_word {
    const char *text;
    int left, right;
};

struct placed_line {
    const char *ref; /* of the block; "" where it has none */
    int left, top, right, bottom;
    const struct placed_word *words;
    size_t count; /* 0: a drawing */
};

struct placed_page {
    int width, height;
    const char *signature;
    ARRAY(struct placed_line) lines; /* in the order in which they are heard */
};

struct draft_places {
    const char *hash; /* of the text, as the draft's map has it */
    ARRAY(struct placed_page) pages;
};

/* Writes those of a document that has been marked. */
void places_write(struct arena *a, const struct document *doc, const char *hash,
                  struct buf *out);
/* False, and said, when the file is not such a table. */
bool places_read(struct arena *a, struct diags *d, const char *path,
                 struct draft_places *p);
/* "DIR/sent/draft2.en.pages.csv". */
const char *places_path(struct arena *a, const char *dir, int draft, enum lang l);

/* What a page is known by, wherever it stands in a file: its marks in their order, each
 * with the place of its first words in whole points.  The same in all copies, and hardly
 * ever that of another page.  Begin with HASH_START; places are in thousandths of a
 * point, y up from the foot of the page, as its operators have them. */
uint64_t signature_mark(uint64_t hash, const char *type);
uint64_t signature_words(uint64_t hash, long x, long y);
const char *signature_name(struct arena *a, uint64_t hash);

#endif
