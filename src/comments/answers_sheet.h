/* answers_sheet.h -- an empty table of answers as a workbook, for an officer to fill in.
 */
#ifndef COMMENTS_ANSWERS_SHEET_H
#define COMMENTS_ANSWERS_SHEET_H

#include "model/programme.h"

/* The bytes of an .xlsx (ISO/IEC 29500): the head of answers.csv, each question's words
 * as the prompt of its cells, and drop-down lists of what these take.  The same bytes
 * each time. */
void answers_sheet(const struct programme *p, struct buf *out);

#endif
