/* objects.h -- the objects of the file we write, of PDF 1.7 or 2.0: plain objects
 * gathered into object streams of 200, a cross-reference stream at the end (ISO
 * 32000-1, 7.5.7 and 7.5.8).  An object's number may be named before it is written. */
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include "base/buf.h"
#include "pdf/token.h"

struct objects;

/* Writes the header to `out`; `version`: "1.7". */
struct objects *objects_new(struct arena *a, struct buf *out, const char *version);

/* The first of `count` numbers in a row. */
int object_numbers(struct objects *o, int count);

/* Begins a plain object, whose value is written into what this gives; the next begin ends
 * it. */
struct buf *object_begin(struct objects *o, int number);

/* All that was written so far. */
static inline struct slice slice_of(const struct buf *b)
{
    return (struct slice){b->at, b->len};
}

enum packing { PACKING_DEFLATE, PACKING_NONE /* as it is */ };
/* A stream.  `dict`: entries without the length, such as "/Type/Metadata", and without
 * the filter where we deflate. */
void object_stream(struct objects *o, int number, struct slice dict, struct slice bytes,
                   enum packing packing);

/* Writes what is left and the trailer; every number must have been used.  `info`: 0 for
 * none. */
void objects_finish(struct objects *o, int catalog, int info);

#endif
