/* inputs.h -- which bytes a report was made from, in seven signs: printed on a draft and
 * recorded when it is sent, so that a reply can be held against the very text it is
 * about.  It covers every file that was opened so far below the folders of the report,
 * the templates and the fonts, whatever it is called; not the records (sent/, released/,
 * recipients.csv, comments.csv).  Compose all editions first, and it is the same for all
 * of them and all recipients. */
#ifndef SENDING_INPUTS_H
#define SENDING_INPUTS_H

#include "base/diag.h"

struct input_folders {
    const char *report, *templates, *fonts;
};

const char *inputs_hash(struct arena *a, struct diags *d, const struct input_folders *f);
/* Those files, sorted by name. */
struct input_file {
    const char *path;
    const char *name; /* "report/images/map.png": the same wherever the folder stands */
};
const struct input_file *inputs_list(struct arena *a, const struct input_folders *f,
                                     size_t *count);
/* How many files it covers: more later means that one was opened behind its back. */
size_t inputs_count(struct arena *a, const struct input_folders *f);

#endif
