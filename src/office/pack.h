/* pack.h -- several files packed into one (ZIP), in memory; the same bytes for the same
 * files and date, in whatever time zone. */
#ifndef OFFICE_PACK_H
#define OFFICE_PACK_H

#include "base/buf.h"
#include "lang/lang.h"

/* Names that every package of ISO/IEC 29500-2 has. */
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define OFFICE_TYPES "application/vnd.openxmlformats-officedocument."
/* What parts are by the ends of their names; in [Content_Types].xml. */
#define PACKAGE_DEFAULTS                                                                 \
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."  \
    "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"

struct pack;
/* `date`: of all files in it. */
struct pack *pack_new(struct arena *a, struct date date);
struct arena *pack_arena(struct pack *p);
/* `bytes` must outlive pack_finish. */
void pack_add(struct pack *p, const char *name, const char *bytes, size_t len);
/* A part that is XML, given without its declaration. */
void pack_add_xml(struct pack *p, const char *name, const char *xml);
/* Its bytes; the pack is gone. */
void pack_finish(struct pack *p, struct buf *out);

#endif
