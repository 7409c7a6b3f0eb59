/* results_check.c -- whether the counts of results.csv can be true together.  Comes in:
 * its rows and what each asks for; goes out: a word at each cell that cannot be.  Of a
 * part it knows how many cases it has where a row of `cases` says so. */
#include "base/array.h"
#include "model/evidence.h"
#include "model/figure.h"

#include <string.h>

struct checked {
    struct reader *r;
    const struct inspection *in;
    const struct result *sample;        /* the row of all cases; NULL: not known */
    ARRAY(const struct result *) parts; /* of one question, those with one condition */
};

static const struct question *question_of(const struct checked *c,
                                          const struct result *row)
{
    int question = row->ask->question;
    return question < 0 ? NULL : &c->in->programme->questions[question];
}

static bool in_phases(const struct checked *c, const struct result *row)
{
    const struct question *q = question_of(c, row);
    return q != NULL && question_phase(c->in->programme, q, 0) >= 0;
}

/* ---- more than were asked ---- */

static long at_most(const struct checked *c, const char *part, long count)
{
    const struct result *cases = inspection_result(c->in, "cases", part);
    bool fewer = cases != NULL && part[0] != '\0' && cases->sufficient < count;
    return fewer ? cases->sufficient : count;
}

/* Whether the row counts what was asked in a phase; -1: of the case. */
static bool counts_phase(const struct result *row, int phase)
{
    for (size_t i = 0; phase >= 0 && i < row->ask->where_count; i++) {
        const struct restriction *one = &row->ask->where[i];
        if (one->kind == RESTRICT_PHASE && (one->phase == phase) == one->not )
            return false;
    }
    return true;
}

/* A case outside a phase is not what a phase that is another comes from. */
static bool counts_others(const struct result *row)
{
    for (size_t i = 0; i < row->ask->where_count; i++)
        if (row->ask->where[i].kind == RESTRICT_PHASE && row->ask->where[i].not )
            return true;
    return false;
}

/* How often the question can have been asked of the cases of the row's part. */
static long times_asked(const struct checked *c, const struct result *row)
{
    const struct programme *p = c->in->programme;
    const struct question *q = question_of(c, row);
    long times = 0;
    for (size_t k = 0; k < question_times(q); k++) {
        int phase = question_phase(p, q, k);
        if (!counts_phase(row, phase))
            continue;
        long most = c->sample->applicable;
        if (q->part_count > 0)
            most = at_most(c, p->parts[q->parts[k]].name, most);
        times += phase >= 0 && counts_others(row) ? most : at_most(c, row->part, most);
    }
    return times;
}

static void check_times(struct checked *c, const struct result *row)
{
    if (c->sample == NULL || question_of(c, row) == NULL)
        return;
    long times = times_asked(c, row);
    if (row->applicable > times)
        diag(c->r->d, DIAG_RESULT_WRONG, row->applicable_at,
             "%ld, and %s can have been asked %ld times at most, by the rows of cases",
             row->applicable, question_of(c, row)->name, times);
}

static void check_cases(struct checked *c, const struct result *row)
{
    long sample = c->sample != NULL ? c->sample->applicable : row->applicable;
    if (row->applicable != sample)
        diag(
            c->r->d, DIAG_RESULT_WRONG, row->applicable_at,
            "%ld, and the sample has %ld cases; every row of cases is out of all of them",
            row->applicable, sample);
    if (row->part[0] == '\0' && row->sufficient != row->applicable)
        diag(c->r->d, DIAG_RESULT_WRONG, row->sufficient_at,
             "%ld of %ld; without a part these are all cases, and the same number",
             row->sufficient, row->applicable);
}

/* ---- parts and their total ---- */

/* Rows that have no case, or no answer, in common. */
struct family {
    const char *by; /* what they are parts by */
    long sufficient, applicable;
    long cases; /* of which there are so many; -1: not known */
    size_t count;
    bool whole; /* together they are all there is */
};

static void add_member(const struct checked *c, struct family *f,
                       const struct result *row)
{
    const struct result *cases = inspection_result(c->in, "cases", row->part);
    bool sample = row->ask->kind == FIGURE_CASES;
    f->sufficient += row->sufficient;
    f->applicable += sample ? row->sufficient : row->applicable;
    f->cases = f->cases < 0 || cases == NULL ? -1 : f->cases + cases->sufficient;
    f->count++;
}

/* How the counts of `f` are too many beside those of all, or too few. */
static bool is_more(const struct checked *c, const struct family *f,
                    const struct result *all)
{
    bool sum = figure_is_sum(c->in->programme, all->ask);
    return f->sufficient > all->sufficient || f->applicable > all->applicable ||
           (!sum && f->applicable - f->sufficient > all->applicable - all->sufficient);
}

/* Cases in whose cell nothing stands are in no part, if the rows of cases say so. */
static void check_family(struct checked *c, const struct family *f,
                         const struct result *all)
{
    bool less = f->sufficient < all->sufficient || f->applicable < all->applicable;
    bool may = !f->whole || all->ask->kind == FIGURE_CASES ||
               (f->cases >= 0 && c->sample != NULL && f->cases < c->sample->applicable);
    if (f->count > 0 && (is_more(c, f, all) || (less && !may)))
        diag(c->r->d, DIAG_RESULT_WRONG,
             f->sufficient != all->sufficient ? all->sufficient_at : all->applicable_at,
             "%ld of %ld, and its parts by %s come to %ld of %ld", all->sufficient,
             all->applicable, f->by, f->sufficient, f->applicable);
}

/* The row of the question's in one part; the first, if it is there twice. */
static const struct result *find_row(const struct checked *c,
                                     bool (*is_it)(const struct checked *,
                                                   const struct result *,
                                                   const struct condition *),
                                     struct condition where)
{
    for (size_t i = 0; i < c->parts.len; i++)
        if (is_it(c, c->parts.at[i], &where))
            return c->parts.at[i];
    return NULL;
}

static bool is_column(const struct checked *c, const struct result *row,
                      const struct condition *where)
{
    const struct restriction *r = &row->ask->where[0];
    bool column =
        r->kind == RESTRICT_COLUMN || (r->kind == RESTRICT_PHASE && !in_phases(c, row));
    bool is = (r->column.op == CONDITION_IS) != r->not ;
    return column && r->column.column == where->column &&
           r->column.value == where->value && is == (where->op == CONDITION_IS);
}

static bool is_phase(const struct checked *c, const struct result *row,
                     const struct condition *where)
{
    const struct restriction *r = &row->ask->where[0];
    bool is = (where->op == CONDITION_IS) != r->not ;
    return in_phases(c, row) && r->kind == RESTRICT_PHASE && r->phase == where->value &&
           is;
}

/* The rows of a value and of all others. */
static void check_both(struct checked *c, const struct result *all, int column, int value)
{
    struct family f = {.by = c->in->columns[column].name, .whole = true};
    for (enum condition_op op = CONDITION_IS; op <= CONDITION_IS_NOT; op++) {
        const struct result *row =
            find_row(c, is_column, (struct condition){column, value, op});
        if (row == NULL)
            return;
        add_member(c, &f, row);
    }
    check_family(c, &f, all);
}

static void check_column(struct checked *c, const struct result *all, int column)
{
    struct family f = {.by = c->in->columns[column].name, .whole = true};
    for (int i = 0; i < (int)c->in->columns[column].value_count; i++) {
        const struct result *row =
            find_row(c, is_column, (struct condition){column, i, CONDITION_IS});
        f.whole &= row != NULL;
        if (row != NULL)
            add_member(c, &f, row);
        check_both(c, all, column, i);
    }
    check_family(c, &f, all);
}

static void check_phases(struct checked *c, const struct result *all)
{
    struct family f = {.by = "phase", .whole = true, .cases = -1};
    const struct question *q = question_of(c, all);
    for (size_t k = 0; k < q->part_count; k++) {
        const struct result *row =
            find_row(c, is_phase, (struct condition){-1, q->parts[k], CONDITION_IS});
        f.whole &= row != NULL;
        if (row != NULL)
            add_member(c, &f, row);
    }
    check_family(c, &f, all);
}

static void check_parts(struct checked *c, const struct result *all)
{
    c->parts.len = 0;
    for (size_t i = 0; i < c->in->result_count; i++) {
        const struct result *row = &c->in->results[i];
        if (row->ask->where_count == 1 && strcmp(row->question, all->question) == 0)
            *array_push(c->r->a, &c->parts) = row;
    }
    for (size_t i = 0; i < c->in->column_count; i++)
        check_column(c, all, (int)i);
    if (in_phases(c, all))
        check_phases(c, all);
}

/* No part has more than the whole. */
static void check_part(struct checked *c, const struct result *row)
{
    const struct result *all = inspection_result(c->in, row->question, "");
    struct family f = {0};
    add_member(c, &f, row);
    if (all != NULL && is_more(c, &f, all))
        diag(c->r->d, DIAG_RESULT_WRONG, row->sufficient_at,
             "%ld of %ld, and of all cases it is %ld of %ld", row->sufficient,
             f.applicable, all->sufficient, all->applicable);
}

/* ---- choices and reasons ---- */

static void say_base(struct checked *c, const struct result *row, long base,
                     const char *answered)
{
    if (row->applicable != base)
        diag(c->r->d, DIAG_RESULT_WRONG, row->applicable_at,
             "%ld, and %s was %s %ld times", row->applicable, question_of(c, row)->name,
             answered, base);
}

static void check_reason(struct checked *c, const struct result *row)
{
    const struct result *all =
        inspection_result(c->in, question_of(c, row)->name, row->part);
    if (all != NULL)
        say_base(c, row, all->applicable - all->sufficient, "answered no");
}

/* All choices of a question have one base, and of a choice each case has one. */
static void check_choice(struct checked *c, const struct result *row)
{
    const struct question *q = question_of(c, row);
    const struct result *first = NULL;
    long sum = 0;
    bool whole = true;
    for (size_t i = 0; i < q->choice_count; i++) {
        const char *name = arena_printf(c->r->a, "%s=%s", q->name, q->choices[i].name);
        const struct result *other = inspection_result(c->in, name, row->part);
        first = first == NULL ? other : first;
        whole &= other != NULL;
        sum += other != NULL ? other->sufficient : 0;
    }
    if (first == NULL)
        return; /* the question itself: how often it was answered */
    say_base(c, row, first->applicable, "answered");
    if (q->kind == QUESTION_CHOICE && first->pos.at == row->pos.at &&
        (sum > row->applicable || (whole && sum < row->applicable)))
        diag(c->r->d, DIAG_RESULT_WRONG, row->applicable_at,
             "%ld, and the choices of %s come to %ld", row->applicable, q->name, sum);
}

/* ---- all ---- */

static void check_result(struct checked *c, const struct result *row)
{
    if (row->ask->kind == FIGURE_CASES)
        check_cases(c, row);
    else
        check_times(c, row);
    if (row->part[0] == '\0' &&
        (row->ask->kind != FIGURE_CASES || row->sufficient == row->applicable))
        check_parts(c, row);
    if (row->part[0] != '\0' && row->ask->kind != FIGURE_CASES)
        check_part(c, row);
    if (row->ask->kind == FIGURE_REASON)
        check_reason(c, row);
    if (row->ask->kind == FIGURE_CHOICE)
        check_choice(c, row);
}

void results_check(struct reader *r, const struct inspection *in)
{
    struct checked c = {.r = r, .in = in, .sample = inspection_result(in, "cases", "")};
    for (size_t i = 0; i < in->result_count; i++)
        check_result(&c, &in->results[i]);
}
