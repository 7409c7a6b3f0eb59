/* stylesheets.h -- the templates of a programme in parts that can be told apart when one
 * of them is changed: what stands directly in a stylesheet, and the marks of a
 * words.yaml. For outline.c only. */
#ifndef REVIEW_STYLESHEETS_H
#define REVIEW_STYLESHEETS_H

#include "base/array.h"
#include "base/diag.h"
#include "model/programme.h"

#include <stdint.h>

struct template_part {
    const char *label; /* `template name="cover"`: no other of the file has it */
    struct pos at;
    uint64_t hash;      /* of its text but for comments and blanks */
    ARRAY(size_t) tags; /* where its elements begin that are not of XSLT */
};
struct stylesheet {
    const char *name; /* "cci-2012/report.xsl" */
    const struct file *file;
    ARRAY(struct template_part) parts;
};
struct stylesheets {
    ARRAY(struct stylesheet) all;
};
/* Of the folders of the programme and its houses, in their order. */
struct stylesheets stylesheets_read(struct arena *a, struct diags *d,
                                    const struct programme *p);
/* "cci-2012/report.xsl" of a path. */
const char *stylesheet_name(struct arena *a, const char *path);

#endif
