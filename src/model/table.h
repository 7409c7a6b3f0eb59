/* table.h -- what the CSV files of this folder have in common. */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "model/read.h"
#include "source/csv.h"

/* Finds the column of each of `count` names, all of which must be there, once, and no
 * others.  False when one is missing, for then no row can be read. */
bool table_columns(struct reader *r, const struct table *t, const char *const *names,
                   size_t count, int *columns);

/* A cell's whole number; false, and said, when it holds none. */
bool cell_number(struct reader *r, const struct cell *c, long *out);

#endif
