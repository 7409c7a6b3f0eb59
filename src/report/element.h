/* element.h -- making, moving and changing the elements of a report tree: for compose/,
 * proof/ and whatever else builds one.  Who only reads it needs report.h alone. */
#ifndef REPORT_ELEMENT_H
#define REPORT_ELEMENT_H

#include "report/report.h"

struct element *element_new(struct arena *a, enum element_kind k, struct pos pos);
/* Behind the last child. */
void element_append(struct element *parent, struct element *child);
/* A new one there. */
struct element *element_add(struct arena *a, struct element *parent, enum element_kind k,
                            struct pos pos);
/* Behind `after`, a child of the same parent. */
void element_insert(struct element *after, struct element *child);
struct element *element_text(struct arena *a, struct element *parent, const char *text,
                             struct pos pos);
/* The same tree again, under no parent. */
struct element *element_copy(struct arena *a, const struct element *e);
/* Moves all children of `from` to the end of `to`. */
void element_adopt(struct element *to, struct element *from);
void element_remove(struct element *e);

/* One of the words that the attribute may say, by its enum; a number is put into
 * e->set[at] as it is. */
void element_choose(struct element *e, enum value_attribute at, int choice);
/* A swatch of that pattern. */
void element_fill(struct element *e, enum fill f);
void element_set_lang(struct element *e, enum lang l);

#endif
