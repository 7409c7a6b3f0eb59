/* content.h -- what a page of ours is known by in a file that comes back, from the
 * operators that draw it (ISO 32000-2, 7.8.2). */
#ifndef COMMENTS_CONTENT_H
#define COMMENTS_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct page_trace {
    bool marked;        /* has marks of a structure: it was not printed anew */
    uint64_t signature; /* of those (sending/places.h) */
    bool drawn;         /* something is painted outside all marks, as we never do */
    double matrix[6];   /* from our places to those of the page: turned, shrunk, moved */
};

struct page_trace content_trace(const char *bytes, size_t len);

#endif
