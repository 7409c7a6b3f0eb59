/* made_up_counts.c -- in: a programme's questions and a turn; out: cases with answers,
 * questionnaires that came back, indicators of two years. */
#include "model/made_up_work.h"

enum { SHARE_NONE = 101 };

/* How far the area's indicators are above the nation's, each in its turn. */
static const int tenths_above[] = {13, -13, 0, 150, -150};

_Static_assert(LEN(tenths_above) == MADE_UP_ABOVE, "a turn for each");

static size_t values_of(const struct column *c)
{
    return c->characteristic != NULL ? c->characteristic->category_count : c->value_count;
}

/* Every case is in every phase that its columns let it be in. */
static bool is_asked(const struct inspection *in, int part, size_t i)
{
    const struct part *all = in->programme->parts;
    return part < 0 || all[part].where.column < 0 || case_in_part(in, i, &all[part]);
}

/* `before`: cases of those that are asked that came before. */
static unsigned answer_of(const struct question *q, size_t before, size_t share)
{
    size_t choice = q->choice_count > 0 ? before % q->choice_count : 0;
    switch (q->kind) {
    case QUESTION_SCORED:
        return (before + 1) * share / 100 > before * share / 100 ? ANSWER_YES : ANSWER_NO;
    case QUESTION_CHOICE: return 1 + (unsigned)choice;
    case QUESTION_SEVERAL: return 1u << choice;
    case QUESTION_COUNT: return 2 + (unsigned)(before % 4);
    }
    bug("a question of kind %d", (int)q->kind);
}

/* All answers to the question at one of its times; each "no" has one of the reasons.
 * `share`: of "yes" in a hundred; SHARE_NONE: it applied to nobody. */
static void make_answers(struct inspection *in, unsigned *answers,
                         const struct question *q, size_t time, size_t share)
{
    int part = q->part_count > 0 ? q->parts[time] : -1;
    size_t width = in->programme->answer_count, times = question_times(q);
    for (size_t i = 0, before = 0; i < MADE_UP_CASES; i++) {
        unsigned *at = &answers[i * width + q->column + time];
        if (!is_asked(in, part, i))
            continue;
        *at = share == SHARE_NONE && q->kind == QUESTION_SCORED
                  ? ANSWER_NA
                  : answer_of(q, before, share);
        if (q->reason_count > 0 && *at == ANSWER_NO)
            at[times] = 1u << before % q->reason_count;
        before++;
    }
}

/* The first values of an area's own columns have nothing that applied. */
static void empty_group(struct inspection *in)
{
    const struct programme *p = in->programme;
    unsigned *answers = (unsigned *)in->cases.answers;
    for (size_t i = 0; i < MADE_UP_CASES * in->column_count; i++) {
        const struct column *c = &in->columns[i % in->column_count];
        const size_t row = i / in->column_count * p->answer_count;
        for (size_t q = 0; q < p->question_count; q++)
            if (c->characteristic == NULL && in->cases.values[i] == 0 &&
                p->questions[q].kind == QUESTION_SCORED)
                answers[row + p->questions[q].column] = ANSWER_NA;
    }
}

/* Each has another share, and others are the best and the worst each turn: the order of
 * the programme, turned round. */
static size_t spread_share(const struct programme *p, size_t question, size_t turn)
{
    enum { WORST = 20, BEST = 98 };
    size_t moved = turn * p->question_count / MADE_UP_SPREAD_TURNS;
    size_t place = (question + moved) % p->question_count;
    return WORST + (BEST - WORST) * place / p->question_count;
}

static void make_cases(struct arena *a, struct inspection *in, enum made_up size,
                       size_t turn)
{
    const struct programme *p = in->programme;
    int *values = NEW_ARRAY(a, int, MADE_UP_CASES * in->column_count + 1);
    unsigned *answers = NEW_ARRAY(a, unsigned, MADE_UP_CASES * p->answer_count + 1);
    in->cases = (struct cases){MADE_UP_CASES, answers, values, NULL, NULL};
    for (size_t i = 0; i < MADE_UP_CASES * in->column_count; i++) {
        size_t column = i % in->column_count, count = values_of(&in->columns[column]);
        size_t row = i / in->column_count;
        bool most = size != MADE_UP_LEAST && row % 3 == 0; /* another each time */
        values[i] = (int)((most ? turn + size : row / (column + 1)) % count);
    }
    size_t share = (size_t)made_up_share(p, made_up_band(p, turn));
    if (size == MADE_UP_EDGES && turn == EDGE_NOTHING)
        share = SHARE_NONE;
    if (size == MADE_UP_EDGES && turn == EDGE_GOOD)
        share = 100;
    for (size_t q = 0; q < p->question_count; q++)
        for (size_t k = 0; k < question_times(&p->questions[q]); k++)
            make_answers(in, answers, &p->questions[q], k,
                         size == MADE_UP_SPREAD ? spread_share(p, q, turn) : share);
    if (size == MADE_UP_EDGES && turn == EDGE_GROUP)
        empty_group(in);
}

/* How many chose it: some of each choice, then nobody the first, all the first; then
 * every second question is left out. */
static int chosen(size_t turn, size_t question, size_t choice)
{
    switch (turn % 5) {
    case 1: return choice > 0 ? 5 : 0;
    case 2: return choice > 0 ? 0 : MADE_UP_CASES / 2;
    case 3:
    case 4: return question % 2 == turn % 2 ? 0 : 5 + (int)(choice % 3);
    }
    return 5 + (int)(choice % 3);
}

static void make_replies(struct arena *a, struct inspection *in, enum made_up size,
                         size_t turn)
{
    const struct programme *p = in->programme;
    int *returned = NEW_ARRAY(a, int, p->questionnaire_count + 1);
    const int **all = NEW_ARRAY(a, const int *, p->questionnaire_count + 1);
    for (size_t i = 0; i < p->questionnaire_count; i++) {
        const struct questionnaire *q = &p->questionnaires[i];
        size_t count = 0;
        for (size_t k = 0; k < q->question_count; k++)
            count += q->questions[k].choice_count;
        int *counts = NEW_ARRAY(a, int, count + 1);
        for (size_t k = 0, at = 0; k < q->question_count; k++)
            for (size_t c = 0; c < q->questions[k].choice_count; c++)
                counts[at++] = chosen(size == MADE_UP_SPREAD ? turn / 2 : 0, k, c);
        all[i] = counts;
        returned[i] = MADE_UP_CASES;
    }
    in->replies = all;
    in->returned = returned;
}

/* Each year and each indicator in its turn; spread, all of them alike. */
static int above_nation(enum made_up size, size_t turn, size_t year, size_t indicator)
{
    size_t at = size == MADE_UP_SPREAD ? turn / 2 : turn + year + indicator;
    return tenths_above[at % LEN(tenths_above)];
}

/* In the last turns one of the earlier year's is not known. */
static void make_indicators(struct arena *a, struct inspection *in, enum made_up size,
                            size_t turn)
{
    enum { YEARS = 2, NATION = 364, REGION = 390 };
    size_t count = YEARS * in->programme->indicator_count;
    struct indicator *all = NEW_ARRAY(a, struct indicator, count + 1);
    for (size_t i = 0; i < count; i++) {
        int above = above_nation(size, turn, i % YEARS, i / YEARS);
        bool known =
            size != MADE_UP_SPREAD || turn + 2 < MADE_UP_SPREAD_TURNS || i % YEARS == 0;
        all[i] = (struct indicator){
            .name = in->programme->indicators[i / YEARS].name,
            .unit = "%",
            .source = "made-up data",
            .year = 2012 - (int)(i % YEARS),
            .known = {true, true, known, true},
            .value = {{NATION + above, 1}, {REGION, 1}, {NATION, 1}, {REGION, 1}},
        };
    }
    in->indicators = all;
    in->indicator_count = count;
}

void made_up_counts(struct arena *a, struct inspection *in, enum made_up size,
                    size_t turn)
{
    const struct programme *p = in->programme;
    in->evidence = p->question_count == 0   ? EVIDENCE_NONE
                   : size == MADE_UP_STATED ? EVIDENCE_STATED
                                            : EVIDENCE_CASES;
    if (in->evidence != EVIDENCE_STATED)
        make_cases(a, in, size, turn);
    make_replies(a, in, size, turn);
    make_indicators(a, in, size, turn);
}
