/* export.h -- a report, or a programme, as a Word document to write in. */
#ifndef MANUSCRIPT_EXPORT_H
#define MANUSCRIPT_EXPORT_H

#include "manuscript/title.h"

/* The bytes of a .docx; the same for the same report. */
void manuscript_write(struct arena *a, const struct titles *t, const struct home *root,
                      const char *title, enum lang l, const struct shows *shows,
                      struct buf *out);

#endif
