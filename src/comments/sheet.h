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

struct sheet {
    ARRAY(struct sheet_row) rows;
    char separator;
    bool windows; /* was Windows-1252: characters may have been lost */
};

/* A cell, "" where the row ends before. */
const char *sheet_text(const struct sheet_row *row, int column);
bool sheet_row_empty(const struct sheet_row *row);

/* False, and said, when it is no table or too large. */
bool sheet_of_csv(struct arena *a, struct diags *d, const struct file *f,
                  struct sheet *out);
bool sheet_of_docx(struct arena *a, struct diags *d, const struct file *f,
                   struct sheet *out);

#endif
