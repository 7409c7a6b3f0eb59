/* pdf.h -- pages to an accessible, archival PDF: PDF/UA-1 and, where nothing is to be
 * filled in, PDF/A-2a; or, as the document asks, PDF/UA-2 and PDF/A-4.  No clock, no
 * locale, no folder goes into the bytes. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "text/text.h"

/* Bytes of the file.  Cannot fail but by a bug or for want of memory: check_document has
 * refused what cannot be written. */
void pdf_write(struct arena *a, struct faces *t, const struct document *doc,
               struct buf *out);

#endif
