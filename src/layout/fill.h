/* fill.h -- strips to pages.  A page takes the longest run of strips that fits with the
 * notes it brings and what must close or come again, and that ends where a page may;
 * where there is none, weaker holds are given up first.  A page always takes something.
 */
#ifndef LAYOUT_FILL_H
#define LAYOUT_FILL_H

#include "layout/strip.h"

void pages_fill(struct state *s, const struct strips *all);

#endif
