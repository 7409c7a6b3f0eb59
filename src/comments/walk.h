/* walk.h -- what the readers of a PDF share in the sandbox: the file in libqpdf, what
 * they send, and what they have to say of it.  Not for others. */
#ifndef COMMENTS_WALK_H
#define COMMENTS_WALK_H

#include "base/buf.h"
#include "base/diag.h"
#include "comments/qpdf.h"

enum { PDF_TEXT = 1 << 16 /* bytes of one text */, PDF_PAGES = 500 };

struct pdf_walk {
    struct qpdf q;
    struct buf *out;
    const struct file *file;
    int nodes, texts; /* of fields */
    int annotations, notes;
    bool circle, many, large, rich, script;
    bool notes_many; /* there are more than were sent */
};

qpdf_oh pdf_key(struct pdf_walk *w, qpdf_oh dict, const char *name);
bool pdf_is_dict(struct pdf_walk *w, qpdf_oh oh);
bool pdf_is_array(struct pdf_walk *w, qpdf_oh oh);
/* The text of a string or a name, as UTF-8, in the sandbox's memory; NULL: neither. */
const char *pdf_text(struct pdf_walk *w, qpdf_oh oh);
/* A number, 0 for what is none or no place on a page. */
double pdf_number(struct pdf_walk *w, qpdf_oh oh);

/* annotations.c: sends "=page" and "=note" (comments/fields.h) of all pages. */
void annotations_walk(struct pdf_walk *w);

#endif
