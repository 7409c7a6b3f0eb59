/* export_parts.h -- the parts of a manuscript that hold none of its text; for this folder
 * only. */
#ifndef MANUSCRIPT_EXPORT_PARTS_H
#define MANUSCRIPT_EXPORT_PARTS_H

#include "base/buf.h"
#include "office/pack.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* Lists of the document: bullets, and behind them one for each that is numbered. */
enum { LIST_BULLETS = 1, LIST_NUMBERS };

void export_parts(struct pack *p, const char *title, enum lang l, int numbered);
void export_state(struct pack *p, const char *state);
/* Word wants a country. */
const char *word_language(enum lang l);

#endif
