/* reply.h -- a filled form that came back, whichever of its three shapes it has: PDF,
 * spreadsheet or Word.  Says what stands in it; where that belongs is import.h's
 * business. */
#ifndef COMMENTS_REPLY_H
#define COMMENTS_REPLY_H

#include "base/array.h"
#include "comments/fields.h"
#include "comments/form.h"
#include "comments/sheet.h"
#include "model/words.h"

#define REPLY_BYTES ((size_t)32 << 20)

/* One comment; no text is NULL. */
struct reply_row {
    const char *ref, *kind, *ours, *comment, *evidence;
    struct form_draft draft; /* which one it is about; number 0: it does not say */
    const char *where;       /* "c03", "row 5": for messages about files without lines */
    struct pos pos;
    const char *author, *date; /* NULL or "" for none: the reply's */
    /* Of a note on a page: */
    bool note;
    const char *on; /* reference of the block that it lies on; "" for none */
    bool near;      /* nothing of it lies under the note, or it is not sure */
    size_t thread;  /* which of the notes this one answers, from 1; 0: none */
};

struct reply {
    const char *path;
    const char *author, *date; /* as they were filled in; "" where the form asks not */
    struct form_draft of;      /* what the form of a PDF says it is about */
    ARRAY(struct reply_row) rows;
    const struct pdf_fields *pdf; /* with the notes on its pages; NULL: it is none */
    bool table;   /* a spreadsheet or Word: rows without a comment are there too */
    bool windows; /* from Windows-1252: a "?" may have been another letter */
};

/* False, and said, when it is no form that can be read.  `w` holds the heads of the
 * tables, in both languages. */
bool reply_read(struct arena *a, struct diags *d, const char *path, const struct words *w,
                struct reply *out);

/* "*nine* → should be eight"; of many words the first and the last. */
const char *comment_on(struct arena *a, const char *words, const char *said);
/* The same of any form of ours, whatever it asks for: its fields, or its rows. */
struct filled {
    bool pdf;
    struct pdf_fields fields;
    struct sheet sheet;
    bool windows;
};
bool filled_read(struct arena *a, struct diags *d, const char *path, struct filled *out);

/* The words in one line, without blanks at the ends. */
const char *text_one_line(struct arena *a, const char *text);
/* The same, cut to what a message has room for. */
const char *text_shown(struct arena *a, const char *text);

#endif
