/* suggest.c -- numbers of the text and what the answers count, brought together.  In:
 * scores; out: marks that print the same.  Does not know which of them the author means.
 */
#include "proof/suggest.h"

#include "base/word.h"
#include "compose/compose.h"
#include "proof/askable.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What speaks for a mark and against it, in points; a word that the question has and
 * hardly another, in the number's own clause, is 24. */
enum {
    POINTS_CRITERION = 16, /* the text stands under the question's own criterion */
    POINTS_WHOLE = 24,     /* all words of the question are there; of some a share */
    POINTS_AGREE = 8,      /* another number of the sentence is printed too, */
    AGREE_MOST = 3,        /* up to so many */
    POINTS_FILTER = 8,     /* the text names the filter */
    POINTS_PAIRED = 6,     /* "asked=police where needed=police" */
    POINTS_UNNAMED = -20,  /* nothing names it */
    POINTS_NEGATED = -12,
    POINTS_ANSWER = -20,     /* an answer to another question */
    POINTS_PASSED_OVER = -8, /* the text names a part, and the mark does not */
    POINTS_LOOSE = -8,       /* the vague word is another than the house's */
    POINTS_BASE = -8,        /* the base alone */
    POINTS_SCORE = -12,
    POINTS_NOT = -1,
    LOOSE = 5 /* percent from a vague word of the text to the share */
};

/* ---- a number of the text ---- */

enum wanted_kind { WANTED_COUNT, WANTED_PERCENT, WANTED_SHARE, WANTED_NONE };

struct typed_number {
    const struct bare *bare;
    enum wanted_kind kind;
    long n, d;                /* "two-thirds": 2 of 3 */
    const struct vague *said; /* the vague word of the house that it is in, or NULL */
    size_t said_from;         /* of the paragraph's words */
};

enum print_form { FORM_NOT_PRINTED, PRINT_COUNT, PRINT_BASE, PRINT_PERCENT, PRINT_WORDS };
struct printing {
    enum print_form form;
    bool not ;
    bool loose;
};

struct likely_mark {
    size_t subject, filters[FILTERS_MOST], filter_count;
    struct printing printing;
    size_t agree, numbers;
    bool unnamed; /* a filter that nothing names */
    int points;
};

struct suggesting {
    struct arena *a;
    const struct scores *s;
    enum lang lang;
    struct askables *all;
    struct bare_list numbers;
    ARRAY(struct typed_number) wanted;
    struct mark_printer *printer;
    /* Of the number at hand: */
    size_t at, first, last; /* and the numbers of its sentence */
    int *subject_points;
    int *filter_points; /* 0: it is not named */
    struct near_words near;
    int criterion;
    bool part_named;
    struct likely_mark best[MARKS_MOST];
    size_t best_count;
};

/* Where `text` stands around the number, its first letter large or small; false: not. */
static bool stands_around(const struct bare *b, const char *text, size_t *from)
{
    size_t len = strlen(text), own = b->to - b->from;
    const char *words = b->in->words;
    size_t least = b->to > len ? b->to - len : 0;
    if (len < own)
        return false;
    for (*from = least; *from <= b->from; ++*from)
        if (tolower((unsigned char)words[*from]) == tolower((unsigned char)text[0]) &&
            strncmp(words + *from + 1, text + 1, len - 1) == 0)
            return true;
    return false;
}

static void find_said(const struct suggesting *g, struct typed_number *w)
{
    size_t count = 0, longest = 0;
    const struct vague *all = words_vague(g->s->in->programme->words, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = all[i].text[g->lang];
        size_t from;
        if (text == NULL || strlen(text) <= longest || all[i].only >= 0 ||
            !stands_around(w->bare, text, &from))
            continue;
        longest = strlen(text);
        w->said = &all[i];
        w->said_from = from;
    }
}

static struct typed_number wanted_of(const struct suggesting *g, const struct bare *b)
{
    struct typed_number w = {.bare = b, .kind = WANTED_NONE};
    char *end;
    w.n = strtol(b->value, &end, 10);
    if (end == b->value)
        return w;
    if (*end == '/') {
        w.d = strtol(end + 1, NULL, 10);
        w.kind = w.d > 0 ? WANTED_SHARE : WANTED_NONE;
    } else if (strcmp(end, "%") == 0) {
        w.kind = WANTED_PERCENT;
    } else if (*end == '\0') {
        w.kind = WANTED_COUNT;
    }
    find_said(g, &w);
    return w;
}

/* ---- does it print the same? ---- */

static struct counted complement(struct counted c)
{
    struct counted other = {c.base - c.count, c.base, SCORE_NONE};
    if (c.percent != SCORE_NONE)
        other.percent =
            c.base > 0 ? score_percent((struct score){other.count, c.base, SCORE_NONE})
                       : 100 - c.percent;
    return other;
}

static bool is_vague(const struct vague *v, struct counted c)
{
    if (c.percent == SCORE_NONE || c.base <= 0)
        return false;
    if (v->but >= 0)
        return c.base - c.count == v->but;
    return v->from <= c.percent && c.percent <= v->to;
}

static bool is_about(const struct typed_number *w, struct counted c)
{
    long off = c.percent * w->d - 100 * w->n;
    return c.percent != SCORE_NONE && off <= LOOSE * w->d && -off <= LOOSE * w->d;
}

static struct printing printing_words(const struct typed_number *w, struct counted c)
{
    struct counted other = complement(c);
    if (w->said != NULL) {
        bool same = is_vague(w->said, c);
        return same || is_vague(w->said, other)
                   ? (struct printing){.form = PRINT_WORDS, .not = !same}
                   : (struct printing){0};
    }
    bool about = is_about(w, c);
    return about || is_about(w, other)
               ? (struct printing){.form = PRINT_WORDS, .not = !about, .loose = true}
               : (struct printing){0};
}

static struct printing printing_of(const struct typed_number *w, const struct subject *s,
                                   struct counted c)
{
    bool score = s->ask->kind == FIGURE_SCORE;
    switch (w->kind) {
    case WANTED_NONE: break;
    case WANTED_SHARE:
        if (!score)
            return printing_words(w, c);
        break;
    case WANTED_PERCENT:
        if (c.percent == w->n && c.percent != SCORE_NONE)
            return (struct printing){.form = PRINT_PERCENT};
        if (c.percent != SCORE_NONE && complement(c).percent == w->n)
            return (struct printing){.form = PRINT_PERCENT, .not = true};
        break;
    case WANTED_COUNT:
        if (w->said != NULL)
            return printing_words(w, c);
        if (score || c.base == 0)
            break;
        if (c.count == w->n)
            return (struct printing){.form = PRINT_COUNT};
        if (c.base > 0 && c.percent != SCORE_NONE && c.base - c.count == w->n)
            return (struct printing){.form = PRINT_COUNT, .not = true};
        if (c.base == w->n)
            return (struct printing){.form = PRINT_BASE};
        break;
    }
    return (struct printing){0};
}

/* ---- the mark ---- */

static const char *where_of(const struct suggesting *g, const struct likely_mark *c)
{
    const struct subject *s = &g->all->subjects.at[c->subject];
    const char *where =
        s->part[0] != '\0' ? arena_printf(g->a, " where %s", s->part) : "";
    for (size_t i = 0; i < c->filter_count; i++)
        where = arena_printf(g->a, "%s %s %s", where, i == 0 ? "where" : "and",
                             g->all->filters.at[c->filters[i]].text);
    return where;
}

/* How a number that begins like `text` is written: "", " spelt" or " Spelt". */
static const char *spelling(const char *text)
{
    return isdigit((unsigned char)text[0])   ? ""
           : isupper((unsigned char)text[0]) ? " Spelt"
                                             : " spelt";
}

static const char *form_name(const struct suggesting *g, struct printing p,
                             const char *text)
{
    switch (p.form) {
    case FORM_NOT_PRINTED: break;
    case PRINT_COUNT: return spelling(text);
    case PRINT_BASE: return arena_printf(g->a, " of%s", spelling(text));
    case PRINT_PERCENT: return " %";
    case PRINT_WORDS: return isupper((unsigned char)text[0]) ? " Words" : " words";
    }
    return "";
}

/* A score's own form is the percentage. */
static const char *mark_in_form(const struct suggesting *g, const struct likely_mark *c,
                                const char *form)
{
    const struct subject *s = &g->all->subjects.at[c->subject];
    return arena_printf(g->a, "((%s%s%s%s))", s->name, c->printing.not ? " not" : "",
                        s->ask->kind == FIGURE_SCORE ? "" : form, where_of(g, c));
}

/* ---- which is meant? ---- */

static bool same_sentence(const struct bare *x, const struct bare *y)
{
    return x->in == y->in && sentence_at(x->in->words, x->from).from ==
                                 sentence_at(y->in->words, y->from).from;
}

static void find_sentence(struct suggesting *g)
{
    const struct bare *b = &g->numbers.all.at[g->at];
    g->first = g->last = g->at;
    while (g->first > 0 && same_sentence(&g->numbers.all.at[g->first - 1], b))
        g->first--;
    while (g->last + 1 < g->numbers.all.len &&
           same_sentence(&g->numbers.all.at[g->last + 1], b))
        g->last++;
}

/* The criterion that the field is about: "findings.1.1.strengths". */
static int criterion_at(const struct suggesting *g, const char *path)
{
    const struct programme *p = g->s->in->programme;
    for (size_t i = 0; i < p->aspect_count[LEVEL_CRITERION]; i++) {
        const char *id = p->aspects[LEVEL_CRITERION][i].id, *at = strchr(path, '.');
        size_t len = strlen(id);
        for (; at != NULL; at = strchr(at + 1, '.'))
            if (strncmp(at + 1, id, len) == 0 &&
                (at[1 + len] == '.' || at[1 + len] == '\0'))
                return (int)i;
    }
    return -1;
}

/* Of the words alone: as many points as there are, and how much of the question. */
static int points_of_words(const struct asked_words *words, const struct near_words *near)
{
    int points = likeness(words, near, NEAR_PARAGRAPH, NULL), all = 0;
    for (size_t i = 0; i < words->all.len; i++)
        all += words->all.at[i].weight * NEAR_CLAUSE;
    return all > 0 ? points + POINTS_WHOLE * points / all : 0;
}

static int points_of_subject(const struct suggesting *g, const struct subject *s,
                             const struct near_words *near)
{
    int points = points_of_words(&s->words, near);
    if (s->criterion >= 0 && s->criterion == g->criterion && s->ask->kind != FIGURE_SCORE)
        points += POINTS_CRITERION;
    if (s->ask->kind == FIGURE_SCORE)
        points += POINTS_SCORE;
    if (s->part[0] != '\0')
        points += likeness(&s->part_words, near, NEAR_SENTENCE, NULL) > 0
                      ? POINTS_FILTER
                      : POINTS_UNNAMED;
    return points;
}

/* How far the text names it, in points; an answer must be named by half of its words. */
static int points_of_filter(const struct filter *f, const struct near_words *near)
{
    int named = likeness(&f->words, near, NEAR_SENTENCE, NULL), all = 0;
    for (size_t i = 0; i < f->words.all.len; i++)
        all += f->words.all.at[i].weight * NEAR_CLAUSE;
    if (!f->simple && 2 * named < all)
        return 0;
    return named > 0 && all > 0 ? POINTS_FILTER * named / all + POINTS_FILTER : 0;
}

static void look_around(struct suggesting *g)
{
    g->near = near_words_of(g->a, g->s->in->programme, g->lang, &g->numbers, g->at);
    find_sentence(g);
    g->criterion = criterion_at(g, g->numbers.all.at[g->at].in->path);
    g->part_named = false;
    g->best_count = 0;
    for (size_t i = 0; i < g->all->subjects.len; i++)
        g->subject_points[i] = points_of_subject(g, &g->all->subjects.at[i], &g->near);
    for (size_t i = 0; i < g->all->filters.len; i++) {
        const struct filter *f = &g->all->filters.at[i];
        g->filter_points[i] = points_of_filter(f, &g->near);
        g->part_named |= f->simple && !f->negated && g->filter_points[i] > 0;
    }
}

/* "agencies-asked=police where agencies-needed=police" */
static bool is_paired(const struct subject *s, const struct filter *f)
{
    size_t len = strcspn(s->name, "-=");
    return s->choice != NULL && f->choice != NULL && !f->negated &&
           strcmp(s->choice->name, f->choice->name) == 0 &&
           strncmp(s->name, f->text, len) == 0 && f->text[len] == '-' &&
           strcmp(s->name, f->text) != 0;
}

/* Whether the text names it by other words than the subject's own. */
static bool is_named(const struct suggesting *g, const struct subject *s, size_t filter)
{
    const struct filter *f = &g->all->filters.at[filter];
    return is_paired(s, f) ||
           (g->filter_points[filter] > 0 &&
            (f->simple || likeness(&f->words, &g->near, NEAR_SENTENCE, &s->words) > 0));
}

static int points_of_filters(const struct suggesting *g, struct likely_mark *c)
{
    const struct subject *s = &g->all->subjects.at[c->subject];
    int points = 0;
    for (size_t i = 0; i < c->filter_count; i++) {
        const struct filter *f = &g->all->filters.at[c->filters[i]];
        bool paired = is_paired(s, f), named = is_named(g, s, c->filters[i]);
        c->unnamed |= !named;
        points += !named   ? POINTS_UNNAMED
                  : paired ? POINTS_PAIRED
                           : g->filter_points[c->filters[i]];
        points += f->negated ? POINTS_NEGATED : 0;
        points += f->simple || paired ? 0 : POINTS_ANSWER;
    }
    if (c->filter_count == 0 && s->part[0] == '\0' && g->part_named)
        points += POINTS_PASSED_OVER;
    return points;
}

static void count_agreeing(const struct suggesting *g, struct likely_mark *c,
                           struct counted counted)
{
    const struct subject *s = &g->all->subjects.at[c->subject];
    for (size_t i = g->first; i <= g->last; i++) {
        c->numbers++;
        c->agree += printing_of(&g->wanted.at[i], s, counted).form != FORM_NOT_PRINTED;
    }
}

static int points_of(const struct suggesting *g, struct likely_mark *c)
{
    size_t others = c->agree - 1 < AGREE_MOST ? c->agree - 1 : AGREE_MOST;
    int points = g->subject_points[c->subject] + points_of_filters(g, c) +
                 POINTS_AGREE * (int)others;
    if (c->printing.loose)
        points += POINTS_LOOSE;
    if (c->printing.form == PRINT_BASE && c->agree == 1)
        points += POINTS_BASE;
    return points + (c->printing.not ? POINTS_NOT : 0);
}

static bool is_before(const struct likely_mark *x, const struct likely_mark *y)
{
    if (x->points != y->points)
        return x->points > y->points;
    return x->filter_count < y->filter_count;
}

static void keep(struct suggesting *g, const struct likely_mark *c)
{
    size_t at = g->best_count;
    while (at > 0 && is_before(c, &g->best[at - 1]))
        at--;
    if (at == MARKS_MOST)
        return;
    if (g->best_count < MARKS_MOST)
        g->best_count++;
    for (size_t i = g->best_count - 1; i > at; i--)
        g->best[i] = g->best[i - 1];
    g->best[at] = *c;
}

/* A filter that changes nothing says nothing. */
static bool is_idle(const struct suggesting *g, size_t subject, const size_t *filters,
                    size_t count, struct counted counted)
{
    for (size_t i = 0; i < count; i++) {
        struct counted without =
            askable_count(g->all, subject, filters + (i == 0), count - 1);
        if (without.count == counted.count && without.base == counted.base)
            return true;
    }
    return false;
}

/* Of two answers one is the other's opposite, and needs no "not". */
static bool is_other_answer(const struct suggesting *g, const struct likely_mark *c)
{
    const struct subject *s = &g->all->subjects.at[c->subject];
    return c->printing.not &&s->choice != NULL && s->only_two;
}

static void consider(struct suggesting *g, size_t subject, const size_t *filters,
                     size_t count)
{
    struct likely_mark c = {.subject = subject, .filter_count = count};
    struct counted counted = askable_count(g->all, subject, filters, count);
    c.printing =
        printing_of(&g->wanted.at[g->at], &g->all->subjects.at[subject], counted);
    if (c.printing.form == FORM_NOT_PRINTED || is_other_answer(g, &c) ||
        is_idle(g, subject, filters, count, counted))
        return;
    for (size_t i = 0; i < count; i++)
        c.filters[i] = filters[i];
    count_agreeing(g, &c, counted);
    c.points = points_of(g, &c);
    keep(g, &c);
}

static bool is_likely(const struct suggesting *g, size_t subject, size_t filter)
{
    return g->filter_points[filter] > 0 ||
           is_paired(&g->all->subjects.at[subject], &g->all->filters.at[filter]);
}

static void consider_filters(struct suggesting *g, size_t subject)
{
    size_t count = g->all->filters.len;
    for (size_t i = 0; i < count; i++) {
        const struct filter *f = &g->all->filters.at[i];
        bool likely = is_likely(g, subject, i);
        if (likely || (f->simple && !f->negated))
            consider(g, subject, &i, 1);
        for (size_t k = i + 1; likely && k < count; k++)
            if (is_likely(g, subject, k))
                consider(g, subject, (size_t[]){i, k}, 2);
    }
}

/* ---- what it prints ---- */

/* The mark in that form, where it prints the very words and more of them than before. */
static void try_form(struct suggesting *g, const struct likely_mark *c, const char *form,
                     size_t from, struct suggested *one)
{
    const char *words = g->wanted.at[g->at].bare->in->words + from;
    const char *mark = mark_in_form(g, c, form);
    const char *prints = mark_text_prints(g->printer, mark);
    size_t len = prints != NULL ? strlen(prints) : 0;
    bool same =
        len > 0 && strncmp(words, prints, len) == 0 && word_len(words + len - 1) <= 1;
    if (one->mark != NULL && (!same || (one->same && from + len <= one->to)))
        return;
    one->mark = mark;
    one->prints = prints;
    one->same = same;
    one->from = from;
    one->to = same ? from + len : g->wanted.at[g->at].bare->to;
}

/* Whether a noun stands soon after the number. */
static bool has_noun(const struct suggesting *g, const struct noun *noun,
                     const char *words)
{
    enum { SOON = 60 };
    const char *soon = arena_strndup(g->a, words, strnlen(words, SOON));
    for (enum plural p = PLURAL_ZERO; p < PLURAL_COUNT; p++) {
        const char *form = noun->forms[g->lang][p];
        if (form != NULL && strstr(soon, form + strspn(form, "# ")) != NULL)
            return true;
    }
    const char *plural = noun->plural[g->lang];
    return plural != NULL && strstr(soon, plural) != NULL;
}

/* "58 of the 62 cases (94%)" is one mark, so that its words go together in every
 * language. */
static void try_longer(struct suggesting *g, const struct likely_mark *c,
                       struct suggested *one)
{
    const char *words = g->wanted.at[g->at].bare->in->words;
    const char *form =
        one->vague ? form_name(g, c->printing, words + one->from) : " n of";
    const char *spelt = one->vague ? "" : spelling(words + one->from);
    size_t from = one->from, count = 0;
    const char *const *nouns = words_nouns(g->s->in->programme->words, &count);
    if (!one->vague) {
        try_form(g, c, arena_printf(g->a, " n of%s", spelt), from, one);
        try_form(g, c, arena_printf(g->a, " n of %%%s", spelt), from, one);
    }
    for (size_t i = 0; i < count; i++) {
        if (!has_noun(g, words_noun(g->s->in->programme->words, nouns[i]), words + from))
            continue;
        if (one->vague) {
            try_form(g, c, arena_printf(g->a, "%s of %s", form, nouns[i]), from, one);
            continue;
        }
        try_form(g, c, arena_printf(g->a, " n %s%s", nouns[i], spelt), from, one);
        try_form(g, c, arena_printf(g->a, " n of %s%s", nouns[i], spelt), from, one);
        try_form(g, c, arena_printf(g->a, " n of %s %%%s", nouns[i], spelt), from, one);
    }
}

static struct suggested suggested_of(struct suggesting *g, const struct likely_mark *c)
{
    const struct typed_number *w = &g->wanted.at[g->at];
    const struct subject *s = &g->all->subjects.at[c->subject];
    struct suggested one = {.question = s->question,
                            .asks = arena_printf(g->a, "%s%s", s->name, where_of(g, c)),
                            .vague = c->printing.form == PRINT_WORDS,
                            .base = c->printing.form == PRINT_BASE,
                            .agree = c->agree,
                            .numbers = c->numbers,
                            .points = c->points,
                            .unnamed = c->unnamed,
                            .elsewhere = g->criterion >= 0 && s->criterion >= 0 &&
                                         g->criterion != s->criterion};
    size_t from = one.vague && w->said != NULL ? w->said_from : w->bare->from;
    try_form(g, c, form_name(g, c->printing, w->bare->in->words + from), from, &one);
    if (one.vague || c->printing.form == PRINT_COUNT)
        try_longer(g, c, &one);
    return one;
}

static struct number_marks marks_of(struct suggesting *g, size_t at)
{
    struct number_marks n = {.number = &g->numbers.all.at[at]};
    g->at = at;
    look_around(g);
    for (size_t i = 0; i < g->all->subjects.len; i++) {
        consider(g, i, NULL, 0);
        if (g->all->subjects.at[i].set.applicable != NULL)
            consider_filters(g, i);
    }
    n.count = g->best_count;
    for (size_t i = 0; i < n.count; i++)
        n.best[i] = suggested_of(g, &g->best[i]);
    return n;
}

struct suggestions figures_suggest(struct arena *a, const struct scores *s, enum lang l)
{
    struct suggesting g = {.a = a, .s = s, .lang = l};
    struct suggestions out = {0};
    g.printer = mark_printer_new(a, s, l);
    g.all = askables_of(a, s, l);
    g.numbers = bare_find_typed(a, s->in, l);
    g.subject_points = NEW_ARRAY(a, int, g.all->subjects.len + 1);
    g.filter_points = NEW_ARRAY(a, int, g.all->filters.len + 1);
    for (size_t i = 0; i < g.numbers.all.len; i++)
        *array_push(a, &g.wanted) = wanted_of(&g, &g.numbers.all.at[i]);
    for (size_t i = 0; i < g.numbers.all.len; i++)
        *array_push(a, &out.all) = marks_of(&g, i);
    return out;
}
