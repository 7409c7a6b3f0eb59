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
    int depth;               /* of lists in each other */
    int days;                /* the next date is so many days on */
    size_t texts;            /* so many are made: each says something else */
    const struct field *gap; /* left out; or NULL */
    struct buf out;
};

/* The turns of MADE_UP_EDGES. */
enum { EDGE_NOTHING, EDGE_UNJUDGED, EDGE_GOOD, EDGE_GROUP, EDGE_COUNT };

static bool is_list(const struct field *f)
{
    return f->kind == FIELD_LIST || f->kind == FIELD_MAP;
}

static bool is_given(const struct making *m, const struct field *f)
{
    return f != m->gap &&
           (f->required || (m->size != MADE_UP_LEAST && m->size != MADE_UP_STATED &&
                            (m->size != MADE_UP_EDGES || m->turn >= EDGE_GOOD)));
}

/* ---- words ---- */

static void words_put(struct making *m, const char *words)
{
    buf_printf(&m->out, "\"%s\"", words);
}

/* A name that no other text has: "Bam", "Ben" ... */
static const char *next_name(struct making *m)
{
    static const char first[] = "BCDFGHJKLMNPRSTVW", vowels[] = "aeiou",
                      last[] = "mnrlst";
    const size_t n = m->texts++, vowel = n / (sizeof first - 1),
                 end = vowel / (sizeof vowels - 1), more = end / (sizeof last - 1);
    struct buf name = buf_new(m->a);
    buf_printf(&name, "%c%c%c", first[n % (sizeof first - 1)],
               vowels[vowel % (sizeof vowels - 1)], last[end % (sizeof last - 1)]);
    for (size_t k = more; k > 0; k /= sizeof last - 1)
        buf_printf(&name, "o%c", last[k % (sizeof last - 1)]);
    return name.at;
}

/* As long as the field allows, and no longer than is asked for. */
static void line_put(struct making *m, const struct field *f)
{
    static const char few[] = "was good here",
                      many[] = "was good on the whole, though not in each of the cases "
                               "that were read, and what stood in the way of it had been "
                               "known for longer than a year";
    const char *words =
        arena_printf(m->a, "%s %s", next_name(m), m->size == MADE_UP_LONG ? many : few);
    size_t most = f->length > 0 ? (size_t)f->length : strlen(words);
    if ((f->without & 1u << SIGN_SEVERAL) != 0)
        most = strcspn(words, ",");
    words_put(m, arena_printf(m->a, "%.*s", (int)most, words));
}

static void prose_put(struct making *m)
{
    static const char many[] =
        "was good on the whole, and those who had done it could say "
        "how.";
    struct buf text = buf_new(m->a);
    for (int i = 0; m->size == MADE_UP_LONG && i < 8; i++)
        buf_printf(&text, "%s %s%s", next_name(m), many, i == 3 ? "\\n\\n" : " ");
    words_put(m, m->size == MADE_UP_LONG
                     ? text.at
                     : arena_printf(m->a, "%s was good here.", next_name(m)));
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
    if (f->keys == KEYS_CODES)
        turn *= count * 8 / 13 + 1; /* of all parts of the list */
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

enum { CASES = 100, SHARE_NONE = 101 };
enum { SPREAD_TURNS = 10 };
enum { CODES = 16 }; /* so many come to each section, and not all of a hundred */

/* How many items let each choice in one of them come once. */
static size_t choices_in(const struct making *m, const struct field *f)
{
    size_t most = f->kind == FIELD_CHOICE ? f->choice_count : 0, keys = 0;
    if (f->column != NULL)
        return LEN(own_values);
    if (f->kind == FIELD_WORD && f->keys != KEYS_FREE && f->keys <= KEYS_CODES)
        field_key_names(m->a, m->p, f->keys, &keys);
    if (f->keys == KEYS_CODES && keys > CODES)
        keys = CODES;
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
    if (m->size == MADE_UP_LEAST || m->size == MADE_UP_GAPS)
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
    if (m->size == MADE_UP_LEAST && count > 1)
        count--; /* nothing was found in the last */
    for (size_t i = 0; i < count; i++) {
        buf_printf(&m->out, "%s\"%s\": ", i > 0 ? ", " : "{", keys[i]);
        value_put(m, f->of, turn + i);
    }
    if (count == 0)
        buf_str(&m->out, "{");
    buf_str(&m->out, "}");
}

/* Without a name in Welsh there is one edition only. */
static void area_put(struct making *m)
{
    buf_str(&m->out, m->size == MADE_UP_SPREAD
                         ? "Eastmere"
                         : "{en: Eastmere, cy: {name: Dwyrllyn, in: yn Nwyrllyn, of: o "
                           "Ddwyrllyn, to: i Ddwyrllyn, and: a Dwyrllyn}}");
}

static void value_put(struct making *m, const struct field *f, size_t turn)
{
    switch (f->kind) {
    case FIELD_WORD: word_put(m, f, turn); break;
    case FIELD_TEXT:
    case FIELD_LINE: line_put(m, f); break;
    case FIELD_PROSE:
    case FIELD_BLOCK: prose_put(m); break;
    case FIELD_AREA: area_put(m); break;
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

/* The judgement of the one at that place: all alike, each in its turn; or spread over
 * all that there are, some turns over those below the best or not at all. */
static size_t judged_as(const struct making *m, size_t place)
{
    const size_t count = m->p->band_count;
    if (m->size == MADE_UP_SPREAD && m->turn % 4 == 1)
        return m->turn / 2 % count;
    if (m->size == MADE_UP_SPREAD && m->turn == 7)
        return count > 1 ? 1 + place % (count - 1) : 0;
    if (m->size == MADE_UP_SPREAD)
        return (m->turn + place) % count;
    return m->turn % count;
}

/* Judgements are stated of everything: of what is not scored, too. */
static void judgements_put(struct making *m)
{
    const struct programme *p = m->p;
    const bool moved = m->size == MADE_UP_SPREAD || m->size == MADE_UP_EDGES;
    for (enum level l = 0; p->band_count > 0 && l < LEVEL_COUNT; l++) {
        buf_printf(&m->out, "%s%s: {", l == 0 ? "judgements: {" : "}, ",
                   level_names[l].key);
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            buf_printf(&m->out, "%s\"%s\": {is: \"%s\"%s}", i > 0 ? ", " : "",
                       p->aspects[l][i].id, p->bands[judged_as(m, i)].id,
                       moved ? ", reason: Made-up data" : "");
    }
    if (p->band_count > 0)
        buf_str(&m->out, "}}\n");
}

static void national_of(struct making *m, const char *key, const char *const *ids,
                        size_t count)
{
    buf_printf(&m->out, "%s: {", key);
    for (size_t i = 0; i < count; i++)
        buf_printf(&m->out,
                   "%s\"%s\": {lowest: 20, highest: 90, average: 55, areas: 9, source: "
                   "made-up data, date: 2013-01-01}",
                   i > 0 ? ", " : "", ids[i]);
    buf_str(&m->out, "}, ");
}

/* A headline's where there is no register, which would have others. */
static void national_put(struct making *m)
{
    const struct programme *p = m->p;
    size_t count = 0;
    buf_str(&m->out, "national: {");
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        if (l != LEVEL_HEADLINE || p->registered_count == 0)
            national_of(m, level_names[l].key,
                        aspect_ids(m->a, p->aspects[l], p->aspect_count[l]),
                        p->aspect_count[l]);
    const char *const *names = field_key_names(m->a, p, KEYS_QUESTIONS, &count);
    national_of(m, "questions", names, count);
    buf_str(&m->out, "}\n");
}

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

static size_t band_of(const struct programme *p, size_t turn)
{
    return p->band_count > 0 ? turn % p->band_count : 0;
}

/* The optional field that is left out in that turn; NULL: none. */
static const struct field *gap_of(const struct programme *p, size_t turn)
{
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        if (!p->fields[i].required && turn-- == 0)
            return &p->fields[i];
    return NULL;
}

static void scores_put(struct making *m)
{
    const struct programme *p = m->p;
    buf_str(&m->out, "scores: {");
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        buf_printf(&m->out, "%s%s: {", l == 0 ? "" : "}, ", level_names[l].key);
        for (size_t i = 0, before = 0; i < p->aspect_count[l]; i++)
            if (aspect_is_scored(p, l, i))
                buf_printf(&m->out, "%s\"%s\": %d", before++ > 0 ? ", " : "",
                           p->aspects[l][i].id, share_of(p, band_of(p, m->turn)));
    }
    buf_str(&m->out, "}}\n");
}

/* Better than now, worse, some of both, the same, each in its turn. */
static void earlier_put(struct making *m)
{
    const struct programme *p = m->p;
    const int now = share_of(p, band_of(p, m->turn)), by[] = {-9, 9, 0};
    buf_str(&m->out, "earlier: {date: 2008-05-07, source: made-up data");
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        buf_printf(&m->out, ", %s: {", level_names[l].key);
        for (size_t i = 0; i < p->aspect_count[l]; i++) {
            int change = by[m->turn % 4 == 3 ? i % 3 : m->turn % 4];
            int percent = now + change + (change != 0 ? (int)(i % 5) : 0);
            buf_printf(&m->out, "%s\"%s\": %d", i > 0 ? ", " : "", p->aspects[l][i].id,
                       percent < 0     ? 0
                       : percent > 100 ? 100
                                       : percent);
        }
        buf_str(&m->out, "}");
    }
    buf_str(&m->out, "}\n");
}

const struct file *made_up_file(struct arena *a, const struct programme *p,
                                enum made_up size, size_t turn)
{
    struct making m = {.a = a, .p = p, .size = size, .turn = turn, .out = buf_new(a)};
    struct buf columns = buf_new(a);
    buf_printf(&m.out, "programme: %s\n", p->name);
    if (size == MADE_UP_GAPS)
        m.gap = gap_of(p, turn);
    if (size == MADE_UP_STATED)
        scores_put(&m);
    if (size != MADE_UP_EDGES || turn >= EDGE_GOOD)
        judgements_put(&m);
    bool edges = size == MADE_UP_EDGES && turn < EDGE_GOOD;
    if ((size != MADE_UP_SPREAD && !edges) || p->registered_count > 0 || turn % 2 == 0)
        national_put(&m);
    if (size != MADE_UP_LEAST && size != MADE_UP_EDGES && p->band_count > 0)
        earlier_put(&m);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++)
        columns_of(&m, &p->fields[i], &columns);
    if (columns.len > 0)
        buf_printf(&m.out, "columns: {%s}\n", columns.at);
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        if (!is_given(&m, &p->fields[i]))
            continue;
        buf_printf(&m.out, "\"%s\": ", p->fields[i].name);
        value_put(&m, &p->fields[i], size == MADE_UP_EDGES ? 1 : turn);
        buf_str(&m.out, "\n");
    }
    struct file *f = NEW(a, struct file);
    *f = (struct file){.path = "made-up data", .text = m.out.at, .len = m.out.len};
    return f;
}

/* How far the area's indicators are above the nation's, each in its turn. */
static const int tenths_above[] = {13, -13, 0, 150, -150};

static size_t most_choices(const struct field *f)
{
    size_t most = f->kind == FIELD_CHOICE ? f->choice_count : 0;
    for (size_t i = 0; f->kind == FIELD_RECORD && i < f->field_count; i++) {
        size_t inside = most_choices(&f->fields[i]);
        most = inside > most ? inside : most;
    }
    return most;
}

static size_t gaps_in(const struct programme *p)
{
    size_t count = 0;
    while (gap_of(p, count) != NULL)
        count++;
    return count;
}

size_t made_up_turns(const struct programme *p, enum made_up size)
{
    if (size == MADE_UP_GAPS)
        return gaps_in(p);
    if (size == MADE_UP_STATED)
        return 1;
    if (size == MADE_UP_EDGES)
        return EDGE_COUNT;
    if (size == MADE_UP_SPREAD)
        return SPREAD_TURNS;
    size_t most = p->band_count > 1 ? p->band_count : 1;
    if (p->indicator_count > 0 && most + p->indicator_count <= LEN(tenths_above))
        most = LEN(tenths_above) + 1 - p->indicator_count; /* each begins with the next */
    for (size_t i = FIELDS_OF_ALL; i < p->field_count; i++) {
        size_t choices = most_choices(&p->fields[i]);
        most = choices > most ? choices : most;
    }
    return most;
}

/* ---- counts ---- */

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
    for (size_t i = 0, before = 0; i < CASES; i++) {
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
    for (size_t i = 0; i < CASES * in->column_count; i++) {
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
    size_t moved = turn * p->question_count / SPREAD_TURNS;
    size_t place = (question + moved) % p->question_count;
    return WORST + (BEST - WORST) * place / p->question_count;
}

static void make_cases(struct arena *a, struct inspection *in, enum made_up size,
                       size_t turn)
{
    const struct programme *p = in->programme;
    int *values = NEW_ARRAY(a, int, CASES * in->column_count + 1);
    unsigned *answers = NEW_ARRAY(a, unsigned, CASES * p->answer_count + 1);
    in->cases = (struct cases){CASES, answers, values, NULL, NULL};
    for (size_t i = 0; i < CASES * in->column_count; i++) {
        size_t column = i % in->column_count, count = values_of(&in->columns[column]);
        size_t row = i / in->column_count;
        bool most = size != MADE_UP_LEAST && row % 3 == 0; /* another each time */
        values[i] = (int)((most ? turn + size : row / (column + 1)) % count);
    }
    size_t share = (size_t)share_of(p, band_of(p, turn));
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
    case 2: return choice > 0 ? 0 : CASES / 2;
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
        returned[i] = CASES;
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
        bool known = size != MADE_UP_SPREAD || turn + 2 < SPREAD_TURNS || i % YEARS == 0;
        all[i] = (struct indicator){
            .name = in->programme->indicators[i / YEARS].name,
            .unit = "%",
            .source = "made-up data",
            .year = 2012 - (int)(i % YEARS),
            .known = {true, true, known},
            .value = {{NATION + above, 1}, {REGION, 1}, {NATION, 1}},
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

const struct programme *made_up_edition(struct arena *a, const struct programme *p)
{
    struct programme *other = NEW(a, struct programme);
    struct field *fields = NEW_ARRAY(a, struct field, p->field_count + 1);
    *other = *p;
    for (size_t i = 0; i < p->field_count; i++) {
        fields[i] = p->fields[i];
        if (fields[i].place != NULL)
            fields[i].place =
                strcmp(fields[i].place, "section") == 0 ? "criterion" : "section";
    }
    other->fields = fields;
    other->registered_count = 0;
    return other;
}
