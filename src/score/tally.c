/* tally.c -- counting answers: of cases one by one, or from the counts of results.csv.
 * Comes in: an inspection and which of its cases count; goes out: how many were
 * sufficient out of how many.  Does not know why anybody asks. */
#include "score/tally.h"

/* ---- does a case count? ---- */

static unsigned answer_at(const struct inspection *in, size_t row, size_t column)
{
    return in->cases.answers[row * in->programme->answer_count + column];
}

/* An empty cell is neither of a value nor of another, so `not` turns the sign only. */
static bool meets_column(const struct occasion *u, const struct restriction *r)
{
    const struct condition *c = &r->column;
    int value = u->in->cases.values[u->row * u->in->column_count + (size_t)c->column];
    return value >= 0 && (value == c->value) == ((c->op == CONDITION_IS) != r->not );
}

static bool meets_phase(const struct occasion *u, const struct restriction *r)
{
    if (u->phase >= 0)
        return (u->phase == r->phase) != r->not ;
    if (r->column.column >= 0)
        return meets_column(u, r);
    return case_in_part(u->in, u->row, &u->in->programme->parts[r->phase]) != r->not ;
}

static bool chosen(const struct question *q, unsigned answer, int choice)
{
    return q->kind == QUESTION_CHOICE ? answer == (unsigned)choice + 1
                                      : (answer >> choice & 1u) != 0;
}

/* What was answered the n-th time. */
static bool answer_meets(const struct occasion *u, const struct restriction *r,
                         const struct question *q, size_t time)
{
    unsigned answer = answer_at(u->in, u->row, q->column + time);
    if (r->kind == RESTRICT_ANSWER)
        return answer == (r->not ? ANSWER_NO : ANSWER_YES);
    if (r->kind == RESTRICT_CHOICE)
        return answer != ANSWER_EMPTY && chosen(q, answer, r->choice) != r->not ;
    unsigned why = answer_at(u->in, u->row, q->column + question_times(q) + time);
    return answer == ANSWER_NO && chosen(q, why, r->choice) != r->not ;
}

/* In the phase of the occasion; where one of both knows none, in any. */
static bool meets_answer(const struct occasion *u, const struct restriction *r)
{
    const struct question *q = &u->in->programme->questions[r->question];
    for (size_t k = 0; k < question_times(q); k++) {
        int phase = question_phase(u->in->programme, q, k);
        bool same = u->phase < 0 || phase < 0 || phase == u->phase;
        if (same && answer_meets(u, r, q, k))
            return true;
    }
    return false;
}

bool tally_meets(const struct occasion *u, const struct restriction *r)
{
    switch (r->kind) {
    case RESTRICT_COLUMN: return meets_column(u, r);
    case RESTRICT_PHASE: return meets_phase(u, r);
    case RESTRICT_ANSWER:
    case RESTRICT_CHOICE:
    case RESTRICT_REASON: return meets_answer(u, r);
    }
    bug("a restriction of kind %d", (int)r->kind);
}

static bool selected(const struct occasion *u, const struct selection *which)
{
    for (size_t i = 0; i < which->count; i++)
        if (!tally_meets(u, &which->where[i]))
            return false;
    return true;
}

/* ---- scored questions ---- */

static void add_answer(struct score *s, unsigned answer)
{
    s->sufficient += answer == ANSWER_YES;
    s->applicable += answer == ANSWER_YES || answer == ANSWER_NO;
}

struct score tally_result(const struct inspection *in, const char *question,
                          const char *part, bool *kept)
{
    const struct result *r = inspection_result(in, question, part);
    if (r == NULL) {
        *kept = false;
        return (struct score){0, 0, SCORE_NONE};
    }
    return (struct score){r->sufficient, r->applicable, SCORE_NONE};
}

/* The scored questions that are asked in a phase, -1: of the case, in one row. */
static void tally_row(const struct occasion *u, struct score *out)
{
    const struct programme *p = u->in->programme;
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        for (size_t k = 0; q->kind == QUESTION_SCORED && k < question_times(q); k++)
            if (question_phase(p, q, k) == u->phase)
                add_answer(&out[i], answer_at(u->in, u->row, q->column + k));
    }
}

void tally_questions(const struct inspection *in, const struct selection *which,
                     struct score *out, bool *kept)
{
    const struct programme *p = in->programme;
    for (size_t i = 0; i < p->question_count; i++) {
        bool counted =
            in->evidence == EVIDENCE_RESULTS && p->questions[i].kind == QUESTION_SCORED;
        out[i] = counted ? tally_result(in, p->questions[i].name, which->part, kept)
                         : (struct score){0, 0, SCORE_NONE};
    }
    for (size_t row = 0; row < in->cases.count; row++)
        for (int phase = -1; phase < (int)p->part_count; phase++) {
            const struct occasion u = {in, row, phase};
            if ((phase < 0 || p->parts[phase].phase) && selected(&u, which))
                tally_row(&u, out);
        }
}

/* ---- of one question ---- */

void tally_answer(struct score *s, const struct figure_ask *ask, const struct occasion *u,
                  size_t time)
{
    const struct question *q = &u->in->programme->questions[ask->question];
    unsigned answer = answer_at(u->in, u->row, q->column + time);
    if (q->kind == QUESTION_SCORED && ask->kind != FIGURE_REASON) {
        add_answer(s, answer);
        return;
    }
    if (ask->kind == FIGURE_REASON && answer != ANSWER_NO)
        return;
    if (ask->kind == FIGURE_REASON)
        answer = answer_at(u->in, u->row, q->column + question_times(q) + time);
    else if (answer == ANSWER_EMPTY)
        return;
    s->applicable++;
    s->sufficient += q->kind == QUESTION_COUNT
                         ? (long)answer - 1
                         : ask->choice < 0 || chosen(q, answer, ask->choice);
}

struct score tally_asked(const struct inspection *in, const struct figure_ask *ask)
{
    const struct selection which = {ask->where, ask->where_count, ask->part};
    const struct question *q = &in->programme->questions[ask->question];
    struct score s = {0, 0, SCORE_NONE};
    for (size_t row = 0; row < in->cases.count; row++)
        for (size_t k = 0; k < question_times(q); k++) {
            const struct occasion u = {in, row, question_phase(in->programme, q, k)};
            if (selected(&u, &which))
                tally_answer(&s, ask, &u, k);
        }
    return s;
}

struct score tally_cases(const struct inspection *in, const struct selection *which)
{
    struct score s = {0, (long)in->cases.count, SCORE_NONE};
    for (size_t row = 0; row < in->cases.count; row++)
        s.sufficient += selected(&(struct occasion){in, row, -1}, which);
    return s;
}
