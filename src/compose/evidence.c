/* evidence.c -- figures that stand beside a finding.  In: the marks of its words; out: an
 * <evidence> for each question of which one gives the share.  No number is printed twice:
 * what the words say already, their evidence leaves out.  The share beside it is that of
 * the sufficient answers, whichever the words count. */
#include "compose/work.h"

#include <string.h>

/* A finding while it is expanded. */
struct beside_finding {
    struct element *item;
    ARRAY(const struct figure_ask *) asks; /* of scored questions */
};

/* Where a text is not in a column it prints its shares in brackets. */
struct beside_finding *evidence_begin(struct work *w, const struct author_text *t,
                                      struct element *into)
{
    struct beside_finding *outer = w->beside;
    w->beside = NULL;
    if (t->evidence && into->kind == EL_ITEM) {
        w->beside = NEW(w->a, struct beside_finding);
        w->beside->item = into;
    }
    return outer;
}

static bool is_beside(const struct figure_ask *ask)
{
    return ask->with_percent || ask->form == FORM_BESIDE;
}

/* The blank before a mark that prints nothing. */
static void blank_drop(struct work *w, struct element *into)
{
    struct element *last = into->last;
    size_t len = last != NULL && last->kind == EL_TEXT ? strlen(last->text) : 0;
    if (len > 0 && strchr(" \n", last->text[len - 1]) != NULL)
        last->text = arena_strndup(w->a, last->text, len - 1);
}

const struct figure_ask *evidence_take(struct work *w, struct element *into,
                                       const struct figure_ask *ask)
{
    struct beside_finding *b = w->in_note ? NULL : w->beside;
    if (b == NULL && ask->form == FORM_BESIDE)
        diag(w->d, DIAG_MARK_FORM, ask->pos,
             "\"beside\" of %s; nothing stands beside this text: write n of and a noun",
             ask->name);
    if (b == NULL || ask->kind != FIGURE_QUESTION || figure_is_sum(w->p, ask))
        return ask->form == FORM_BESIDE ? NULL : ask;
    *array_push(w->a, &b->asks) = ask;
    if (ask->form == FORM_BESIDE)
        blank_drop(w, into);
    if (ask->form == FORM_BESIDE || !ask->with_percent)
        return ask->form == FORM_BESIDE ? NULL : ask;
    struct figure_ask *words = NEW(w->a, struct figure_ask);
    *words = *ask;
    words->with_percent = false;
    return words;
}

/* ---- behind the words ---- */

static bool is_same(const struct figure_ask *x, const struct figure_ask *y)
{
    return x->question == y->question && strcmp(x->part, y->part) == 0;
}

/* What a finding says among its words of what is counted beside it: how many, what share.
 * Of the others, or of how many, it may say besides. */
struct in_words {
    bool count, share;
};

static struct in_words words_of(const struct beside_finding *b,
                                const struct figure_ask *of)
{
    struct in_words words = {0};
    for (size_t i = 0; i < b->asks.len; i++) {
        const struct figure_ask *ask = b->asks.at[i];
        bool other = ask->not || ask->form == FORM_BESIDE || ask->form == FORM_WORDS ||
                     ask->form == FORM_BASE;
        if (other || !is_same(ask, of))
            continue;
        if (ask->form == FORM_PERCENT)
            words.share = true;
        else
            words.count = true;
    }
    return words;
}

/* "screened", of the question; else "cases", by the number before it. */
static void label_into(struct work *w, struct element *into, const struct figure_ask *ask,
                       long base)
{
    const struct text *brief = &w->p->questions[ask->question].brief;
    struct sink to = sink_of(into);
    if (brief->in[w->lang] == NULL && brief->in[LANG_EN] != NULL)
        diag(w->d, DIAG_WORD_MISSING, brief->pos,
             "short of %s is not given in language %s", ask->name, lang_code(w->lang));
    if (brief->in[w->lang] != NULL)
        expand_inlines(w, into, brief->in[w->lang], NULL);
    else
        expand_word(w, &to, report_word_key(REPORT_WORD_EVIDENCE_CASES), &base, NULL,
                    ask->pos);
}

/* A number beside a finding; `source`: NULL where the one before it is signed with it. */
static void number_put(struct work *w, struct element *into, const char *printed,
                       struct source_figure *source, struct pos pos)
{
    struct element *fig = element_add(w->a, into, EL_FIG, pos);
    element_text(w->a, fig, printed, pos);
    if (source != NULL)
        source->printed = printed;
    fig->figure = source;
}

/* "58 of 62 screened 94%", without what is among the words: "screened 94%", or "94%". */
static void evidence_put(struct work *w, struct element *item,
                         const struct figure_ask *ask, const struct figure *f,
                         struct in_words words)
{
    struct element *e = element_add(w->a, item, EL_EVIDENCE, ask->pos);
    struct source_figure *source = figure_source(w, ask, *f);
    e->count = f->count;
    e->base = f->base;
    if (!words.count) {
        number_put(w, element_add(w->a, e, EL_STRONG, ask->pos), figure_pair(w, f),
                   source, ask->pos);
        element_text(w->a, e, " ", ask->pos);
        source->percent_printed = !words.share;
        source = NULL;
    }
    if (!words.count || w->p->questions[ask->question].brief.in[LANG_EN] != NULL)
        label_into(w, e, ask, f->base);
    if (words.share)
        return;
    if (e->first != NULL)
        element_text(w->a, e, " ", ask->pos);
    number_put(w, e, figure_percent(w, f->percent), source, ask->pos);
}

static void evidence_of(struct work *w, const struct beside_finding *b, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (is_beside(b->asks.at[k]) && is_same(b->asks.at[k], b->asks.at[i]))
            return;
    struct figure_ask *ask = NEW(w->a, struct figure_ask);
    *ask = *b->asks.at[i];
    ask->form = FORM_BESIDE;
    ask->not = ask->with_percent = ask->spelt = ask->capital = false;
    struct figure f = figure_count(w->d, w->s, ask);
    *array_push(w->a, &w->asks) = ask;
    if (f.kept && f.base > 0)
        evidence_put(w, b->item, ask, &f, words_of(b, ask));
}

void evidence_end(struct work *w, struct beside_finding *outer)
{
    struct beside_finding *b = w->beside;
    w->beside = outer;
    for (size_t i = 0; b != NULL && i < b->asks.len; i++)
        if (is_beside(b->asks.at[i]))
            evidence_of(w, b, i);
}

/* ---- the head of the column ---- */

static bool has_evidence(const struct element *e)
{
    if (e->kind == EL_EVIDENCE)
        return true;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (has_evidence(c))
            return true;
    return false;
}

void evidence_heads(struct element *in)
{
    for (struct element *e = in->first; e != NULL; e = e->next) {
        const struct element *list = e->next;
        struct element *head =
            e->kind == EL_HEADING ? (struct element *)element_child(e, EL_ASIDE) : NULL;
        bool only_a_head = head != NULL && element_child(head, EL_VALUE) == NULL;
        if (only_a_head && list != NULL && list->kind == EL_LIST &&
            list_kind(list) == LIST_FINDINGS && !has_evidence(list))
            element_remove(head);
        else
            evidence_heads(e);
    }
}
