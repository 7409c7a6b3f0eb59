/* figure.c -- what a mark counts.  Comes in: scores and a parsed mark; goes out: a count,
 * its base and their percentage.  Does not know how it is worded. */
#include "score/tally.h"

static int percent_of(long count, long base)
{
    return score_percent((struct score){count, base, SCORE_NONE});
}

static struct selection selection_of(const struct figure_ask *ask)
{
    return (struct selection){ask->where, ask->where_count, ask->part};
}

/* ---- what the evidence does not hold ---- */

static void say_kept(struct diags *d, const struct inspection *in,
                     const struct figure_ask *ask, const char *name)
{
    if (in->evidence == EVIDENCE_RESULTS)
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "add the row %s,%s,SUFFICIENT,APPLICABLE to results.csv", name, ask->part);
    else
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "\"%s\" is counted in cases, and this report has no answers.csv", name);
}

/* ---- the kinds ---- */

/* A question, a choice, a reason, or the cases. */
static struct score count_asked(struct diags *d, const struct inspection *in,
                                const struct figure_ask *ask, bool *kept)
{
    const struct selection which = selection_of(ask);
    if (in->evidence != EVIDENCE_RESULTS)
        return ask->kind == FIGURE_CASES ? tally_cases(in, &which) : tally_asked(in, ask);
    struct score s = tally_result(in, ask->name, ask->part, kept);
    if (!*kept)
        say_kept(d, in, ask, ask->name);
    return s;
}

/* The counts of one question stand behind those of the questions before it. */
static const int *reply_counts(const struct inspection *in, const struct figure_ask *ask)
{
    const struct questionnaire *q = &in->programme->questionnaires[ask->questionnaire];
    const int *counts = in->replies[ask->questionnaire];
    for (int i = 0; i < ask->question; i++)
        counts += q->questions[i].choice_count;
    return counts;
}

static struct score count_replies(struct diags *d, const struct inspection *in,
                                  const struct figure_ask *ask, bool *kept)
{
    const struct questionnaire *form = &in->programme->questionnaires[ask->questionnaire];
    const struct question *q = &form->questions[ask->question];
    const int *counts = reply_counts(in, ask);
    struct score s = {0, 0, SCORE_NONE};
    for (size_t i = 0; i < q->choice_count; i++) {
        if (counts[i] < 0) {
            *kept = false;
            diag(d, DIAG_MARK_KEPT, ask->pos,
                 "add the row %s,%s,COUNT to questionnaires.csv", q->name,
                 q->choices[i].name);
            return (struct score){0, 0, SCORE_NONE};
        }
        s.applicable += counts[i];
        if (ask->choice < 0 || ask->choice == (int)i)
            s.sufficient += counts[i];
    }
    return s;
}

/* One question of those that a score's mark asks for. */
static struct score count_question(struct diags *d, const struct inspection *in,
                                   const struct figure_ask *ask, int question, bool *kept)
{
    struct figure_ask one = *ask;
    one.kind = FIGURE_QUESTION;
    one.name = in->programme->questions[question].name;
    one.question = question;
    bool there = true;
    struct score s = count_asked(d, in, &one, &there);
    *kept &= there;
    return s;
}

/* A score of a part is pooled anew from the questions that count towards it. */
static struct score count_pooled(struct diags *d, const struct inspection *in,
                                 const struct figure_ask *ask, bool *kept)
{
    const struct programme *p = in->programme;
    struct score sum = {0, 0, SCORE_NONE};
    for (size_t i = 0; i < p->question_count; i++) {
        if (!question_counts(p, &p->questions[i], ask->level, ask->index))
            continue;
        struct score s = count_question(d, in, ask, (int)i, kept);
        sum.sufficient += s.sufficient;
        sum.applicable += s.applicable;
    }
    return sum;
}

/* Of a stated score the percentage is all that is known. */
static bool asks_counts(const struct figure_ask *ask)
{
    return ask->form != FORM_PERCENT && ask->form != FORM_WORDS;
}

static struct score stated_score(struct diags *d, const struct inspection *in,
                                 const struct figure_ask *ask, bool *kept)
{
    const struct stated *stated = inspection_stated(in, ask->level, ask->part);
    *kept = stated != NULL && !asks_counts(ask);
    if (asks_counts(ask))
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "this report states its scores, so only their percentage is known");
    else if (stated == NULL)
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "add the part \"%s\" to \"parts:\" under \"scores:\"", ask->part);
    return (struct score){0, 0, *kept ? stated[ask->index].percent : SCORE_NONE};
}

static struct score count_part_score(struct diags *d, const struct inspection *in,
                                     const struct figure_ask *ask, bool *kept);

/* Of each one below, as of the whole. */
static struct score count_mean(struct diags *d, const struct inspection *in,
                               const struct figure_ask *ask, const struct rule *rule,
                               bool *kept)
{
    long sum = 0, weight = 0;
    bool lacking = false;
    for (size_t i = 0; i < rule->count; i++) {
        struct figure_ask one = *ask;
        bool question = rule->of[i].level == LEVEL_QUESTION;
        one.level = rule->of[i].level;
        one.index = rule->of[i].index;
        struct score s = question ? count_question(d, in, ask, one.index, kept)
                                  : count_part_score(d, in, &one, kept);
        int percent = score_percent(s);
        lacking |= percent < 0;
        sum += percent >= 0 ? (long)percent * rule->weights[i] : 0;
        weight += percent >= 0 ? rule->weights[i] : 0;
    }
    if (weight == 0 || (lacking && rule->stops))
        return (struct score){0, 0, SCORE_NONE};
    return (struct score){0, 0, score_mean(sum, weight)};
}

static struct score count_part_score(struct diags *d, const struct inspection *in,
                                     const struct figure_ask *ask, bool *kept)
{
    const struct rule *rule =
        programme_rule(in->programme, ask->level, (size_t)ask->index);
    return rule != NULL && rule->by == BY_MEAN_PERCENT
               ? count_mean(d, in, ask, rule, kept)
               : count_pooled(d, in, ask, kept);
}

static struct score count_score(struct diags *d, const struct scores *s,
                                const struct figure_ask *ask, bool *kept)
{
    if (score_prints_stated(s->in, ask->level, (size_t)ask->index, ask->part))
        return stated_score(d, s->in, ask, kept);
    const struct rule *rule =
        programme_rule(s->in->programme, ask->level, (size_t)ask->index);
    bool mean = rule != NULL && rule->by == BY_MEAN_PERCENT;
    if (mean && asks_counts(ask)) {
        *kept = false;
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "this score is a mean of others, so only its percentage is known");
    } else if (ask->where_count > 0) {
        return count_part_score(d, s->in, ask, kept);
    }
    return s->judged[ask->level][ask->index].score;
}

/* ---- earlier inspections ---- */

static int compare_dates(struct date x, struct date y)
{
    if (x.year != y.year)
        return x.year - y.year;
    return x.month != y.month ? x.month - y.month : x.day - y.day;
}

/* Re-inspections are of areas that did badly, so they are left out. */
static bool is_earlier(const struct inspection *in, const struct registered *r)
{
    bool in_time = in->as_of.year == 0 || compare_dates(r->date, in->as_of) <= 0;
    return in_time && !r->reinspection;
}

const int *registered_percents(struct arena *a, const struct inspection *in, int headline,
                               size_t *count)
{
    int *all = NEW_ARRAY(a, int, in->programme->registered_count + 1);
    *count = 0;
    for (size_t i = 0; i < in->programme->registered_count; i++) {
        const struct registered *r = &in->programme->registered[i];
        if (r->percent[headline] >= 0 && is_earlier(in, r))
            all[(*count)++] = r->percent[headline];
    }
    return all;
}

struct summary {
    long count, sum;
    int lowest, highest;
};

static struct summary summarise(const struct inspection *in, int headline)
{
    struct summary s = {.lowest = 100};
    for (size_t i = 0; i < in->programme->registered_count; i++) {
        const struct registered *r = &in->programme->registered[i];
        int percent = r->percent[headline];
        if (percent < 0 || !is_earlier(in, r))
            continue;
        s.count++;
        s.sum += percent;
        s.lowest = percent < s.lowest ? percent : s.lowest;
        s.highest = percent > s.highest ? percent : s.highest;
    }
    return s;
}

/* -1 where the register has none. */
static int summary_figure(const struct summary *s, enum national which)
{
    if (s->count == 0 && which != NATIONAL_AREAS)
        return -1;
    switch (which) {
    case NATIONAL_LOWEST: return s->lowest;
    case NATIONAL_HIGHEST: return s->highest;
    case NATIONAL_AVERAGE: return (int)((2 * s->sum + s->count) / (2 * s->count));
    case NATIONAL_AREAS: return (int)s->count;
    case NATIONAL_COUNT: break;
    }
    bug("national figure %d", (int)which);
}

struct national_figures national_stated(const struct inspection *in,
                                        const struct figure_ask *ask)
{
    const struct programme *p = in->programme;
    if (ask->question >= 0)
        return inspection_national(in, "questions", p->questions[ask->question].name);
    return inspection_national(in, level_names[ask->level].key,
                               p->aspects[ask->level][ask->index].id);
}

static bool is_registered(const struct figure_ask *ask)
{
    return ask->question < 0 && ask->level == LEVEL_HEADLINE;
}

static void say_national(struct diags *d, const struct inspection *in,
                         const struct figure_ask *ask)
{
    if (is_registered(ask))
        diag(d, DIAG_REGISTER_EMPTY, ask->pos,
             "register.csv of %s has none up to this report's day; see \"as-of:\", or "
             "state it under \"national:\"",
             in->programme->name);
    else
        diag(d, DIAG_REGISTER_EMPTY, ask->pos,
             "register.csv holds headlines alone; state it under \"national:\"");
}

/* What is stated wins, for it has a source and a day. */
static struct figure national_figure(struct diags *d, const struct inspection *in,
                                     const struct figure_ask *ask)
{
    const struct national_figures stated = national_stated(in, ask);
    struct summary s = {0};
    long base = stated.figure[NATIONAL_AREAS];
    int n = stated.figure[ask->national];
    if (n < 0 && is_registered(ask)) {
        s = summarise(in, ask->index);
        base = s.count;
        n = summary_figure(&s, ask->national);
    }
    if (n < 0)
        say_national(d, in, ask);
    return (struct figure){ask, n, base, ask->national == NATIONAL_AREAS ? SCORE_NONE : n,
                           true};
}

static void compare_registered(struct diags *d, const struct inspection *in, size_t i)
{
    const char *id = in->programme->aspects[LEVEL_HEADLINE][i].id;
    const struct national_figures stated =
        inspection_national(in, level_names[LEVEL_HEADLINE].key, id);
    const struct summary s = summarise(in, (int)i);
    for (enum national w = 0; s.count > 0 && w < NATIONAL_COUNT; w++)
        if (stated.figure[w] >= 0 && stated.figure[w] != summary_figure(&s, w))
            diag(
                d, DIAG_FIGURE_DIFFERS, stated.pos[w],
                "\"national %s %s\" with %d, and with %d from %ld areas of register.csv; "
                "it is printed as stated",
                id, national_names[w], stated.figure[w], summary_figure(&s, w), s.count);
}

void register_check(struct diags *d, const struct inspection *in)
{
    if (inspection_value(in, "national") == NULL)
        return;
    for (size_t i = 0; i < in->programme->aspect_count[LEVEL_HEADLINE]; i++)
        compare_registered(d, in, i);
}

/* ---- an earlier inspection of the area ---- */

static struct figure earlier_figure(struct diags *d, const struct inspection *in,
                                    const struct figure_ask *ask)
{
    int percent = in->earlier.scores[ask->level][ask->index].percent;
    if (percent < 0)
        diag(d, DIAG_MARK_KEPT, ask->pos, "add %s to %s under \"earlier:\"",
             in->programme->aspects[ask->level][ask->index].id,
             level_names[ask->level].key);
    return (struct figure){ask, percent, -1, percent, percent >= 0};
}

/* ---- points ---- */

static struct figure points_figure(struct diags *d, const struct scores *s,
                                   const struct figure_ask *ask)
{
    const struct judged *j = &s->judged[ask->level][ask->index];
    if (j->points < 0)
        diag(d, DIAG_MARK_KEPT, ask->pos, "%s is not judged, and so has no points",
             s->in->programme->aspects[ask->level][ask->index].id);
    return (struct figure){ask, j->points, j->points_of, SCORE_NONE, j->points >= 0};
}

/* ---- questionnaires ---- */

static struct figure returned_figure(struct diags *d, const struct inspection *in,
                                     const struct figure_ask *ask)
{
    int count = in->returned[ask->questionnaire];
    if (count < 0)
        diag(d, DIAG_MARK_KEPT, ask->pos,
             "add the row %s,returned,COUNT to questionnaires.csv",
             in->programme->questionnaires[ask->questionnaire].name);
    return (struct figure){ask, count, -1, SCORE_NONE, count >= 0};
}

/* ---- all ---- */

static bool needs_base(const struct figure_ask *ask)
{
    return ask->with_percent || ask->form == FORM_PERCENT || ask->form == FORM_WORDS ||
           ask->form == FORM_N_OF || ask->form == FORM_N_OF_NOUN;
}

/* A sum is no share of the cases that it was counted in. */
static struct figure figure_of(const struct programme *p, const struct figure_ask *ask,
                               struct score s, bool kept)
{
    long count = ask->not ? s.applicable - s.sufficient : s.sufficient;
    struct figure f = {ask, count, s.applicable, percent_of(count, s.applicable), kept};
    if (s.applicable == 0 && s.stated != SCORE_NONE)
        f.percent = ask->not ? 100 - s.stated : s.stated;
    if (figure_is_sum(p, ask))
        f.percent = SCORE_NONE;
    return f;
}

static struct figure counted_figure(struct diags *d, const struct inspection *in,
                                    const struct figure_ask *ask)
{
    struct score s = {0, 0, SCORE_NONE};
    bool kept = true;
    bool cases = in->evidence == EVIDENCE_CASES || in->evidence == EVIDENCE_RESULTS;
    if (ask->kind == FIGURE_REPLY) {
        s = count_replies(d, in, ask, &kept);
    } else if (!cases) {
        say_kept(d, in, ask, ask->name);
        kept = false;
    } else {
        s = count_asked(d, in, ask, &kept);
    }
    if (kept && s.applicable == 0 && needs_base(ask))
        diag(d, DIAG_MARK_BASE, ask->pos,
             "nothing applied to \"%s\"%s%s, so there is no share of it; say that in "
             "words",
             ask->name, ask->part[0] == '\0' ? "" : " where ", ask->part);
    return figure_of(in->programme, ask, s, kept);
}

struct figure figure_count(struct diags *d, const struct scores *s,
                           const struct figure_ask *ask)
{
    bool kept = true;
    switch (ask->kind) {
    case FIGURE_QUESTION:
    case FIGURE_CHOICE:
    case FIGURE_CASES:
    case FIGURE_REASON:
    case FIGURE_REPLY: return counted_figure(d, s->in, ask);
    case FIGURE_RETURNED: return returned_figure(d, s->in, ask);
    case FIGURE_SCORE: {
        struct score score = count_score(d, s, ask, &kept);
        return figure_of(s->in->programme, ask, score, kept);
    }
    case FIGURE_JUDGEMENT: {
        const struct judged *j = &s->judged[ask->level][ask->index];
        return (struct figure){ask, j->band, 0, j->percent, true};
    }
    case FIGURE_POINTS: return points_figure(d, s, ask);
    case FIGURE_NATIONAL: return national_figure(d, s->in, ask);
    case FIGURE_EARLIER: return earlier_figure(d, s->in, ask);
    case FIGURE_COUNTED:
        return figure_of(s->in->programme, ask,
                         (struct score){ask->number, ask->out_of, SCORE_NONE}, true);
    case FIGURE_FIELD:
    case FIGURE_ARG:
    case FIGURE_SAID:
    case FIGURE_WORDING:
    case FIGURE_QUANTITY: break;
    }
    bug("a figure that counts nothing: %s", ask->name);
}
