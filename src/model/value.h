/* value.h -- an inspection's fields, read by the programme's list of them; for
 * inspection.c only. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "model/inspection.h"
#include "model/read.h"

/* The record of all fields that `map` gives; all that is wrong has been said. */
const struct value *values_read(struct reader *r, const struct programme *p,
                                const struct node *map);

/* texts.c: a text, that of the Markdown file which {file: x.md} names, or, where the
 * field has insets, a list of these with tables and pictures between them, whose ids are
 * kept in `ids`. */
const struct block *text_read(struct reader *r, const struct field *f,
                              const struct node *n, struct map *ids);
/* inset.c: {table: x.csv, caption: ...} or {picture: x.jpg, caption: ..., alt: ...}. */
struct block *inset_read(struct reader *r, const struct node *n, struct map *ids);
/* The `id` of a map, which only it has; NULL when there is none. */
const char *id_read(struct reader *r, const struct node *n, struct map *ids);
/* A text of nothing but blanks, and what is said of one. */
bool node_blank(const struct node *n);
void say_empty(struct reader *r, const struct node *n);

/* The value of that name in a record or map, or NULL (also when `v` is NULL). */
const struct value *value_in(const struct value *v, const char *name);

#endif
