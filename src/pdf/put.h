/* put.h -- values in PDF's syntax (ISO 32000-1, 7.3), written without printf: a report
 * has tens of thousands of them. */
#ifndef PDF_PUT_H
#define PDF_PUT_H

#include "base/buf.h"
#include "base/length.h"
#include "style/style.h"

void put_int(struct buf *b, long n);
/* The same behind a key: "/Flags 4". */
void put_int_behind(struct buf *b, const char *key, long n);
/* "12 0 R". */
void put_reference(struct buf *b, int object);
void put_thousandths(struct buf *b, long n);
/* Points, to a thousandth. */
void put_length(struct buf *b, length l);
/* "0.5 0 1" and the operator behind it. */
void put_colour(struct buf *b, struct colour c, const char *operator);
/* "[l t r b]" with y from the bottom, as user space has it. */
void put_box(struct buf *b, length page_height, length left, length top, length right,
             length bottom);
/* A text string: literal where all is ASCII, else UTF-16. */
void put_text(struct buf *b, const char *utf8);
/* A byte of a literal string. */
void put_string_byte(struct buf *b, char byte);
/* A byte string. */
void put_bytes(struct buf *b, const char *bytes);

#endif
