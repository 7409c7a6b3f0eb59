/* book.h -- what the readers of the two kinds of workbook share; for this folder only. */
#ifndef OFFICE_BOOK_H
#define OFFICE_BOOK_H

#include "office/archive.h"
#include "office/grid.h"

#include <limits.h>
#include <string.h>

#define BOOK_PART ((size_t)64 << 20) /* a part's bytes, unpacked */

/* Of an element, a type, an attribute's value. */
static inline bool name_is(const char *name, const char *wanted)
{
    return strcmp(name, wanted) == 0;
}

/* What is wanted of a workbook: the first rows of all sheets, or all of one. */
struct book_wish {
    const struct file *file;
    int sheet; /* -1: all */
    long rows; /* of each */
};

/* Gives the parent a sheet: name, "hidden" or "", the flag of what is wrong with it or
 * "", its text, its hidden rows and columns. */
void book_give(struct buf *out, const char *name, bool hidden, const char *wrong,
               const struct cell_grid *g);

/* They put the sheets into `out`, and give back a flag where there are none to put. */
const char *xlsx_read(struct archive *z, const struct book_wish *wish, struct buf *out);
const char *ods_read(struct archive *z, const struct book_wish *wish, struct buf *out);

/* A number as a cell shows it: "14", "0.5". */
const char *book_number(struct arena *a, double number);

/* How a number looks in a workbook of the first kind: its format's code, or what stands
 * for the number of a format that has none. */
const char *shown_code(int number);
/* `code`: NULL for any. `from_1904`: its days count from 1904. */
const char *shown_number(struct arena *a, double number, const char *code,
                         bool from_1904);

#endif
