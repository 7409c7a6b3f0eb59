/* annotation.h -- links as annotations (ISO 32000-1, 12.5.6.5). */
#ifndef PDF_ANNOTATION_H
#define PDF_ANNOTATION_H

#include "pdf/plan.h"

void annotations_write(const struct plan *p);

#endif
