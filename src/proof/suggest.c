/* suggest.c -- numbers of the text and what the answers count, brought together.  In:
 * scores; out: marks that print the same.  Does not know which of them the author means.
 */
#include "proof/suggest.h"

#include "base/word.h"
#include "compose/compose.h"

#include <stdlib.h>
#include <string.h>

/* Words that are shorter are in every sentence; of longer ones so much is compared. */
#define WORD_BYTES 5

/* What a mark may ask for: a question in a part of the sample. */
struct askable {
    const char *name;  /* "done", "reasons=late" */
    const char *where; /* " where custody", or "" */
    const char *question;
    struct figure figure;
};

struct suggesting {
    struct arena *a;
    const struct scores *s;
    enum lang lang;
    ARRAY(struct askable) all;
    ARRAY(const char *) parts;
    struct bare_list numbers;
    struct mark_printer *printer;
};

/* ---- what can be asked for ---- */

static void add_candidate(struct suggesting *g, const char *name, const char *where,
                          const char *question)
{
    struct diags *unsaid = diags_new(g->a); /* what cannot be counted is none */
    const struct figure_ask *ask =
        figure_parse_text(g->a, unsaid, g->s->in->programme, g->s->in,
                          arena_printf(g->a, "%s%s", name, where), (struct pos){0});
    if (ask == NULL)
        return;
    struct figure f = figure_count(unsaid, g->s, ask);
    if (f.kept && f.base > 0)
        *array_push(g->a, &g->all) = (struct askable){name, where, question, f};
}

static void add_in_parts(struct suggesting *g, const char *name, const char *question)
{
    for (size_t i = 0; i < g->parts.len; i++)
        add_candidate(g, name, g->parts.at[i], question);
}

static void add_choices(struct suggesting *g, const struct question *q, bool parts)
{
    const char *question = prose_plain(g->a, q->text.in[g->lang]);
    for (size_t i = 0; i < q->choice_count; i++) {
        const struct category *c = &q->choices[i];
        const char *name = arena_printf(g->a, "%s=%s", q->name, c->name);
        const char *text = arena_printf(g->a, "%s %s", question,
                                        prose_plain(g->a, c->title.in[g->lang]));
        if (parts)
            add_in_parts(g, name, text);
        else
            add_candidate(g, name, "", text);
    }
}

static void add_part(struct suggesting *g, const char *part)
{
    *array_push(g->a, &g->parts) = arena_printf(g->a, " where %s", part);
}

static void gather_parts(struct suggesting *g)
{
    const struct inspection *in = g->s->in;
    *array_push(g->a, &g->parts) = "";
    for (size_t i = 0; i < in->programme->part_count; i++)
        add_part(g, in->programme->parts[i].name);
    for (size_t i = 0; i < in->column_count; i++)
        for (size_t k = 0; k < in->columns[i].value_count; k++)
            add_part(g, arena_printf(g->a, "%s=%s", in->columns[i].name,
                                     in->columns[i].values[k]));
}

static void gather_candidates(struct suggesting *g)
{
    const struct programme *p = g->s->in->programme;
    gather_parts(g);
    add_in_parts(g, "cases", "");
    for (size_t i = 0; i < p->question_count; i++) {
        const struct question *q = &p->questions[i];
        if (q->choice_count > 0)
            add_choices(g, q, true);
        else
            add_in_parts(g, q->name, prose_plain(g->a, q->text.in[g->lang]));
    }
    for (size_t i = 0; i < p->questionnaire_count; i++)
        for (size_t k = 0; k < p->questionnaires[i].question_count; k++)
            add_choices(g, &p->questionnaires[i].questions[k], false);
    for (enum level l = 0; l < LEVEL_COUNT; l++)
        for (size_t i = 0; i < p->aspect_count[l]; i++)
            add_candidate(g, arena_printf(g->a, "score %s", p->aspects[l][i].id), "",
                          prose_plain(g->a, p->aspects[l][i].title.in[g->lang]));
}

/* ---- does it print the same? ---- */

static bool is_vague(const struct suggesting *g, const struct askable *c,
                     const char *printed)
{
    size_t count = 0;
    const struct vague *all = words_vague(g->s->in->programme->words, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = all[i].text[g->lang];
        bool share = all[i].but < 0 && all[i].only < 0;
        if (text != NULL && share && all[i].from <= c->figure.percent &&
            c->figure.percent <= all[i].to)
            return strstr(text, printed + 1) != NULL; /* its capital may differ */
    }
    return false;
}

/* The form in which it prints the number, or NULL. */
static const char *form_of(const struct suggesting *g, const struct askable *c,
                           const struct bare *b)
{
    const struct figure *f = &c->figure;
    char *end;
    long n = strtol(b->value, &end, 10);
    bool score = strncmp(c->name, "score ", 6) == 0;
    if (*end == '/')
        return !score && is_vague(g, c, b->printed) ? " words" : NULL;
    if (*end == '%')
        return end[1] != '\0'          ? NULL
               : f->percent == n       ? " %"
               : 100 - f->percent == n ? " % not"
                                       : NULL;
    if (*end != '\0' || score)
        return NULL;
    return f->count == n             ? ""
           : f->base - f->count == n ? " not"
           : f->base == n            ? " of"
                                     : NULL;
}

static const char *mark_of(struct suggesting *g, const struct askable *c,
                           const struct bare *b)
{
    const char *form = form_of(g, c, b);
    bool digits = b->printed[0] >= '0' && b->printed[0] <= '9';
    bool capital = b->printed[0] >= 'A' && b->printed[0] <= 'Z';
    bool count = form[0] == '\0' || strcmp(form, " not") == 0;
    const char *spelt = digits || !count ? "" : capital ? " Spelt" : " spelt";
    return arena_printf(g->a, "((%s%s%s%s))", c->name, form, spelt, c->where);
}

/* ---- which is meant? ---- */

struct ranked {
    const struct askable *candidate;
    size_t agree, numbers, words, order;
};

static bool parts_sentences(const char *words, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (strchr(".?!", words[i]) != NULL && words[i + 1] == ' ')
            return true;
    return false;
}

static bool same_sentence(const struct bare *x, const struct bare *y)
{
    return strcmp(x->in->words, y->in->words) == 0 &&
           !parts_sentences(x->in->words, x->from < y->from ? x->from : y->from,
                            x->from < y->from ? y->from : x->from);
}

/* How many words of a question the paragraph has too, by how they begin. */
static size_t shared_words(const char *question, const char *text)
{
    size_t shared = 0;
    for (const char *s = question + word_gap(question); *s != '\0'; s += word_gap(s)) {
        size_t len = word_len(s);
        for (const char *t = text + word_gap(text); len >= WORD_BYTES && *t != '\0';
             t += word_gap(t)) {
            size_t own = word_len(t);
            if (own >= WORD_BYTES && memcmp(s, t, WORD_BYTES) == 0) {
                shared++;
                break;
            }
            t += own;
        }
        s += len;
    }
    return shared;
}

static void rank(const struct suggesting *g, size_t at, struct ranked *r)
{
    const struct bare *b = &g->numbers.all.at[at];
    size_t i = at, last = g->numbers.all.len;
    while (i > 0 && same_sentence(&g->numbers.all.at[i - 1], b))
        i--;
    for (; i < last && same_sentence(&g->numbers.all.at[i], b); i++) {
        r->numbers++;
        r->agree += form_of(g, r->candidate, &g->numbers.all.at[i]) != NULL;
    }
    r->words = shared_words(r->candidate->question, b->in->words);
}

static int compare_ranked(const void *x, const void *y)
{
    const struct ranked *one = x, *two = y;
    if (one->agree != two->agree)
        return one->agree > two->agree ? -1 : 1;
    if (one->words != two->words)
        return one->words > two->words ? -1 : 1;
    bool whole = one->candidate->where[0] == '\0';
    if (whole != (two->candidate->where[0] == '\0'))
        return whole ? -1 : 1;
    return one->order < two->order ? -1 : 1;
}

/* The best marks for a number, in `out`; how many. */
static size_t best_marks(struct suggesting *g, size_t at, struct ranked out[MARKS_MOST])
{
    ARRAY(struct ranked) all = {0};
    for (size_t i = 0; i < g->all.len; i++) {
        if (form_of(g, &g->all.at[i], &g->numbers.all.at[at]) == NULL)
            continue;
        struct ranked r = {.candidate = &g->all.at[i], .order = i};
        rank(g, at, &r);
        *array_push(g->a, &all) = r;
    }
    if (all.len > 1)
        qsort(all.at, all.len, sizeof *all.at, compare_ranked);
    size_t count = all.len < MARKS_MOST ? all.len : MARKS_MOST;
    for (size_t i = 0; i < count; i++)
        out[i] = all.at[i];
    return count;
}

/* What it prints, where the number stands: the same words and, of a vague word, those
 * before it ("almost two-thirds").  0 where it prints others. */
static size_t same_words(const struct bare *b, const char *printed, size_t *from)
{
    size_t len = strlen(printed), own = b->to - b->from;
    if (len < own || b->from < len - own)
        return 0;
    *from = b->to - len;
    return memcmp(b->in->words + *from, printed, len) == 0 ? len : 0;
}

static struct suggested suggested_of(struct suggesting *g, const struct bare *b,
                                     const struct ranked *r)
{
    struct suggested one = {.mark = mark_of(g, r->candidate, b),
                            .question = r->candidate->question,
                            .agree = r->agree,
                            .numbers = r->numbers,
                            .words = r->words,
                            .from = b->from};
    one.prints = mark_text_prints(g->printer, one.mark);
    one.same = one.prints != NULL && same_words(b, one.prints, &one.from) > 0;
    return one;
}

struct suggestions figures_suggest(struct arena *a, const struct scores *s, enum lang l)
{
    struct suggesting g = {.a = a, .s = s, .lang = l};
    struct suggestions out = {0};
    g.printer = mark_printer_new(a, s, l);
    gather_candidates(&g);
    g.numbers = bare_find_typed(a, s->in, l);
    for (size_t i = 0; i < g.numbers.all.len; i++) {
        struct ranked best[MARKS_MOST];
        struct number_marks n = {.number = &g.numbers.all.at[i]};
        n.count = best_marks(&g, i, best);
        for (size_t k = 0; k < n.count; k++)
            n.best[k] = suggested_of(&g, n.number, &best[k]);
        *array_push(a, &out.all) = n;
    }
    return out;
}
