/* askable.c -- subjects and filters of a report.  In: programme, inspection, scores; out:
 * everything that a mark could name, with what it counts.  Does not know any text of the
 * report. */
#include "proof/askable.h"

#include <string.h>

/* ---- marks of names ---- */

/* What `name where part` asks for; NULL when it cannot. */
static const struct figure_ask *ask_of(struct askables *all, const char *name,
                                       const char *part)
{
    const char *text =
        part[0] == '\0' ? name : arena_printf(all->a, "%s where %s", name, part);
    return figure_parse_text(all->a, diags_new(all->a), all->s->in->programme, all->s->in,
                             text, (struct pos){0});
}

static const char *plain(const struct askables *all, const struct text *t)
{
    return prose_plain(all->a, t->in[all->lang]);
}

/* ---- subjects ---- */

/* That of the question's code: "1.2aa" is of 1.2. */
static int criterion_of(const struct programme *p, const struct question *q)
{
    if (q->criterion >= 0 || q->code == NULL)
        return q->criterion;
    for (size_t i = 0; i < p->aspect_count[LEVEL_CRITERION]; i++) {
        const char *id = p->aspects[LEVEL_CRITERION][i].id;
        size_t len = strlen(id);
        if (strncmp(q->code, id, len) == 0 && strspn(q->code + len, ".0123456789") == 0)
            return (int)i;
    }
    return -1;
}

static struct counted counted_of(struct score s, int percent)
{
    return (struct counted){s.sufficient, s.applicable, percent};
}

/* What the slow way counts of it: scores, replies, sums, and all of results.csv. */
static struct counted count_alone(const struct askables *all,
                                  const struct figure_ask *ask)
{
    struct figure f = figure_count(diags_new(all->a), all->s, ask);
    if (!f.kept)
        return (struct counted){0, 0, SCORE_NONE};
    return (struct counted){f.count, f.base, f.percent};
}

static void count_subject(struct askables *all, struct subject *s)
{
    bool answered = s->ask->kind <= FIGURE_REASON || s->ask->kind == FIGURE_CASES;
    s->counted = (struct counted){0, 0, SCORE_NONE};
    if (all->s->in->evidence == EVIDENCE_CASES && answered &&
        !figure_is_sum(all->s->in->programme, s->ask)) {
        s->set = sets_asked(all->sets, s->ask);
        struct score sum = sets_count(all->sets, &s->set, NULL, 0);
        s->counted = counted_of(sum, score_percent(sum));
    } else {
        s->counted = count_alone(all, s->ask);
    }
}

static void add_subject_in(struct askables *all, struct subject s)
{
    s.ask = ask_of(all, s.name, s.part);
    if (s.ask == NULL)
        return;
    asked_words_add(all->a, &s.words, s.name);
    asked_words_add(all->a, &s.words, s.question);
    asked_words_add(all->a, &s.part_words, s.part);
    count_subject(all, &s);
    *array_push(all->a, &all->subjects) = s;
}

/* And, of results.csv, in each of the parts that it counts it in. */
static void add_subject(struct askables *all, const char *name, const char *question,
                        const struct category *choice, bool only_two, int criterion)
{
    const struct inspection *in = all->s->in;
    struct subject s = {.name = name,
                        .question = question,
                        .choice = choice,
                        .only_two = only_two,
                        .criterion = criterion,
                        .part = ""};
    add_subject_in(all, s);
    for (size_t i = 0; i < in->result_count; i++)
        if (strcmp(in->results[i].question, name) == 0 &&
            in->results[i].part[0] != '\0') {
            s.part = in->results[i].part;
            add_subject_in(all, s);
        }
}

static void add_answers(struct askables *all, const struct question *q, int criterion,
                        const struct category *answers, size_t count, const char *between)
{
    const char *question = plain(all, &q->text);
    for (size_t i = 0; i < count; i++)
        add_subject(
            all, arena_printf(all->a, "%s%s%s", q->name, between, answers[i].name),
            arena_printf(all->a, "%s %s", question, plain(all, &answers[i].title)),
            &answers[i], count == 2 && q->kind == QUESTION_CHOICE && between[0] == '=',
            criterion);
}

static void add_question(struct askables *all, const struct question *q)
{
    int criterion = criterion_of(all->s->in->programme, q);
    if (q->choice_count > 0)
        add_answers(all, q, criterion, q->choices, q->choice_count, "=");
    else
        add_subject(all, q->name, plain(all, &q->text), NULL, false, criterion);
    add_answers(all, q, criterion, q->reasons, q->reason_count, BECAUSE);
}

static void add_subjects(struct askables *all)
{
    const struct programme *p = all->s->in->programme;
    for (size_t i = 0; i < p->question_count; i++)
        add_question(all, &p->questions[i]);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t k = 0; k < p->questionnaires[i].question_count; k++)
            add_question(all, &p->questionnaires[i].questions[k]);
    for (size_t i = 0; i < p->questionnaire_count; i++)
        add_subject(all, arena_printf(all->a, "returned %s", p->questionnaires[i].name),
                    plain(all, &p->questionnaires[i].title), NULL, false, -1);
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            add_subject(all, arena_printf(all->a, "score %s", p->aspects[l][i].id),
                        plain(all, &p->aspects[l][i].title), NULL, false,
                        l == LEVEL_CRITERION ? (int)i : -1);
    add_subject(all, "cases", "", NULL, false, -1);
}

/* ---- filters ---- */

static void add_filter(struct askables *all, const char *part, const char *words,
                       const struct category *choice, bool simple)
{
    const struct figure_ask *ask = ask_of(all, "cases", part);
    if (ask == NULL)
        return;
    struct filter f = {.text = part,
                       .choice = choice,
                       .simple = simple,
                       .negated = ask->where[0].not,
                       .set = sets_where(all->sets, &ask->where[0])};
    size_t bytes = sets_bytes(all->sets);
    for (size_t i = 0; i < all->filters.len; i++)
        if (memcmp(all->filters.at[i].set, f.set, bytes) == 0)
            return; /* another name of the same */
    asked_words_add(all->a, &f.words, words);
    *array_push(all->a, &all->filters) = f;
}

/* Where two values of a column are all that there are, each is not the other. */
static void add_filters(struct askables *all)
{
    for (int negated = 0; negated < 2; negated++)
        for (size_t i = 0; i < all->named.len; i++) {
            const struct filter *f = &all->named.at[i];
            add_filter(all, negated ? arena_printf(all->a, "not %s", f->text) : f->text,
                       f->named, f->choice, f->simple);
        }
}

static void name_filter(struct askables *all, const char *part, const char *words,
                        const struct category *choice, bool simple)
{
    *array_push(all->a, &all->named) =
        (struct filter){.text = part, .named = words, .choice = choice, .simple = simple};
}

static const char *value_title(const struct askables *all, const struct column *c,
                               size_t value)
{
    const struct characteristic *k = c->characteristic;
    for (size_t i = 0; k != NULL && i < k->category_count; i++)
        if (strcmp(k->categories[i].name, c->values[value]) == 0)
            return plain(all, &k->categories[i].title);
    return "";
}

static void name_simple(struct askables *all)
{
    const struct inspection *in = all->s->in;
    for (size_t i = 0; i < in->programme->part_count; i++) {
        const struct part *p = &in->programme->parts[i];
        name_filter(all, p->name,
                    arena_printf(all->a, "%s %s", p->name, plain(all, &p->title)), NULL,
                    true);
    }
    for (size_t i = 0; i < in->column_count; i++)
        for (size_t k = 0; k < in->columns[i].value_count; k++) {
            const char *value = in->columns[i].values[k];
            name_filter(all, arena_printf(all->a, "%s=%s", in->columns[i].name, value),
                        arena_printf(all->a, "%s %s", value,
                                     value_title(all, &in->columns[i], k)),
                        NULL, true);
        }
}

static void name_answers(struct askables *all, const struct question *q)
{
    const char *question = arena_printf(all->a, "%s %s", q->name, plain(all, &q->text));
    if (q->kind == QUESTION_SCORED)
        name_filter(all, q->name, question, NULL, false);
    for (size_t i = 0; i < q->choice_count; i++)
        name_filter(
            all, arena_printf(all->a, "%s=%s", q->name, q->choices[i].name),
            arena_printf(all->a, "%s %s", question, plain(all, &q->choices[i].title)),
            &q->choices[i], false);
    for (size_t i = 0; i < q->reason_count; i++)
        name_filter(
            all, arena_printf(all->a, "%s" BECAUSE "%s", q->name, q->reasons[i].name),
            arena_printf(all->a, "%s %s", question, plain(all, &q->reasons[i].title)),
            &q->reasons[i], false);
}

static void name_filters(struct askables *all)
{
    const struct programme *p = all->s->in->programme;
    name_simple(all);
    for (size_t i = 0; i < p->question_count; i++)
        name_answers(all, &p->questions[i]);
}

/* ---- all ---- */

static void weigh(struct askables *all)
{
    ARRAY(struct asked_words *) words = {0};
    for (size_t i = 0; i < all->subjects.len; i++)
        *array_push(all->a, &words) = &all->subjects.at[i].words;
    for (size_t i = 0; i < all->filters.len; i++)
        *array_push(all->a, &words) = &all->filters.at[i].words;
    struct bare_texts texts = bare_texts(all->a, all->s->in, all->lang, true);
    asked_words_weigh(all->a, words.at, words.len, &texts);
}

static void count_all(struct askables *all)
{
    size_t filters = all->filters.len;
    all->with = NEW_ARRAY(all->a, struct counted, all->subjects.len * filters + 1);
    for (size_t i = 0; i < all->subjects.len; i++)
        for (size_t k = 0; k < filters && all->subjects.at[i].set.applicable != NULL;
             k++) {
            struct score sum = sets_count(all->sets, &all->subjects.at[i].set,
                                          &all->filters.at[k].set, 1);
            all->with[i * filters + k] = counted_of(sum, score_percent(sum));
        }
}

struct askables *askables_of(struct arena *a, const struct scores *s, enum lang l)
{
    struct askables *all = NEW(a, struct askables);
    *all = (struct askables){.a = a, .s = s, .lang = l, .sets = sets_new(a, s->in)};
    add_subjects(all);
    if (s->in->evidence == EVIDENCE_CASES) {
        name_filters(all);
        add_filters(all);
    }
    weigh(all);
    count_all(all);
    return all;
}

struct counted askable_count(const struct askables *all, size_t subject,
                             const size_t *filters, size_t count)
{
    const struct subject *s = &all->subjects.at[subject];
    if (count == 0)
        return s->counted;
    if (s->set.applicable == NULL)
        return (struct counted){0, 0, SCORE_NONE};
    if (count == 1)
        return all->with[subject * all->filters.len + filters[0]];
    const uint64_t *both[FILTERS_MOST] = {all->filters.at[filters[0]].set,
                                          all->filters.at[filters[1]].set};
    struct score sum = sets_count(all->sets, &s->set, both, FILTERS_MOST);
    return counted_of(sum, score_percent(sum));
}
