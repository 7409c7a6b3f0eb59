/* calendar.c -- in: bank-holidays.csv, a day; out: the day so many working days later. */
#include "model/calendar.h"

#include "base/bounds.h"
#include "base/file.h"
#include "base/map.h"
#include "model/table.h"

#include <stdio.h>

struct calendar {
    struct map *days, *years; /* "2012-06-04", "2012" */
    struct pos pos;           /* of the file, for messages */
};

enum { DATE, HOLIDAY, SOURCE, COLUMNS };
static const char *const NAMES[COLUMNS] = {"date", "holiday", "source"};

/* ---- the file ---- */

static void add_row(struct reader *r, struct calendar *c, const struct table *t,
                    size_t row, const int *columns)
{
    const struct cell *cell = table_cell(t, row, (size_t)columns[DATE]);
    struct date date;
    if (!date_parse(cell->text, &date) || date.day == 0) {
        diag(r->d, DIAG_DATE_WRONG, cell->pos, "\"%s\"; write 2012-06-04", cell->text);
        return;
    }
    if (map_put(c->days, cell->text, c) != NULL)
        diag(r->d, DIAG_CSV_ROW_TWICE, cell->pos, "%s; take one of the two out",
             cell->text);
    map_put(c->years, arena_printf(r->a, "%04d", date.year), c);
}

static void check_source(struct reader *r, const struct table *t, size_t row,
                         const int *columns)
{
    const struct cell *cell = table_cell(t, row, (size_t)columns[SOURCE]);
    if (cell->text[0] == '\0')
        diag(r->d, DIAG_KEY_MISSING, cell->pos,
             "where this holiday is laid down; write the Act, proclamation or page");
}

static const struct calendar *read_table(struct reader *r, const struct table *t)
{
    struct calendar *c = NEW(r->a, struct calendar);
    int columns[COLUMNS];
    if (!table_columns(r, t, NAMES, COLUMNS, 0, columns))
        return NULL;
    *c = (struct calendar){map_new(r->a), map_new(r->a), {.file = t->file}};
    for (size_t row = 0; row < t->rows; row++) {
        add_row(r, c, t, row, columns);
        check_source(r, t, row, columns);
    }
    return c;
}

const struct calendar *calendar_read(struct arena *a, struct diags *d,
                                     const struct programme *p)
{
    struct reader r = {.a = a, .d = d};
    const char *path = programme_import(a, p, p->house, "bank-holidays.csv");
    size_t before = diags_errors(d);
    if (path == NULL)
        path = path_join(a, p->house_dir, "bank-holidays.csv");
    const struct file *f = file_read(a, d, path, CSV_BYTES, (struct pos){0});
    const struct table *t = f != NULL ? csv_parse_edited(a, d, f) : NULL;
    const struct calendar *c = t != NULL ? read_table(&r, t) : NULL;
    return diags_errors(d) > before ? NULL : c;
}

/* ---- days ---- */

static struct date next_day(struct date d)
{
    if (++d.day <= date_month_days(d.year, d.month))
        return d;
    d.day = 1;
    if (++d.month <= 12)
        return d;
    d.month = 1;
    d.year++;
    return d;
}

/* 0 is Sunday (Sakamoto's table). */
static int weekday(struct date d)
{
    static const int months[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int y = d.month < 3 ? d.year - 1 : d.year;
    return (y + y / 4 - y / 100 + y / 400 + months[d.month - 1] + d.day) % 7;
}

static bool is_working(const struct calendar *c, struct date d)
{
    char day[40];
    snprintf(day, sizeof day, "%04d-%02d-%02d", d.year, d.month, d.day);
    int w = weekday(d);
    return w != 0 && w != 6 && map_get(c->days, day) == NULL;
}

static bool knows_year(struct diags *d, const struct calendar *c, int year)
{
    char name[16];
    snprintf(name, sizeof name, "%04d", year);
    if (map_get(c->years, name) != NULL)
        return true;
    diag(d, DIAG_YEAR_UNKNOWN, c->pos,
         "no bank holidays of %d, so working days cannot be counted; add that year's",
         year);
    return false;
}

bool calendar_after(struct diags *d, const struct calendar *c, struct date from, int days,
                    struct date *day)
{
    int known = 0;
    *day = from;
    while (days > 0) {
        *day = next_day(*day);
        if (day->year != known && !knows_year(d, c, day->year))
            return false;
        known = day->year;
        days -= is_working(c, *day);
    }
    return true;
}
