/* buf.h -- text that is being written.  Always ends in a zero byte, which `len` does not
 * count; may hold zero bytes itself. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

#include <stdint.h>

struct buf {
    struct arena *a;
    char *at;
    size_t len, cap;
};

/* An empty one that lives in `a`; `at` is "" from the start. */
struct buf buf_new(struct arena *a);

/* Room for `more` bytes.  What is reserved and never written costs no memory, so one who
 * knows roughly how much will come spares the copies of growing. */
void buf_reserve(struct buf *b, size_t more);

void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_str(struct buf *b, const char *s);
/* Texts are made letter by letter in many places: as little as can be for each. */
static inline void buf_char(struct buf *b, char c)
{
    if (b->len + 1 >= b->cap || SANITIZED)
        buf_reserve(b, 1);
    b->at[b->len++] = c;
    b->at[b->len] = '\0';
}
void buf_utf8(struct buf *b, uint32_t codepoint);
void buf_printf(struct buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Text with & < > " as XML references. */
void buf_xml(struct buf *b, const char *s);
/* ` name="value"`; nothing when the value is NULL. */
void buf_attribute(struct buf *b, const char *name, const char *value);

/* A JSON string with its quotation marks; bytes that are no UTF-8 become U+FFFD. */
void buf_json(struct buf *b, const char *s);
/* `"name": "value"` behind `before`; null when the value is NULL. */
void buf_json_field(struct buf *b, const char *before, const char *name,
                    const char *value);

/* A CSV cell, quoted where RFC 4180 asks for it, whichever sign parts the cells, and
 * where blanks at its ends would be lost.  What a spreadsheet would take for a formula,
 * whoever wrote it, gets an apostrophe before it; numbers are none. */
void buf_csv(struct buf *b, const char *s);
/* The same of what the reader of the table has written there: his formulas stay. */
void buf_csv_own(struct buf *b, const char *s);
/* Without that apostrophe: what is read back is as it was. */
const char *csv_unguarded(const char *cell);
/* A row of them, parted by commas and ended as RFC 4180 says. */
void buf_csv_line(struct buf *b, const char *const *cells, size_t count);

#endif
