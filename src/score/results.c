/* results.c -- results.csv out of answers: all counts that a report needs, so that it can
 * be built again where the cases may not be kept.  Comes in: scores and the marks of the
 * report; goes out: CSV that the model reads back.  Counts only. */
#include "base/array.h"
#include "base/map.h"
#include "score/tally.h"

#include <stdint.h>

struct rows {
    const struct scores *s;
    struct buf *out;
    struct map *seen; /* "question|part" */
};

static void put_row(struct rows *r, const char *question, const char *part,
                    struct score s)
{
    const char *key = arena_printf(r->out->a, "%s|%s", question, part);
    if (map_put(r->seen, key, (void *)(uintptr_t)key) != NULL)
        return;
    buf_csv(r->out, question);
    buf_char(r->out, ',');
    buf_csv(r->out, part);
    buf_printf(r->out, ",%ld,%ld\n", s.sufficient, s.applicable);
}

/* Every scored question of one selection; of one score only when `ask` is a score's. */
static void put_questions(struct rows *r, const struct selection *which,
                          const struct figure_ask *ask)
{
    const struct programme *p = r->s->in->programme;
    struct score *all = NEW_ARRAY(r->out->a, struct score, p->question_count + 1);
    bool kept = true;
    tally_questions(r->s->in, which, all, &kept);
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        bool wanted = ask == NULL ? q->kind == QUESTION_SCORED
                                  : question_counts(p, q, ask->level, ask->index);
        if (wanted)
            put_row(r, q->name, which->part, all[i]);
    }
}

/* Per value of the report's own columns, as `gwasg scores` prints them. */
static void put_own_columns(struct rows *r)
{
    const struct inspection *in = r->s->in;
    for (size_t i = 0; i < in->column_count; i++) {
        const struct column *c = &in->columns[i];
        for (size_t j = 0; c->characteristic == NULL && j < c->value_count; j++) {
            const struct restriction one = {.kind = RESTRICT_COLUMN,
                                            .column = {(int)i, (int)j, CONDITION_IS}};
            const struct selection which = {
                &one, 1, arena_printf(r->out->a, "%s=%s", c->name, c->values[j])};
            put_row(r, "cases", which.part, tally_cases(in, &which));
            put_questions(r, &which, NULL);
        }
    }
}

static void put_ask(struct rows *r, const struct figure_ask *ask)
{
    const struct inspection *in = r->s->in;
    const struct selection which = {ask->where, ask->where_count, ask->part};
    if (ask->where_count == 1 && ask->where[0].kind <= RESTRICT_PHASE)
        put_row(r, "cases", ask->part, tally_cases(in, &which)); /* a base to check by */
    switch (ask->kind) {
    case FIGURE_CASES: put_row(r, "cases", ask->part, tally_cases(in, &which)); break;
    case FIGURE_CHOICE:
    case FIGURE_REASON:
    case FIGURE_QUESTION: put_row(r, ask->name, ask->part, tally_asked(in, ask)); break;
    case FIGURE_SCORE: put_questions(r, &which, ask); break;
    case FIGURE_RETURNED:
    case FIGURE_REPLY: /* questionnaires.csv holds counts already */
    case FIGURE_JUDGEMENT:
    case FIGURE_POINTS:
    case FIGURE_NATIONAL:
    case FIGURE_EARLIER:
    case FIGURE_COUNTED:
    case FIGURE_FIELD:
    case FIGURE_ARG:
    case FIGURE_SAID:
    case FIGURE_WORDING:
    case FIGURE_QUANTITY: break;
    }
}

const struct figure_ask *const *score_details(struct arena *a,
                                              const struct inspection *in, size_t *count)
{
    const struct programme *p = in->programme;
    ARRAY(const char *) marks = {0};
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        bool several = q->kind == QUESTION_SCORED && q->part_count > 1;
        for (size_t k = 0; several && k < q->part_count; k++)
            *array_push(a, &marks) =
                arena_printf(a, "%s where %s", q->name, p->parts[q->parts[k]].name);
        for (size_t k = 0; k < q->reason_count; k++)
            *array_push(a, &marks) =
                arena_printf(a, "%s" BECAUSE "%s", q->name, q->reasons[k].name);
    }
    const struct figure_ask **all =
        NEW_ARRAY(a, const struct figure_ask *, marks.len + 1);
    for (size_t i = 0; i < marks.len; i++)
        all[i] = figure_parse_text(a, diags_new(a), p, in, marks.at[i], (struct pos){0});
    *count = marks.len;
    return all;
}

static void put_details(struct rows *r)
{
    size_t count;
    const struct figure_ask *const *all = score_details(r->out->a, r->s->in, &count);
    for (size_t i = 0; i < count; i++)
        put_ask(r, all[i]);
}

/* A report that was built from counts has nothing but these. */
static void copy_results(struct rows *r)
{
    const struct inspection *in = r->s->in;
    for (size_t i = 0; i < in->result_count; i++)
        put_row(r, in->results[i].question, in->results[i].part,
                (struct score){in->results[i].sufficient, in->results[i].applicable,
                               SCORE_NONE});
}

void results_write(const struct scores *s, const struct figure_ask *const *asks,
                   size_t count, struct buf *out)
{
    const struct selection all = {.part = ""};
    struct rows r = {s, out, map_new(out->a)};
    buf_str(out, "question,part,sufficient,applicable\n");
    if (s->in->evidence != EVIDENCE_CASES) {
        copy_results(&r);
        return;
    }
    put_row(&r, "cases", "", tally_cases(s->in, &all));
    put_questions(&r, &all, NULL);
    put_own_columns(&r);
    put_details(&r);
    for (size_t i = 0; i < count; i++)
        put_ask(&r, asks[i]);
}
