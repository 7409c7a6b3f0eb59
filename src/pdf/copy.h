/* copy.h -- cairo's objects into ours: a value is copied with everything it refers to,
 * under our numbers; each object once. */
#ifndef PDF_COPY_H
#define PDF_COPY_H

#include "pdf/objects.h"
#include "pdf/scan.h"

struct copier;
struct copier *copier_new(struct arena *a, const struct scan *from, struct objects *to);

/* Writes a value, its references under our numbers. */
void copy_value(struct copier *c, struct slice value, struct buf *out);

/* Writes all objects that values copied so far refer to. */
void copy_referred(struct copier *c);

#endif
