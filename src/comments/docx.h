/* docx.h -- what the readers of a Word document share in the sandbox.  Not for others. */
#ifndef COMMENTS_DOCX_H
#define COMMENTS_DOCX_H

#include "base/buf.h"

#include <libxml/tree.h>
#include <stdbool.h>

enum { DOCX_REMARKS = 2000 };

struct docx_walk {
    struct buf *out;
    int table, rows, remarks;
    const char *own; /* names of the paragraphs that were sent (form.h); NULL: unknown */
    struct buf remark;   /* paragraphs beside the tables that stand in a row */
    const xmlNode *text; /* the document, whose words comments are about */
};

/* docx_remarks.c: each sends what it finds as "remark", text, author, date, the words
 * that it is about, the number of their row; properties as "draft", text. */
void docx_properties(struct docx_walk *w, const xmlNode *root);
void docx_paragraph(struct docx_walk *w, const xmlNode *p, int depth);
void docx_end_remark(struct docx_walk *w);
void docx_comments(struct docx_walk *w, const xmlNode *root);
void docx_notes(struct docx_walk *w, const xmlNode *root);

#endif
