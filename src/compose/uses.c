/* uses.c -- what a template has to print of its programme's lists, and what it prints: by
 * which a check sees a list of which it prints only some.  Knows no template. */
#include "compose/work.h"

void use_put(struct work *w, const char *what, const char *name, struct pos at)
{
    *array_push(w->a, &w->prints) = (struct print){what, name, at};
}

const char *question_list(const struct question *q)
{
    return q->headlines != 0 ? "key question" : "question";
}

static void figure_put_use(struct work *w, const char *figure, enum level l, size_t i,
                           struct pos at)
{
    use_put(w, arena_printf(w->a, "%s of %s", figure, level_names[l].word),
            w->p->aspects[l][i].id, at);
}

static void question_put(struct work *w, const struct question *q, struct pos at)
{
    use_put(w, arena_printf(w->a, "figures of %s", question_list(q)), q->name, at);
}

static const char *const national_uses[] = {[NATIONAL_LOWEST] = "national lowest",
                                            [NATIONAL_HIGHEST] = "national highest",
                                            [NATIONAL_AVERAGE] = "national average"};

void use_figure(struct work *w, const struct figure_ask *ask, struct pos at)
{
    size_t index = ask->index >= 0 ? (size_t)ask->index : 0;
    if (ask->kind == FIGURE_SCORE)
        figure_put_use(w, "score", ask->level, index, at);
    else if (ask->kind == FIGURE_JUDGEMENT)
        figure_put_use(w, "judgement", ask->level, index, at);
    else if (ask->kind == FIGURE_NATIONAL && ask->question >= 0)
        question_put(w, &w->p->questions[ask->question], at);
    else if (ask->kind == FIGURE_NATIONAL && (size_t)ask->national < LEN(national_uses))
        figure_put_use(w, national_uses[ask->national], ask->level, index, at);
    else if (ask->kind == FIGURE_QUESTION)
        question_put(w, &w->p->questions[ask->question], at);
}

/* ---- all of them ---- */

static void aspect_list(struct work *w, enum level l, size_t i)
{
    const struct pos nowhere = {0};
    if (aspect_is_scored(w->p, l, i))
        figure_put_use(w, "score", l, i, nowhere);
    if (w->p->band_count > 0)
        figure_put_use(w, "judgement", l, i, nowhere);
    if (l == LEVEL_HEADLINE && w->p->registered_count > 0)
        for (size_t n = 0; n < LEN(national_uses); n++)
            figure_put_use(w, national_uses[n], l, i, nowhere);
}

void uses_list(struct work *w)
{
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < w->p->aspect_count[l]; i++)
            aspect_list(w, l, i);
    for (size_t i = 0; i < w->p->question_count; i++)
        if (w->p->questions[i].kind == QUESTION_SCORED)
            question_put(w, &w->p->questions[i], (struct pos){0});
    for (size_t i = 0; i < w->p->chart_count; i++)
        use_put(w, "chart", w->p->charts[i].name, (struct pos){0});
}
