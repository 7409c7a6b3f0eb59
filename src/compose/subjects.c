/* subjects.c -- whether what stands beside a title is of what it names: the score in the
 * row of a criterion, the bar over its label, the figure behind a name in a sentence.
 * In: what one element has printed of the programme's lists, made-up data at hand; out: a
 * warning at the template's line. */
#include "compose/work.h"

#include <string.h>

/* "criterion" of "score of criterion". */
static const char *list_of(const struct print *p)
{
    const char *of = strstr(p->what, " of ");
    return of != NULL ? of + 4 : p->what;
}

static bool is_title(const struct print *p)
{
    return strncmp(p->what, "title ", 6) == 0 || strncmp(p->what, "text ", 5) == 0;
}

/* Whether one of the names is there by its title, and another than `of` alone. */
static bool names_others(const struct print *from, const struct print *to,
                         const struct print *of)
{
    bool others = false;
    for (; from < to; from++) {
        if (!is_title(from) || strcmp(list_of(from), list_of(of)) != 0)
            continue;
        if (strcmp(from->name, of->name) == 0)
            return false;
        others = true;
    }
    return others;
}

static void pairs_check(struct work *w, const struct element *e, size_t from)
{
    const struct print *first = w->prints.at + from, *end = w->prints.at + w->prints.len;
    for (const struct print *p = first; p < end; p++)
        if (!is_title(p) && names_others(first, end, p)) {
            diag(w->d, DIAG_UNLIKE, e->pos,
                 "<%s> has the %s beside the title of another; is the id in it right?",
                 element_name(e->kind), p->what);
            return;
        }
}

/* A bar is counted when all are there; what it is of, it says itself. */
static void bar_check(struct work *w, const struct element *bar, size_t from)
{
    const size_t before = w->prints.len;
    struct diags *d = w->d;
    w->d = diags_new(w->a); /* said when it is counted */
    const struct figure_ask *ask = figure_expression(w, bar->at[AT_OF], bar->pos);
    w->d = d;
    if (ask != NULL)
        use_figure(w, ask, bar->pos);
    pairs_check(w, bar, from);
    w->prints.len = before;
}

/* ---- what a sentence is handed ---- */

/* "score 1.1", "plan-done": what is counted of the one that a print is of. */
static int share_of(struct work *w, const struct print *p)
{
    struct diags *d = w->d;
    const char *list = list_of(p);
    bool scored = strcmp(list, "section") == 0 || strcmp(list, "criterion") == 0 ||
                  strcmp(list, "headline") == 0;
    if (!scored && strstr(list, "question") == NULL)
        return SCORE_NONE;
    w->d = diags_new(w->a); /* it may not be counted */
    const char *expr = arena_printf(w->a, "%s%s", scored ? "score " : "", p->name);
    const struct figure_ask *ask = figure_expression(w, expr, w->in->root->node->pos);
    int percent = ask != NULL ? figure_count(w->d, w->s, ask).percent : SCORE_NONE;
    w->d = d;
    return percent;
}

/* The <with> of that name and what it is of; NULL: none. */
static const struct print *handed(struct work *w, const struct element *word,
                                  const char *name)
{
    for (const struct element *c = word->first; c != NULL; c = c->next)
        if (c->kind == EL_WITH && strcmp(c->at[AT_NAME], name) == 0)
            return map_get(w->handed, arena_printf(w->a, "%p", (const void *)c));
    return NULL;
}

/* Names say which of two is the better. */
static void order_check(struct work *w, const struct element *word)
{
    static const char *const names[][2] = {
        {"best", "worst"}, {"highest", "lowest"}, {"most", "least"}};
    for (size_t i = 0; i < LEN(names); i++) {
        const struct print *more = handed(w, word, names[i][0]),
                           *less = handed(w, word, names[i][1]);
        if (more == NULL || less == NULL)
            continue;
        int high = share_of(w, more), low = share_of(w, less);
        bool same = strcmp(more->name, less->name) == 0;
        if (high != SCORE_NONE && low != SCORE_NONE && (high < low || same))
            diag(w->d, DIAG_UNLIKE, word->pos,
                 "what it calls \"%s\" is no more than the \"%s\"; are the tests or the "
                 "order that choose them right?",
                 names[i][0], names[i][1]);
    }
}

/* What a wording prints of what it was handed, in its order. */
struct in_order {
    struct work *w;
    const struct element *word;
    ARRAY(const struct print *) titles, figures;
};

static void take_arg(const struct inline_node *n, void *data)
{
    struct in_order *o = data;
    if (n->kind != INLINE_MARK || n->word_count < 2 ||
        strcmp(n->words[0].text, "arg") != 0)
        return;
    const struct print *p = handed(o->w, o->word, n->words[1].text);
    if (p != NULL && is_title(p))
        *array_push(o->w->a, &o->titles) = p;
    else if (p != NULL)
        *array_push(o->w->a, &o->figures) = p;
}

/* "A has 40% and B has 20%": as many figures as titles are in the order of these. */
static void turns_check(struct work *w, const struct element *word)
{
    const struct word *of = words_get(w->p->words, word->at[AT_KEY]);
    struct in_order o = {.w = w, .word = word};
    if (of != NULL)
        prose_walk(of->forms[w->lang][PLURAL_OTHER].blocks, take_arg, &o);
    for (size_t i = 0; o.titles.len == o.figures.len && i < o.titles.len; i++)
        if (strcmp(list_of(o.titles.at[i]), list_of(o.figures.at[i])) == 0 &&
            strcmp(o.titles.at[i]->name, o.figures.at[i]->name) != 0) {
            diag(w->d, DIAG_UNLIKE, of->pos,
                 "%s prints the %s where that of another belongs; have two args changed "
                 "places?",
                 word->at[AT_KEY], o.figures.at[i]->what);
            return;
        }
}

static void with_take(struct work *w, const struct element *with, size_t from)
{
    if (from == w->prints.len)
        return;
    struct print *first = NEW(w->a, struct print);
    *first = w->prints.at[from];
    map_put(w->handed, arena_printf(w->a, "%p", (const void *)with), first);
}

/* ---- what is said twice ---- */

struct said_at {
    struct pos pos;
};

static void add_length(const struct inline_node *n, void *data)
{
    size_t *len = data;
    *len += n->kind == INLINE_TEXT ? strlen(n->text) : 0;
}

/* A whole sentence at least, and one that says the same wherever it stands. */
static bool is_sentence(struct work *w, const struct element *word)
{
    enum { LONG = 60 };
    const struct word *of = words_get(w->p->words, word->at[AT_KEY]);
    size_t len = 0;
    if (word->first == NULL && of != NULL)
        prose_walk(of->forms[w->lang][PLURAL_OTHER].blocks, add_length, &len);
    return len > LONG;
}

/* Where two elements of a template print the same sentence, one of them means another. */
static void twice_check(struct work *w, const struct element *word)
{
    const char *key = arena_printf(w->a, "word %s", word->at[AT_KEY]);
    struct said_at *at = map_get(w->handed, key);
    if (at == NULL && is_sentence(w, word)) {
        at = NEW(w->a, struct said_at);
        at->pos = word->pos;
        map_put(w->handed, key, at);
    } else if (at != NULL && at->pos.at != word->pos.at) {
        diag(w->d, DIAG_ALIKE, word->pos,
             "the wording %s, which this document says before; is this its place?",
             word->at[AT_KEY]);
    }
}

void subjects_check(struct work *w, const struct element *e, size_t from)
{
    if (!w->in->made_up)
        return;
    switch ((int)e->kind) { /* the others hold more than one thing */
    case EL_BAR: bar_check(w, e, from); break;
    case EL_TR:
    case EL_TAB:
    case EL_HEADING:
    case EL_PANEL:
    case EL_RATING:
    case EL_SCOREBOX: pairs_check(w, e, from); break;
    case EL_WITH: with_take(w, e, from); break;
    case EL_WORD:
        pairs_check(w, e, from);
        order_check(w, e);
        turns_check(w, e);
        twice_check(w, e);
        break;
    }
}
