/* scan.h -- cairo's PDF read back: where its objects are, and what of them we take over.
 * Only what cairo writes is understood: a classic cross-reference table, no object
 * streams, no encryption; all else is a bug. */
#ifndef PDF_SCAN_H
#define PDF_SCAN_H

#include "base/arena.h"
#include "pdf/token.h"

struct scan {
    struct slice file;
    const size_t *offsets; /* by object number; 0: free */
    long count;
    long page; /* the first one's object */
};

struct scan scan_file(struct arena *a, struct slice file);

struct object {
    struct slice value;  /* of a stream: its dictionary */
    struct slice stream; /* its bytes as they stand; `at` NULL when it is none */
};
struct object scan_object(const struct scan *s, long number);
/* What a key of a dictionary has, or refers to. */
struct object scan_follow(const struct scan *s, struct slice dict, const char *key);

/* The value of a key in a dictionary; len 0 when it is not there. */
struct slice dict_get(struct slice dict, const char *key);
/* One value off `rest`: "[1 2]", "<</A 1>>", "12 0 R", "/Name". */
struct slice value_next(struct slice *rest);
/* The object that "12 0 R" refers to, or -1. */
long value_reference(struct slice value);

/* A stream's bytes, inflated where they are deflated. */
struct slice scan_inflate(struct arena *a, const struct object *o);

#endif
