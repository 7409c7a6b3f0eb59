/* stated.c -- whether stated scores can be.  Comes in: what an inspection states of all
 * its cases and of parts of them; goes out: diagnostics.  A score pools answers, so it
 * lies between the scores of its pieces; more than that is not known of it. */
#include "score/stated.h"

#include "base/array.h"
#include "score/score.h"

#include <stdlib.h>

/* The lowest and highest of some scores; highest is -1 when there were none. */
struct span {
    int lowest, highest;
};

static void span_add(struct span *s, int percent)
{
    if (percent < 0)
        return;
    s->lowest = s->highest < 0 || percent < s->lowest ? percent : s->lowest;
    s->highest = percent > s->highest ? percent : s->highest;
}

/* Nothing is known of what is not stated. */
static bool holds(struct span s, int percent)
{
    return percent < 0 || s.highest < 0 || (s.lowest <= percent && percent <= s.highest);
}

/* ---- sections and their criteria ---- */

static void check_sections(struct diags *d, const struct programme *p,
                           const struct stated *const stated[LEVEL_COUNT],
                           const char *whose)
{
    const struct aspect *criteria = p->aspects[LEVEL_CRITERION];
    for (size_t i = 0; i < p->aspect_count[LEVEL_SECTION]; i++) {
        struct span s = {0, -1};
        for (size_t j = 0; j < p->aspect_count[LEVEL_CRITERION]; j++)
            if (criteria[j].section == (int)i)
                span_add(&s, stated[LEVEL_CRITERION][j].percent);
        const struct stated *all = &stated[LEVEL_SECTION][i];
        if (!holds(s, all->percent))
            diag(d, DIAG_SCORE_STATED, all->pos,
                 "section %s%s with %d%%, but its criteria go from %d%% to %d%%",
                 p->aspects[LEVEL_SECTION][i].id, whose, all->percent, s.lowest,
                 s.highest);
    }
}

/* ---- all and its parts ---- */

/* How many of a column's values have stated scores. */
static size_t values_stated(const struct inspection *in, size_t column)
{
    size_t count = 0;
    for (size_t i = 0; i < in->stated_part_count; i++)
        count += in->stated_parts[i].column == (int)column;
    return count;
}

static void check_between(struct diags *d, const struct inspection *in, size_t column,
                          enum level l, size_t i)
{
    const struct stated *all = &in->stated[l][i];
    struct span s = {0, -1};
    for (size_t j = 0; j < in->stated_part_count; j++)
        if (in->stated_parts[j].column == (int)column)
            span_add(&s, in->stated_parts[j].stated[l][i].percent);
    if (!holds(s, all->percent))
        diag(d, DIAG_SCORE_STATED, all->pos,
             "%s with %d%%, but its parts by %s go from %d%% to %d%%",
             in->programme->aspects[l][i].id, all->percent, in->columns[column].name,
             s.lowest, s.highest);
}

/* ---- what a table says again ---- */

static void check_again(struct diags *d, const struct inspection *in,
                        const struct stated_part *again, enum level l, size_t i)
{
    int first = in->stated[l][i].percent;
    const struct stated *second = &again->stated[l][i];
    if (first >= 0 && second->percent >= 0 && first != second->percent)
        diag(d, DIAG_SCORE_STATED, second->pos, "%s with %d%% here and with %d%% above",
             in->programme->aspects[l][i].id, second->percent, first);
}

/* ---- weights ---- */

enum { WEIGHT_CLOSE = 4, WEIGHT_FAR = 30 }; /* percent */

/* What share of the answers the first of two parts must have, in percent, for the two to
 * pool to `all`; -1 where they are too close, for rounding would decide it. */
static int weight(int all, int first, int second)
{
    if (all < 0 || first < 0 || second < 0 || abs(first - second) < WEIGHT_CLOSE)
        return -1;
    int share = 100 * (all - second) / (first - second);
    return share >= 0 && share <= 100 ? share : -1; /* else it is refused already */
}

struct weights {
    const struct inspection *in;
    const struct stated_part *first, *second;
};

static int weight_of(const struct weights *w, enum level l, size_t i)
{
    return weight(w->in->stated[l][i].percent, w->first->stated[l][i].percent,
                  w->second->stated[l][i].percent);
}

static int compare_ints(const void *x, const void *y)
{
    return *(const int *)x - *(const int *)y;
}

/* The middle one, or -1 when there are too few to tell what is usual. */
static int usual_weight(struct arena *a, const struct weights *w)
{
    ARRAY(int) all = {0};
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < w->in->programme->aspect_count[l]; i++)
            if (weight_of(w, l, i) >= 0)
                *array_push(a, &all) = weight_of(w, l, i);
    if (all.len < 5)
        return -1;
    qsort(all.at, all.len, sizeof *all.at, compare_ints);
    return all.at[all.len / 2];
}

static void check_weights(struct arena *a, struct diags *d, const struct weights *w)
{
    int usual = usual_weight(a, w);
    for (enum level l = 0; usual >= 0 && l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < w->in->programme->aspect_count[l]; i++) {
            int share = weight_of(w, l, i);
            if (share < 0 || abs(share - usual) <= WEIGHT_FAR)
                continue;
            diag(d, DIAG_SCORE_UNLIKELY, w->second->stated[l][i].pos,
                 "%s: %s would have %d%% of all answers, elsewhere about %d%%; see "
                 "whether a digit was misread",
                 w->in->programme->aspects[l][i].id, w->first->part, share, usual);
        }
}

/* The two values of a column that has no others. */
static bool find_pair(const struct inspection *in, size_t column, struct weights *out)
{
    *out = (struct weights){.in = in};
    for (size_t i = 0; i < in->stated_part_count; i++) {
        const struct stated_part *one = &in->stated_parts[i];
        if (one->column != (int)column)
            continue;
        if (out->first == NULL)
            out->first = one;
        else
            out->second = one;
    }
    return in->columns[column].value_count == 2 && out->second != NULL;
}

/* ---- all ---- */

static void check_column(struct arena *a, struct diags *d, const struct inspection *in,
                         size_t column)
{
    struct weights pair;
    if (values_stated(in, column) < in->columns[column].value_count)
        return; /* the score of all may be that of the part which is missing */
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < in->programme->aspect_count[l]; i++)
            check_between(d, in, column, l, i);
    if (find_pair(in, column, &pair))
        check_weights(a, d, &pair);
}

static void check_stated_part(struct arena *a, struct diags *d,
                              const struct inspection *in, const struct stated_part *one)
{
    check_sections(d, in->programme, one->stated,
                   arena_printf(a, " where %s", one->part));
    for (enum level l = 0; one->column < 0 && l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < in->programme->aspect_count[l]; i++)
            check_again(d, in, one, l, i);
}

void stated_check(struct arena *a, struct diags *d, const struct inspection *in)
{
    check_sections(d, in->programme, in->stated, "");
    for (size_t i = 0; i < in->stated_part_count; i++)
        check_stated_part(a, d, in, &in->stated_parts[i]);
    for (size_t i = 0; i < in->column_count; i++)
        if (in->columns[i].value_count > 0)
            check_column(a, d, in, i);
}
