/* form.c -- the form words of a mark: n, of, %, words, spelt, feminine, a noun, not,
 * beside. They
 * may come in any order an author finds natural; which of them go together is decided at
 * the end.  Only the place of spelt counts: "spelt of" is a pair, "of spelt" its base. */
#include "model/mark.h"

#include <string.h>

enum form_word {
    F_N,
    F_OF,
    F_PERCENT,
    F_WORDS,
    F_SPELT,
    F_FEMININE,
    F_NOT,
    F_BESIDE,
    F_NOUN,
    F_COUNT
};

struct form_words {
    const struct mark_word *seen[F_COUNT];
    bool capital;
};

static const struct {
    const char *text;
    enum form_word word;
    bool capital;
} known[] = {
    {"n", F_N, false},
    {"of", F_OF, false},
    {"%", F_PERCENT, false},
    {"words", F_WORDS, false},
    {"Words", F_WORDS, true},
    {"spelt", F_SPELT, false},
    {"Spelt", F_SPELT, true},
    {"not", F_NOT, false},
    {"feminine", F_FEMININE, false},
    {"beside", F_BESIDE, false},
};

static bool say_form(struct mark *m, const struct mark_word *w, const char *why)
{
    diag(m->r.d, DIAG_MARK_FORM, w->pos, "\"%s\"; %s", w->text, why);
    return false;
}

static enum form_word which_form(struct form_words *f, const char *text)
{
    for (size_t i = 0; i < LEN(known); i++)
        if (strcmp(known[i].text, text) == 0) {
            f->capital |= known[i].capital;
            return known[i].word;
        }
    return F_NOUN;
}

/* A word that is no form must be a noun of words.yaml. */
static bool check_noun(struct mark *m, const struct mark_word *w)
{
    if (words_noun(m->p->words, w->text) != NULL)
        return true;
    size_t count;
    const char *const *nouns = words_nouns(m->p->words, &count);
    const char *names[64] = {"n",        "of",  "%",     "words", "spelt",
                             "feminine", "not", "where", "beside"};
    size_t n = 9;
    for (size_t i = 0; i < count && n < LEN(names); i++)
        names[n++] = nouns[i];
    diag(m->r.d, DIAG_MARK_FORM, w->pos, "\"%s\" is no form and no noun of words.yaml%s",
         w->text, name_hint(m->r.a, w->text, names, n));
    return false;
}

static bool read_form_words(struct mark *m, struct form_words *f)
{
    for (; !mark_done(m) && strcmp(m->words[m->at].text, "where") != 0; m->at++) {
        const struct mark_word *w = &m->words[m->at];
        enum form_word which = which_form(f, w->text);
        if (which == F_NOUN && !check_noun(m, w))
            return false;
        if (f->seen[which] != NULL)
            return say_form(m, w, "once is enough");
        f->seen[which] = w;
    }
    return true;
}

/* Words that mean nothing together; true when none do. */
static bool check_words(struct mark *m, const struct form_words *f, bool n)
{
    const struct mark_word *const *seen = f->seen;
    bool of = seen[F_OF], noun = seen[F_NOUN], words = seen[F_WORDS];
    if (words && (n || seen[F_SPELT] || of != noun))
        return say_form(m, seen[F_WORDS],
                        "it stands alone or with of and a noun (words of cases), and % "
                        "may stand behind it");
    if (noun && of && !n && !words)
        return say_form(m, seen[F_OF], "write n of and the noun");
    if (of && !n && !noun && (seen[F_NOT] || seen[F_PERCENT]))
        return say_form(m, seen[F_NOT] ? seen[F_NOT] : seen[F_PERCENT],
                        "a base has no opposite and no percentage; write n of");
    if (seen[F_FEMININE] && (noun || !seen[F_SPELT]))
        return say_form(m, seen[F_FEMININE],
                        "it goes with spelt, where no noun says which it is");
    return true;
}

static enum figure_form form_made(const struct figure_ask *ask,
                                  const struct form_words *f, bool n)
{
    bool of = f->seen[F_OF], noun = f->seen[F_NOUN];
    bool rate = ask->kind == FIGURE_SCORE || ask->kind == FIGURE_EARLIER ||
                (ask->kind == FIGURE_NATIONAL && ask->national != NATIONAL_AREAS);
    if (f->seen[F_BESIDE])
        return FORM_BESIDE;
    if (f->seen[F_WORDS])
        return FORM_WORDS;
    if (noun)
        return of ? FORM_N_OF_NOUN : FORM_N_NOUN;
    if (of)
        return n ? FORM_N_OF : FORM_BASE;
    if (f->seen[F_SPELT])
        return FORM_SPELT;
    return !n && (f->seen[F_PERCENT] || rate) ? FORM_PERCENT : FORM_NUMBER;
}

/* Which form the words make; false when they make none. */
static bool make_form(struct mark *m, const struct form_words *f)
{
    struct figure_ask *ask = m->ask;
    const struct mark_word *of = f->seen[F_OF], *spelt = f->seen[F_SPELT];
    bool n = f->seen[F_N] || (spelt && (!of || spelt < of));
    ask->spelt = spelt != NULL;
    ask->feminine = f->seen[F_FEMININE] != NULL;
    ask->capital = f->capital;
    ask->not = f->seen[F_NOT] != NULL;
    ask->noun = f->seen[F_NOUN] ? f->seen[F_NOUN]->text : NULL;
    ask->form = form_made(ask, f, n);
    ask->with_percent = f->seen[F_PERCENT] && ask->form != FORM_PERCENT;
    return check_words(m, f, n);
}

/* What stands beside a finding says how many, of how many, and what share. */
static bool check_beside(struct mark *m, const struct form_words *f)
{
    const struct mark_word *beside = f->seen[F_BESIDE];
    if (beside == NULL)
        return true;
    if (m->ask->kind != FIGURE_QUESTION || figure_is_sum(m->p, m->ask))
        return say_form(m, beside, "only what a scored question counts stands there");
    for (enum form_word i = 0; i < F_COUNT; i++)
        if (i != F_BESIDE && f->seen[i] != NULL)
            return say_form(m, f->seen[i], "beside stands alone, or before where");
    return true;
}

/* What sums, percentages, answers of children and their forms cannot say. */
static bool check_kind(struct mark *m, const struct form_words *f)
{
    bool share = f->seen[F_NOT] || f->seen[F_PERCENT] || f->seen[F_WORDS];
    bool pair = f->seen[F_OF] && (f->seen[F_N] || f->seen[F_NOUN]);
    if (figure_is_sum(m->p, m->ask) && (share || pair))
        return say_form(
            m, &m->words[0],
            "a sum has no percentage, no opposite and is no part of its base; "
            "it has the forms n, spelt, a noun, and of for its cases alone");
    if ((m->ask->kind == FIGURE_RETURNED || m->ask->kind == FIGURE_SAID) &&
        (share || f->seen[F_OF]))
        return say_form(m, &m->words[0],
                        "this is no share; it has the forms n, spelt and a noun");
    if (m->ask->kind == FIGURE_POINTS && share)
        return say_form(m, &m->words[0],
                        "points are no share; they have the forms n, of, n of, spelt and "
                        "a noun");
    if ((m->ask->kind == FIGURE_NATIONAL || m->ask->kind == FIGURE_EARLIER) &&
        (f->seen[F_NOT] || f->seen[F_OF] || f->seen[F_NOUN]))
        return say_form(m, &m->words[0],
                        "a figure of another inspection has the forms %, n and spelt");
    return true;
}

bool form_parse(struct mark *m)
{
    struct form_words f = {0};
    return read_form_words(m, &f) && check_kind(m, &f) && check_beside(m, &f) &&
           make_form(m, &f);
}
