/* csv.h -- RFC 4180 tables whose cells know where they stand.  The separator is `,` or
 * `;`, whichever the header line holds more of; a BOM is dropped; blank lines at the end
 * are no rows; cells are trimmed of blanks. */
#ifndef SOURCE_CSV_H
#define SOURCE_CSV_H

#include "base/diag.h"

struct cell {
    const char *text;
    struct pos pos; /* with its quotation marks */
};

struct table {
    const struct file *file;
    size_t columns, rows;     /* rows without the header */
    const struct cell *head;  /* columns */
    const struct cell *cells; /* rows x columns, row after row */
    size_t short_rows;        /* of a table that an office keeps: that stop early */
    struct pos short_at;      /* the first of them */
};

/* NULL when there is no header, a quotation mark stays open or a limit is passed.  A row
 * of another width is said and filled with empty cells or cut. */
const struct table *csv_parse(struct arena *a, struct diags *d, const struct file *f);
/* The same of a table that somebody keeps in a spreadsheet: some programs leave out the
 * empty cells at a row's end, which is noted once. */
const struct table *csv_parse_edited(struct arena *a, struct diags *d,
                                     const struct file *f);

/* What the reader of a table knows of its heads. */
struct heads {
    bool (*knows)(const void *data, const char *head);
    const void *data;
};
/* The same of a table that an office keeps, also of a sheet of a workbook: titles above
 * the head, heads that come again, empty rows and columns and rows that stop early are no
 * fault; what was passed over is noted.  The separator may be a tab or a bar. */
const struct table *table_parse(struct arena *a, struct diags *d, const struct file *f,
                                const struct heads *heads);
/* Notes the rows that stop early, where no fault has been found in what they lack. */
void table_note_short(struct diags *d, const struct table *t);

static inline const struct cell *table_cell(const struct table *t, size_t row,
                                            size_t column)
{
    return &t->cells[row * t->columns + column];
}

/* The column of that name, or -1. */
int table_column(const struct table *t, const char *name);
/* Those of all `names`; false, and said with `more` behind its name, when one is not
 * there. */
bool table_find_columns(struct diags *d, const struct table *t, const char *const *names,
                        int count, const char *more, int *columns);

#endif
