/* template.h -- a programme's XSLT, inside a fence: it reads only templates/NAME and its
 * house, writes nothing, and cannot take more than its share of depth, steps and memory.
 * libxml2 and libxslt are seen by template.c, lint.c, names.c, fence.c, input.c,
 * outline.c and build.c only.
 */
#ifndef COMPOSE_TEMPLATE_H
#define COMPOSE_TEMPLATE_H

#include "compose/work.h"

/* Where the elements of the templates stand.  libxml2 keeps a number of 16 bits with each
 * element, meant for its line; we put the index of its position there, which libxslt
 * copies along to what the element makes. */
struct sources {
    ARRAY(struct template_element) elements; /* [0] is nowhere */
};
#define SOURCE_ELEMENTS 65000
struct pos source_pos(const struct sources *s, long number);

/* ---- fence.c ---- */

/* Runs `work`; false when libxml2 asked for more than `cap` bytes.  All that it took in
 * there is given back in the end: what `work` made need not be freed, and is gone;
 * unless it `keeps` all, for as long as the process lives. */
bool fence_run(size_t cap, bool keeps, void (*work)(void *data), void *data);

/* ---- lint.c: what a template must not hold; false when something was said ---- */

bool lint_template(struct work *w, const struct sources *s, void *doc);

/* ---- names.c: names in XPaths that no report of the programme has ---- */

struct names;
struct names *names_new(struct work *w);
void names_check(struct work *w, const struct names *n, const struct sources *s,
                 void *doc);
/* Ends the program when an input tree has other names. */
void names_vouch(const struct names *n, void *doc);

/* ---- calls.c: what leads to templates, and is handed to them ---- */

/* A document's own template and those that it imports. */
struct templates {
    ARRAY(void *) docs;
};
void calls_check(struct work *w, const struct sources *s, const struct templates *all);

/* ---- template.c ---- */

/* Transforms what input_build makes by the template at `path`, one of `folder`'s, and
 * builds the report of what comes out.  NULL, and said, when the template is wrong. */
struct element *template_run(struct work *w, const char *folder, const char *path);

#endif
