/* same.h -- what a spreadsheet may say in place of our names: "Yes", "N/A", "Q1.1b",
 * "Sentence type".  The programme's own titles count, and what `answers:` of the house
 * (answers.yaml), the programme and the inspection says is the same. */
#ifndef MODEL_SAME_H
#define MODEL_SAME_H

#include "model/inspection.h"
#include "model/read.h"

/* Texts that differ only in capitals, blanks and punctuation have one key.  "" for a text
 * of punctuation alone. */
const char *cell_key(struct arena *a, const char *text);
/* The same of a head: without "Q" or "Question" before a number, and question marks. */
const char *head_key(struct arena *a, const char *text);

#endif
