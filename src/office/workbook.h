/* workbook.h -- a workbook that somebody else made (.xlsx, .ods), its sheets as texts: a
 * line a row, tabs between cells.  It is read in the sandbox; no formula is run and
 * nothing is fetched.  The place of a cell in such a text is its name: `answers.xlsx:
 * Cases!O8` (base/diag.h). */
#ifndef OFFICE_WORKBOOK_H
#define OFFICE_WORKBOOK_H

#include "base/diag.h"

struct workbook_sheet {
    const char *name;
    bool hidden;
    const struct file *text;                  /* NULL: it cannot be read */
    const char *wrong;                        /* why not */
    const char *hidden_rows, *hidden_columns; /* "..h": the third; those with content */
};

struct workbook {
    const struct file *file; /* its bytes */
    size_t count;
    const struct workbook_sheet *sheets;
};

/* The first rows of every sheet; false, and said, when it cannot be read. */
bool workbook_look(struct arena *a, struct diags *d, const struct file *f,
                   struct workbook *out);

/* All of one sheet; NULL, and said, when it cannot be read. */
const struct workbook_sheet *workbook_sheet(struct arena *a, struct diags *d,
                                            const struct workbook *w, size_t sheet);

#endif
