/* judged_check.c -- whether each rule by which something is judged comes to a judgement,
 * and to one.  Comes in: a programme with its rules; goes out: what is said of them. Does
 * not know any answer. */
#include "model/judged.h"

#include <string.h>

/* ---- points ---- */

/* The least and the most that a rule of points can come to; of a mean, that of one. */
struct worth {
    long from, to;
};

static struct worth worth_of_one(const struct programme *p)
{
    struct worth r = {1000, 0};
    for (size_t i = 0; i < p->band_count; i++) {
        long points = p->bands[i].points;
        r.from = points >= 0 && points < r.from ? points : r.from;
        r.to = points > r.to ? points : r.to;
    }
    return r;
}

static struct worth range_of(const struct programme *p, const struct rule *rule)
{
    struct worth one = worth_of_one(p);
    long times = 0;
    if (rule->by == BY_POINTS)
        for (size_t i = 0; i < rule->count; i++)
            times += rule->weights[i];
    for (int i = 0; rule->by == BY_MEAN_POINTS && i <= rule->places; i++)
        times = i == 0 ? 1 : 10 * times;
    return (struct worth){rule->stops ? one.from * times : 0, one.to * times};
}

static bool needs_points(const struct rule *rule)
{
    return rule->by == BY_MEAN_POINTS || rule->by == BY_POINTS;
}

static void check_points(struct reader *r, const struct programme *p)
{
    for (size_t i = 0; i < p->band_count; i++) {
        const struct band *b = &p->bands[i];
        if (b->points < 0)
            diag(r->d, DIAG_KEY_MISSING, b->pos,
                 "\"points\" of \"%s\"; \"judged:\" counts what each judgement is worth",
                 b->id);
        else if (i > 0 && p->bands[i - 1].points >= 0 &&
                 b->points >= p->bands[i - 1].points)
            diag(r->d, DIAG_VALUE_RANGE, b->pos,
                 "\"%s\" is worth %d points; the better judgement before it is worth %d, "
                 "which has to be more",
                 b->id, b->points, p->bands[i - 1].points);
    }
}

/* ---- limits ---- */

static const char *units(struct reader *r, long n, int places)
{
    long one = 1;
    for (int i = 0; i < places; i++)
        one *= 10;
    return places == 0 ? arena_printf(r->a, "%ld", n)
                       : arena_printf(r->a, "%ld.%0*ld", n / one, places, n % one);
}

static void say_open(struct reader *r, const struct rule *rule, struct pos pos, long from,
                     long to)
{
    const char *low = units(r, from, rule->places);
    if (from == to)
        diag(r->d, DIAG_VALUE_RANGE, pos,
             "no judgement of \"bands:\" holds %s; let the limits of two neighbours meet",
             low);
    else if (from < to)
        diag(
            r->d, DIAG_VALUE_RANGE, pos,
            "no judgement of \"bands:\" holds %s to %s; let the limits of two neighbours "
            "meet",
            low, units(r, to, rule->places));
}

/* From the best down: each begins where the one before it ends. */
static void check_limits(struct reader *r, const struct programme *p,
                         const struct rule *rule, struct worth all)
{
    long lower = all.to + 1;
    struct pos lowest = rule->pos;
    for (size_t i = 0; i < p->band_count; i++) {
        const struct limits *l = &rule->bands[i];
        if (l->from > l->to)
            continue;
        if (l->to > all.to)
            diag(r->d, DIAG_VALUE_RANGE, l->pos,
                 "\"%s\" goes up to %s; the most that there can be is %s", p->bands[i].id,
                 units(r, l->to, rule->places), units(r, all.to, rule->places));
        else if (l->to >= lower)
            diag(r->d, DIAG_VALUE_RANGE, l->pos,
                 "\"%s\" goes up to %s; the better judgement before it begins at %s",
                 p->bands[i].id, units(r, l->to, rule->places),
                 units(r, lower, rule->places));
        else
            say_open(r, rule, l->pos, l->to + 1, lower - 1);
        lower = l->from < lower ? l->from : lower;
        lowest = l->pos;
    }
    say_open(r, rule, lowest, all.from, lower - 1);
}

/* ---- rows ---- */

/* A row without `when` holds all that those before it do not. */
static void check_last(struct reader *r, const struct rule *rule)
{
    for (size_t i = 0; i < rule->row_count; i++) {
        bool last = i + 1 == rule->row_count, open = rule->rows[i].count == 0;
        if (open && !last)
            diag(r->d, DIAG_VALUE_RANGE, rule->rows[i + 1].pos,
                 "no case comes as far as this row: the one before it has no \"when:\"");
        else if (last && !open)
            diag(r->d, DIAG_VALUE_RANGE, rule->rows[i].pos,
                 "this is the last row, and what is in none has no judgement; add one "
                 "with \"is:\" alone");
    }
}

/* ---- all ---- */

static bool same_node(const struct rule *x, const struct rule *y)
{
    return x != NULL && y != NULL && x->by == y->by && x->pos.file == y->pos.file &&
           x->pos.at == y->pos.at;
}

/* A level's rule is one for all that it judges: its limits hold what any of them needs,
 * and it is looked at with the first of them. */
static bool find_all(const struct programme *p, enum level l, size_t i, struct worth *all)
{
    const struct rule *rule = p->rules[l][i];
    *all = range_of(p, rule);
    for (size_t k = 0; k < p->aspect_count[l]; k++) {
        const struct rule *other = p->rules[l][k];
        if (k == i || !same_node(rule, other) || other->count == 0)
            continue;
        if (k < i)
            return false;
        struct worth more = range_of(p, other);
        all->from = more.from < all->from ? more.from : all->from;
        all->to = more.to > all->to ? more.to : all->to;
    }
    return true;
}

static void check_rules(struct reader *r, const struct programme *p, enum level l)
{
    for (size_t i = 0; i < p->aspect_count[l]; i++) {
        const struct rule *rule = p->rules[l][i];
        struct worth all;
        if (rule == NULL || rule->count == 0 || !find_all(p, l, i, &all))
            continue;
        if (needs_points(rule) && rule->bands != NULL && worth_of_one(p).to > 0)
            check_limits(r, p, rule, all);
        check_last(r, rule);
    }
}

/* ---- what waits for what ---- */

struct waiting {
    struct reader *r;
    const struct programme *p;
    char *state[LEVEL_COUNT]; /* of each: 0 not seen, 1 waits, 2 known */
};

static bool is_known(struct waiting *w, enum level l, int index, const struct rule *by);

static bool all_known(struct waiting *w, const struct rule *rule,
                      const struct outcome *some, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < some[i].count; k++) {
            struct scored of = some[i].demands[k].of;
            if (some[i].demands[k].kind == DEMAND_IS && of.level != LEVEL_QUESTION &&
                !is_known(w, of.level, of.index, rule))
                return false;
        }
    return true;
}

/* False, and said at the rule that asks for it, when it waits for itself. */
static bool is_known(struct waiting *w, enum level l, int index, const struct rule *by)
{
    const struct rule *rule = programme_rule(w->p, l, (size_t)index);
    char *state = &w->state[l][index];
    if (rule == NULL || *state == 2)
        return true;
    if (*state == 1) {
        diag(w->r->d, DIAG_VALUE_UNKNOWN, by->pos,
             "\"%s\" waits for a judgement that waits for its own; leave one of them out "
             "of \"limit:\"",
             w->p->aspects[l][index].id);
        return false;
    }
    *state = 1;
    bool known = true;
    for (size_t i = 0; known && i < rule->count; i++)
        if (rule->of[i].level != LEVEL_QUESTION)
            known = is_known(w, rule->of[i].level, rule->of[i].index, rule);
    known = known && all_known(w, rule, rule->rows, rule->row_count) &&
            all_known(w, rule, rule->limits, rule->limit_count);
    *state = 2;
    return known;
}

static void check_waiting(struct reader *r, const struct programme *p)
{
    struct waiting w = {.r = r, .p = p};
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        w.state[l] = NEW_ARRAY(r->a, char, p->aspect_count[l] + 1);
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            if (!is_known(&w, l, (int)i, NULL))
                return;
}

void judged_check(struct reader *r, const struct programme *p)
{
    bool points = false;
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            points |= p->rules[l][i] != NULL && needs_points(p->rules[l][i]);
        check_rules(r, p, l);
    }
    if (points)
        check_points(r, p);
    check_waiting(r, p);
}
