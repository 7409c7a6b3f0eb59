/* condition.c -- conditions on columns.  Comes in: text as it stands in a mark or in a
 * programme's part; goes out: indices.  Does not know any case. */
#include "model/condition.h"

#include <string.h>

struct column_list programme_columns(struct arena *a, const struct programme *p)
{
    struct column *columns = NEW_ARRAY(a, struct column, p->characteristic_count + 1);
    for (size_t i = 0; i < p->characteristic_count; i++) {
        const struct characteristic *c = &p->characteristics[i];
        columns[i] = (struct column){c->name, c,
                                     category_names(a, c->categories, c->category_count),
                                     c->category_count};
    }
    return (struct column_list){columns, p->characteristic_count};
}

int column_value(const struct column *c, const char *value)
{
    for (size_t i = 0; i < c->value_count; i++)
        if (strcmp(c->values[i], value) == 0)
            return (int)i;
    return -1;
}

static int find_column(struct reader *r, enum diag_id id,
                       const struct column_list *columns, const char *name,
                       struct pos pos)
{
    const char **names = NEW_ARRAY(r->a, const char *, columns->count + 1);
    for (size_t i = 0; i < columns->count; i++)
        names[i] = columns->at[i].name;
    return choose(r, id, pos, name, names, columns->count);
}

bool condition_read(struct reader *r, enum diag_id id, const struct column_list *columns,
                    const char *text, struct pos pos, struct condition *out)
{
    const char *sign = strchr(text, '=');
    if (sign == NULL || sign == text) {
        diag(r->d, id, pos, "\"%s\"; write column=value or column!=value", text);
        return false;
    }
    bool is_not = sign[-1] == '!';
    const char *name = arena_strndup(r->a, text, (size_t)(sign - text) - is_not);
    int column = find_column(r, id, columns, name, pos);
    if (column < 0)
        return false;
    const struct column *c = &columns->at[column];
    int value = choose(r, id, pos, sign + 1, c->values, c->value_count);
    *out = (struct condition){column, value, is_not ? CONDITION_IS_NOT : CONDITION_IS};
    return value >= 0;
}
