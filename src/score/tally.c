/* tally.c -- counting answers: of cases one by one, or from the counts of results.csv.
 * Comes in: an inspection and which of its cases count; goes out: how many were
 * sufficient out of how many.  Does not know why anybody asks. */
#include "score/tally.h"

/* ---- does a case count? ---- */

static unsigned answer_at(const struct inspection *in, size_t row, int question)
{
    return in->cases.answers[row * in->programme->question_count + (size_t)question];
}

static bool meets_column(const struct inspection *in, size_t row,
                         const struct condition *c)
{
    int value = in->cases.values[row * in->column_count + (size_t)c->column];
    return value >= 0 && (value == c->value) == (c->op == CONDITION_IS);
}

/* An empty cell is neither of a value nor of another, so `not` turns the sign only. */
static bool meets_column_or_not(const struct inspection *in, size_t row,
                                const struct restriction *r)
{
    struct condition c = r->column;
    if (r->not )
        c.op = c.op == CONDITION_IS ? CONDITION_IS_NOT : CONDITION_IS;
    return meets_column(in, row, &c);
}

static bool chosen(const struct question *q, unsigned answer, int choice)
{
    return q->kind == QUESTION_SEVERAL ? (answer >> choice & 1u) != 0
                                       : answer == (unsigned)choice + 1;
}

static bool meets(const struct inspection *in, size_t row, const struct restriction *r)
{
    if (r->kind == RESTRICT_COLUMN)
        return meets_column_or_not(in, row, r);
    unsigned answer = answer_at(in, row, r->question);
    if (r->kind == RESTRICT_ANSWER)
        return answer == (r->not ? ANSWER_NO : ANSWER_YES);
    const struct question *q = &in->programme->questions[r->question];
    return answer != ANSWER_EMPTY && chosen(q, answer, r->choice) != r->not ;
}

static bool selected(const struct inspection *in, size_t row,
                     const struct selection *which)
{
    for (size_t i = 0; i < which->count; i++)
        if (!meets(in, row, &which->where[i]))
            return false;
    return true;
}

/* ---- scored questions ---- */

static void add_answer(struct score *s, unsigned answer)
{
    s->sufficient += answer == ANSWER_YES;
    s->applicable += answer == ANSWER_YES || answer == ANSWER_NO;
}

static struct score from_results(const struct inspection *in, const char *question,
                                 const char *part, bool *kept)
{
    const struct result *r = inspection_result(in, question, part);
    if (r == NULL) {
        *kept = false;
        return (struct score){0, 0, SCORE_NONE};
    }
    return (struct score){r->sufficient, r->applicable, SCORE_NONE};
}

struct score tally_question(const struct inspection *in, size_t question,
                            const struct selection *which, bool *kept)
{
    if (in->evidence == EVIDENCE_RESULTS)
        return from_results(in, in->programme->questions[question].name, which->part,
                            kept);
    struct score s = {0, 0, SCORE_NONE};
    for (size_t row = 0; row < in->cases.count; row++)
        if (selected(in, row, which))
            add_answer(&s, answer_at(in, row, (int)question));
    return s;
}

static void tally_row(const struct inspection *in, size_t row, struct score *out)
{
    for (size_t i = 0; i < in->programme->question_count; i++)
        if (in->programme->questions[i].kind == QUESTION_SCORED)
            add_answer(&out[i], answer_at(in, row, (int)i));
}

void tally_questions(const struct inspection *in, const struct selection *which,
                     struct score *out, bool *kept)
{
    const struct programme *p = in->programme;
    for (size_t i = 0; i < p->question_count; i++) {
        bool counted =
            in->evidence == EVIDENCE_RESULTS && p->questions[i].kind == QUESTION_SCORED;
        out[i] = counted ? from_results(in, p->questions[i].name, which->part, kept)
                         : (struct score){0, 0, SCORE_NONE};
    }
    for (size_t row = 0; row < in->cases.count; row++)
        if (selected(in, row, which))
            tally_row(in, row, out);
}

/* ---- others ---- */

struct score tally_choice(const struct inspection *in, size_t question, int choice,
                          const struct selection *which)
{
    const struct question *q = &in->programme->questions[question];
    struct score s = {0, 0, SCORE_NONE};
    for (size_t row = 0; row < in->cases.count; row++) {
        unsigned answer = answer_at(in, row, (int)question);
        if (answer == ANSWER_EMPTY || !selected(in, row, which))
            continue;
        s.applicable++;
        if (q->kind == QUESTION_COUNT)
            s.sufficient += (long)answer - 1;
        else
            s.sufficient += choice < 0 || chosen(q, answer, choice);
    }
    return s;
}

struct score tally_cases(const struct inspection *in, const struct selection *which)
{
    struct score s = {0, (long)in->cases.count, SCORE_NONE};
    for (size_t row = 0; row < in->cases.count; row++)
        s.sufficient += selected(in, row, which);
    return s;
}

bool counts_towards(const struct programme *p, const struct question *q, enum level level,
                    int index)
{
    if (q->kind != QUESTION_SCORED)
        return false;
    switch (level) {
    case LEVEL_CRITERION: return q->criterion == index;
    case LEVEL_SECTION: return p->aspects[LEVEL_CRITERION][q->criterion].section == index;
    case LEVEL_HEADLINE: return (q->headlines >> index & 1u) != 0;
    case LEVEL_COUNT: break;
    }
    bug("score of %d", (int)level);
}
