/* shown.h -- what was made of one edition, as a page of the browser shows it: pages,
 * blocks, messages; and what has become new since. */
#ifndef WATCH_SHOWN_H
#define WATCH_SHOWN_H

#include "base/array.h"
#include "base/buf.h"

#include <stdbool.h>

/* Bytes of what was said; borrowed. */
struct said_bytes {
    const char *at;
    size_t len;
};

struct shown_page {
    struct said_bytes svg, blocks;
    uint64_t hash; /* of the svg */
};

struct shown_image {
    const char *name;
    struct said_bytes bytes;
};

struct shown_edition {
    ARRAY(struct shown_page) pages; /* none where it could not be made */
    ARRAY(struct shown_image) images;
    ARRAY(const char *) faces;  /* paths of the fonts */
    struct said_bytes document; /* a JSON map; empty where there is none */
    struct said_bytes messages; /* a JSON list */
    struct said_bytes times;
};

/* What a maker has said (cli/shown.c); lives in `a` and points into `said`. */
struct shown_edition *shown_read(struct arena *a, const struct buf *said);

/* The picture of that name among what a maker has said so far; points into `said`. */
bool shown_image(const struct buf *said, const char *name, struct said_bytes *image);

/* The pages in JSON: those that `before` (or NULL) has not whole, the others by their
 * hash alone. */
void shown_news(const struct shown_edition *before, const struct shown_edition *now,
                const char *lang, struct buf *out);
/* How many of them are others than before. */
size_t shown_changed(const struct shown_edition *before, const struct shown_edition *now);

#endif
