/* export.h -- a report, or a programme, as a Word document to write in. */
#ifndef MANUSCRIPT_EXPORT_H
#define MANUSCRIPT_EXPORT_H

#include "manuscript/title.h"

/* What a mark prints; NULL: nothing is known of it. */
struct shows {
    const char *(*say)(const struct inline_node *mark, void *data);
    void *data;
};

/* The bytes of a .docx; the same for the same report. */
void manuscript_write(struct arena *a, const struct titles *t, const struct home *root,
                      const char *title, enum lang l, const struct shows *shows,
                      struct buf *out);

#endif
