/* pdf_text.h -- a text string of a PDF (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with their
 * marks before it, else PDFDocEncoding. */
#ifndef COMMENTS_PDF_TEXT_H
#define COMMENTS_PDF_TEXT_H

#include "base/buf.h"

/* UTF-8; codes that name a language inside the text are left out. */
const char *pdf_text_utf8(struct arena *a, const char *bytes, size_t len);

#endif
