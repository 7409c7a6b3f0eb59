/* figure.c -- a mark's words to what they ask for.  Comes in: words with positions; goes
 * out: indices into programme and inspection.  Does not know any number. */
#include "model/figure.h"

#include "model/field.h"
#include "model/mark.h"

#include <stdlib.h>
#include <string.h>

const struct mark_word *mark_next(struct mark *m)
{
    return mark_done(m) ? NULL : &m->words[m->at++];
}

/* ---- names ---- */

/* Our own words that a mark may begin with. */
static const char *const heads[] = {"cases", "score",   "judgement", "national",
                                    "field", "arg",     "returned",  "programme",
                                    "word",  "counted", "earlier",   "points"};

const char *const *name_all(struct mark *m, size_t *count)
{
    const struct programme *p = m->p;
    ARRAY(const char *) names = {0};
    for (size_t i = 0; i < p->question_count; i++)
        *array_push(m->r.a, &names) = p->questions[i].name;
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t j = 0; j < p->questionnaires[i].question_count; j++)
            *array_push(m->r.a, &names) = p->questionnaires[i].questions[j].name;
    for (size_t i = 0; m->in != NULL && i < m->in->indicator_count; i++)
        *array_push(m->r.a, &names) = m->in->indicators[i].name;
    for (size_t i = 0; i < LEN(heads); i++)
        *array_push(m->r.a, &names) = heads[i];
    *count = names.len;
    return names.at;
}

static const struct question *named_question(const struct programme *p,
                                             const struct named *n)
{
    return n->questionnaire >= 0
               ? &p->questionnaires[n->questionnaire].questions[n->question]
               : &p->questions[n->question];
}

/* A question of the programme or of a questionnaire. */
static bool find_question(const struct programme *p, const char *name, struct named *out)
{
    *out = (struct named){FIGURE_QUESTION, programme_question(p, name), -1, -1};
    if (out->question >= 0) {
        enum question_kind k = p->questions[out->question].kind;
        if (k == QUESTION_CHOICE || k == QUESTION_SEVERAL)
            out->kind = FIGURE_CHOICE;
        return true;
    }
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t j = 0; j < p->questionnaires[i].question_count; j++)
            if (strcmp(p->questionnaires[i].questions[j].name, name) == 0) {
                *out = (struct named){FIGURE_REPLY, (int)j, -1, (int)i};
                return true;
            }
    return false;
}

/* Of which the areas inspected so far can have a percentage. */
static bool is_scored(const struct programme *p, const struct named *n)
{
    return n->kind == FIGURE_QUESTION &&
           p->questions[n->question].kind == QUESTION_SCORED;
}

static int find_category(const struct category *all, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i].name, name) == 0)
            return (int)i;
    return -1;
}

/* `QUESTION not because REASON` */
static bool reason_known(struct mark *m, const char *text, const char *sign,
                         struct named *out)
{
    const char *name = arena_strndup(m->r.a, text, (size_t)(sign - text));
    if (!find_question(m->p, name, out))
        return false;
    const struct question *q = named_question(m->p, out);
    out->kind = FIGURE_REASON;
    out->choice = find_category(q->reasons, q->reason_count, sign + strlen(BECAUSE));
    return out->choice >= 0;
}

bool name_known(struct mark *m, const char *text, struct named *out)
{
    const char *because = strstr(text, BECAUSE), *sign = strchr(text, '=');
    if (because != NULL)
        return reason_known(m, text, because, out);
    const char *name =
        sign == NULL ? text : arena_strndup(m->r.a, text, (size_t)(sign - text));
    if (!find_question(m->p, name, out))
        return false;
    if (sign != NULL)
        out->choice = find_category(named_question(m->p, out)->choices,
                                    named_question(m->p, out)->choice_count, sign + 1);
    return sign == NULL || out->choice >= 0;
}

/* `NAME=x` where NAME has no choice x. */
static void say_choice(struct mark *m, const struct mark_word *w, const struct named *n)
{
    const struct question *q = named_question(m->p, n);
    const char *const *names = category_names(m->r.a, q->choices, q->choice_count);
    const char *typed = strchr(w->text, '=') + 1;
    diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no answer to %s%s", typed, q->name,
         q->choice_count == 0 ? "; it has none to choose from"
                              : name_hint(m->r.a, typed, names, q->choice_count));
}

/* The question that has this code in the inspectors' tool, or NULL. */
static const struct question *coded(const struct programme *p, const char *code)
{
    for (size_t i = 0; i < p->question_count; i++)
        if (p->questions[i].code != NULL && strcmp(p->questions[i].code, code) == 0)
            return &p->questions[i];
    return NULL;
}

/* "rosh screening done": the name that the words give when dashes join them. */
static const char *joined(struct mark *m, const char *first, const char *const *names,
                          size_t count)
{
    const char *whole = first;
    for (size_t i = m->at; i < m->count; i++) {
        whole = arena_printf(m->r.a, "%s-%s", whole, m->words[i].text);
        for (size_t k = 0; k < count; k++)
            if (strcmp(names[k], whole) == 0)
                return names[k];
    }
    return NULL;
}

static void say_question_unknown(struct mark *m, const char *name, struct pos pos)
{
    size_t count = 0;
    const char *const *names = enough_said(&m->r) ? NULL : name_all(m, &count);
    const struct question *q = coded(m->p, name);
    const char *near = q != NULL ? q->name : joined(m, name, names, count);
    if (near == NULL)
        near = nearest_name(name, names, count);
    if (near != NULL)
        diag(m->r.d, DIAG_MARK_UNKNOWN, pos, "\"%s\"; did you mean %s?", name, near);
    else
        diag(m->r.d, DIAG_MARK_UNKNOWN, pos,
             "\"%s\" is no question of %s; a figure from elsewhere is ((typed FIGURE | "
             "SOURCE))",
             name, m->p->name);
}

bool name_find(struct mark *m, const struct mark_word *w, struct named *out)
{
    if (name_known(m, w->text, out))
        return true;
    const char *name = arena_strndup(m->r.a, w->text, strcspn(w->text, "="));
    if (find_question(m->p, name, out))
        say_choice(m, w, out);
    else
        say_question_unknown(m, name, w->pos);
    return false;
}

/* ---- the kinds of figure ---- */

/* The word that must come next; NULL, and said, when it does not. */
static const struct mark_word *need_word(struct mark *m, const char *what)
{
    if (mark_done(m))
        diag(m->r.d, DIAG_MARK_SYNTAX, m->pos, "\"%s\" needs %s behind it",
             m->words[0].text, what);
    return mark_next(m);
}

static bool nothing_more(struct mark *m)
{
    if (mark_done(m))
        return true;
    diag(m->r.d, DIAG_MARK_FORM, m->words[m->at].pos, "\"%s\" cannot stand behind \"%s\"",
         m->words[m->at].text, m->words[0].text);
    return false;
}

static bool form_and_where(struct mark *m)
{
    return form_parse(m) && where_parse(m);
}

const char *level_any(const struct mark *m)
{
    const char *any = "", *last = NULL;
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        if (m->p->aspect_count[l] == 0)
            continue;
        if (last != NULL)
            any = arena_printf(m->r.a, "%s%s%s", any, *any != '\0' ? ", " : "", last);
        last = level_names[l].word;
    }
    return last == NULL || *any == '\0' ? last
                                        : arena_printf(m->r.a, "%s or %s", any, last);
}

static void say_aspect_unknown(struct mark *m, const struct mark_word *w)
{
    ARRAY(const char *) ids = {0};
    bool questions = m->ask->kind == FIGURE_NATIONAL;
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < m->p->aspect_count[l]; i++)
            *array_push(m->r.a, &ids) = m->p->aspects[l][i].id;
    for (size_t i = 0; questions && i < m->p->question_count; i++)
        if (m->p->questions[i].kind == QUESTION_SCORED)
            *array_push(m->r.a, &ids) = m->p->questions[i].name;
    diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no %s%s of %s%s", w->text,
         level_any(m), questions ? " and no scored question" : "", m->p->name,
         name_hint(m->r.a, w->text, ids.at, ids.len));
}

/* A criterion, section or headline by its id. */
static bool find_aspect(struct mark *m, const struct mark_word *w)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        m->ask->index = programme_aspect(m->p, l, w->text);
        m->ask->level = l;
        if (m->ask->index >= 0)
            return true;
    }
    say_aspect_unknown(m, w);
    return false;
}

static bool parse_cases(struct mark *m)
{
    m->ask->kind = FIGURE_CASES;
    return form_and_where(m);
}

static bool parse_score(struct mark *m)
{
    m->ask->kind = FIGURE_SCORE;
    const struct mark_word *w = need_word(m, arena_printf(m->r.a, "a %s", level_any(m)));
    if (w == NULL || !find_aspect(m, w))
        return false;
    return comparison_next(m) ? counted_compare(m) : form_and_where(m);
}

static bool parse_judgement(struct mark *m)
{
    m->ask->kind = FIGURE_JUDGEMENT;
    const struct mark_word *w = need_word(m, arena_printf(m->r.a, "a %s", level_any(m)));
    return w != NULL && find_aspect(m, w) && nothing_more(m);
}

static bool parse_points(struct mark *m)
{
    m->ask->kind = FIGURE_POINTS;
    const struct mark_word *w = need_word(m, arena_printf(m->r.a, "a %s", level_any(m)));
    if (w == NULL || !find_aspect(m, w))
        return false;
    if (m->p->band_count == 0 || m->p->bands[0].points < 0) {
        diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "no judgement of %s has \"points:\"",
             m->p->name);
        return false;
    }
    return form_parse(m) && nothing_more(m);
}

static bool parse_national(struct mark *m)
{
    m->ask->kind = FIGURE_NATIONAL;
    const struct mark_word *w =
        need_word(m, arena_printf(m->r.a, "a %s or a question", level_any(m)));
    if (w == NULL)
        return false;
    struct named n;
    if (find_question(m->p, w->text, &n) && is_scored(m->p, &n))
        m->ask->question = n.question;
    else if (!find_aspect(m, w))
        return false;
    w = need_word(m, "lowest, highest, average or areas");
    if (w == NULL)
        return false;
    int which =
        choose(&m->r, DIAG_MARK_UNKNOWN, w->pos, w->text, national_names, NATIONAL_COUNT);
    m->ask->national = which < 0 ? NATIONAL_LOWEST : (enum national)which;
    return which >= 0 && form_and_where(m);
}

static bool parse_earlier(struct mark *m)
{
    m->ask->kind = FIGURE_EARLIER;
    const struct mark_word *w = need_word(m, arena_printf(m->r.a, "a %s", level_any(m)));
    return w != NULL && find_aspect(m, w) && form_parse(m) && nothing_more(m);
}

/* What a field may be asked for, by its kind; NULL: no form. */
static const char *const *field_forms(const struct field *f, size_t *count)
{
    static const char *const dates[] = {"month"};
    static const char *const ranges[] = {"months", "range"};
    if (f->kind == FIELD_AREA) {
        *count = LEN(area_forms);
        return area_forms;
    }
    *count = f->kind == FIELD_DATE     ? LEN(dates)
             : f->kind == FIELD_RECORD ? LEN(ranges)
                                       : 0;
    return f->kind == FIELD_DATE ? dates : ranges;
}

static const char *const *field_names(struct mark *m)
{
    const char **names = NEW_ARRAY(m->r.a, const char *, m->p->field_count + 1);
    for (size_t i = 0; i < m->p->field_count; i++)
        names[i] = m->p->fields[i].name;
    return names;
}

static bool parse_field_form(struct mark *m, const struct field *f)
{
    const struct mark_word *w = mark_next(m);
    if (w == NULL)
        return true;
    size_t count;
    const char *const *forms = field_forms(f, &count);
    m->ask->field_form = w->text;
    if (field_at(m->p, arena_printf(m->r.a, "%s.%s", m->ask->field, w->text)) != NULL) {
        diag(m->r.d, DIAG_MARK_FORM, w->pos, "\"%s\"; write %s.%s", w->text,
             m->ask->field, w->text);
        return false;
    }
    if (count > 0)
        return choose(&m->r, DIAG_MARK_FORM, w->pos, w->text, forms, count) >= 0;
    diag(m->r.d, DIAG_MARK_FORM, w->pos, "\"%s\"; a field of the kind %s has no forms",
         w->text, field_kind_name(f->kind));
    return false;
}

static bool parse_field(struct mark *m)
{
    m->ask->kind = FIGURE_FIELD;
    const struct mark_word *w = need_word(m, "a field of the inspection");
    if (w == NULL)
        return false;
    m->ask->field = w->text;
    const struct field *f = field_at(m->p, w->text);
    if (f != NULL && f->kind == FIELD_NUMBER)
        return number_field_parse(m);
    if (f != NULL)
        return parse_field_form(m, f) && nothing_more(m);
    diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no field of %s%s", w->text,
         m->p->name,
         name_hint(m->r.a, arena_strndup(m->r.a, w->text, strcspn(w->text, ".")),
                   field_names(m), m->p->field_count));
    return false;
}

static bool parse_arg(struct mark *m)
{
    m->ask->kind = FIGURE_ARG;
    const struct mark_word *w = need_word(m, "a name");
    if (w == NULL)
        return false;
    m->ask->field = w->text;
    return nothing_more(m);
}

static bool parse_wording(struct mark *m)
{
    bool good = parse_arg(m);
    m->ask->kind = FIGURE_WORDING;
    return good;
}

static bool parse_returned(struct mark *m)
{
    m->ask->kind = FIGURE_RETURNED;
    const struct mark_word *w = need_word(m, "a questionnaire");
    if (w == NULL)
        return false;
    size_t count = m->p->questionnaire_count;
    const char **names = NEW_ARRAY(m->r.a, const char *, count + 1);
    for (size_t i = 0; i < count; i++)
        names[i] = m->p->questionnaires[i].name;
    m->ask->questionnaire =
        choose(&m->r, DIAG_MARK_UNKNOWN, w->pos, w->text, names, count);
    return m->ask->questionnaire >= 0 && form_and_where(m);
}

static bool parse_digits(struct mark *m, long *out)
{
    enum { MOST = 6 }; /* digits */
    const struct mark_word *w = need_word(m, "two whole numbers");
    if (w == NULL)
        return false;
    size_t len = strspn(w->text, "0123456789");
    if (len == 0 || len > MOST || w->text[len] != '\0') {
        diag(m->r.d, DIAG_MARK_SYNTAX, w->pos, "\"%s\"; it is a whole number", w->text);
        return false;
    }
    *out = strtol(w->text, NULL, 10);
    return true;
}

/* A template counts bars and judgements; what an author says has evidence. */
static bool parse_counted(struct mark *m)
{
    m->ask->kind = FIGURE_COUNTED;
    if (!m->template) {
        diag(m->r.d, DIAG_MARK_UNKNOWN, m->pos,
             "\"counted\" is a template's; a figure from elsewhere is ((typed FIGURE | "
             "SOURCE))");
        return false;
    }
    return parse_digits(m, &m->ask->number) && parse_digits(m, &m->ask->out_of) &&
           form_and_where(m);
}

static bool next_is(const struct mark *m, size_t ahead, const char *word)
{
    return m->at + ahead < m->count && strcmp(m->words[m->at + ahead].text, word) == 0;
}

/* `not because REASON` behind a question; true when it stands not there. */
static bool parse_reason(struct mark *m, struct named *n)
{
    if (next_is(m, 0, "because")) {
        diag(m->r.d, DIAG_MARK_SYNTAX, m->words[m->at].pos,
             "\"because\" without \"not\"; a reason is one of %s" BECAUSE "REASON",
             m->words[0].text);
        return false;
    }
    if (!next_is(m, 0, "not") || !next_is(m, 1, "because"))
        return true;
    m->at += 2;
    const struct mark_word *w = need_word(m, "a reason");
    if (w == NULL)
        return false;
    const struct question *q = named_question(m->p, n);
    const char *const *names = category_names(m->r.a, q->reasons, q->reason_count);
    m->ask->name = arena_printf(m->r.a, "%s" BECAUSE "%s", q->name, w->text);
    n->kind = FIGURE_REASON;
    n->choice = find_category(q->reasons, q->reason_count, w->text);
    if (n->choice < 0)
        diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no reason of %s%s", w->text,
             q->name,
             q->reason_count == 0 ? "; it has none"
                                  : name_hint(m->r.a, w->text, names, q->reason_count));
    return n->choice >= 0;
}

static bool parse_question(struct mark *m)
{
    struct named n;
    if (indicator_known(m, m->words[0].text))
        return indicator_parse(m);
    if (!name_find(m, &m->words[0], &n) || !parse_reason(m, &n))
        return false;
    m->ask->kind = n.kind;
    m->ask->question = n.question;
    m->ask->choice = n.choice;
    m->ask->questionnaire = n.questionnaire;
    return is_scored(m->p, &n) && comparison_next(m) ? counted_compare(m)
                                                     : form_and_where(m);
}

static bool parse_words(struct mark *m)
{
    static bool (*const parsers[])(struct mark *) = {
        parse_cases,   parse_score,   parse_judgement, parse_national,
        parse_field,   parse_arg,     parse_returned,  said_parse,
        parse_wording, parse_counted, parse_earlier,   parse_points};
    const struct mark_word *first = mark_next(m);
    for (size_t i = 0; i < LEN(heads); i++)
        if (strcmp(first->text, heads[i]) == 0)
            return parsers[i](m);
    return parse_question(m);
}

/* ---- all ---- */

/* An unscored question needs a column in the table of answers once it is counted: the
 * first mark that does so is said to. */
static void need_column(struct mark *m, const struct inspection *in, int question,
                        bool reason)
{
    if (question < 0 || in == NULL || in->cases.asked == NULL)
        return;
    const struct question *q = &m->p->questions[question];
    size_t times = question_times(q), from = q->column + (reason ? times : 0);
    for (size_t i = from; i < from + times; i++) {
        if (in->cases.asked[i])
            continue;
        diag(m->r.d, DIAG_CSV_COLUMN_MISSING, m->pos,
             "\"%s%s\" in the table of answers, which this counts", q->name,
             reason ? " because" : "");
        in->cases.asked[i] = true;
    }
}

static void need_columns(struct mark *m, const struct inspection *in)
{
    const struct figure_ask *ask = m->ask;
    if (ask->questionnaire < 0 && ask->kind <= FIGURE_REASON)
        need_column(m, in, ask->question, ask->kind == FIGURE_REASON);
    for (size_t i = 0; i < ask->where_count; i++)
        need_column(m, in, ask->where[i].question, ask->where[i].kind == RESTRICT_REASON);
}

static struct mark mark_begin(struct arena *a, struct diags *d, const struct programme *p,
                              const struct mark_word *words, size_t count, struct pos pos)
{
    struct figure_ask *ask = NEW(a, struct figure_ask);
    *ask = (struct figure_ask){.pos = pos,
                               .name = count > 0 ? words[0].text : "",
                               .question = -1,
                               .choice = -1,
                               .questionnaire = -1,
                               .index = -1,
                               .part = ""};
    return (struct mark){.r = {.a = a, .d = d},
                         .p = p,
                         .words = words,
                         .count = count,
                         .pos = pos,
                         .ask = ask};
}

static const struct figure_ask *parse_mark(struct arena *a, struct diags *d,
                                           const struct programme *p,
                                           const struct inspection *in, bool template,
                                           const struct mark_word *words, size_t count,
                                           struct pos pos)
{
    if (count == 0) {
        diag(d, DIAG_MARK_SYNTAX, pos, "nothing between (( and ))");
        return NULL;
    }
    struct mark m = mark_begin(a, d, p, words, count, pos);
    m.in = in;
    m.template = template;
    m.columns = in == NULL ? programme_columns(a, p)
                           : (struct column_list){in->columns, in->column_count};
    if (!parse_words(&m))
        return NULL;
    need_columns(&m, in);
    return m.ask;
}

const struct figure_ask *figure_parse(struct arena *a, struct diags *d,
                                      const struct programme *p,
                                      const struct inspection *in,
                                      const struct mark_word *words, size_t count,
                                      struct pos pos)
{
    return parse_mark(a, d, p, in, false, words, count, pos);
}

static const struct mark_word *split_words(struct arena *a, const char *text,
                                           struct pos pos, size_t *count)
{
    ARRAY(struct mark_word) words = {0};
    text += strspn(text, " \t\n");
    while (*text != '\0') {
        size_t len = strcspn(text, " \t\n");
        *array_push(a, &words) = (struct mark_word){arena_strndup(a, text, len), pos};
        text += len + strspn(text + len, " \t\n");
    }
    *count = words.len;
    return words.at;
}

const struct figure_ask *figure_parse_text(struct arena *a, struct diags *d,
                                           const struct programme *p,
                                           const struct inspection *in, const char *text,
                                           struct pos pos)
{
    size_t count;
    const struct mark_word *words = split_words(a, text, pos, &count);
    return parse_mark(a, d, p, in, true, words, count, pos);
}

const struct figure_ask *figure_computed_parse(struct arena *a, struct diags *d,
                                               const struct programme *p, long number,
                                               const char *form, struct pos pos)
{
    size_t count;
    const struct mark_word *words =
        split_words(a, form != NULL ? form : "n", pos, &count);
    struct mark m = mark_begin(a, d, p, words, count, pos);
    m.ask->kind = FIGURE_SAID;
    m.ask->name = "value";
    m.ask->number = number;
    return form_and_where(&m) ? m.ask : NULL;
}

bool figure_is_sum(const struct programme *p, const struct figure_ask *ask)
{
    return ask->kind == FIGURE_QUESTION &&
           p->questions[ask->question].kind == QUESTION_COUNT;
}
