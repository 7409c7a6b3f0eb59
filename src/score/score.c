/* score.c -- answers to scores.  Comes in: an inspection; goes out: what each criterion,
 * section and headline scored.  Does not read files and does not know how a score is
 * printed. */
#include "score/score.h"

#include "score/judge.h"
#include "score/stated.h"
#include "score/tally.h"

int score_percent(struct score s)
{
    if (s.applicable <= 0)
        return s.stated;
    return (int)((200 * s.sufficient + s.applicable) / (2 * s.applicable));
}

/* ---- pooling ---- */

/* All questions that count towards one criterion, section or headline. */
static struct score pool(const struct programme *p, const struct score *questions,
                         enum level l, size_t index)
{
    struct score sum = {0, 0, SCORE_NONE};
    for (size_t i = 0; i < p->question_count; i++) {
        if (!counts_towards(p, &p->questions[i], l, (int)index))
            continue;
        sum.sufficient += questions[i].sufficient;
        sum.applicable += questions[i].applicable;
    }
    return sum;
}

static struct score level_score(const struct inspection *in,
                                const struct score *questions, const char *part,
                                enum level l, size_t i)
{
    if (in->evidence != EVIDENCE_STATED)
        return pool(in->programme, questions, l, i);
    const struct stated *stated = inspection_stated(in, l, part);
    return (struct score){0, 0, stated == NULL ? SCORE_NONE : stated[i].percent};
}

static const struct judged *score_level(struct arena *a, struct diags *d,
                                        const struct inspection *in,
                                        const struct score *questions, const char *part,
                                        enum level l)
{
    static const struct judgement nothing = {.band = -1};
    size_t count = in->programme->aspect_count[l];
    struct judged *all = NEW_ARRAY(a, struct judged, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = judge(a, d, in, in->programme->aspects[l][i].id,
                       level_score(in, questions, part, l, i),
                       d == NULL ? &nothing : &in->judgements[l][i]);
    return all;
}

static struct scores *score_selection(struct arena *a, struct diags *d,
                                      const struct inspection *in,
                                      const struct selection *which)
{
    bool kept = true; /* rows that are missing have been said when they were read */
    struct score *questions =
        NEW_ARRAY(a, struct score, in->programme->question_count + 1);
    tally_questions(in, which, questions, &kept);
    struct scores *s = NEW(a, struct scores);
    s->in = in;
    s->questions = questions;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        s->judged[l] = score_level(a, d, in, questions, which->part, l);
    return s;
}

const struct scores *score_inspection(struct arena *a, struct diags *d,
                                      const struct inspection *in)
{
    const struct selection all = {.part = ""};
    if (in->evidence == EVIDENCE_STATED)
        stated_check(a, d, in);
    return score_selection(a, d, in, &all);
}

const struct scores *score_part(struct arena *a, const struct inspection *in,
                                struct condition where)
{
    const struct column *c = &in->columns[where.column];
    const char *sign = where.op == CONDITION_IS ? "=" : "!=";
    const struct restriction one = {.kind = RESTRICT_COLUMN, .column = where};
    const struct selection which = {
        &one, 1, arena_printf(a, "%s%s%s", c->name, sign, c->values[where.value])};
    return score_selection(a, NULL, in, &which);
}
