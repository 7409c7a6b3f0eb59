/* plain.h -- the report tree as plain text, for Braille, e-mail and whoever wants no
 * page: UTF-8, lines of at most PLAIN_COLUMNS columns ended by LF, no blank at their
 * ends.  The same words in the same order as a PDF is heard, without its pages: no page
 * number, no furniture; a table is a list of its rows, a chart its alternative text and
 * its data. */
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include "report/report.h"

enum { PLAIN_COLUMNS = 72 }; /* but a word that is longer stands alone on a line */

void plain_text(const struct report *r, struct buf *out);

#endif
