/* xml.h -- XML parts of office documents, read as events, names without their prefix; for
 * this folder only.  No document type is taken, so there are no entities but XML's own.
 */
#ifndef OFFICE_XML_H
#define OFFICE_XML_H

#include "base/buf.h"

#include <stdbool.h>

struct part_attributes;

/* The value of the attribute of that name, a copy in `a`; NULL when not there. */
const char *part_attribute(struct arena *a, const struct part_attributes *at,
                           const char *name);

/* Each gives back a flag that ends the reading ("" where it is enough), or NULL. */
struct part_events {
    const char *(*start)(void *data, const char *name, const struct part_attributes *at);
    const char *(*end)(void *data, const char *name);
    const char *(*text)(void *data, const char *bytes, size_t len);
};

/* NULL when the part was read to its end; else the flag: an event's, =broken, =doctype.
 */
const char *part_events_read(const struct buf *part, const struct part_events *events,
                             void *data);

#endif
