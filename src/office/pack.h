/* pack.h -- several files packed into one (ZIP), in memory; the same bytes for the same
 * files and date, in whatever time zone. */
#ifndef OFFICE_PACK_H
#define OFFICE_PACK_H

#include "base/buf.h"
#include "lang/lang.h"

struct pack;
/* `date`: of all files in it. */
struct pack *pack_new(struct arena *a, struct date date);
struct arena *pack_arena(struct pack *p);
/* `bytes` must outlive pack_finish. */
void pack_add(struct pack *p, const char *name, const char *bytes, size_t len);
/* Its bytes; the pack is gone. */
void pack_finish(struct pack *p, struct buf *out);

#endif
