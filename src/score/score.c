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
        if (!question_counts(p, &p->questions[i], l, (int)index))
            continue;
        sum.sufficient += questions[i].sufficient;
        sum.applicable += questions[i].applicable;
    }
    return sum;
}

bool score_prints_stated(const struct inspection *in, enum level l, size_t i,
                         const char *part)
{
    const struct stated *stated = inspection_stated(in, l, part);
    return in->evidence == EVIDENCE_STATED ||
           (in->prints_stated && stated != NULL && stated[i].percent >= 0);
}

struct score tally_level(const struct inspection *in, const struct score *questions,
                         const char *part, enum level l, size_t i)
{
    if (!score_prints_stated(in, l, i, part))
        return pool(in->programme, questions, l, i);
    const struct stated *stated = inspection_stated(in, l, part);
    return (struct score){0, 0, stated == NULL ? SCORE_NONE : stated[i].percent};
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
    s->kept = kept;
    struct judging j = {a, d, in, questions, which->part, {NULL}, {NULL}};
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        s->judged[l] = j.all[l] =
            NEW_ARRAY(a, struct judged, in->programme->aspect_count[l] + 1);
        j.done[l] = NEW_ARRAY(a, bool, in->programme->aspect_count[l] + 1);
    }
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < in->programme->aspect_count[l]; i++)
            judge(&j, l, i);
    return s;
}

/* ---- published scores beside counts ---- */

static void say_differs(struct diags *d, const struct scores *s, enum level l, size_t i,
                        const char *whose, const struct stated *stated,
                        struct score counted)
{
    const char *id = s->in->programme->aspects[l][i].id;
    const char *printed = s->in->prints_stated ? "stated" : "counted";
    int percent = score_percent(counted);
    if (percent < 0)
        diag(
            d, DIAG_FIGURE_DIFFERS, stated->pos,
            "\"score %s%s\" with %d%%, and no answer counts towards it; it is printed as "
            "%s (\"print:\" of \"scores:\")",
            id, whose, stated->percent, printed);
    else
        diag(d, DIAG_FIGURE_DIFFERS, stated->pos,
             "\"score %s%s\" with %d%%, and with %d%% from %ld of %ld answers; it is "
             "printed as %s (\"print:\" of \"scores:\")",
             id, whose, stated->percent, percent, counted.sufficient, counted.applicable,
             printed);
}

/* Both are said where the two differ: which of them is printed is for an editor. */
static void compare_published(struct diags *d, const struct scores *s,
                              const struct stated *const stated[LEVEL_COUNT],
                              const char *whose)
{
    const struct inspection *in = s->in;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < in->programme->aspect_count[l]; i++) {
            struct score counted = pool(in->programme, s->questions, l, i);
            const struct rule *rule = programme_rule(in->programme, l, i);
            if (rule != NULL && rule->by == BY_MEAN_PERCENT)
                counted = s->judged[l][i].score;
            if (stated[l][i].percent >= 0 &&
                stated[l][i].percent != score_percent(counted))
                say_differs(d, s, l, i, whose, &stated[l][i], counted);
        }
}

static void published_check(struct arena *a, struct diags *d, const struct scores *s)
{
    const struct inspection *in = s->in;
    compare_published(d, s, in->stated, "");
    for (size_t i = 0; i < in->stated_part_count; i++) {
        const struct stated_part *one = &in->stated_parts[i];
        if (one->column < 0)
            continue;
        const struct scores *part =
            score_part(a, in, (struct condition){one->column, one->value, CONDITION_IS});
        if (part->kept)
            compare_published(d, part, one->stated,
                              arena_printf(a, " where %s", one->part));
    }
}

const struct scores *score_inspection(struct arena *a, struct diags *d,
                                      const struct inspection *in)
{
    const struct selection all = {.part = ""};
    stated_check(a, d, in);
    register_check(d, in);
    const struct scores *s = score_selection(a, d, in, &all);
    if (in->evidence != EVIDENCE_STATED)
        published_check(a, d, s);
    return s;
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
