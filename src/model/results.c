/* results.c -- results.csv and questionnaires.csv: counts where no rows per case may be
 * kept.  Comes in: the tables; goes out: counts by question and part.  Does not know
 * which of them a report will ask for, except that every scored question needs one. */
#include "model/condition.h"
#include "model/evidence.h"
#include "model/figure.h"
#include "model/table.h"

#include <string.h>

/* ---- results.csv: question,part,sufficient,applicable ---- */

enum { QUESTION, PART, SUFFICIENT, APPLICABLE, RESULT_COLUMNS };

struct results {
    struct reader *r;
    struct inspection *in;
    const struct table *table;
    int columns[RESULT_COLUMNS];
    ARRAY(struct result) all;
    struct map *by_question;
};

static const struct cell *result_cell(const struct results *s, size_t row, int column)
{
    return table_cell(s->table, row, (size_t)s->columns[column]);
}

/* The name of a question that was written by its code, with what stands behind it. */
static const char *speaking_name(const struct results *s, const char *typed)
{
    const struct programme *p = s->in->programme;
    size_t len = strcspn(typed, " ");
    for (size_t i = 0; i < p->question_count; i++) {
        const char *code = p->questions[i].code;
        if (code != NULL && strlen(code) == len && strncmp(code, typed, len) == 0)
            return arena_printf(s->r->a, "%s%s", p->questions[i].name, typed + len);
    }
    return typed;
}

/* Question and part as the mark that asks for them, which says what is wrong. */
static const struct figure_ask *result_ask(struct results *s, size_t row)
{
    const struct reader *r = s->r;
    const struct programme *p = s->in->programme;
    const struct cell *question = result_cell(s, row, QUESTION);
    const struct cell *part = result_cell(s, row, PART);
    const char *name = speaking_name(s, question->text);
    const struct figure_ask *ask =
        figure_parse_text(r->a, r->d, p, s->in, name, question->pos);
    if (ask == NULL)
        return NULL;
    bool counted = ask->kind == FIGURE_CASES || ask->kind == FIGURE_QUESTION ||
                   ask->kind == FIGURE_CHOICE || ask->kind == FIGURE_REASON;
    if (!counted) {
        diag(r->d, DIAG_MARK_UNKNOWN, question->pos,
             "\"%s\"; a row counts a question, its choice or reason, or cases",
             question->text);
        return NULL;
    }
    if (part->text[0] == '\0')
        return ask;
    name = arena_printf(r->a, "%s where %s", name, part->text);
    return figure_parse_text(r->a, r->d, p, s->in, name, part->pos);
}

static void keep_result(struct results *s, struct result one)
{
    struct map *parts = map_get(s->by_question, one.question);
    if (parts == NULL) {
        parts = map_new(s->r->a);
        map_put(s->by_question, one.question, parts);
    }
    struct result *copy = NEW(s->r->a, struct result);
    *copy = one;
    if (map_put(parts, one.part, copy) != NULL)
        diag(s->r->d, DIAG_CSV_ROW_TWICE, one.pos, "%s, part \"%s\"", one.question,
             one.part);
    *array_push(s->r->a, &s->all) = one;
}

static void read_result(struct results *s, size_t row)
{
    const struct figure_ask *ask = result_ask(s, row);
    const struct cell *sufficient = result_cell(s, row, SUFFICIENT);
    const struct cell *applicable = result_cell(s, row, APPLICABLE);
    struct result one = {.pos = result_cell(s, row, QUESTION)->pos,
                         .sufficient_at = sufficient->pos,
                         .applicable_at = applicable->pos,
                         .ask = ask};
    bool numbers = cell_number(s->r, sufficient, &one.sufficient);
    numbers &= cell_number(s->r, applicable, &one.applicable);
    if (ask == NULL || !numbers)
        return;
    if (one.sufficient > one.applicable && !figure_is_sum(s->in->programme, ask))
        diag(s->r->d, DIAG_RESULT_WRONG, sufficient->pos,
             "%ld of %ld; at most all that applied can be sufficient", one.sufficient,
             one.applicable);
    one.question = ask->name;
    one.part = ask->part;
    keep_result(s, one);
}

/* Every scored question needs its row for all cases, or no score would be right. */
static void check_complete(struct results *s)
{
    const struct programme *p = s->in->programme;
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].kind == QUESTION_SCORED &&
            inspection_result(s->in, p->questions[i].name, "") == NULL)
            diag(s->r->d, DIAG_MARK_KEPT, s->table->head[0].pos,
                 "%s; add the row %s,,SUFFICIENT,APPLICABLE", p->questions[i].name,
                 p->questions[i].name);
}

void results_read(struct reader *r, struct inspection *in, const char *path)
{
    static const char *const names[RESULT_COLUMNS] = {"question", "part", "sufficient",
                                                      "applicable"};
    struct results s = {.r = r, .in = in, .by_question = map_new(r->a)};
    s.table = table_load_columns(r, path, names, RESULT_COLUMNS, 0, s.columns);
    if (s.table == NULL)
        return;
    for (size_t row = 0; row < s.table->rows; row++)
        read_result(&s, row);
    in->results = s.all.at;
    in->result_count = s.all.len;
    in->result_of = s.by_question;
    check_complete(&s);
    results_check(r, in);
}

/* ---- questionnaires.csv: question,answer,count; QUESTIONNAIRE,returned,count ---- */

enum { ASKED, ANSWER, COUNT, REPLY_COLUMNS };

static const char *const *reply_names(struct arena *a, const struct programme *p,
                                      size_t *count)
{
    ARRAY(const char *) names = {0};
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t j = 0; j < p->questionnaires[i].question_count; j++)
            *array_push(a, &names) = p->questionnaires[i].questions[j].name;
    *count = names.len;
    return names.at;
}

/* Where a questionnaire's counts of one question begin. */
static size_t reply_start(const struct questionnaire *q, size_t question)
{
    size_t at = 0;
    for (size_t i = 0; i < question; i++)
        at += q->questions[i].choice_count;
    return at;
}

struct replies {
    struct reader *r;
    const struct programme *p;
    int **counts, *returned;
    struct pos *returned_at;
    const char *const *names;
    size_t name_count;
};

static void put_reply(struct replies *s, const struct question *q, int *counts,
                      const struct cell *answer, const struct cell *count)
{
    const char *const *names = category_names(s->r->a, q->choices, q->choice_count);
    int which = choose(s->r, DIAG_ANSWER_UNKNOWN, answer->pos, answer->text, names,
                       q->choice_count);
    long number;
    if (!cell_number(s->r, count, &number) || which < 0)
        return;
    if (counts[which] >= 0)
        diag(s->r->d, DIAG_CSV_ROW_TWICE, answer->pos, "%s=%s", q->name, answer->text);
    counts[which] = (int)number;
}

/* How many of a questionnaire came back: the row QUESTIONNAIRE,returned,COUNT. */
static bool read_returned(struct replies *s, const struct cell *asked,
                          const struct cell *answer, const struct cell *count)
{
    size_t i = 0;
    long number;
    while (i < s->p->questionnaire_count &&
           strcmp(s->p->questionnaires[i].name, asked->text) != 0)
        i++;
    if (i == s->p->questionnaire_count || strcmp(answer->text, "returned") != 0)
        return false;
    if (s->returned[i] >= 0)
        diag(s->r->d, DIAG_CSV_ROW_TWICE, answer->pos, "%s returned", asked->text);
    if (cell_number(s->r, count, &number))
        s->returned[i] = (int)number;
    s->returned_at[i] = count->pos;
    return true;
}

/* Nobody answers a question twice. */
static void check_returned(const struct replies *s, size_t i)
{
    const struct questionnaire *q = &s->p->questionnaires[i];
    const int *count = s->counts[i];
    for (size_t j = 0; j < q->question_count && s->returned[i] >= 0; j++) {
        long sum = 0;
        for (size_t k = 0; k < q->questions[j].choice_count; k++, count++)
            sum += *count > 0 ? *count : 0;
        if (sum > s->returned[i])
            diag(s->r->d, DIAG_RESULT_WRONG, s->returned_at[i],
                 "%d came back of %s, and %ld answered %s", s->returned[i], q->name, sum,
                 q->questions[j].name);
    }
}

static void read_reply(struct replies *s, const struct table *t, size_t row,
                       const int *columns)
{
    const struct cell *asked = table_cell(t, row, (size_t)columns[ASKED]);
    const struct cell *answer = table_cell(t, row, (size_t)columns[ANSWER]);
    const struct cell *count = table_cell(t, row, (size_t)columns[COUNT]);
    if (read_returned(s, asked, answer, count))
        return;
    int at = choose(s->r, DIAG_VALUE_UNKNOWN, asked->pos, asked->text, s->names,
                    s->name_count);
    if (at < 0)
        return;
    size_t i = 0, j = (size_t)at;
    while (j >= s->p->questionnaires[i].question_count)
        j -= s->p->questionnaires[i++].question_count;
    const struct questionnaire *q = &s->p->questionnaires[i];
    put_reply(s, &q->questions[j], s->counts[i] + reply_start(q, j), answer, count);
}

static int **unknown_replies(struct arena *a, const struct programme *p)
{
    int **all = NEW_ARRAY(a, int *, p->questionnaire_count + 1);
    for (size_t i = 0; i < p->questionnaire_count; i++) {
        size_t count =
            reply_start(&p->questionnaires[i], p->questionnaires[i].question_count);
        all[i] = NEW_ARRAY(a, int, count + 1);
        for (size_t j = 0; j < count; j++)
            all[i][j] = -1;
    }
    return all;
}

void replies_read(struct reader *r, struct inspection *in)
{
    static const char *const names[REPLY_COLUMNS] = {"question", "answer", "count"};
    struct replies s = {.r = r, .p = in->programme};
    s.counts = unknown_replies(r->a, in->programme);
    in->replies = (const int *const *)s.counts;
    size_t forms = in->programme->questionnaire_count;
    s.returned = NEW_ARRAY(r->a, int, forms + 1);
    s.returned_at = NEW_ARRAY(r->a, struct pos, forms + 1);
    for (size_t i = 0; i < forms; i++)
        s.returned[i] = -1;
    in->returned = s.returned;
    const char *path = report_table(r, in, "questionnaires");
    int columns[REPLY_COLUMNS];
    const struct table *t =
        path != NULL ? table_load_columns(r, path, names, REPLY_COLUMNS, 0, columns)
                     : NULL;
    if (t == NULL)
        return;
    s.names = reply_names(r->a, in->programme, &s.name_count);
    for (size_t row = 0; row < t->rows; row++)
        read_reply(&s, t, row, columns);
    for (size_t i = 0; i < forms; i++)
        check_returned(&s, i);
}
