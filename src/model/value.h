/* value.h -- an inspection's fields, read by the programme's list of them; for
 * inspection.c only. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "model/inspection.h"
#include "model/read.h"

/* The record of all fields that `map` gives; all that is wrong has been said. */
const struct value *values_read(struct reader *r, const struct programme *p,
                                const struct node *map);

/* The value of that name in a record or map, or NULL (also when `v` is NULL). */
const struct value *value_in(const struct value *v, const char *name);

#endif
