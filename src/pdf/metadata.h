/* metadata.h -- what the file says about itself, twice: as XMP, which the archive and the
 * accessibility standards read, and as the old information dictionary. */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "pdf/plan.h"

/* The document's date as PDF has dates: "D:20120614000000Z". */
const char *plan_date(const struct plan *p);
void metadata_write(const struct plan *p);

#endif
