/* put.h -- values in PDF's syntax (ISO 32000-1, 7.3), written without printf: a report
 * has tens of thousands of them. */
#ifndef PDF_PUT_H
#define PDF_PUT_H

#include "base/buf.h"
#include "base/length.h"

void put_int(struct buf *b, long n);
/* "12 0 R". */
void put_reference(struct buf *b, int object);
/* Points, to a thousandth. */
void put_length(struct buf *b, length l);
/* "[l t r b]" with y from the bottom, as user space has it. */
void put_box(struct buf *b, length page_height, length left, length top, length right,
             length bottom);
/* A text string: literal where all is ASCII, else UTF-16. */
void put_text(struct buf *b, const char *utf8);
/* A byte string. */
void put_bytes(struct buf *b, const char *bytes);

#endif
