/* asked.c -- what a figure was asked for, for whoever signs it.  In: what a mark asks;
 * out: its question, its name and its part of the sample as words.  Knows no number. */
#include "compose/work.h"

static const char *title_of(struct work *w, const struct text *t)
{
    return prose_plain(w->a, t->in[w->lang]);
}

/* The question in full; for one of its answers or reasons, that too. */
static const char *asked(struct work *w, const struct question *q,
                         const struct category *answers, int which)
{
    if (q == NULL)
        bug("a figure of no question");
    const char *text = title_of(w, &q->text);
    if (which < 0)
        return text;
    return arena_printf(w->a, "%s %s", text, title_of(w, &answers[which].title));
}

/* The judgement that has the limit, or what holds what is counted. */
static const struct text *said_of(const struct programme *p, const struct figure_ask *ask)
{
    if (ask->form == FORM_PERCENT)
        return &p->bands[ask->choice].title;
    return ask->index >= 0 ? &p->aspects[ask->level][ask->index].title : &p->title;
}

const char *asked_question(struct work *w, const struct figure_ask *ask)
{
    const struct question *q = NULL;
    if (ask->kind == FIGURE_REPLY)
        q = &w->p->questionnaires[ask->questionnaire].questions[ask->question];
    else if (ask->question >= 0)
        q = &w->p->questions[ask->question];
    switch (ask->kind) {
    case FIGURE_QUESTION:
    case FIGURE_CHOICE:
    case FIGURE_REPLY: return asked(w, q, q != NULL ? q->choices : NULL, ask->choice);
    case FIGURE_REASON: return asked(w, q, q != NULL ? q->reasons : NULL, ask->choice);
    case FIGURE_RETURNED:
        return title_of(w, &w->p->questionnaires[ask->questionnaire].title);
    case FIGURE_CASES:
        return word_plain(w, report_word_key(REPORT_WORD_FIGURES_CASES), false);
    case FIGURE_COUNTED:
        return word_plain(w, report_word_key(REPORT_WORD_FIGURES_COUNTED), false);
    case FIGURE_SCORE:
    case FIGURE_JUDGEMENT:
    case FIGURE_POINTS:
    case FIGURE_NATIONAL:
    case FIGURE_EARLIER:
        if (ask->question >= 0)
            return asked(w, q, NULL, -1);
        return title_of(w, &w->p->aspects[ask->level][ask->index].title);
    case FIGURE_SAID: return title_of(w, said_of(w->p, ask));
    case FIGURE_FIELD:
    case FIGURE_ARG:
    case FIGURE_WORDING:
    case FIGURE_QUANTITY: break;
    }
    return "";
}

const char *asked_name(struct work *w, const struct figure_ask *ask)
{
    struct arena *a = w->a;
    if (ask->kind == FIGURE_RETURNED)
        return arena_printf(a, "returned %s",
                            w->p->questionnaires[ask->questionnaire].name);
    if (ask->kind == FIGURE_COUNTED)
        return arena_printf(a, "counted %ld %ld", ask->number, ask->out_of);
    bool national = ask->kind == FIGURE_NATIONAL, points = ask->kind == FIGURE_POINTS;
    if (!national && !points && ask->kind != FIGURE_SCORE && ask->kind != FIGURE_EARLIER)
        return ask->name;
    const char *id = ask->question >= 0 ? w->p->questions[ask->question].name
                                        : w->p->aspects[ask->level][ask->index].id;
    if (national)
        return arena_printf(a, "national %s %s", id, national_names[ask->national]);
    return arena_printf(a, "%s %s",
                        points                      ? "points"
                        : ask->kind == FIGURE_SCORE ? "score"
                                                    : "earlier",
                        id);
}

/* ---- the part of the sample ---- */

static const char *among_column(struct work *w, const struct condition *c)
{
    const struct column *column = &w->in->columns[c->column];
    const struct characteristic *of = column->characteristic;
    return of != NULL ? title_of(w, &of->categories[c->value].title)
                      : column->values[c->value];
}

/* NULL: only its mark says it, as of an opposite. */
static const char *among(struct work *w, const struct restriction *r)
{
    const struct question *q = &w->p->questions[r->question > 0 ? r->question : 0];
    if (r->not || (r->kind == RESTRICT_COLUMN && r->column.op == CONDITION_IS_NOT))
        return NULL;
    switch (r->kind) {
    case RESTRICT_COLUMN: return among_column(w, &r->column);
    case RESTRICT_PHASE: return title_of(w, &w->p->parts[r->phase].title);
    case RESTRICT_ANSWER: return asked(w, q, NULL, -1);
    case RESTRICT_CHOICE: return asked(w, q, q->choices, r->choice);
    case RESTRICT_REASON: return asked(w, q, q->reasons, r->choice);
    }
    bug("restriction of kind %d", (int)r->kind);
}

const char *asked_among(struct work *w, const struct figure_ask *ask)
{
    const char *all = "";
    for (size_t i = 0; i < ask->where_count; i++) {
        const char *one = among(w, &ask->where[i]);
        if (one == NULL)
            return ask->part != NULL ? ask->part : "";
        all = i == 0 ? one : arena_printf(w->a, "%s; %s", all, one);
    }
    return all;
}
