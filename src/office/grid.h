/* grid.h -- the cells of a sheet as a text: a line a row, tabs between the cells, so that
 * the line is the row's number and the cells before it the column; for this folder only.
 * What has no content is not written, but for the lines and tabs before what has. */
#ifndef OFFICE_GRID_H
#define OFFICE_GRID_H

#include "base/array.h"
#include "base/buf.h"

#include <stdbool.h>

enum { GRID_COLUMNS = 16384, GRID_ROWS = 1048576 };

struct cell_grid {
    struct buf out;
    long row, column;  /* that come next, from 1 */
    long lines, cells; /* that stand in `out`: lines, and cells of the last */
    long most;         /* rows with content that are wanted */
    long written;
    bool hidden; /* the row that is being read */
    struct buf hidden_rows,
        hidden_columns; /* with content; those: "..h.h", h is hidden */
};

struct cell_grid grid_new(struct arena *a, long most);

/* Each gives back a flag that ends the reading, or NULL: =columns, =rows, =large; "" when
 * there are as many rows as are wanted. */
const char *grid_put(struct cell_grid *g, const char *text, size_t len);
/* A whole row as it stands in `out`. */
const char *grid_line(struct cell_grid *g, const char *line);
const char *grid_next_row(struct cell_grid *g);

void grid_hide_columns(struct cell_grid *g, long from, long to);

#endif
