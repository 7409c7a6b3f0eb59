/* said.c -- what a mark says of the programme itself: ((programme title 4)), ((programme
 * from good)), ((programme key 4 spelt)).  In: its words; out: a title or a number, which
 * stands in programme.yaml alone. */
#include "model/mark.h"

#include <string.h>

static const struct aspect *find_titled(struct mark *m, const char *id)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++) {
        m->ask->level = l;
        m->ask->index = programme_aspect(m->p, l, id);
        if (m->ask->index >= 0)
            return &m->p->aspects[l][m->ask->index];
    }
    return NULL;
}

/* Its id, or best or worst: a programme that builds on another may have others. */
static int find_band(const struct mark *m, const char *id)
{
    if (strcmp(id, "best") == 0)
        return m->p->band_count > 0 ? 0 : -1;
    return strcmp(id, "worst") == 0 ? (int)m->p->band_count - 1
                                    : programme_band(m->p, id);
}

static bool parse_title(struct mark *m, const struct mark_word *w)
{
    const struct aspect *aspect = find_titled(m, w->text);
    int band = find_band(m, w->text);
    if (aspect != NULL || band >= 0) {
        m->ask->title = aspect != NULL ? &aspect->title : &m->p->bands[band].title;
        return true;
    }
    diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos, "\"%s\" is no %s and no judgement of %s",
         w->text, level_any(m), m->p->name);
    return false;
}

/* In points, by the rule of what stands behind it: "from good overall". */
static bool parse_points_limit(struct mark *m, const struct mark_word *w, int band)
{
    const struct mark_word *of = mark_next(m);
    const struct aspect *one = band >= 0 ? find_titled(m, of->text) : NULL;
    const struct rule *rule =
        one != NULL ? programme_rule(m->p, m->ask->level, (size_t)m->ask->index) : NULL;
    const struct limits *l = rule != NULL && rule->bands != NULL && rule->places == 0
                                 ? &rule->bands[band]
                                 : NULL;
    if (l == NULL || l->from > l->to) {
        diag(m->r.d, DIAG_MARK_UNKNOWN, of->pos,
             "\"%s\" of %s has no limit of \"%s\" in whole points", of->text, m->p->name,
             w->text);
        return false;
    }
    m->ask->number = strcmp(m->ask->field, "from") == 0 ? l->from : l->to;
    m->ask->name =
        arena_printf(m->r.a, "programme %s %s %s", m->ask->field, w->text, of->text);
    return true;
}

static bool parse_limit(struct mark *m, const struct mark_word *w)
{
    int band = find_band(m, w->text);
    if (!mark_done(m))
        return parse_points_limit(m, w, band);
    bool from = strcmp(m->ask->field, "from") == 0;
    int limit = band < 0 ? -1 : from ? m->p->bands[band].from : m->p->bands[band].to;
    if (limit < 0)
        diag(m->r.d, DIAG_MARK_UNKNOWN, w->pos,
             "\"%s\" is no judgement of %s with a limit", w->text, m->p->name);
    m->ask->number = limit;
    m->ask->form = FORM_PERCENT;
    m->ask->choice = band;
    m->ask->name = arena_printf(m->r.a, "programme %s %s", m->ask->field, w->text);
    return limit >= 0;
}

/* Questions of a section or a criterion; NULL: of all of them.  `key`: those that count
 * towards a headline. */
static long count_questions(const struct mark *m, const char *id, bool key)
{
    int section = id != NULL ? programme_aspect(m->p, LEVEL_SECTION, id) : -1;
    int criterion = id != NULL ? programme_aspect(m->p, LEVEL_CRITERION, id) : -1;
    const struct aspect *criteria = m->p->aspects[LEVEL_CRITERION];
    long count = 0;
    for (size_t i = 0; criteria != NULL && i < m->p->question_count; i++) {
        const struct question *q = &m->p->questions[i];
        if (q->criterion < 0 || (key && q->headlines == 0))
            continue;
        int of = criteria[q->criterion].section;
        count += id == NULL || of == section || q->criterion == criterion;
    }
    return count;
}

static long count_criteria(const struct mark *m, const char *id)
{
    int section = id != NULL ? programme_aspect(m->p, LEVEL_SECTION, id) : -1;
    long count = 0;
    for (size_t i = 0; i < m->p->aspect_count[LEVEL_CRITERION]; i++)
        count += id == NULL || m->p->aspects[LEVEL_CRITERION][i].section == section;
    return count;
}

static long count_of(const struct mark *m, const char *what, const char *id)
{
    if (strcmp(what, "judgements") == 0)
        return (long)m->p->band_count;
    if (strcmp(what, "headlines") == 0)
        return (long)m->p->aspect_count[LEVEL_HEADLINE];
    if (strcmp(what, "sections") == 0)
        return (long)m->p->aspect_count[LEVEL_SECTION];
    if (strcmp(what, "criteria") == 0)
        return count_criteria(m, id);
    return count_questions(m, id, strcmp(what, "key-questions") == 0);
}

static bool parse_spelt(struct mark *m)
{
    const struct mark_word *w = mark_next(m);
    if (w == NULL)
        return true;
    m->ask->capital = strcmp(w->text, "Spelt") == 0;
    m->ask->spelt = m->ask->capital || strcmp(w->text, "spelt") == 0;
    if (!m->ask->spelt || !mark_done(m))
        diag(m->r.d, DIAG_MARK_FORM, w->pos, "\"%s\"; a number is a figure, or spelt",
             w->text);
    return m->ask->spelt && mark_done(m);
}

/* Of a section or criterion, of all when none is named. */
static bool parse_count(struct mark *m)
{
    const struct mark_word *w = mark_done(m) ? NULL : &m->words[m->at];
    bool named = w != NULL && find_titled(m, w->text) != NULL;
    m->ask->number = count_of(m, m->ask->field, named ? w->text : NULL);
    m->at += named;
    m->ask->name = arena_printf(m->r.a, "programme %s%s%s", m->ask->field,
                                named ? " " : "", named ? w->text : "");
    return parse_spelt(m);
}

bool said_parse(struct mark *m)
{
    static const char *const names[] = {"title",      "from",      "to",
                                        "judgements", "headlines", "sections",
                                        "criteria",   "questions", "key-questions"};
    enum { WITH_NAME = 3 }; /* so many of them ask for one */
    m->ask->kind = FIGURE_SAID;
    const struct mark_word *what = mark_next(m), *of = NULL;
    int at = choose(&m->r, DIAG_MARK_FORM, what != NULL ? what->pos : m->pos,
                    what != NULL ? what->text : "", names, LEN(names));
    if (at < 0)
        return false;
    m->ask->field = names[at];
    if (at >= WITH_NAME)
        return parse_count(m);
    of = mark_next(m);
    if (of == NULL) {
        diag(m->r.d, DIAG_MARK_SYNTAX, m->pos, "an id is missing behind \"%s\"",
             names[at]);
        return false;
    }
    bool good = at == 0 ? parse_title(m, of) : parse_limit(m, of);
    if (good && at == 0 && !mark_done(m) && strcmp(m->words[m->at].text, "small") == 0)
        m->ask->field_form = mark_next(m)->text;
    if (good && !mark_done(m))
        diag(m->r.d, DIAG_MARK_FORM, m->words[m->at].pos, "\"%s\" cannot stand here",
             m->words[m->at].text);
    return good && mark_done(m);
}
