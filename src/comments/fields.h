/* fields.h -- what somebody filled into the form of a PDF.  The PDF is read by libqpdf in
 * a sandbox; scripts are never run, other forms than the plain kind (XFA) not looked at,
 * and the latest state of a file that was saved several times counts. */
#ifndef COMMENTS_FIELDS_H
#define COMMENTS_FIELDS_H

#include "base/array.h"
#include "base/diag.h"
#include "base/map.h"

#include <stdint.h>

/* Words that somebody wrote on a page beside the form. */
struct pdf_note {
    int page;
    const char *text;
};

struct pdf_fields {
    struct map *values; /* a field's whole name ("c01.ref") to its value, a text */
    size_t count;
    ARRAY(struct pdf_note) notes;
};

/* False, and said, when the file has no fields that can be read.  What was passed over is
 * said too. */
bool pdf_fields_read(struct arena *a, struct diags *d, const struct file *f,
                     struct pdf_fields *out);

#endif
