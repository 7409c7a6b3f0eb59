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
    size_t index; /* of the inspection's column or of the question */
};

struct sheet {
    struct reader *r;
    struct inspection *in;
    const struct table *table;
    struct meaning *meanings; /* one per column of the table */
    struct map *by_name;      /* of those */
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

/* What a header may say: names, and the codes of the inspectors' tool. */
static void name_columns(struct sheet *s)
{
    const struct programme *p = s->in->programme;
    s->by_name = map_new(s->r->a);
    add_name(s, "case", HOLDS_CASE, 0);
    for (size_t i = 0; i < s->in->column_count; i++)
        add_name(s, s->in->columns[i].name, HOLDS_VALUE, i);
    for (size_t i = 0; i < p->question_count; i++)
        add_name(s, p->questions[i].name, HOLDS_ANSWER, i);
    for (size_t i = 0; i < p->question_count; i++)
        add_name(s, p->questions[i].code, HOLDS_ANSWER, i);
}

static void say_column_unknown(struct sheet *s, const struct cell *head)
{
    const struct programme *p = s->in->programme;
    ARRAY(const char *) names = {0};
    *array_push(s->r->a, &names) = "case";
    for (size_t i = 0; i < s->in->column_count; i++)
        *array_push(s->r->a, &names) = s->in->columns[i].name;
    for (size_t i = 0; i < p->question_count; i++)
        *array_push(s->r->a, &names) = p->questions[i].name;
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
    for (size_t i = 0; i < p->question_count; i++)
        if (!f->answers[i])
            say_column_missing(s, p->questions[i].name, p->questions[i].code);
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

static unsigned say_answer(struct sheet *s, const struct question *q,
                           const struct cell *c, const char *use)
{
    diag(s->r->d, DIAG_ANSWER_UNKNOWN, c->pos, "\"%s\" for %s; use %s", c->text, q->name,
         use);
    return 0;
}

static unsigned read_scored(struct sheet *s, const struct question *q,
                            const struct cell *c)
{
    if (strcmp(c->text, "yes") == 0)
        return ANSWER_YES;
    if (strcmp(c->text, "no") == 0)
        return ANSWER_NO;
    if (strcmp(c->text, "na") == 0)
        return ANSWER_NA;
    return say_answer(s, q, c, "yes, no or na");
}

/* The choice of `len` letters, or -1. */
static int choice_of(const struct question *q, const char *text, size_t len)
{
    for (size_t i = 0; i < q->choice_count; i++)
        if (strlen(q->choices[i].name) == len &&
            strncmp(q->choices[i].name, text, len) == 0)
            return (int)i;
    return -1;
}

static void say_choice(struct sheet *s, const struct question *q, const struct cell *c,
                       const char *typed)
{
    size_t count = enough_said(s->r) ? 0 : q->choice_count;
    const char *const *names = category_names(s->r->a, q->choices, count);
    diag(s->r->d, DIAG_ANSWER_UNKNOWN, c->pos, "\"%s\" for %s%s", typed, q->name,
         name_hint(s->r->a, typed, names, count));
}

static unsigned read_choice(struct sheet *s, const struct question *q,
                            const struct cell *c)
{
    int choice = choice_of(q, c->text, strlen(c->text));
    if (choice < 0)
        say_choice(s, q, c, c->text);
    return (unsigned)(choice + 1);
}

static unsigned read_several(struct sheet *s, const struct question *q,
                             const struct cell *c)
{
    unsigned bits = 0;
    for (const char *at = c->text + strspn(c->text, " "); *at != '\0';) {
        size_t len = strcspn(at, " ");
        int choice = choice_of(q, at, len);
        if (choice < 0)
            say_choice(s, q, c, arena_strndup(s->r->a, at, len));
        else
            bits |= 1u << choice;
        at += len + strspn(at + len, " ");
    }
    return bits;
}

static unsigned read_count(struct sheet *s, const struct question *q,
                           const struct cell *c)
{
    long number;
    if (parse_number(c->text, &number))
        return (unsigned)number + 1;
    return say_answer(s, q, c, "a whole number, or leave it empty");
}

static unsigned read_answer(struct sheet *s, const struct question *q,
                            const struct cell *c)
{
    static unsigned (*const readers[])(struct sheet *, const struct question *,
                                       const struct cell *) = {
        [QUESTION_SCORED] = read_scored,
        [QUESTION_CHOICE] = read_choice,
        [QUESTION_SEVERAL] = read_several,
        [QUESTION_COUNT] = read_count,
    };
    bool scored = q->kind == QUESTION_SCORED;
    if (c->text[0] == '\0' && scored && q->part < 0)
        return say_answer(s, q, c, "yes, no or na, not an empty cell");
    if (c->text[0] == '\0' || (!scored && strcmp(c->text, "na") == 0))
        return ANSWER_EMPTY;
    return readers[q->kind](s, q, c);
}

static void read_row(struct sheet *s, size_t row, struct map *seen)
{
    const struct programme *p = s->in->programme;
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
            s->answers[row * p->question_count + index] =
                read_answer(s, &p->questions[index], c);
            break;
        }
    }
}

/* ---- questions of a part ---- */

static bool in_part(const struct sheet *s, size_t row, const struct condition *where)
{
    int value = s->values[row * s->in->column_count + (size_t)where->column];
    return value >= 0 && (value == where->value) == (where->op == CONDITION_IS);
}

static void check_part(struct sheet *s, size_t row, size_t column,
                       const struct question *q)
{
    const struct part *part = &s->in->programme->parts[q->part];
    const struct cell *c = table_cell(s->table, row, column);
    bool inside = in_part(s, row, &part->where), empty = c->text[0] == '\0';
    if (!inside && !empty && strcmp(c->text, "na") != 0)
        diag(s->r->d, DIAG_ANSWER_PART, c->pos,
             "\"%s\" for %s, which is asked only of %s; leave it empty, or look at the "
             "case's own columns",
             c->text, q->name, part->name);
    if (inside && empty && q->kind == QUESTION_SCORED)
        say_answer(s, q, c, "yes, no or na, not an empty cell");
}

/* The columns of a case may stand anywhere, so parts wait until the row was read. */
static void check_parts(struct sheet *s, size_t row)
{
    for (size_t i = 0; i < s->table->columns; i++) {
        if (s->meanings[i].holds != HOLDS_ANSWER)
            continue;
        const struct question *q = &s->in->programme->questions[s->meanings[i].index];
        if (q->part >= 0)
            check_part(s, row, i, q);
    }
}

/* ---- all ---- */

static void read_rows(struct sheet *s)
{
    size_t rows = s->table->rows;
    s->answers =
        NEW_ARRAY(s->r->a, unsigned, rows * s->in->programme->question_count + 1);
    s->values = NEW_ARRAY(s->r->a, int, rows * s->in->column_count + 1);
    for (size_t i = 0; i < rows * s->in->column_count; i++)
        s->values[i] = -1;
    struct map *seen = map_new(s->r->a);
    for (size_t row = 0; row < rows; row++) {
        read_row(s, row, seen);
        check_parts(s, row);
    }
    s->in->cases = (struct cases){rows, s->answers, s->values};
}

static void read_sheet(struct sheet *s)
{
    struct found f = {false, NEW_ARRAY(s->r->a, bool, s->in->column_count + 1),
                      NEW_ARRAY(s->r->a, bool, s->in->programme->question_count + 1)};
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
    name_columns(&s);
    s.table = table_load(r, path, NULL, "cases", &heads);
    if (s.table != NULL)
        read_sheet(&s);
}
