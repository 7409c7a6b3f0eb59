/* indicators.c -- indicators.csv: figures about an area that no inspector counted, with
 * their decimals and their source; and `series` of inspection.yaml, which says the same.
 * Comes in: the two; goes out: a row per name and
 * year.  Which of them a report prints is its marks' business. */
#include "model/evidence.h"
#include "model/mark.h"
#include "model/table.h"
#include "model/value.h"

#include <string.h>

/* The last two may be missing. */
enum {
    NAME,
    YEAR,
    AREA,
    REGION,
    NATION,
    UNIT,
    DECIMALS,
    SOURCE,
    TARGET,
    SOURCE_CY,
    COLUMNS,
    MAY_MISS = COLUMNS - TARGET
};
static const int value_columns[STANDING_COUNT] = {AREA, REGION, NATION, TARGET};

struct indicators {
    struct reader *r;
    struct inspection *in;
    ARRAY(struct indicator) all;
    const struct table *table;
    int columns[COLUMNS];
    const char *const *taken; /* names that marks have for something else */
    size_t taken_count;
    struct map *seen;
};

static const struct cell *cell_of(const struct indicators *s, size_t row, int column)
{
    static const struct cell none = {.text = ""};
    return s->columns[column] < 0 ? &none
                                  : table_cell(s->table, row, (size_t)s->columns[column]);
}

/* A name that a mark can have. */
static void check_name(struct indicators *s, const char *name, struct pos pos)
{
    if (name[0] == '\0' || strpbrk(name, " \t\n=!|()") != NULL)
        diag(s->r->d, DIAG_VALUE_KIND, pos,
             "\"%s\"; a name is one word, as reoffending-rate", name);
    for (size_t i = 0; i < s->taken_count; i++)
        if (strcmp(s->taken[i], name) == 0)
            diag(s->r->d, DIAG_NAME_TWICE, pos,
                 "\"%s\"; marks ask for something else by it", name);
}

static void check_once(struct indicators *s, const struct indicator *one)
{
    const char *key = arena_printf(s->r->a, "%s %d", one->name, one->year);
    if (one->year != 0 && map_put(s->seen, key, s) != NULL)
        diag(s->r->d, DIAG_CSV_ROW_TWICE, one->pos, "%s of %d", one->name, one->year);
}

/* `wrong` and said, when it holds none between the two. */
static int read_whole(struct indicators *s, const struct cell *c, long from, long to,
                      int wrong, const char *as)
{
    long n;
    if (!parse_number(c->text, &n)) {
        diag(s->r->d, DIAG_VALUE_KIND, c->pos, "\"%s\"; this should be %s", c->text, as);
        return wrong;
    }
    if (n >= from && n <= to)
        return (int)n;
    diag(s->r->d, DIAG_VALUE_RANGE, c->pos, "%ld; this goes from %ld to %ld", n, from,
         to);
    return wrong;
}

/* How what people write beside a number comes out of it. */
static const char *mend_of(const char *text)
{
    return strchr(text, '%') != NULL || strstr(text, "\u00A3") != NULL
               ? "; its unit stands in the column unit"
           : strchr(text, ',') != NULL
               ? "; commas between its digits are printed by gwasg"
               : "";
}

/* With the decimals of its column: a spreadsheet makes 39 of 39.0. */
static bool read_value(struct indicators *s, const struct cell *c, int places,
                       struct decimal *out)
{
    if (c->text[0] == '\0')
        return false;
    if (!decimal_parse(c->text, out))
        diag(s->r->d, DIAG_VALUE_KIND, c->pos,
             "\"%s\"; this should be a number, as 37.7, or nothing where it is not "
             "known%s",
             c->text, mend_of(c->text));
    else if (out->places > places)
        diag(s->r->d, DIAG_VALUE_RANGE, c->pos,
             "\"%s\" has more decimals than the %d of its row; mend one of the two",
             c->text, places);
    *out = decimal_minus(*out, (struct decimal){0, places});
    return true;
}

static void check_row(struct indicators *s, size_t row, const struct indicator *one)
{
    struct diags *d = s->r->d;
    check_name(s, one->name, one->pos);
    if (!one->known[STANDING_AREA] && !one->known[STANDING_REGION] &&
        !one->known[STANDING_NATION] && !one->known[STANDING_TARGET])
        diag(d, DIAG_VALUE_KIND, cell_of(s, row, AREA)->pos,
             "no figure in this row; write one of area, region and nation");
    if (one->source[0] == '\0')
        diag(d, DIAG_TYPED_SOURCE, cell_of(s, row, SOURCE)->pos,
             "\"%s\"; say where its figures come from", one->name);
    check_once(s, one);
}

static const char *given(const char *text)
{
    return text[0] != '\0' ? text : NULL;
}

static struct indicator read_row(struct indicators *s, size_t row)
{
    struct indicator one = {
        .name = cell_of(s, row, NAME)->text,
        .year = read_whole(s, cell_of(s, row, YEAR), 1900, 2100, 0,
                           "a year alone, as 2012; one that begins in April is called "
                           "by the year it ends in, and the indicator's title says so"),
        .unit = cell_of(s, row, UNIT)->text,
        .source = cell_of(s, row, SOURCE)->text,
        .source_cy = given(cell_of(s, row, SOURCE_CY)->text),
        .pos = cell_of(s, row, NAME)->pos,
    };
    int places = read_whole(s, cell_of(s, row, DECIMALS), 0, DECIMAL_PLACES,
                            DECIMAL_PLACES, "how many decimals are printed, as 1");
    for (int i = 0; i < STANDING_COUNT; i++) {
        const struct cell *c = cell_of(s, row, value_columns[i]);
        one.known[i] = read_value(s, c, places, &one.value[i]);
        one.at[i] = c->pos;
    }
    check_row(s, row, &one);
    return one;
}

static void read_table(struct indicators *s, const char *path)
{
    static const char *const names[COLUMNS] = {"name",   "year",     "area",     "region",
                                               "nation", "unit",     "decimals", "source",
                                               "target", "source-cy"};
    s->table = table_load_columns(s->r, path, names, COLUMNS, MAY_MISS, s->columns);
    for (size_t row = 0; s->table != NULL && row < s->table->rows; row++)
        *array_push(s->r->a, &s->all) = read_row(s, row);
}

/* ---- `series` of inspection.yaml ---- */

static const char *word_in(const struct value *one, const char *key)
{
    const struct value *v = value_in(one, key);
    return v != NULL && v->word != NULL ? v->word : "";
}

static int most_places(const struct value *one)
{
    int most = 0;
    for (enum standing i = 0; i < STANDING_COUNT; i++) {
        const struct value *years = value_in(one, standing_names[i]);
        for (size_t y = 0; years != NULL && y < years->count; y++)
            most = years->items[y].number.places > most ? years->items[y].number.places
                                                        : most;
    }
    return most;
}

/* The row of a year, made where it is not there yet; from `first` on they are its own. */
static struct indicator *year_row(struct indicators *s, const struct value *one,
                                  size_t first, int year)
{
    for (size_t i = first; i < s->all.len; i++)
        if (s->all.at[i].year == year)
            return &s->all.at[i];
    struct indicator *row = array_push(s->r->a, &s->all);
    *row = (struct indicator){.name = one->name,
                              .unit = word_in(one, "unit"),
                              .source = word_in(one, "source"),
                              .source_cy = given(word_in(one, "source-cy")),
                              .year = year,
                              .pos = one->node->pos};
    check_once(s, row);
    return row;
}

static void read_years(struct indicators *s, const struct value *one, size_t first,
                       enum standing whose)
{
    const struct value *years = value_in(one, standing_names[whose]);
    const int places = most_places(one);
    for (size_t i = 0; years != NULL && i < years->count; i++) {
        const struct value *v = &years->items[i];
        long year = 0;
        if (!parse_number(v->name, &year) || year < 1900 || year > 2100) {
            diag(s->r->d, DIAG_VALUE_KIND, v->node->pos,
                 "\"%s\"; a figure stands behind its year, as 2012: 6.1", v->name);
            continue;
        }
        struct indicator *row = year_row(s, one, first, (int)year);
        row->known[whose] = v->open == NULL;
        row->at[whose] = v->node->pos;
        row->value[whose] = decimal_minus(v->number, (struct decimal){0, places});
    }
}

static void read_typed(struct indicators *s)
{
    const struct value *all = value_in(s->in->root, "series");
    for (size_t i = 0; all != NULL && i < all->count; i++) {
        const size_t first = s->all.len;
        check_name(s, all->items[i].name, all->items[i].node->pos);
        for (enum standing who = 0; who < STANDING_COUNT; who++)
            read_years(s, &all->items[i], first, who);
    }
}

void indicators_read(struct reader *r, struct inspection *in)
{
    struct indicators s = {.r = r, .in = in, .seen = map_new(r->a)};
    const char *path = report_table(r, in, "indicators");
    if (path == NULL && value_in(in->root, "series") == NULL)
        return;
    struct mark m = {.r = {.a = r->a, .d = r->d}, .p = in->programme};
    s.taken = name_all(&m, &s.taken_count);
    if (path != NULL)
        read_table(&s, path);
    read_typed(&s);
    in->indicators = s.all.at;
    in->indicator_count = s.all.len;
    indicators_doubt(r, in);
}

const struct indicator *inspection_indicator(const struct inspection *in,
                                             const char *name, int year,
                                             enum standing standing)
{
    const struct indicator *found = NULL;
    for (size_t i = 0; i < in->indicator_count; i++) {
        const struct indicator *one = &in->indicators[i];
        if (strcmp(one->name, name) == 0 && one->known[standing] &&
            (year == 0 ? found == NULL || one->year > found->year : one->year == year))
            found = one;
    }
    return found;
}
