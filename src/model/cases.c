/* cases.c -- answers.csv: a row per case.  Comes in: the table; goes out: every answer as
 * a number.  Rows are about children: a message quotes the cell it is about and no other.
 * Does not know how anything is scored. */
#include "model/condition.h"
#include "model/evidence.h"
#include "model/table.h"

#include <string.h>

/* What a column of the table holds. */
enum holds { HOLDS_NOTHING, HOLDS_CASE, HOLDS_VALUE, HOLDS_ANSWER };
struct meaning {
    enum holds holds;
    size_t index; /* of the inspection's column or in a row of answers */
};

/* Whose answer it is: of a question, one of the times it is asked, and why it was no. */
struct asking {
    const struct question *q;
    size_t time;
    bool reason;
    const char *name; /* "plan-done custody because" */
};

struct sheet {
    struct reader *r;
    struct inspection *in;
    const struct table *table;
    struct meaning *meanings; /* one per column of the table */
    struct map *by_name;      /* of those */
    struct asking *askings;   /* one per column of a row of answers */
    unsigned *answers;
    int *values;
};

/* ---- the inspection's columns ---- */

static const char *const *item_words(struct arena *a, const struct value *list)
{
    const char **words = NEW_ARRAY(a, const char *, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        words[i] = list->items[i].word != NULL ? list->items[i].word : "";
    return words;
}

/* A column of this area's own must not look like one of the programme. */
static bool column_is_free(struct reader *r, const struct programme *p,
                           const struct value *v, struct pos pos)
{
    bool taken = strcmp(v->name, "case") == 0 || programme_question(p, v->name) >= 0;
    for (size_t i = 0; i < p->characteristic_count; i++)
        taken |= strcmp(p->characteristics[i].name, v->name) == 0;
    if (taken)
        diag(r->d, DIAG_NAME_TWICE, pos, "\"%s\"; the programme has this column already",
             v->name);
    return !taken;
}

static void check_values_once(struct reader *r, const struct value *list)
{
    struct map *seen = map_new(r->a);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].word != NULL)
            name_once(r, seen, list->items[i].word, list->items[i].node->pos);
}

void columns_read(struct reader *r, struct inspection *in)
{
    struct column_list given = programme_columns(r->a, in->programme);
    const struct value *own = NULL;
    for (size_t i = 0; i < in->root->count; i++)
        if (strcmp(in->root->items[i].name, "columns") == 0)
            own = &in->root->items[i];
    size_t more = own == NULL ? 0 : own->count;
    struct column *all = NEW_ARRAY(r->a, struct column, given.count + more + 1);
    memcpy(all, given.at, given.count * sizeof *all);
    size_t count = given.count;
    for (size_t i = 0; i < more; i++) {
        const struct value *v = &own->items[i];
        check_values_once(r, v);
        if (column_is_free(r, in->programme, v, node_key(own->node, v->name)->pos))
            all[count++] = (struct column){v->name, NULL, item_words(r->a, v), v->count};
    }
    in->columns = all;
    in->column_count = count;
}

/* ---- the header ---- */

static void add_name(struct sheet *s, const char *name, enum holds holds, size_t index)
{
    if (name == NULL || map_get(s->by_name, name) != NULL)
        return;
    struct meaning *m = NEW(s->r->a, struct meaning);
    *m = (struct meaning){holds, index};
    map_put(s->by_name, name, m);
}

/* By the question's name or its code; NULL when it has none. */
static const char *answer_name(const struct sheet *s, const struct asking *p,
                               const char *name)
{
    const struct part *parts = s->in->programme->parts;
    bool phases = p->q->part_count > 1;
    if (name == NULL || (!phases && !p->reason))
        return name;
    return arena_printf(s->r->a, "%s%s%s%s", name, phases ? " " : "",
                        phases ? parts[p->q->parts[p->time]].name : "",
                        p->reason ? " because" : "");
}

static void name_answers(struct sheet *s)
{
    const struct programme *p = s->in->programme;
    s->askings = NEW_ARRAY(s->r->a, struct asking, p->answer_count + 1);
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        size_t times = question_times(q);
        for (size_t k = 0; k < times * (q->reason_count > 0 ? 2 : 1); k++) {
            struct asking *place = &s->askings[q->column + k];
            *place = (struct asking){.q = q, .time = k % times, .reason = k >= times};
            place->name = answer_name(s, place, q->name);
        }
    }
}

/* What a header may say: names, and the codes of the inspectors' tool. */
static void name_columns(struct sheet *s)
{
    size_t count = s->in->programme->answer_count;
    s->by_name = map_new(s->r->a);
    add_name(s, "case", HOLDS_CASE, 0);
    for (size_t i = 0; i < s->in->column_count; i++)
        add_name(s, s->in->columns[i].name, HOLDS_VALUE, i);
    for (size_t i = 0; i < count; i++)
        add_name(s, s->askings[i].name, HOLDS_ANSWER, i);
    for (size_t i = 0; i < count; i++)
        add_name(s, answer_name(s, &s->askings[i], s->askings[i].q->code), HOLDS_ANSWER,
                 i);
}

static void say_column_unknown(struct sheet *s, const struct cell *head)
{
    const struct programme *p = s->in->programme;
    ARRAY(const char *) names = {0};
    *array_push(s->r->a, &names) = "case";
    for (size_t i = 0; i < s->in->column_count; i++)
        *array_push(s->r->a, &names) = s->in->columns[i].name;
    for (size_t i = 0; i < p->answer_count; i++)
        *array_push(s->r->a, &names) = s->askings[i].name;
    diag(s->r->d, DIAG_CSV_COLUMN_UNKNOWN, head->pos, "\"%s\"%s", head->text,
         name_hint_or(s->r->a, head->text, names.at, names.len,
                      "; a column of this area's own is declared under \"columns:\""));
}

/* Marks which of the wanted columns were found. */
struct found {
    bool the_case, *values, *answers;
};

static bool *found_place(struct found *f, const struct meaning *m)
{
    switch (m->holds) {
    case HOLDS_CASE: return &f->the_case;
    case HOLDS_VALUE: return &f->values[m->index];
    case HOLDS_ANSWER: return &f->answers[m->index];
    case HOLDS_NOTHING: break;
    }
    bug("a column that holds nothing");
}

static void read_head(struct sheet *s, struct found *f)
{
    s->meanings = NEW_ARRAY(s->r->a, struct meaning, s->table->columns);
    for (size_t i = 0; i < s->table->columns; i++) {
        const struct cell *head = &s->table->head[i];
        const struct meaning *m = map_get(s->by_name, head->text);
        if (m == NULL) {
            if (head->text[0] != '\0') /* else said: it has no name */
                say_column_unknown(s, head);
            continue;
        }
        bool *there = found_place(f, m);
        if (*there)
            diag(s->r->d, DIAG_CSV_COLUMN_TWICE, head->pos, "\"%s\"", head->text);
        else
            s->meanings[i] = *m;
        *there = true;
    }
}

static void say_column_missing(struct sheet *s, const char *name, const char *code)
{
    struct pos pos = s->table->head[0].pos;
    if (code == NULL)
        diag(s->r->d, DIAG_CSV_COLUMN_MISSING, pos, "\"%s\"", name);
    else
        diag(s->r->d, DIAG_CSV_COLUMN_MISSING, pos, "\"%s\" (or %s)", name, code);
}

static void check_head(struct sheet *s, const struct found *f)
{
    const struct programme *p = s->in->programme;
    if (!f->the_case)
        say_column_missing(s, "case", NULL);
    for (size_t i = 0; i < s->in->column_count; i++)
        if (!f->values[i])
            say_column_missing(s, s->in->columns[i].name, NULL);
    for (size_t i = 0; i < p->answer_count; i++)
        if (!f->answers[i])
            say_column_missing(s, s->askings[i].name,
                               answer_name(s, &s->askings[i], s->askings[i].q->code));
}

/* ---- the rows ---- */

static void read_case(struct sheet *s, struct map *seen, const struct cell *c)
{
    const struct cell *first;
    if (c->text[0] == '\0')
        diag(s->r->d, DIAG_KEY_MISSING, c->pos,
             "every row has a name of its own for its case");
    else if ((first = map_put(seen, c->text, (void *)(uintptr_t)c)) != NULL)
        diag(s->r->d, DIAG_CSV_ROW_TWICE, c->pos, "case \"%s\" stands in line %d too",
             c->text, pos_place(first->pos).line);
}

static int read_category(struct sheet *s, const struct column *column,
                         const struct cell *c)
{
    if (c->text[0] == '\0')
        return -1;
    int value = column_value(column, c->text);
    if (value < 0)
        diag(s->r->d, DIAG_ANSWER_UNKNOWN, c->pos, "\"%s\" for %s%s", c->text,
             column->name,
             enough_said(s->r)
                 ? ""
                 : name_hint(s->r->a, c->text, column->values, column->value_count));
    return value;
}

static unsigned say_answer(struct sheet *s, const struct asking *p, const struct cell *c,
                           const char *use)
{
    diag(s->r->d, DIAG_ANSWER_UNKNOWN, c->pos, "\"%s\" for %s; use %s", c->text, p->name,
         use);
    return 0;
}

static unsigned read_scored(struct sheet *s, const struct asking *p, const struct cell *c)
{
    if (strcmp(c->text, "yes") == 0)
        return ANSWER_YES;
    if (strcmp(c->text, "no") == 0)
        return ANSWER_NO;
    if (strcmp(c->text, "na") == 0)
        return ANSWER_NA;
    return say_answer(s, p, c, "yes, no or na");
}

/* The choice, or the reason, of `len` letters; -1, and said, when there is none. */
static int read_word_of(struct sheet *s, const struct asking *p, const struct cell *c,
                        const char *text, size_t len)
{
    const struct category *all = p->reason ? p->q->reasons : p->q->choices;
    size_t count = p->reason ? p->q->reason_count : p->q->choice_count;
    for (size_t i = 0; i < count; i++)
        if (strlen(all[i].name) == len && strncmp(all[i].name, text, len) == 0)
            return (int)i;
    count = enough_said(s->r) ? 0 : count;
    const char *typed = arena_strndup(s->r->a, text, len);
    const char *const *names = category_names(s->r->a, all, count);
    diag(s->r->d, DIAG_ANSWER_UNKNOWN, c->pos, "\"%s\" for %s%s", typed, p->name,
         name_hint(s->r->a, typed, names, count));
    return -1;
}

static unsigned read_choice(struct sheet *s, const struct asking *p, const struct cell *c)
{
    return (unsigned)(read_word_of(s, p, c, c->text, strlen(c->text)) + 1);
}

static unsigned read_several(struct sheet *s, const struct asking *p,
                             const struct cell *c)
{
    unsigned bits = 0;
    for (const char *at = c->text + strspn(c->text, " "); *at != '\0';) {
        size_t len = strcspn(at, " ");
        int choice = read_word_of(s, p, c, at, len);
        if (choice >= 0)
            bits |= 1u << choice;
        at += len + strspn(at + len, " ");
    }
    return bits;
}

static unsigned read_count(struct sheet *s, const struct asking *p, const struct cell *c)
{
    long number;
    if (parse_number(c->text, &number))
        return (unsigned)number + 1;
    return say_answer(s, p, c, "a whole number, or leave it empty");
}

static unsigned read_answer(struct sheet *s, const struct asking *p, const struct cell *c)
{
    static unsigned (*const readers[])(struct sheet *, const struct asking *,
                                       const struct cell *) = {
        [QUESTION_SCORED] = read_scored,
        [QUESTION_CHOICE] = read_choice,
        [QUESTION_SEVERAL] = read_several,
        [QUESTION_COUNT] = read_count,
    };
    bool scored = p->q->kind == QUESTION_SCORED && !p->reason;
    if (c->text[0] == '\0' && scored && p->q->part_count == 0)
        return say_answer(s, p, c, "yes, no or na, not an empty cell");
    if (c->text[0] == '\0' || (!scored && strcmp(c->text, "na") == 0))
        return ANSWER_EMPTY;
    return p->reason ? read_several(s, p, c) : readers[p->q->kind](s, p, c);
}

static void read_row(struct sheet *s, size_t row, struct map *seen)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        const struct cell *c = table_cell(s->table, row, i);
        size_t index = s->meanings[i].index;
        switch (s->meanings[i].holds) {
        case HOLDS_NOTHING: break;
        case HOLDS_CASE: read_case(s, seen, c); break;
        case HOLDS_VALUE:
            s->values[row * s->in->column_count + index] =
                read_category(s, &s->in->columns[index], c);
            break;
        case HOLDS_ANSWER:
            s->answers[row * s->in->programme->answer_count + index] =
                read_answer(s, &s->askings[index], c);
            break;
        }
    }
}

/* ---- parts, phases and reasons, once the row was read: its columns may stand anywhere
 */

/* Whether anything was answered of a phase: yes, no, a choice or a number. */
static bool answered_phase(const struct inspection *in, size_t row, int phase)
{
    const struct programme *p = in->programme;
    const unsigned *answers = &in->cases.answers[row * p->answer_count];
    for (size_t i = 0; i < p->question_count; i++)
        for (size_t k = 0; k < p->questions[i].part_count; k++) {
            unsigned answer = answers[p->questions[i].column + k];
            bool na = p->questions[i].kind == QUESTION_SCORED && answer == ANSWER_NA;
            if (p->questions[i].parts[k] == phase && answer != ANSWER_EMPTY && !na)
                return true;
        }
    return false;
}

bool case_in_part(const struct inspection *in, size_t row, const struct part *part)
{
    const struct condition *where = &part->where;
    if (where->column < 0)
        return answered_phase(in, row, (int)(part - in->programme->parts));
    int value = in->cases.values[row * in->column_count + (size_t)where->column];
    return value >= 0 && (value == where->value) == (where->op == CONDITION_IS);
}

static void check_part(struct sheet *s, size_t row, const struct asking *p,
                       const struct cell *c)
{
    const struct part *part = &s->in->programme->parts[p->q->parts[p->time]];
    bool inside = case_in_part(s->in, row, part), empty = c->text[0] == '\0';
    if (!inside && !empty && strcmp(c->text, "na") != 0)
        diag(s->r->d, DIAG_ANSWER_PART, c->pos,
             "\"%s\" for %s, which is asked only of %s; leave it empty, or look at the "
             "case's own columns",
             c->text, p->name, part->name);
    if (inside && empty && p->q->kind == QUESTION_SCORED && part->where.column >= 0)
        say_answer(s, p, c, "yes, no or na, not an empty cell");
    else if (inside && empty && p->q->kind == QUESTION_SCORED)
        say_answer(s, p, c,
                   arena_printf(s->r->a,
                                "yes, no or na: other questions of %s were answered",
                                part->name));
}

/* A reason is given for a "no", and for nothing else. */
static void check_reason(struct sheet *s, size_t row, size_t column, const struct cell *c)
{
    const struct asking *p = &s->askings[column];
    const unsigned *answers = &s->answers[row * s->in->programme->answer_count];
    bool no = answers[p->q->column + p->time] == ANSWER_NO;
    const char *answer = s->askings[p->q->column + p->time].name;
    if (!no && answers[column] != 0)
        diag(s->r->d, DIAG_REASON_WRONG, c->pos,
             "\"%s\", and %s was not answered no; leave it empty, or look at that answer",
             c->text, answer);
    else if (no && p->q->needs_reason && c->text[0] == '\0')
        diag(s->r->d, DIAG_REASON_MISSING, c->pos, "%s was answered no; say why", answer);
}

static void check_row(struct sheet *s, size_t row)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        size_t column = s->meanings[i].index;
        if (s->meanings[i].holds != HOLDS_ANSWER)
            continue;
        if (s->askings[column].reason)
            check_reason(s, row, column, table_cell(s->table, row, i));
        else if (s->askings[column].q->part_count > 0)
            check_part(s, row, &s->askings[column], table_cell(s->table, row, i));
    }
}

/* ---- all ---- */

static void read_rows(struct sheet *s)
{
    size_t rows = s->table->rows;
    s->answers = NEW_ARRAY(s->r->a, unsigned, rows * s->in->programme->answer_count + 1);
    s->values = NEW_ARRAY(s->r->a, int, rows * s->in->column_count + 1);
    for (size_t i = 0; i < rows * s->in->column_count; i++)
        s->values[i] = -1;
    s->in->cases = (struct cases){rows, s->answers, s->values};
    struct map *seen = map_new(s->r->a);
    for (size_t row = 0; row < rows; row++) {
        read_row(s, row, seen);
        check_row(s, row);
    }
}

static void read_sheet(struct sheet *s)
{
    struct found f = {false, NEW_ARRAY(s->r->a, bool, s->in->column_count + 1),
                      NEW_ARRAY(s->r->a, bool, s->in->programme->answer_count + 1)};
    read_head(s, &f);
    check_head(s, &f);
    if (s->table->rows == 0)
        diag(s->r->d, DIAG_CSV_EMPTY, s->table->head[0].pos, "a header and no case");
    read_rows(s);
}

static bool knows_head(const void *data, const char *head)
{
    const struct sheet *s = data;
    return map_get(s->by_name, head) != NULL;
}

void cases_read(struct reader *r, struct inspection *in, const char *path)
{
    struct sheet s = {.r = r, .in = in};
    const struct heads heads = {knows_head, &s};
    name_answers(&s);
    name_columns(&s);
    s.table = table_load(r, path, NULL, "cases", &heads);
    if (s.table != NULL)
        read_sheet(&s);
}
