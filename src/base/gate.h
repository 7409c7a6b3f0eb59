/* gate.h -- the one gate for text from outside on its way into a record: an option, the
 * name of a file, a note of a delivery, a cell.  What passes can be written into a table
 * or a translation and read again as it is: UTF-8 in NFC without a character that is not
 * seen, turns the direction of text or means something to one program alone. */
#ifndef BASE_GATE_H
#define BASE_GATE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum gate_kind {
    GATE_LINE, /* a name: one line, at most GATE_LINE_MOST characters */
    GATE_TEXT  /* what somebody says: lines and tabs, at most GATE_TEXT_MOST */
};
#define GATE_LINE_MOST 300
#define GATE_TEXT_MOST 20000

/* Whether a record may hold it. */
bool gate_lets_in(uint32_t c, enum gate_kind kind);

/* The text in NFC; NULL, and what is wrong with it as part of a sentence, when it may not
 * pass. */
const char *gate_pass(struct arena *a, const char *text, enum gate_kind kind,
                      const char **wrong);

#endif
