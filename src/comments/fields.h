/* fields.h -- what somebody filled into the form of a PDF, and wrote on its pages.  The
 * PDF is read by libqpdf in a sandbox; scripts are never run, other forms than the plain
 * kind (XFA) not looked at, and the latest state of a file that was saved several times
 * counts. */
#ifndef COMMENTS_FIELDS_H
#define COMMENTS_FIELDS_H

#include "base/array.h"
#include "base/diag.h"
#include "base/map.h"

#include <stdint.h>

/* A note that somebody has put on a page, in the places of the file that came back. */
struct pdf_note {
    int page;                  /* from 0 */
    const char *kind;          /* "Highlight": a type of ISO 32000-2, table 171 */
    const char *text;          /* what it says; "" for nothing */
    const char *author, *date; /* as they stand; "" for none */
    double rect[4];
    ARRAY(double) quads;     /* eight numbers for each piece of text that it marks */
    bool pointed;            /* a typed text with a line to what it is about: */
    double tip[2];           /* where that ends */
    const char *name;        /* of its own, that programs keep; "" for none */
    const char *object, *to; /* its number and that of what it answers; "" for none */
    const char *how;         /* "Group": it belongs to that; else it is an answer */
    const char *state;       /* of a review: "Accepted"; "" where it is a note */
    const char *icon;        /* of a stamp: "Approved" */
};

/* A page of the file that came back. */
struct pdf_page {
    const char *signature; /* as sending/places.h has it; "" where it has no marks */
    bool drawn;            /* something was painted on it that is not ours */
    int key;               /* of its structure, from 0; -1: none */
    double matrix[6];      /* from our places to those of the page */
    double paper[4];       /* left, bottom, right, top, in any order */
};

struct pdf_fields {
    struct map *values; /* a field's whole name ("c01.ref") to its value, a text */
    size_t count;
    bool form; /* there is one, with fields or without */
    ARRAY(struct pdf_page) pages;
    ARRAY(struct pdf_note) notes;
};

/* False, and said, when the file cannot be read, or has neither fields nor notes.  What
 * was passed over is said too. */
bool pdf_fields_read(struct arena *a, struct diags *d, const struct file *f,
                     struct pdf_fields *out);
/* "3, 7 and 9": the pages with our marks on which something else is painted; "": none. */
const char *pdf_drawn(struct arena *a, const struct pdf_fields *f);

#endif
