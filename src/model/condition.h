/* condition.h -- "column=value" and "column!=value" against the columns there are; for
 * the readers of this folder and for marks. */
#ifndef MODEL_CONDITION_H
#define MODEL_CONDITION_H

#include "model/inspection.h"
#include "model/read.h"

struct column_list {
    const struct column *at;
    size_t count;
};

/* The programme's characteristics as columns. */
struct column_list programme_columns(struct arena *a, const struct programme *p);

/* False where `text` is no such condition; then said, with "did you mean", as `id`. */
bool condition_read(struct reader *r, enum diag_id id, const struct column_list *columns,
                    const char *text, struct pos pos, struct condition *out);

/* The index of a column's value, or -1. */
int column_value(const struct column *c, const char *value);

#endif
