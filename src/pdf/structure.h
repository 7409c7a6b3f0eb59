/* structure.h -- the structure tree (ISO 32000-1, 14.7): an element for each tag, the
 * tree from marks and links back to elements, and that of the ids. */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "pdf/plan.h"

void structure_write(const struct plan *p);

#endif
