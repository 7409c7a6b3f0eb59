/* sheet.h -- a table as people send it back: rows of as many cells as each has, nothing
 * trimmed and nothing refused.  From a CSV as Excel writes it (commas, semicolons or
 * tabs; UTF-8 or Windows-1252), or from the tables of a Word document. */
#ifndef COMMENTS_SHEET_H
#define COMMENTS_SHEET_H

#include "base/array.h"
#include "base/diag.h"

struct sheet_cell {
    const char *text;
    struct pos pos;
};

struct sheet_row {
    struct sheet_cell *cells;
    size_t count;
    int number; /* of the row in its table, from 1 */
    int table;  /* of a document, from 1; 1 in a CSV */
};

/* Words of a document that stand in none of its tables, or are a comment on it. */
struct sheet_remark {
    const char *text;
    const char *author, *date; /* of a comment; "" of what stands in the text */
    const char *words;         /* that a comment is about; "" for none */
    size_t row;                /* of `rows`, from 1, that it is about; 0: none */
};

struct sheet {
    ARRAY(struct sheet_row) rows;
    ARRAY(struct sheet_remark) remarks;
    const char *draft; /* what a form of ours says in its properties; "": nothing */
    char separator;
    bool windows; /* was Windows-1252: characters may have been lost */
};

/* A cell, "" where the row ends before. */
const char *sheet_text(const struct sheet_row *row, int column);
bool sheet_row_empty(const struct sheet_row *row);

/* False, and said, when it is no table or too large. */
bool sheet_of_csv(struct arena *a, struct diags *d, const struct file *f,
                  struct sheet *out);
/* Of a form of ours the paragraphs that it was sent with are no remarks. */
bool sheet_of_docx(struct arena *a, struct diags *d, const struct file *f,
                   struct sheet *out);

#endif
