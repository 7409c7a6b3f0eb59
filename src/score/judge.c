/* judge.c -- scores to judgements (docs/rules.md): computed where a confirmed band holds
 * the rounded score or the level's rule gives one, no better than a limiter allows;
 * stated where none does, moderated with a reason.  Does not know how answers are
 * counted. */
#include "score/judge.h"

#include "score/tally.h"
#include "score/why.h"

/* ---- bands, best first ---- */

static bool is_proved(const struct band *b)
{
    return b->confirmed && b->from >= 0 && b->to >= 0;
}

int band_of(const struct programme *p, int percent)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (is_proved(&p->bands[i]) && p->bands[i].from <= percent &&
            percent <= p->bands[i].to)
            return (int)i;
    return -1;
}

bool band_possible(const struct programme *p, int band, int percent)
{
    int held = band_of(p, percent);
    if (held >= 0)
        return band == held;
    for (int i = 0; i < (int)p->band_count; i++) {
        if (!is_proved(&p->bands[i]))
            continue;
        if (band < i && p->bands[i].from > percent)
            return false; /* another proved one lies between it and the score */
        if (band > i && p->bands[i].to < percent)
            return false;
    }
    return true;
}

/* ---- judgements ---- */

/* "moderate, substantial or drastic" */
static const char *possible_bands(struct arena *a, const struct programme *p, int percent)
{
    size_t count = 0, said = 0;
    for (int i = 0; i < (int)p->band_count; i++)
        count += band_possible(p, i, percent);
    struct buf b = buf_new(a);
    for (int i = 0; i < (int)p->band_count; i++) {
        if (!band_possible(p, i, percent))
            continue;
        said++;
        buf_printf(&b, "%s%s",
                   said == 1       ? ""
                   : said == count ? " or "
                                   : ", ",
                   p->bands[i].id);
    }
    return b.at;
}

/* Where judgements stand, or would. */
static struct pos judgements_pos(const struct inspection *in)
{
    const struct value *v = inspection_value(in, "judgements");
    return v != NULL ? v->node->pos : in->root->node->pos;
}

static void say_judgement_missing(struct judging *j, const struct judged *judged,
                                  enum level l, size_t i)
{
    const struct programme *p = j->in->programme;
    const struct rule *rule = programme_rule(p, l, i);
    const char *id = p->aspects[l][i].id;
    if (judged->percent >= 0 && (rule == NULL || judged->decided < 0))
        diag(j->d, DIAG_JUDGEMENT_MISSING, judgements_pos(j->in),
             "%s scored %d%%, for which the limits are not known; state %s under "
             "\"judgements:\"",
             id, judged->percent, possible_bands(j->a, p, judged->percent));
    else if (rule->of[judged->decided].level ==
             LEVEL_QUESTION) /* others have been said */
        diag(j->d, DIAG_JUDGEMENT_MISSING, judgements_pos(j->in),
             "%s is judged by %s, whose judgement is not known; state that of %s under "
             "\"judgements:\"",
             id, item_id(p, rule->of[judged->decided]), id);
}

/* Whether a judgement may be stated without a reason. */
static bool is_possible(const struct programme *p, const struct judged *j,
                        const struct rule *rule, int band)
{
    if (j->provisional >= 0)
        return band == j->provisional;
    if (j->limit >= 0 && band < rule->limits[j->limit].band)
        return false;
    return j->percent < 0 || j->decided >= 0 || band_possible(p, band, j->percent);
}

/* A stated judgement that is not the computed one must have a reason. */
static void check_stated(struct judging *j, const char *id, const struct judged *judged,
                         const struct rule *rule, const struct judgement *stated)
{
    const struct programme *p = j->in->programme;
    if (stated->reason != NULL || is_possible(p, judged, rule, judged->band))
        return;
    const char *band = p->bands[judged->band].id;
    if (judged->provisional >= 0 && rule != NULL)
        diag(j->d, DIAG_JUDGEMENT_REASON, stated->pos,
             "%s of %s, which comes to %s; give the reason: \"reason: ...\"", band, id,
             p->bands[judged->provisional].id);
    else if (judged->provisional >= 0)
        diag(j->d, DIAG_JUDGEMENT_REASON, stated->pos,
             "%s of %s, whose %d%% is %s; give the reason: \"reason: ...\"", band, id,
             judged->percent, p->bands[judged->provisional].id);
    else if (judged->limit >= 0)
        diag(j->d, DIAG_JUDGEMENT_RANGE, stated->pos,
             "%s of %s, which is limited to %s; give the reason if it was moderated",
             band, id, p->bands[rule->limits[judged->limit].band].id);
    else
        diag(j->d, DIAG_JUDGEMENT_RANGE, stated->pos,
             "%s of %s, whose %d%% can be %s; give the reason if it was moderated", band,
             id, judged->percent, possible_bands(j->a, p, judged->percent));
}

/* No better than its limiter: what is computed, and what may be stated of a score between
 * proved limits, unless none that may be is worse. */
static void limit(struct judging *j, const struct rule *rule, struct judged *out)
{
    const struct programme *p = j->in->programme;
    int at = rule_limiter(j, rule), cap = at < 0 ? -1 : rule->limits[at].band;
    bool better = false, worse = false;
    for (int i = 0;
         at >= 0 && (out->computed >= 0 || out->open) && i < (int)p->band_count; i++) {
        better |= i < cap && is_possible(p, out, rule, i);
        worse |= i >= cap && is_possible(p, out, rule, i);
    }
    if (!better)
        return;
    out->limit = at;
    out->provisional = worse ? -1 : cap;
}

static struct judged compute(struct judging *j, const struct rule *rule, enum level l,
                             size_t i)
{
    const struct programme *p = j->in->programme;
    struct judged out = {.score = tally_level(j->in, j->questions, j->part, l, i),
                         .computed = -1,
                         .limit = -1,
                         .decided = -1,
                         .points = -1,
                         .points_of = -1};
    out.percent = score_percent(out.score);
    if (rule != NULL && rule->by != BY_SHARE) {
        rule_apply(j, rule, &out);
    } else if (out.percent >= 0) {
        out.computed = band_of(p, out.percent);
        out.open = out.computed < 0;
    }
    out.provisional = out.computed;
    if (rule != NULL)
        limit(j, rule, &out);
    return out;
}

/* What it is worth to those above, unless it has points of its own. */
static void count_points(const struct programme *p, struct judged *out)
{
    if (out->points >= 0 || out->band < 0 || p->bands[out->band].points < 0)
        return;
    out->points = p->bands[out->band].points;
    out->points_of = p->bands[0].points;
}

static struct judged judge_one(struct judging *j, enum level l, size_t i)
{
    static const struct judgement nothing = {.band = -1};
    const struct programme *p = j->in->programme;
    const struct rule *rule = programme_rule(p, l, i);
    const struct judgement *stated = j->d == NULL ? &nothing : &j->in->judgements[l][i];
    struct judged out = compute(j, rule, l, i);
    out.band = stated->band >= 0 ? stated->band : out.provisional;
    if ((out.provisional >= 0 || out.open) && p->band_count > 0) {
        out.moderated = out.band >= 0 && stated->reason != NULL &&
                        !is_possible(p, &out, rule, out.band);
        if (j->d != NULL && out.band < 0)
            say_judgement_missing(j, &out, l, i);
        else if (j->d != NULL && stated->band >= 0)
            check_stated(j, p->aspects[l][i].id, &out, rule, stated);
    }
    out.open = out.open && out.band < 0;
    count_points(p, &out);
    return out;
}

const struct judged *judge(struct judging *j, enum level l, size_t i)
{
    if (!j->done[l][i]) {
        j->done[l][i] = true;
        j->all[l][i] = judge_one(j, l, i);
    }
    return &j->all[l][i];
}

struct below judge_known(struct judging *j, struct scored of)
{
    if (of.level != LEVEL_QUESTION) {
        const struct judged *one = judge(j, of.level, (size_t)of.index);
        return (struct below){one->band, one->percent, one->open};
    }
    int percent = score_percent(j->questions[of.index]);
    int band = percent < 0 ? -1 : band_of(j->in->programme, percent);
    bool stated = j->in->evidence == EVIDENCE_STATED;
    return (struct below){band, percent, band < 0 && (percent >= 0 || stated)};
}

int score_item_band(const struct scores *s, struct scored of)
{
    if (of.level != LEVEL_QUESTION)
        return s->judged[of.level][of.index].band;
    int percent = score_percent(s->questions[of.index]);
    return percent < 0 ? -1 : band_of(s->in->programme, percent);
}
