/* rule.c -- judgements out of those below (docs/rules.md).  Comes in: a rule and what is
 * known of all that it goes by; goes out: what it gives.  Halves go up, in whole numbers
 * throughout.  Does not know what the inspection states. */
#include "score/judge.h"

/* ---- what rows and limiters ask for ---- */

static bool demand_met(struct judging *j, const struct rule *rule,
                       const struct demand *demand)
{
    int count = 0;
    if (demand->kind == DEMAND_IS) {
        int band = judge_known(j, demand->of).band;
        return band >= 0 && (demand->bands >> band & 1u) != 0;
    }
    for (size_t i = 0; i < rule->count; i++) {
        int band = judge_known(j, rule->of[i]).band;
        count += band >= 0 && (demand->bands >> band & 1u) != 0;
    }
    return demand->kind == DEMAND_AT_LEAST ? count >= demand->count
                                           : count <= demand->count;
}

static bool all_met(struct judging *j, const struct rule *rule,
                    const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++)
        if (!demand_met(j, rule, &outcome->demands[i]))
            return false;
    return true;
}

int rule_limiter(struct judging *j, const struct rule *rule)
{
    int worst = -1;
    for (size_t i = 0; i < rule->limit_count; i++)
        if (all_met(j, rule, &rule->limits[i]) &&
            (worst < 0 || rule->limits[i].band > rule->limits[worst].band))
            worst = (int)i;
    return worst;
}

/* ---- the kinds ---- */

/* Bands are best first; of those judged alike the one with the lowest score. */
static void lowest(struct judging *j, const struct rule *rule, struct judged *out)
{
    struct below worst = {-1, -1, false};
    for (size_t i = 0; i < rule->count; i++) {
        struct below k = judge_known(j, rule->of[i]);
        if (k.band < 0 || k.band < worst.band ||
            (k.band == worst.band &&
             (k.percent < 0 || (worst.percent >= 0 && k.percent >= worst.percent))))
            continue;
        worst = k;
        out->decided = (int)i;
    }
    out->computed = worst.band;
}

static int limits_of(const struct programme *p, const struct rule *rule, long units)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (rule->bands[i].from <= units && units <= rule->bands[i].to)
            return (int)i;
    return -1;
}

static void mean_of_percents(struct judging *j, const struct rule *rule,
                             struct judged *out)
{
    long sum = 0, weight = 0;
    for (size_t i = 0; i < rule->count; i++) {
        struct below k = judge_known(j, rule->of[i]);
        sum += k.percent >= 0 ? (long)rule->weights[i] * k.percent : 0;
        weight += k.percent >= 0 ? rule->weights[i] : 0;
    }
    if (weight == 0)
        return;
    out->percent = score_mean(sum, weight);
    out->score = (struct score){0, 0, out->percent};
    out->computed = band_of(j->in->programme, out->percent);
    out->open = out->computed < 0;
}

static void points(struct judging *j, const struct rule *rule, struct judged *out)
{
    const struct programme *p = j->in->programme;
    long sum = 0, weight = 0, unit = 1;
    for (size_t i = 0; i < rule->count; i++) {
        int band = judge_known(j, rule->of[i]).band;
        sum += band >= 0 ? (long)rule->weights[i] * p->bands[band].points : 0;
        weight += band >= 0 ? rule->weights[i] : 0;
    }
    if (weight == 0)
        return;
    for (int i = 0; i < rule->places; i++)
        unit *= 10;
    bool mean = rule->by == BY_MEAN_POINTS;
    out->places = rule->places;
    out->points = mean ? score_mean(sum * unit, weight) : sum;
    out->points_of = p->bands[0].points * (mean ? unit : weight);
    out->computed = limits_of(p, rule, out->points);
}

static void rows(struct judging *j, const struct rule *rule, struct judged *out)
{
    for (size_t i = 0; i < rule->row_count; i++)
        if (all_met(j, rule, &rule->rows[i])) {
            out->computed = rule->rows[i].band;
            out->decided = (int)i;
            return;
        }
}

/* ---- all ---- */

/* Means of scores need these; all else judgements. */
static bool is_there(const struct rule *rule, struct below k)
{
    return rule->by == BY_MEAN_PERCENT ? k.percent >= 0 : k.band >= 0;
}

/* Whether there is enough to go by; else it is open where that is only not known yet, and
 * `decided` says which. */
static bool enough(struct judging *j, const struct rule *rule, struct judged *out)
{
    size_t there = 0;
    int lacking = -1;
    for (size_t i = 0; i < rule->count; i++) {
        struct below k = judge_known(j, rule->of[i]);
        there += is_there(rule, k);
        if (is_there(rule, k) || out->open)
            continue;
        out->open = k.open;
        lacking = (int)i;
    }
    out->decided = lacking;
    return there > 0 && !out->open && (lacking < 0 || !rule->stops);
}

void rule_apply(struct judging *j, const struct rule *rule, struct judged *out)
{
    if (rule->by == BY_MEAN_PERCENT) { /* its score is the mean, or none */
        out->score = (struct score){0, 0, SCORE_NONE};
        out->percent = SCORE_NONE;
    }
    if (!enough(j, rule, out))
        return;
    out->decided = -1;
    switch (rule->by) {
    case BY_SHARE: break;
    case BY_LOWEST: lowest(j, rule, out); break;
    case BY_MEAN_PERCENT: mean_of_percents(j, rule, out); break;
    case BY_MEAN_POINTS:
    case BY_POINTS: points(j, rule, out); break;
    case BY_COUNT:
    case BY_TABLE: rows(j, rule, out); break;
    case BY_KINDS: bug("no kind of rule");
    }
}
