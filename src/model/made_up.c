/* made_up.c -- data that nobody wrote, to try a programme with.  In: a programme; out: an
 * inspection.yaml in one line a field, and answers.  Knows no template. */
#include "model/made_up.h"

#include "model/field.h"

#include <string.h>

struct making {
    struct arena *a;
    const struct programme *p;
    enum made_up size;
    size_t turn;
    int depth; /* of lists in each other */
    int days;  /* the next date is so many days on */
    struct buf out;
};

static bool is_list(const struct field *f)
{
    return f->kind == FIELD_LIST || f->kind == FIELD_MAP;
}

static bool is_given(const struct making *m, const struct field *f)
{
    return f->required || m->size != MADE_UP_LEAST;
}

/* ---- words ---- */

static void words_put(struct making *m, const char *words)
{
    buf_printf(&m->out, "\"%s\"", words);
}

/* As long as the field allows, and no longer than is asked for. */
static void line_put(struct making *m, const struct field *f)
{
    static const char few[] = "What was found here was good",
                      many[] = "What was found here was good on the whole, though not in "
                               "each of the cases that were read, and what stood in the "
                               "way of it had been known for longer than a year";
    size_t most = f->length > 0 ? (size_t)f->length : sizeof many;
    if ((f->without & 1u << SIGN_SEVERAL) != 0)
        most = strcspn(many, ",");
    const char *words = m->size == MADE_UP_LONG ? many : few;
    words_put(m, arena_printf(m->a, "%.*s", (int)most, words));
}

static void prose_put(struct making *m)
{
    static const char few[] = "What was found here was good.",
                      many[] = "What was found here was good on the whole, and those who "
                               "had done it could say how. ";
    struct buf text = buf_new(m->a);
    for (int i = 0; m->size == MADE_UP_LONG && i < 8; i++)
        buf_printf(&text, "%s%s", many, i == 3 ? "\\n\\n" : "");
    words_put(m, m->size == MADE_UP_LONG ? text.at : few);
}

static const char *of_turn(const char *const *names, size_t count, size_t turn)
{
    return names[turn % count];
}

/* The values of a column that an area has of its own. */
static const char *const own_values[] = {"One", "Two"};

static const char *value_of(const struct making *m, const char *column, size_t turn)
{
    for (size_t i = 0; i < m->p->characteristic_count; i++) {
        const struct characteristic *c = &m->p->characteristics[i];
        if (strcmp(c->name, column) == 0)
            return c->categories[turn % c->category_count].name;
    }
    return of_turn(own_values, LEN(own_values), turn);
}

static void word_put(struct making *m, const struct field *f, size_t turn)
{
    size_t count = 0;
    const char *const *names = field_key_names(m->a, m->p, f->keys, &count);
    const char *word = "someone@example.org";
    if (f->column != NULL)
        word = value_of(m, f->column, turn);
    else if (count > 0)
        word = of_turn(names, count, turn);
    words_put(m, word);
}

static void date_put(struct making *m, bool month)
{
    int day = m->days++;
    buf_printf(&m->out, month ? "2013-%02d" : "2013-%02d-%02d", 1 + day / 28 % 12,
               1 + day % 28);
}

/* ---- values ---- */

static void value_put(struct making *m, const struct field *f, size_t turn);

static bool needs_something(const struct field *record)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].required)
            return true;
    return false;
}

/* One of which nothing is needed has at least its first: findings are one or the other.
 */
static void record_put(struct making *m, const struct field *f, size_t turn)
{
    const char *before = "";
    buf_str(&m->out, "{");
    for (size_t i = 0; i < f->field_count; i++) {
        if (!is_given(m, &f->fields[i]) && (i > 0 || needs_something(f)))
            continue;
        buf_printf(&m->out, "%s\"%s\": ", before, f->fields[i].name);
        value_put(m, &f->fields[i], turn);
        before = ", ";
    }
    buf_str(&m->out, "}");
}

/* How many items let each choice in one of them come once. */
static size_t choices_in(const struct making *m, const struct field *f)
{
    size_t most = f->kind == FIELD_CHOICE ? f->choice_count : 0, keys = 0;
    if (f->column != NULL)
        return LEN(own_values);
    if (f->kind == FIELD_WORD && keys_are_ids(f->keys))
        field_key_names(m->a, m->p, f->keys, &keys);
    most = keys > most ? keys : most;
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        size_t inside = choices_in(m, &f->fields[i]);
        most = inside > most ? inside : most;
    }
    return most;
}

/* It speaks of a value of a column, and another item of another. */
static bool has_column(const struct field *record)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].column != NULL)
            return true;
    return false;
}

static size_t items_in(const struct making *m, const struct field *f)
{
    size_t choices = choices_in(m, f->of),
           several = m->size == MADE_UP_LONG && m->depth < 2 ? 4 : 2;
    if (m->size == MADE_UP_LEAST)
        return 1;
    bool each = f->of->kind == FIELD_RECORD && has_column(f->of);
    return choices > several || each ? choices : several;
}

static void list_put(struct making *m, const struct field *f, size_t turn)
{
    m->depth++;
    size_t count = items_in(m, f);
    for (size_t i = 0; i < count; i++) {
        buf_str(&m->out, i > 0 ? ", " : "[");
        value_put(m, f->of, turn + i);
    }
    buf_str(&m->out, "]");
    m->depth--;
}

static void map_put_all(struct making *m, const struct field *f, size_t turn)
{
    size_t count = 0;
    const char *const *keys = field_key_names(m->a, m->p, f->keys, &count);
    for (size_t i = 0; i < count; i++) {
        buf_printf(&m->out, "%s\"%s\": ", i > 0 ? ", " : "{", keys[i]);
        value_put(m, f->of, turn + i);
    }
    if (count == 0)
        buf_str(&m->out, "{");
    buf_str(&m->out, "}");
}

static void value_put(struct making *m, const struct field *f, size_t turn)
{
    switch (f->kind) {
    case FIELD_WORD: word_put(m, f, turn); break;
    case FIELD_TEXT:
    case FIELD_LINE: line_put(m, f); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: prose_put(m); break;
    case FIELD_AREA:
        buf_str(&m->out, "{en: Eastmere, cy: {name: Dwyrllyn, in: yn Nwyrllyn, of: "
                         "Dwyrllyn, to: i Ddwyrllyn, and: a Dwyrllyn}}");
        break;
    case FIELD_CHOICE: words_put(m, of_turn(f->choices, f->choice_count, turn)); break;
    case FIELD_NUMBER: buf_str(&m->out, "3"); break;
    case FIELD_DATE: date_put(m, false); break;
    case FIELD_MONTH: date_put(m, true); break;
    case FIELD_ISBN:
        buf_str(&m->out, "{en: 978-1-84099-990-7, cy: 978-1-84099-991-4}");
        break;
    case FIELD_IMAGE: words_put(m, MADE_UP_PICTURE); break;
    case FIELD_LIST: list_put(m, f, turn); break;
    case FIELD_MAP: map_put_all(m, f, turn); break;
    case FIELD_RECORD: record_put(m, f, turn); break;
    }
}

/* ---- the file ---- */

/* Columns of the area's own that fields speak of, each once. */
static void columns_of(struct making *m, const struct field *f, struct buf *names)
{
    const char *name = f->column;
    bool ours = name != NULL && strcmp(value_of(m, name, 0), own_values[0]) == 0;
    if (ours && strstr(names->at, arena_printf(m->a, "\"%s\"", name)) == NULL)
        buf_printf(names, "%s\"%s\": [%s, %s]", names->len > 0 ? ", " : "", name,
                   own_values[0], own_values[1]);
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++)
        columns_of(m, &f->fields[i], names);
    if (is_list(f))
        columns_of(m, f->of, names);
}

/* Judgements are stated of everything: of what is not scored, too. */
static void judgements_put(struct making *m)
{
    const struct programme *p = m->p;
    for (enum level l = 0; p->band_count > 0 && l < LEVEL_COUNT; l++) {
        buf_printf(&m->out, "%s%s: {", l == 0 ? "judgements: {" : "}, ",
                   level_names[l].key);
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            buf_printf(&m->out, "%s\"%s\": {is: \"%s\"}", i > 0 ? ", " : "",
                       p->aspects[l][i].id, p->bands[m->turn % p->band_count].id);
    }
    if (p->band_count > 0)
        buf_str(&m->out, "}}\n");
}

const struct file *made_up_file(struct arena *a, const struct programme *p,
                                enum made_up size, size_t turn)
{
    struct making m = {.a = a, .p = p, .size = size, .turn = turn, .out = buf_new(a)};
    struct buf columns = buf_new(a);
    buf_printf(&m.out, "programme: %s\n", p->name);
    judgements_put(&m);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        columns_of(&m, &p->fields[i], &columns);
    if (columns.len > 0)
        buf_printf(&m.out, "columns: {%s}\n", columns.at);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        if (!is_given(&m, &p->fields[i]))
            continue;
        buf_printf(&m.out, "\"%s\": ", p->fields[i].name);
        value_put(&m, &p->fields[i], turn);
        buf_str(&m.out, "\n");
    }
    struct file *f = NEW(a, struct file);
    *f = (struct file){.path = "made-up data", .text = m.out.at, .len = m.out.len};
    return f;
}

static size_t most_choices(const struct field *f)
{
    size_t most = f->kind == FIELD_CHOICE ? f->choice_count : 0;
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        size_t inside = most_choices(&f->fields[i]);
        most = inside > most ? inside : most;
    }
    return most;
}

size_t made_up_turns(const struct programme *p)
{
    size_t most = p->band_count > 1 ? p->band_count : 1;
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        size_t choices = most_choices(&p->fields[i]);
        most = choices > most ? choices : most;
    }
    return most;
}

/* ---- counts ---- */

enum { CASES = 100 };

/* A share that is judged so, or may be: the middle of its limits, or of the room between
 * those of its neighbours. */
static int share_of(const struct programme *p, size_t band)
{
    int from = 0, to = 100;
    if (p->band_count == 0)
        return 70;
    if (p->bands[band].confirmed)
        return (p->bands[band].from + p->bands[band].to) / 2;
    for (size_t i = 0; i < p->band_count; i++) {
        const struct band *b = &p->bands[i];
        if (b->confirmed && i < band && b->from - 1 < to)
            to = b->from - 1;
        if (b->confirmed && i > band && b->to + 1 > from)
            from = b->to + 1;
    }
    return (from + to) / 2;
}

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

/* All answers to the question at one of its times; each "no" has one of the reasons. */
static void make_answers(struct inspection *in, unsigned *answers,
                         const struct question *q, size_t time, size_t share)
{
    int part = q->part_count > 0 ? q->parts[time] : -1;
    size_t width = in->programme->answer_count, times = question_times(q);
    for (size_t i = 0, before = 0; i < CASES; i++) {
        unsigned *at = &answers[i * width + q->column + time];
        if (!is_asked(in, part, i))
            continue;
        *at = answer_of(q, before, share);
        if (q->reason_count > 0 && *at == ANSWER_NO)
            at[times] = 1u << before % q->reason_count;
        before++;
    }
}

static void make_cases(struct arena *a, struct inspection *in, size_t share)
{
    const struct programme *p = in->programme;
    int *values = NEW_ARRAY(a, int, CASES * in->column_count + 1);
    unsigned *answers = NEW_ARRAY(a, unsigned, CASES * p->answer_count + 1);
    in->cases = (struct cases){CASES, answers, values, NULL};
    for (size_t i = 0; i < CASES * in->column_count; i++) {
        size_t column = i % in->column_count, count = values_of(&in->columns[column]);
        values[i] = (int)(i / in->column_count / (column + 1) % count);
    }
    for (size_t q = 0; q < p->question_count; q++)
        for (size_t k = 0; k < question_times(&p->questions[q]); k++)
            make_answers(in, answers, &p->questions[q], k, share);
}

static const int *const *make_replies(struct arena *a, const struct programme *p)
{
    const int **all = NEW_ARRAY(a, const int *, p->questionnaire_count + 1);
    for (size_t i = 0; i < p->questionnaire_count; i++) {
        const struct questionnaire *q = &p->questionnaires[i];
        size_t count = 0;
        for (size_t k = 0; k < q->question_count; k++)
            count += q->questions[k].choice_count;
        int *counts = NEW_ARRAY(a, int, count + 1);
        for (size_t k = 0; k < count; k++)
            counts[k] = 5 + (int)(k % 3);
        all[i] = counts;
    }
    return all;
}

void made_up_counts(struct arena *a, struct inspection *in, size_t turn)
{
    const struct programme *p = in->programme;
    size_t band = p->band_count > 0 ? turn % p->band_count : 0;
    in->evidence = p->question_count > 0 ? EVIDENCE_CASES : EVIDENCE_NONE;
    make_cases(a, in, (size_t)share_of(p, band));
    in->replies = make_replies(a, p);
}
