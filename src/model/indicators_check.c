/* indicators_check.c -- rows of indicators that may be slips of the pen: a digit too
 * many, other decimals than in other years, a name nearly as the programme's.  In: all
 * that were read; out: warnings at the cell.  Each alone may be right. */
#include "model/evidence.h"

#include <stdlib.h>
#include <string.h>

/* Ten of the last decimal: what is less may well be five times as much a year later. */
enum { TIMES = 5, LEAST = 10 };

static int by_name_and_year(const void *x, const void *y)
{
    const struct indicator *a = *(const struct indicator *const *)x,
                           *b = *(const struct indicator *const *)y;
    const int names = strcmp(a->name, b->name);
    return names != 0 ? names : (a->year > b->year) - (a->year < b->year);
}

static long least_of(const struct indicator *one, enum standing who)
{
    long least = LEAST;
    for (int i = one->value[who].places; i < DECIMAL_PLACES; i++)
        least *= 10;
    return least;
}

static long units(const struct indicator *one, enum standing who)
{
    return decimal_minus(one->value[who], (struct decimal){0, DECIMAL_PLACES}).units;
}

static bool is_far(const struct indicator *x, const struct indicator *y,
                   enum standing who)
{
    const long a = units(x, who), b = units(y, who);
    const long less = labs(a) < labs(b) ? a : b, more = less == a ? b : a;
    if (labs(less) < least_of(x, who))
        return false;
    return (a < 0) != (b < 0) || labs(more) / TIMES > labs(less);
}

/* Far from the two years nearest to it, which are near each other. */
static void check_leap(struct reader *r, const struct indicator *one,
                       const struct indicator *x, const struct indicator *y,
                       enum standing who)
{
    if (!is_far(one, x, who) || !is_far(one, y, who) || is_far(x, y, who))
        return;
    diag(r->d, DIAG_INDICATOR_DOUBT, one->at[who],
         "%s in %d, where %d has %s and %d has %s; look whether a digit, the point or a "
         "sign is wrong",
         decimal_plain(r->a, one->value[who]), one->year, x->year,
         decimal_plain(r->a, x->value[who]), y->year, decimal_plain(r->a, y->value[who]));
}

static void check_leaps(struct reader *r, const struct indicator *const *years,
                        size_t count, enum standing who)
{
    const struct indicator **known = NEW_ARRAY(r->a, const struct indicator *, count + 1);
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (years[i]->known[who])
            known[n++] = years[i];
    for (size_t i = 0; i < n && n >= 3; i++)
        check_leap(r, known[i], known[i == 0 ? 1 : i - 1],
                   known[i + 1 < n ? i == 0 ? 2 : i + 1 : i - 2], who);
}

static int places_of(const struct indicator *one)
{
    for (enum standing who = 0; who < STANDING_COUNT; who++)
        if (one->known[who])
            return one->value[who].places;
    return -1;
}

static void check_places(struct reader *r, const struct indicator *const *years,
                         size_t count)
{
    const int first = places_of(years[0]);
    for (size_t i = 1; i < count; i++) {
        const int places = places_of(years[i]);
        if (places < 0 || first < 0 || places == first)
            continue;
        diag(r->d, DIAG_INDICATOR_DOUBT, years[i]->pos,
             "%s is printed with decimals: %d in %d, %d in %d; write the same in each "
             "year",
             years[i]->name, places, years[i]->year, first, years[0]->year);
        return; /* one of them, and so the others */
    }
}

static void check_name(struct reader *r, const struct programme *p,
                       const struct indicator *one)
{
    const char **names = NEW_ARRAY(r->a, const char *, p->indicator_count + 1);
    for (size_t i = 0; i < p->indicator_count; i++)
        names[i] = p->indicators[i].name;
    if (programme_indicator(p, one->name) >= 0)
        return;
    const char *near = nearest_name(one->name, names, p->indicator_count);
    if (near != NULL)
        diag(r->d, DIAG_INDICATOR_DOUBT, one->pos,
             "%s, which the programme does not have; did you mean %s?", one->name, near);
}

void indicators_doubt(struct reader *r, const struct inspection *in)
{
    const size_t all = diags_errors(r->d) > 0 ? 0 : in->indicator_count;
    const struct indicator **by = NEW_ARRAY(r->a, const struct indicator *, all + 1);
    for (size_t i = 0; i < all; i++)
        by[i] = &in->indicators[i];
    qsort(by, all, sizeof *by, by_name_and_year);
    for (size_t first = 0, end; first < all; first = end) {
        for (end = first + 1; end < all && strcmp(by[end]->name, by[first]->name) == 0;)
            end++;
        check_places(r, by + first, end - first);
        for (enum standing who = 0; who < STANDING_COUNT; who++)
            check_leaps(r, by + first, end - first, who);
        check_name(r, in->programme, by[first]);
    }
}
