/* heads.c -- in: the head of a table of answers; out: what its columns hold.  A head may
 * be our name, the code of the inspectors' tool, a title or the question's own text, or
 * what is said to be the same. */
#include "model/sheet.h"

#include "base/ascii.h"

#include <string.h>

/* ---- the names that there are ---- */

/* By the question's name or its code; NULL when it has none. */
static const char *answer_name(const struct sheet *s, const struct asking *p,
                               const char *name)
{
    return question_column(s->r->a, s->in->programme, p->q, name,
                           p->time + (p->reason ? question_times(p->q) : 0));
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

/* A text that several have is nobody's. */
static const struct meaning nobody = {HOLDS_NOTHING, 0};

static void add_name(struct sheet *s, const char *name, enum holds holds, size_t index,
                     bool shared)
{
    if (name == NULL)
        return;
    const char *key = head_key(s->r->a, name);
    const struct meaning *there = map_get(s->by_name, key);
    if (there == NULL) {
        struct meaning *m = NEW(s->r->a, struct meaning);
        *m = (struct meaning){holds, index};
        map_put(s->by_name, key, m);
    } else if (shared && (there->holds != holds || there->index != index)) {
        map_put(s->by_name, key, (void *)(uintptr_t)&nobody);
    }
}

static void add_same(struct sheet *s, const char *name, enum holds holds, size_t index)
{
    struct meaning *m = NEW(s->r->a, struct meaning);
    *m = (struct meaning){holds, index};
    same_keys(s->r->a, &s->same, "headings", name, s->by_name, m);
}

/* Titles and questions, in a map of their own: they give way to names. */
static void add_texts(struct sheet *s)
{
    const struct inspection *in = s->in;
    for (enum lang l = LANG_EN; l < LANG_COUNT; l++) {
        for (size_t i = 0; i < in->column_count; i++)
            if (in->columns[i].characteristic != NULL)
                add_name(s,
                         prose_plain(s->r->a, in->columns[i].characteristic->title.in[l]),
                         HOLDS_VALUE, i, true);
        for (size_t i = 0; i < in->programme->answer_count; i++) {
            const struct asking *p = &s->askings[i];
            const char *text = prose_plain(s->r->a, p->q->text.in[l]);
            if (text[0] == '\0')
                continue;
            add_name(s, answer_name(s, p, text), HOLDS_ANSWER, i, true);
            if (p->q->code != NULL)
                add_name(
                    s,
                    answer_name(s, p, arena_printf(s->r->a, "%s %s", p->q->code, text)),
                    HOLDS_ANSWER, i, true);
        }
    }
}

/* Names come first, what is said of them next. */
static void add_names(struct sheet *s)
{
    const struct inspection *in = s->in;
    size_t count = in->programme->answer_count;
    add_name(s, "case", HOLDS_CASE, 0, false);
    for (size_t i = 0; i < in->column_count; i++)
        add_name(s, in->columns[i].name, HOLDS_VALUE, i, false);
    for (size_t i = 0; i < count; i++)
        add_name(s, s->askings[i].name, HOLDS_ANSWER, i, false);
    for (size_t i = 0; i < count; i++)
        add_name(s, answer_name(s, &s->askings[i], s->askings[i].q->code), HOLDS_ANSWER,
                 i, false);
    add_same(s, "case", HOLDS_CASE, 0);
    for (size_t i = 0; i < in->column_count; i++)
        add_same(s, in->columns[i].name, HOLDS_VALUE, i);
    for (size_t i = 0; i < count; i++)
        add_same(s, s->askings[i].name, HOLDS_ANSWER, i);
}

void heads_name(struct sheet *s)
{
    name_answers(s);
    s->by_name = map_new(s->r->a);
    s->ignored = map_new(s->r->a);
    same_keys(s->r->a, &s->same, "ignore", NULL, s->ignored, s);
    add_names(s);
    struct map *names = s->by_name;
    s->by_name = map_new(s->r->a);
    add_texts(s);
    s->by_text = s->by_name;
    s->by_name = names;
}

static const struct meaning *meaning_of(const struct sheet *s, const char *head)
{
    const char *key = head_key(s->r->a, head);
    const struct meaning *m = map_get(s->by_name, key);
    if (m == NULL)
        m = map_get(s->by_text, key);
    return m != NULL && m->holds == HOLDS_NOTHING ? NULL : m;
}

/* "1.1a - Screening done": the code that a head begins with. */
static const struct meaning *meaning_of_code(const struct sheet *s, const char *head)
{
    size_t len = strcspn(head, " :-");
    const char *key = head_key(s->r->a, arena_strndup(s->r->a, head, len));
    const struct meaning *m = is_digit(key[0]) ? map_get(s->by_name, key) : NULL;
    return m != NULL && m->holds == HOLDS_ANSWER ? m : NULL;
}

bool heads_know(const void *sheet, const char *head)
{
    return head[0] != '\0' && meaning_of(sheet, head) != NULL;
}

/* ---- the head of this table ---- */

/* Marks which of the wanted columns were found. */
struct found {
    bool the_case, *values, *answers;
    ARRAY(const struct cell *) unknown, twice;
};

static const char *name_of(const struct sheet *s, const struct meaning *m)
{
    switch (m->holds) {
    case HOLDS_CASE: return "case";
    case HOLDS_VALUE: return s->in->columns[m->index].name;
    case HOLDS_ANSWER: return s->askings[m->index].name;
    case HOLDS_NOTHING: break;
    }
    bug("a column that holds nothing");
}

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

/* A head that is neither our name nor the code is noted. */
static void note_head(struct sheet *s, const struct meaning *m, const char *head)
{
    const char *key = head_key(s->r->a, head), *name = name_of(s, m);
    const char *code =
        m->holds == HOLDS_ANSWER
            ? answer_name(s, &s->askings[m->index], s->askings[m->index].q->code)
            : NULL;
    if (strcmp(key, head_key(s->r->a, name)) == 0 ||
        (code != NULL && strcmp(key, head_key(s->r->a, code)) == 0))
        return;
    *array_push(s->r->a, &s->heads_taken) =
        arena_printf(s->r->a, "\"%s\" as %s", head, name);
}

static void take_head(struct sheet *s, struct found *f, size_t column)
{
    const struct cell *head = &s->table->head[column];
    if (head->text[0] == '\0' ||
        map_get(s->ignored, head_key(s->r->a, head->text)) != NULL)
        return;
    const struct meaning *m = meaning_of(s, head->text), *coded = NULL;
    if (m == NULL && (coded = meaning_of_code(s, head->text)) != NULL &&
        !*found_place(f, coded))
        m = coded; /* a second column of that code may be remarks on it */
    if (m == NULL) {
        *array_push(s->r->a, &f->unknown) = head;
        return;
    }
    bool *there = found_place(f, m);
    if (*there) {
        *array_push(s->r->a, &f->twice) = head;
        return;
    }
    *there = true;
    s->meanings[column] = *m;
    if (m->holds == HOLDS_CASE)
        s->case_column = (int)column;
    note_head(s, m, head->text);
}

/* ---- what is not there ---- */

/* Scores need their questions, and a part its column; the rest only who asks for it. */
static bool is_demanded(const struct sheet *s, size_t answer)
{
    const struct asking *p = &s->askings[answer];
    return p->q->kind == QUESTION_SCORED && (!p->reason || p->q->needs_reason);
}

struct missing {
    ARRAY(const char *) names; /* as they may be written */
    ARRAY(struct meaning) what;
};

static void add_missing(struct sheet *s, struct missing *m, enum holds holds,
                        size_t index)
{
    const struct meaning what = {holds, index};
    *array_push(s->r->a, &m->names) = name_of(s, &what);
    *array_push(s->r->a, &m->what) = what;
}

static struct missing find_missing(struct sheet *s, const struct found *f)
{
    struct missing m = {0};
    if (!f->the_case)
        add_missing(s, &m, HOLDS_CASE, 0);
    for (size_t i = 0; i < s->in->column_count; i++)
        if (!f->values[i])
            add_missing(s, &m, HOLDS_VALUE, i);
    for (size_t i = 0; i < s->in->programme->answer_count; i++)
        if (!f->answers[i])
            add_missing(s, &m, HOLDS_ANSWER, i);
    return m;
}

/* A head that is a slip of the pen for a column that is not there is said, and that
 * column no more. */
static bool say_slip(struct sheet *s, struct missing *m, const struct cell *head)
{
    const char *near = nearest_name(head->text, m->names.at, m->names.len);
    for (size_t i = 0; near != NULL && i < m->names.len; i++)
        if (m->names.at[i] == near)
            m->names.at[i] = "";
    if (near != NULL)
        diag(s->r->d, DIAG_CSV_COLUMN_UNKNOWN, head->pos, "\"%s\"; did you mean %s?",
             head->text, near);
    return near != NULL;
}

/* Whether it stands between the answers that the programme asks before and behind. */
static bool stands_in_turn(const struct sheet *s, size_t answer, const struct cell *head)
{
    size_t column = (size_t)(head - s->table->head), last = s->table->columns - 1;
    const struct meaning *before = column > 0 ? &s->meanings[column - 1] : NULL;
    const struct meaning *behind = column < last ? &s->meanings[column + 1] : NULL;
    return before != NULL && behind != NULL && behind->holds == HOLDS_ANSWER &&
           behind->index == answer + 1 &&
           (before->holds == HOLDS_ANSWER ? before->index + 1 == answer : answer == 0);
}

/* Whether a head may be that of a column that is not there: the first names the cases,
 * whatever it calls them; others begin with our word ("Risk of harm"), or stand where a
 * question is expected. */
static bool may_be(struct sheet *s, const struct meaning *what, const struct cell *head)
{
    if (what->holds == HOLDS_CASE)
        return head == &s->table->head[0];
    if (what->holds == HOLDS_ANSWER)
        return stands_in_turn(s, what->index, head);
    size_t word = strcspn(head->text, " ");
    const char *first = arena_strndup(s->r->a, head->text, word);
    return strcmp(head_key(s->r->a, first), head_key(s->r->a, name_of(s, what))) == 0;
}

static bool say_likely(struct sheet *s, struct missing *m, const struct cell *head)
{
    for (size_t i = 0; i < m->names.len; i++) {
        const char *name = m->names.at[i];
        if (name[0] == '\0' || !may_be(s, &m->what.at[i], head))
            continue;
        gather_head(s, DIAG_CSV_COLUMN_UNKNOWN, head,
                    arena_printf(s->r->a, "\"%s\"", head->text))
            ->advised = arena_printf(s->r->a, "take it for the missing %s", name);
        advise(s, "headings", name, head->text);
        m->names.at[i] = "";
        return true;
    }
    return false;
}

static void say_unknown(struct sheet *s, struct found *f, struct missing *m)
{
    struct buf names = buf_new(s->r->a);
    const struct cell *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < f->unknown.len; i++) {
        const struct cell *head = f->unknown.at[i];
        if (s->in->columns_open || say_slip(s, m, head) || say_likely(s, m, head))
            continue;
        first = first == NULL ? head : first;
        buf_printf(&names, "%s\"%s\"", count++ > 0 ? ", " : "", head->text);
        advise(s, "ignore", "", head->text);
    }
    if (count == 0)
        return;
    const char *text = arena_printf(
        s->r->a,
        "%s; a column of this area's own is declared under \"columns:\", one "
        "that we know by another name stands under `headings:` of "
        "`answers:`",
        names.at);
    gather_head(s, DIAG_CSV_COLUMN_UNKNOWN, first, text)->advised =
        count == 1 ? "pass over it" : "pass over them";
}

static bool needs_saying(const struct sheet *s, const struct missing *m, size_t i)
{
    const struct meaning *what = &m->what.at[i];
    return m->names.at[i][0] != '\0' &&
           (what->holds != HOLDS_ANSWER || is_demanded(s, what->index));
}

/* Code behind name, where there is one: the head may say either. */
static const char *missing_name(struct sheet *s, const struct meaning *what)
{
    const char *name = name_of(s, what), *code = NULL;
    if (what->holds == HOLDS_ANSWER)
        code = answer_name(s, &s->askings[what->index], s->askings[what->index].q->code);
    return code == NULL ? arena_printf(s->r->a, "\"%s\"", name)
                        : arena_printf(s->r->a, "\"%s\" (or %s)", name, code);
}

/* One column twice and another not at all are one fault. */
static void say_twice(struct sheet *s, const struct found *f, struct missing *m)
{
    int lacks = -1;
    size_t count = 0;
    for (size_t i = 0; i < m->names.len; i++)
        if (needs_saying(s, m, i)) {
            lacks = (int)i;
            count++;
        }
    bool one = count == 1 && f->twice.len == 1;
    for (size_t i = 0; i < f->twice.len; i++)
        diag(s->r->d, DIAG_CSV_COLUMN_TWICE, f->twice.at[i]->pos, "\"%s\"%s%s",
             f->twice.at[i]->text, one ? "; one of them may be the missing " : "",
             one ? missing_name(s, &m->what.at[lacks]) : "");
    if (one)
        m->names.at[lacks] = "";
}

static void say_missing(struct sheet *s, const struct missing *m)
{
    enum { NAMED = 5 };
    struct buf names = buf_new(s->r->a);
    size_t count = 0;
    for (size_t i = 0; i < m->names.len; i++) {
        if (needs_saying(s, m, i) && count++ < NAMED)
            buf_printf(&names, "%s%s", count > 1 ? ", " : "",
                       missing_name(s, &m->what.at[i]));
    }
    if (count > NAMED)
        buf_printf(&names, " and %zu more", count - NAMED);
    if (count > 0)
        diag(s->r->d, DIAG_CSV_COLUMN_MISSING, s->table->head[0].pos, "%s", names.at);
}

/* Names under `headings:` that no column has. */
static void check_headings(struct sheet *s)
{
    const struct node *own = node_get(s->in->root->node, "answers");
    const struct node *map = own != NULL ? node_get(own, "headings") : NULL;
    ARRAY(const char *) names = {0};
    *array_push(s->r->a, &names) = "case";
    for (size_t i = 0; i < s->in->column_count; i++)
        *array_push(s->r->a, &names) = s->in->columns[i].name;
    for (size_t i = 0; i < s->in->programme->answer_count; i++)
        *array_push(s->r->a, &names) = s->askings[i].name;
    for (size_t i = 0; map != NULL && map->kind == NODE_MAP && i < map->count; i++)
        choose(s->r, DIAG_VALUE_UNKNOWN, map->entries[i].key->pos,
               map->entries[i].key->text, names.at, names.len);
}

/* A table without its head, or turned on its side. */
static bool is_head(struct sheet *s, const struct found *f, const struct missing *m)
{
    size_t wanted = 1 + s->in->column_count + s->in->programme->answer_count;
    if ((wanted - m->names.len) * 4 >= wanted || f->unknown.len < 5)
        return true;
    diag(
        s->r->d, DIAG_CSV_COLUMN_MISSING, s->table->head[0].pos,
        "the head: here are \"%s\", \"%s\" and %zu more that are no columns of ours; the "
        "row that names them (case, %s or %s) is not there, or stands upright",
        f->unknown.at[0]->text, f->unknown.at[1]->text, f->unknown.len - 2,
        s->in->column_count > 0 ? s->in->columns[0].name : "question",
        s->in->programme->answer_count > 0 ? s->askings[0].name : "question");
    return false;
}

bool heads_read(struct sheet *s)
{
    size_t answers = s->in->programme->answer_count;
    struct found f = {.values = NEW_ARRAY(s->r->a, bool, s->in->column_count + 1),
                      .answers = NEW_ARRAY(s->r->a, bool, answers + 1)};
    s->meanings = NEW_ARRAY(s->r->a, struct meaning, s->table->columns + 1);
    for (size_t i = 0; i < s->table->columns; i++)
        take_head(s, &f, i);
    struct missing m = find_missing(s, &f);
    if (!is_head(s, &f, &m))
        return false;
    say_unknown(s, &f, &m);
    say_twice(s, &f, &m);
    say_missing(s, &m);
    check_headings(s);
    for (size_t i = 0; i < answers; i++)
        f.answers[i] |= is_demanded(s, i); /* else it was said just now */
    s->in->cases.asked = f.answers;
    return true;
}
