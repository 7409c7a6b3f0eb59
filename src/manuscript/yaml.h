/* yaml.h -- texts and homes as YAML is typed.  For the files of this folder only. */
#ifndef MANUSCRIPT_YAML_H
#define MANUSCRIPT_YAML_H

#include "manuscript/home.h"

/* A text behind a key or a dash: plain where it can be, in quotation marks, or behind a
 * bar with its lines indented so far.  `prose`: rather behind a bar than in quotation
 * marks; `flow`: in { } or [ ], where there is no bar. */
void yaml_scalar(struct buf *out, const char *text, size_t indent, bool prose, bool flow);
/* Further lines of a text, indented. */
void yaml_lines(struct buf *out, const char *text, size_t indent);
/* What stands behind a key of column `indent`, with the blank or the line end before it.
 */
void yaml_home(struct buf *out, const struct home *h, size_t indent, bool flow);
/* What stands behind "- " of column `indent`. */
void yaml_record(struct buf *out, const struct home *h, size_t indent, bool flow);
/* A key as it is typed. */
const char *yaml_key(struct arena *a, const char *key);

#endif
