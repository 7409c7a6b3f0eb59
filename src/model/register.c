/* register.c -- register.csv: earlier inspections with their headline scores.  Which of
 * them count (day, re-inspections) is score/'s business. */
#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "model/table.h"
#include "model/terms.h"

enum { AREA, DATE, REINSPECTION, FIXED };

/* The names of the columns: three, then a headline each. */
static const char *const *column_names(struct arena *a, const struct programme *p)
{
    const char **names =
        NEW_ARRAY(a, const char *, FIXED + p->aspect_count[LEVEL_HEADLINE]);
    names[AREA] = "area";
    names[DATE] = "date";
    names[REINSPECTION] = "reinspection";
    for (size_t i = 0; i < p->aspect_count[LEVEL_HEADLINE]; i++)
        names[FIXED + i] = p->aspects[LEVEL_HEADLINE][i].id;
    return names;
}

static int read_percent(struct reader *r, const struct cell *c)
{
    long percent;
    if (c->text[0] == '\0' || !cell_number(r, c, &percent))
        return -1;
    if (percent <= 100)
        return (int)percent;
    diag(r->d, DIAG_VALUE_RANGE, c->pos, "%ld; a percentage goes from 0 to 100", percent);
    return -1;
}

static struct registered register_row(struct reader *r, const struct table *t, size_t row,
                                      const int *columns, size_t headlines)
{
    static const char *const flags[] = {"yes", "no"};
    const struct cell *date = table_cell(t, row, (size_t)columns[DATE]);
    const struct cell *again = table_cell(t, row, (size_t)columns[REINSPECTION]);
    struct registered one = {.area = table_cell(t, row, (size_t)columns[AREA])->text};
    if (!date_parse(date->text, &one.date))
        diag(r->d, DIAG_DATE_WRONG, date->pos, "\"%s\"; write 2012-06-20", date->text);
    one.reinspection =
        choose(r, DIAG_VALUE_UNKNOWN, again->pos, again->text, flags, LEN(flags)) == 0;
    int *percent = NEW_ARRAY(r->a, int, headlines + 1);
    for (size_t i = 0; i < headlines; i++)
        percent[i] = read_percent(r, table_cell(t, row, (size_t)columns[FIXED + i]));
    one.percent = percent;
    return one;
}

/* An area is inspected once on a day. */
static void check_once(struct reader *r, struct map *seen, const struct table *t,
                       size_t row, const int *columns)
{
    const struct cell *area = table_cell(t, row, (size_t)columns[AREA]);
    const struct cell *date = table_cell(t, row, (size_t)columns[DATE]);
    const char *key = arena_printf(r->a, "%s %s", area->text, date->text);
    if (map_put(seen, key, r) != NULL)
        diag(r->d, DIAG_CSV_ROW_TWICE, area->pos, "%s of %s", area->text, date->text);
}

static void register_rows(struct reader *r, const struct table *t, const int *columns,
                          struct programme *p)
{
    struct registered *all = NEW_ARRAY(r->a, struct registered, t->rows + 1);
    struct map *seen = map_new(r->a);
    for (size_t row = 0; row < t->rows; row++) {
        check_once(r, seen, t, row, columns);
        all[row] = register_row(r, t, row, columns, p->aspect_count[LEVEL_HEADLINE]);
    }
    p->registered = all;
    p->registered_count = t->rows;
}

void register_read(struct reader *r, struct programme *p)
{
    const char *path = path_join(r->a, p->dir, "register.csv");
    if (!file_exists(path))
        return;
    const struct file *f =
        file_read_windows(r->a, r->d, path, CSV_BYTES, (struct pos){0});
    const struct table *t = f == NULL ? NULL : csv_parse_edited(r->a, r->d, f);
    size_t count = FIXED + p->aspect_count[LEVEL_HEADLINE];
    int *columns = NEW_ARRAY(r->a, int, count);
    if (t != NULL && table_columns(r, t, column_names(r->a, p), count, 0, columns))
        register_rows(r, t, columns, p);
}
