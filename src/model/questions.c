/* questions.c -- what a programme asks, for those who write: names, codes, texts, values
 * and the marks that print them.  Comes in: a programme and perhaps a word; goes out: a
 * table, CSV or JSON.  Does not know any inspection. */
#include "model/questions.h"

#include "base/array.h"

#include <ctype.h>
#include <string.h>

struct question_list {
    struct arena *a;
    const struct programme *p;
    const char *word;
    ARRAY(struct question_row) rows;
};

static const char *const kind_names[] = {
    [ASKED_SCORED] = "scored",          [ASKED_CHOICE] = "choice",
    [ASKED_SEVERAL] = "several",        [ASKED_COUNT] = "count",
    [ASKED_QUESTIONNAIRE] = "returned", [ASKED_REPLY] = "questionnaire",
    [ASKED_COLUMN] = "characteristic",  [ASKED_PART] = "part",
    [ASKED_CASES] = "sample",           [ASKED_CRITERION] = "criterion",
    [ASKED_SECTION] = "section",        [ASKED_HEADLINE] = "headline",
    [ASKED_DOMAIN] = "domain",          [ASKED_OVERALL] = "overall",
};

/* ---- the word that is looked for ---- */

static bool begins(const char *text, const char *word)
{
    for (; *word != '\0'; text++, word++)
        if (tolower((unsigned char)*text) != tolower((unsigned char)*word))
            return false;
    return true;
}

static bool has_word(const char *text, const char *word)
{
    for (; text != NULL && *text != '\0'; text++)
        if (begins(text, word))
            return true;
    return false;
}

static bool is_meant(const struct question_row *r, const char *word)
{
    return word == NULL || has_word(r->name, word) || has_word(r->code, word) ||
           has_word(r->text[LANG_EN], word) || has_word(r->text[LANG_CY], word);
}

/* ---- rows ---- */

static void row_add(struct question_list *s, struct question_row r, const struct text *t)
{
    for (enum lang l = 0; l < LANG_COUNT; l++)
        r.text[l] = t != NULL && t->in[l] != NULL ? prose_plain(s->a, t->in[l]) : "";
    if (is_meant(&r, s->word))
        *array_push(s->a, &s->rows) = r;
}

static const char *names_of(struct arena *a, const struct category *c, size_t count)
{
    struct buf out = buf_new(a);
    for (size_t i = 0; i < count; i++)
        buf_printf(&out, "%s%s", i > 0 ? " " : "", c[i].name);
    return out.at;
}

static const char *headlines_of(struct question_list *s, const struct question *q)
{
    struct buf out = buf_new(s->a);
    for (size_t i = 0; i < s->p->aspect_count[LEVEL_HEADLINE]; i++)
        if ((q->headlines >> i & 1) != 0)
            buf_printf(&out, "%s%s", out.len > 0 ? " " : "",
                       s->p->aspects[LEVEL_HEADLINE][i].id);
    return out.at;
}

static const char *parts_of(struct question_list *s, const struct question *q)
{
    struct buf out = buf_new(s->a);
    for (size_t i = 0; i < q->part_count; i++)
        buf_printf(&out, "%s%s", i > 0 ? " " : "", s->p->parts[q->parts[i]].name);
    return out.at;
}

/* The marks of a question; of one with choices, those of its first. */
static const char *marks_of(struct question_list *s, const struct question *q, bool cases)
{
    const char *name = q->name, *noun = cases && q->part_count < 2 ? " cases" : "";
    const char *why = q->reason_count > 0 ? arena_printf(s->a, " ((%s not because %s))",
                                                         name, q->reasons[0].name)
                                          : "";
    const char *choice = q->choice_count > 0 ? q->choices[0].name : "";
    switch (q->kind) {
    case QUESTION_SCORED:
        return arena_printf(s->a,
                            "((%s)) ((%s %%)) ((%s of)) ((%s n of%s %%)) ((%s not)) "
                            "((%s words))%s",
                            name, name, name, name, noun, name, name, why);
    case QUESTION_CHOICE:
    case QUESTION_SEVERAL:
        return arena_printf(s->a, "((%s=%s)) ((%s=%s n of%s %%)) ((%s))", name, choice,
                            name, choice, noun, name);
    case QUESTION_COUNT: return arena_printf(s->a, "((%s))", name);
    }
    bug("a question of kind %d", (int)q->kind);
}

static void question_add(struct question_list *s, const struct question *q, bool cases)
{
    static const enum asked_kind kinds[] = {
        [QUESTION_SCORED] = ASKED_SCORED,
        [QUESTION_CHOICE] = ASKED_CHOICE,
        [QUESTION_SEVERAL] = ASKED_SEVERAL,
        [QUESTION_COUNT] = ASKED_COUNT,
    };
    const struct aspect *criterion =
        q->criterion >= 0 ? &s->p->aspects[LEVEL_CRITERION][q->criterion] : NULL;
    struct question_row r = {.kind = cases ? kinds[q->kind] : ASKED_REPLY,
                             .name = q->name,
                             .code = q->code,
                             .criterion = criterion != NULL ? criterion->id : "",
                             .part = cases ? parts_of(s, q) : "",
                             .reasons = names_of(s->a, q->reasons, q->reason_count),
                             .headlines = headlines_of(s, q),
                             .marks = marks_of(s, q, cases)};
    r.values = q->kind == QUESTION_SCORED  ? "yes no na"
               : q->kind == QUESTION_COUNT ? "a number"
                                           : names_of(s->a, q->choices, q->choice_count);
    row_add(s, r, &q->text);
}

static void aspect_add(struct question_list *s, enum level level, size_t i)
{
    static const enum asked_kind kinds[] = {[LEVEL_CRITERION] = ASKED_CRITERION,
                                            [LEVEL_SECTION] = ASKED_SECTION,
                                            [LEVEL_HEADLINE] = ASKED_HEADLINE,
                                            [LEVEL_DOMAIN] = ASKED_DOMAIN,
                                            [LEVEL_OVERALL] = ASKED_OVERALL};
    const struct aspect *one = &s->p->aspects[level][i];
    const char *judgement =
        s->p->band_count > 0 ? arena_printf(s->a, " ((judgement %s))", one->id) : "";
    if (s->p->band_count > 0 && s->p->bands[0].points >= 0)
        judgement = arena_printf(s->a, "%s ((points %s))", judgement, one->id);
    row_add(s,
            (struct question_row){
                .kind = kinds[level],
                .name = one->id,
                .marks = arena_printf(s->a, "((score %s))%s", one->id, judgement)},
            &one->title);
}

/* Sections with their criteria, these with their questions. */
static void scored_add(struct question_list *s)
{
    const struct programme *p = s->p;
    for (enum level l = LEVEL_COUNT; l-- > LEVEL_HEADLINE;)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            aspect_add(s, l, i);
    for (size_t i = 0; i < p->aspect_count[LEVEL_SECTION]; i++) {
        aspect_add(s, LEVEL_SECTION, i);
        for (size_t k = 0; k < p->aspect_count[LEVEL_CRITERION]; k++) {
            if (p->aspects[LEVEL_CRITERION][k].section != (int)i)
                continue;
            aspect_add(s, LEVEL_CRITERION, k);
            for (size_t q = 0; q < p->question_count; q++)
                if (p->questions[q].criterion == (int)k)
                    question_add(s, &p->questions[q], true);
        }
    }
}

static void sample_add(struct question_list *s)
{
    const struct programme *p = s->p;
    row_add(
        s,
        (struct question_row){.kind = ASKED_CASES, .name = "cases", .marks = "((cases))"},
        NULL);
    for (size_t i = 0; i < p->characteristic_count; i++) {
        const struct characteristic *c = &p->characteristics[i];
        row_add(s,
                (struct question_row){
                    .kind = ASKED_COLUMN,
                    .name = c->name,
                    .values = names_of(s->a, c->categories, c->category_count),
                    .marks =
                        arena_printf(s->a, "((cases where %s=%s))", c->name,
                                     c->category_count > 0 ? c->categories[0].name : "")},
                &c->title);
    }
    for (size_t i = 0; i < p->part_count; i++)
        row_add(s,
                (struct question_row){
                    .kind = ASKED_PART,
                    .name = p->parts[i].name,
                    .marks = arena_printf(s->a, "((cases where %s))", p->parts[i].name)},
                &p->parts[i].title);
}

static void questionnaire_add(struct question_list *s, const struct questionnaire *q)
{
    row_add(
        s,
        (struct question_row){.kind = ASKED_QUESTIONNAIRE,
                              .name = q->name,
                              .marks = arena_printf(s->a, "((returned %s))", q->name)},
        &q->title);
    for (size_t i = 0; i < q->question_count; i++)
        question_add(s, &q->questions[i], false);
}

const struct question_row *questions_of(struct arena *a, const struct programme *p,
                                        const char *word, size_t *count)
{
    struct question_list s = {.a = a, .p = p, .word = word};
    scored_add(&s);
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].criterion < 0)
            question_add(&s, &p->questions[i], true);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        questionnaire_add(&s, &p->questionnaires[i]);
    sample_add(&s);
    *count = s.rows.len;
    return s.rows.at;
}

/* ---- written ---- */

static const char *given(const char *text)
{
    return text != NULL ? text : "";
}

static void write_table(const struct question_row *rows, size_t count, enum lang l,
                        struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct question_row *r = &rows[i];
        const char *text = r->text[l][0] != '\0' ? r->text[l] : r->text[LANG_EN];
        bool above = r->kind == ASKED_HEADLINE || r->kind == ASKED_SECTION ||
                     r->kind == ASKED_CRITERION || r->kind == ASKED_QUESTIONNAIRE ||
                     r->kind == ASKED_DOMAIN || r->kind == ASKED_OVERALL;
        bool alone = r->code == NULL && text[0] == '\0';
        buf_printf(out, "%s%-*s%s%s%s%s\n", above ? "" : "  ",
                   alone   ? 0
                   : above ? 14
                           : 30,
                   r->name, alone ? "" : " ", given(r->code), r->code != NULL ? "  " : "",
                   text);
        if (given(r->values)[0] != '\0')
            buf_printf(out, "      %s%s%s%s%s%s%s\n", r->values,
                       given(r->reasons)[0] != '\0' ? "; because " : "",
                       given(r->reasons), given(r->part)[0] != '\0' ? "; of " : "",
                       given(r->part), given(r->headlines)[0] != '\0' ? "; for " : "",
                       given(r->headlines));
        buf_printf(out, "      %s\n", r->marks);
    }
}

static void write_csv(const struct question_row *rows, size_t count, struct buf *out)
{
    static const char *const head[] = {"kind", "name",      "code",   "criterion",
                                       "part", "headlines", "values", "reasons",
                                       "en",   "cy",        "marks"};
    buf_csv_line(out, head, LEN(head));
    for (size_t i = 0; i < count; i++) {
        const struct question_row *r = &rows[i];
        const char *const cells[] = {
            kind_names[r->kind], r->name,           given(r->code),
            given(r->criterion), given(r->part),    given(r->headlines),
            given(r->values),    given(r->reasons), r->text[LANG_EN],
            r->text[LANG_CY],    r->marks};
        buf_csv_line(out, cells, LEN(cells));
    }
}

static void write_json(const struct question_row *rows, size_t count, struct buf *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct question_row *r = &rows[i];
        buf_json_field(out, i == 0 ? "[{" : ",\n {", "kind", kind_names[r->kind]);
        buf_json_field(out, ", ", "name", r->name);
        buf_json_field(out, ", ", "code", r->code);
        buf_json_field(out, ", ", "criterion", given(r->criterion));
        buf_json_field(out, ", ", "part", given(r->part));
        buf_json_field(out, ", ", "headlines", given(r->headlines));
        buf_json_field(out, ", ", "values", given(r->values));
        buf_json_field(out, ", ", "reasons", given(r->reasons));
        buf_json_field(out, ", ", "en", r->text[LANG_EN]);
        buf_json_field(out, ", ", "cy", r->text[LANG_CY]);
        buf_json_field(out, ", ", "marks", r->marks);
        buf_char(out, '}');
    }
    buf_str(out, count > 0 ? "]\n" : "[]\n");
}

void questions_write(const struct question_row *rows, size_t count,
                     enum questions_format format, enum lang l, struct buf *out)
{
    switch (format) {
    case QUESTIONS_TABLE: write_table(rows, count, l, out); break;
    case QUESTIONS_CSV: write_csv(rows, count, out); break;
    case QUESTIONS_JSON: write_json(rows, count, out); break;
    }
}
