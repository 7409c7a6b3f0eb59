/* table.h -- what the tables of this folder have in common. */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "model/inspection.h"
#include "model/read.h"
#include "source/csv.h"

/* Finds the column of each of `count` names, all of which but the last `optional` must be
 * there (their column is then -1), once, and no others.  False when one is missing, for
 * then no row can be read. */
bool table_columns(struct reader *r, const struct table *t, const char *const *names,
                   size_t count, size_t optional, int *columns);

/* A cell's whole number; false, and said, when it holds none. */
bool cell_number(struct reader *r, const struct cell *c, long *out);

/* ---- tables that an office keeps: .csv, .xlsx, .ods ---- */

/* "DIR/answers.csv", or whichever of the three there is; NULL when there is none.  More
 * than one is said, and the first taken. */
const char *table_path(struct reader *r, const char *dir, const char *name);

/* What could be the answers under another name: "; is it cases.xls? save it as
 * answers.xlsx", or "". */
const char *table_stray(struct reader *r, const char *dir);

/* Its rows; of a workbook those of the sheet of that name, or else of the one called as
 * the file or `also`, or of the only one whose heads are known.  NULL, and said, when
 * there is nothing to read. */
const struct table *table_load(struct reader *r, const char *path, const char *sheet,
                               const char *also, const struct heads *heads);

/* The same of a table with these columns and no others, as table_columns finds them. */
const struct table *table_load_columns(struct reader *r, const char *path,
                                       const char *const *names, size_t count,
                                       size_t optional, int *columns);

#endif
