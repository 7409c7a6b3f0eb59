/* field.h -- the field list of inspection.yaml: what every report has and what its
 * programme adds.  For the readers of this folder only. */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "model/read.h"

/* So many are ours, before the programme's. */
enum { FIELDS_OF_ALL = 13 };
/* Puts the programme's `fields:` behind our own into p->fields. */
void fields_read(struct reader *r, const struct node *map, struct programme *p);

/* shared.c: `fields:` of a programme, with what the house says of those that are `like:`
 * one of its own.  What `map` is when it is no map. */
const struct node *fields_laid(struct reader *r, const struct programme *p,
                               const struct node *map);

/* Names as inspection.yaml and programme.yaml use them. */
const char *field_kind_name(enum field_kind k);
/* How a field is written that is not there yet: "\"press:\" here and below it title,
 * intro and notes", "\"published: 2012-06-20\" here". */
const char *field_written(struct arena *a, const struct programme *p,
                          const struct field *f, const char *name);
extern const char *const line_sign_names[SIGN_COUNT];
extern const char *const area_forms[5];

/* The field that a path names ("service.short"), or NULL. */
const struct field *field_at(const struct programme *p, const char *path);

/* The keys that a map field may have; *count 0 for free ones. */
const char *const *field_key_names(struct arena *a, const struct programme *p,
                                   enum field_keys keys, size_t *count);

#endif
