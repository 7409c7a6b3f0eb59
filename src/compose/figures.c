/* figures.c -- a mark's number in words: "22 of the 24 cases (92%)", "almost
 * four-fifths", "nine".  In: what a mark asks for; out: an EL_FIG with its text, and the
 * record of where the number comes from.  Counting is score/'s; patterns, nouns and vague
 * words are the programme's. */
#include "compose/work.h"

#include <ctype.h>
#include <string.h>

const char *fill_pattern(struct work *w, const char *pattern, const char *number,
                         const char *base)
{
    struct buf out = buf_new(w->a);
    for (; *pattern != '\0'; pattern++) {
        if (*pattern == '#')
            buf_str(&out, number);
        else if (*pattern == '@')
            buf_str(&out, base);
        else
            buf_char(&out, *pattern);
    }
    return out.at;
}

const char *figure_percent_of(struct work *w, const char *number)
{
    return fill_pattern(w, word_plain(w, "pattern-percent", true), number, "");
}

const char *figure_percent(struct work *w, int percent)
{
    return figure_percent_of(w, lang_number(w->a, w->lang, percent));
}

const char *figure_bracket(struct work *w, int percent)
{
    const char *pattern = word_plain(w, "pattern-bracket", true);
    return fill_pattern(w, pattern, lang_number(w->a, w->lang, percent), "");
}

/* Which number of a mark is written: the base of a pair, behind its article, begins no
 * sentence. */
enum number_place { PLACE_COUNT, PLACE_BASE };

/* Are words asked for?  Below ten, where the author says so; at the start of a sentence
 * always, for it never begins with figures, as far as the language spells. */
static bool in_words(struct work *w, const struct figure_ask *ask, enum number_place at,
                     long n)
{
    if (ask->capital && at == PLACE_COUNT)
        return n <= lang_spelt_highest(w->lang);
    return ask->spelt && n < 10;
}

/* The number in words; `alone`: with other words between it and its noun ("# o
 * achosion"), or no noun. */
static const char *spell(struct work *w, const struct figure_ask *ask,
                         enum number_place at, bool feminine, bool alone, long n)
{
    if (at == PLACE_BASE)
        return lang_spelt_of(w->a, w->lang, n, feminine, alone);
    const char *words = lang_spelt_noun(w->a, w->lang, n, feminine, alone);
    return ask->capital ? lang_capital(w->a, w->lang, words) : words;
}

/* A number that no noun follows.  "Dim" stands for no cases, "dim un" for none of them.
 */
static const char *number_words(struct work *w, const struct figure_ask *ask,
                                enum number_place at, long n)
{
    if (!in_words(w, ask, at, n))
        return lang_number(w->a, w->lang, n);
    return spell(w, ask, at, ask->feminine, n > 0, n);
}

static const struct noun *noun_of(const struct work *w, const struct figure_ask *ask)
{
    return ask->noun != NULL ? words_noun(w->p->words, ask->noun) : NULL;
}

/* A number with its noun; the language decides which form. */
static const char *with_noun(struct work *w, const struct figure_ask *ask,
                             enum number_place at, long n)
{
    const struct noun *noun = noun_of(w, ask);
    if (noun == NULL)
        return number_words(w, ask, at, n);
    reviewed_check(w, noun->reviewed, arena_printf(w->a, "noun %s", noun->key),
                   noun->pos);
    const char *form = noun->forms[w->lang][lang_plural(w->lang, n)];
    if (form == NULL)
        form = noun->forms[w->lang][PLURAL_OTHER];
    if (form == NULL) {
        diag(w->d, DIAG_WORD_MISSING, noun->pos, "noun %s has no %s:", noun->key,
             lang_code(w->lang));
        return number_words(w, ask, at, n);
    }
    bool alone = strstr(form, "# o ") != NULL;
    const char *number = in_words(w, ask, at, n)
                             ? spell(w, ask, at, noun->feminine, alone, n)
                             : lang_number(w->a, w->lang, n);
    return fill_pattern(w, form, number, "");
}

static bool vague_holds(const struct vague *v, const struct figure *f)
{
    if (v->but >= 0)
        return f->base - f->count == v->but;
    if (v->only >= 0)
        return f->count == v->only;
    return v->from <= f->percent && f->percent <= v->to;
}

/* The vague word for a share; NULL, and said, when there is none. */
static const struct vague *vague_find(struct work *w, const struct figure_ask *ask,
                                      const struct figure *f)
{
    size_t count = 0;
    const struct vague *all = words_vague(w->p->words, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].text[w->lang] != NULL && vague_holds(&all[i], f)) {
            reviewed_check(w, all[i].reviewed, "words of `vague:`", all[i].pos);
            return &all[i];
        }
    diag(w->d, DIAG_WORD_MISSING, ask->pos,
         "no vague word in language %s for %d%% (%ld of %ld); use another form, or add "
         "one to `vague:`",
         lang_code(w->lang), f->percent, f->count, f->base);
    return NULL;
}

/* "two-thirds of the cases", "all cases"; but "all but one of the cases", for one has the
 * noun in the singular. */
static const char *vague_of_noun(struct work *w, const struct figure_ask *ask,
                                 const struct vague *v, const char *text)
{
    const struct noun *noun = noun_of(w, ask);
    const char *plural = noun->plural[w->lang];
    reviewed_check(w, noun->reviewed, arena_printf(w->a, "noun %s", noun->key),
                   noun->pos);
    if (plural == NULL)
        diag(w->d, DIAG_WORD_MISSING, noun->pos,
             "noun %s has no plural in language %s, which \"words of %s\" prints",
             noun->key, lang_code(w->lang), noun->key);
    else if (v->joins[w->lang] && v->but <= 0)
        return arena_printf(w->a, "%s %s", text, plural);
    else
        return fill_pattern(w, word_plain(w, "pattern-n-of", true), text, plural);
    return text;
}

/* The word of one of its forms that `text` begins with behind a blank; 0: none. */
static size_t noun_len(const struct noun *noun, enum lang l, const char *text)
{
    for (enum plural p = PLURAL_ZERO; p < PLURAL_COUNT && text[0] == ' '; p++) {
        const char *form = noun->forms[l][p];
        size_t sign = form != NULL ? strspn(form, "# ") : 0;
        size_t len = form != NULL ? strlen(form + sign) : 0;
        if (len > 0 && strncmp(text + 1, form + sign, len) == 0 &&
            !isalnum((unsigned char)text[len + 1]) && (unsigned char)text[len + 1] < 0x80)
            return len;
    }
    return 0;
}

/* "in two-thirds cases": what joins the word and the noun cannot be known beforehand. */
static void join_check(struct work *w, const struct figure_ask *ask, const char *words)
{
    const struct inline_node *n = w->behind;
    size_t count = 0;
    const char *const *nouns = words_nouns(w->p->words, &count);
    for (size_t i = 0; n != NULL && n->kind == INLINE_TEXT && i < count; i++) {
        size_t len = noun_len(words_noun(w->p->words, nouns[i]), w->lang, n->text);
        if (len == 0)
            continue;
        diag(w->d, DIAG_WORDS_JOIN, ask->pos,
             "\"%s%.*s\"; write ((%s words of %s)), which prints what joins them", words,
             (int)len + 1, n->text, ask->name, nouns[i]);
        return;
    }
}

static const char *vague_words(struct work *w, const struct figure_ask *ask,
                               const struct figure *f)
{
    const struct vague *v = vague_find(w, ask, f);
    if (v == NULL)
        return "";
    const char *text = v->text[w->lang];
    if (ask->capital)
        text = lang_capital(w->a, w->lang, text);
    if (ask->noun != NULL)
        return vague_of_noun(w, ask, v, text);
    if (!v->joins[w->lang])
        join_check(w, ask, text);
    return text;
}

/* "22 of the 24 cases". */
static const char *n_of(struct work *w, const struct figure_ask *ask,
                        const struct figure *f)
{
    const struct noun *noun = noun_of(w, ask);
    bool feminine = noun != NULL ? noun->feminine : ask->feminine;
    const char *number = in_words(w, ask, PLACE_COUNT, f->count)
                             ? spell(w, ask, PLACE_COUNT, feminine, true, f->count)
                             : lang_number(w->a, w->lang, f->count);
    const char *base = with_noun(w, ask, PLACE_BASE, f->base);
    return fill_pattern(w, word_plain(w, "pattern-n-of", true), number, base);
}

const char *figure_pair(struct work *w, const struct figure *f)
{
    return fill_pattern(w, word_plain(w, "pattern-part", true),
                        lang_number(w->a, w->lang, f->count),
                        lang_number(w->a, w->lang, f->base));
}

static const char *counted(struct work *w, const struct figure_ask *ask,
                           const struct figure *f)
{
    switch (ask->form) {
    case FORM_NUMBER:
    case FORM_SPELT: return number_words(w, ask, PLACE_COUNT, f->count);
    case FORM_PERCENT: return figure_percent(w, f->percent);
    case FORM_BASE: return number_words(w, ask, PLACE_COUNT, f->base);
    case FORM_N_OF:
    case FORM_N_OF_NOUN: return n_of(w, ask, f);
    case FORM_N_NOUN: return with_noun(w, ask, PLACE_COUNT, f->count);
    case FORM_WORDS: return vague_words(w, ask, f);
    case FORM_BESIDE:
        return arena_printf(w->a, "%s %s", figure_pair(w, f),
                            figure_bracket(w, f->percent));
    }
    return "";
}

/* Shares need something to be a share of; figure_count() has said so. */
static bool lacks_base(const struct figure_ask *ask, const struct figure *f)
{
    bool share = ask->with_percent || ask->form == FORM_PERCENT ||
                 ask->form == FORM_N_OF || ask->form == FORM_N_OF_NOUN ||
                 ask->form == FORM_WORDS || ask->form == FORM_BESIDE;
    return share && f->base <= 0;
}

const char *figure_words(struct work *w, const struct figure_ask *ask,
                         const struct figure *f)
{
    if (!f->kept || lacks_base(ask, f))
        return "";
    const char *words = counted(w, ask, f);
    if (!ask->with_percent)
        return words;
    return arena_printf(w->a, "%s %s", words, figure_bracket(w, f->percent));
}

/* Of other inspections only the percentage is known. */
static const char *print_national(struct work *w, const struct figure_ask *ask,
                                  const struct figure *f)
{
    if (ask->form == FORM_PERCENT)
        return figure_percent(w, f->percent);
    return number_words(w, ask, PLACE_COUNT, f->percent);
}

/* ---- where a number comes from ---- */

static bool percent_shows(const struct figure_ask *ask)
{
    return ask->with_percent || ask->form == FORM_PERCENT || ask->form == FORM_BESIDE;
}

/* A percentage of other inspections. */
static bool is_elsewhere(const struct figure_ask *ask)
{
    return ask->kind == FIGURE_EARLIER ||
           (ask->kind == FIGURE_NATIONAL && ask->national != NATIONAL_AREAS);
}

/* What was counted, out of what; -1 where there is no such number. */
static void set_counts(struct source_figure *s, const struct figure_ask *ask,
                       const struct figure *f)
{
    bool elsewhere = is_elsewhere(ask);
    bool stated = (ask->kind == FIGURE_SCORE && f->base <= 0) ||
                  ask->kind == FIGURE_COUNTED; /* of bars, no cases */
    s->applicable = ask->form == FORM_BASE;
    s->count = stated || elsewhere ? -1 : s->applicable ? f->base : f->count;
    s->base = stated || s->applicable ? -1 : f->base;
    s->percent = s->applicable ? -1 : f->percent;
}

static const char *dated(struct work *w, const char *source, struct date date)
{
    return date.year == 0
               ? source
               : arena_printf(w->a, "%s, %s", source, lang_date(w->a, w->lang, date));
}

/* Where it is stated, as of which day; NULL: it is the register's. */
static const char *national_source(struct work *w, const struct figure_ask *ask)
{
    const struct national_figures n = national_stated(w->in, ask);
    return n.figure[ask->national] < 0 ? NULL : dated(w, n.source, n.date);
}

struct source_figure *figure_source(struct work *w, const struct figure_ask *ask,
                                    struct figure f)
{
    struct source_figure *s = NEW(w->a, struct source_figure);
    enum lang outer = w->lang;
    w->lang = w->home; /* whoever signs reads the report's language */
    *s = (struct source_figure){
        .question = asked_question(w, ask),
        .name = asked_name(w, ask),
        .part = ask->part != NULL ? ask->part : "",
        .among = asked_among(w, ask),
        .not = ask->not,
        .percent_printed = percent_shows(ask),
        .people = ask->kind != FIGURE_NATIONAL && ask->kind != FIGURE_EARLIER &&
                  ask->kind != FIGURE_POINTS,
        .pos = ask->pos,
    };
    set_counts(s, ask, &f);
    if (ask->kind == FIGURE_SCORE && s->base < 0 && s->percent >= 0)
        s->source = word_plain(w, report_word_key(REPORT_WORD_FIGURES_STATED), false);
    else if (ask->kind == FIGURE_NATIONAL)
        s->source = national_source(w, ask);
    else if (ask->kind == FIGURE_EARLIER)
        s->source = dated(w, w->in->earlier.source, w->in->earlier.date);
    w->lang = outer;
    return s;
}

/* ---- into the report ---- */

void figure_put(struct work *w, struct element *into, const char *printed,
                struct source_figure *source, struct pos pos)
{
    struct element *fig = element_new(w->a, EL_FIG, pos);
    element_append(into, fig);
    element_text(w->a, fig, printed, pos);
    source->printed = printed;
    fig->figure = source;
}

void figure_computed(struct work *w, struct element *into, const struct element *fig,
                     long n)
{
    const struct figure_ask *ask =
        figure_computed_parse(w->a, w->d, w->p, n, fig->at[AT_MARK_FORM], fig->pos);
    if (ask == NULL)
        return;
    mutation_check(w, into, ask);
    struct element *what = element_new(w->a, EL_P, fig->pos);
    word_into(w, what, fig->at[AT_OF], NULL, true);
    struct source_figure *s = NEW(w->a, struct source_figure);
    *s = (struct source_figure){.question = element_plain(w->a, what),
                                .name = fig->at[AT_OF],
                                .part = "",
                                .count = n,
                                .base = -1,
                                .percent = -1,
                                .pos = fig->pos};
    const struct figure f = {ask, n, -1, SCORE_NONE, true};
    figure_put(w, into, figure_words(w, ask, &f), s, fig->pos);
}

void figure_typed(struct work *w, struct element *into, const struct inline_node *n)
{
    struct source_figure *s = NEW(w->a, struct source_figure);
    *s = (struct source_figure){.part = "",
                                .count = -1,
                                .base = -1,
                                .percent = -1,
                                .source = n->source,
                                .pos = n->pos};
    figure_put(w, into, n->text, s, n->pos);
}

static void judgement_into(struct work *w, struct element *into,
                           const struct figure_ask *ask)
{
    int band = w->s->judged[ask->level][ask->index].band;
    if (band >= 0)
        expand_inlines(w, into, w->p->bands[band].title.in[w->lang], NULL);
    else
        word_into(w, into, report_word_key(REPORT_WORD_NOT_SCORED), NULL, true);
}

/* The title's words alone: in the middle of a sentence with a small letter. */
static const char *said_title(struct work *w, const struct figure_ask *ask)
{
    char *title = arena_strdup(w->a, prose_plain(w->a, ask->title->in[w->lang]));
    if (ask->field_form != NULL)
        title[0] = (char)tolower((unsigned char)title[0]);
    return title;
}

static const char *said_number(struct work *w, const struct figure_ask *ask)
{
    if (ask->form == FORM_PERCENT)
        return figure_percent(w, (int)ask->number);
    const char *number = ask->spelt ? lang_spelt(w->a, w->lang, ask->number)
                                    : lang_number(w->a, w->lang, ask->number);
    return ask->capital ? lang_capital(w->a, w->lang, number) : number;
}

static void said_into(struct work *w, struct element *into, const struct figure_ask *ask)
{
    text_join(w, into, ask->title != NULL ? said_title(w, ask) : said_number(w, ask),
              ask->pos);
}

void figure_said(struct work *w, struct element *into, const struct figure_ask *ask)
{
    bool limit = ask->form == FORM_PERCENT;
    struct source_figure *s = NEW(w->a, struct source_figure);
    *s = (struct source_figure){.question = asked_question(w, ask),
                                .name = ask->name,
                                .part = "",
                                .count = limit ? -1 : ask->number,
                                .base = -1,
                                .percent = limit ? (int)ask->number : -1,
                                .source = "programme.yaml",
                                .pos = ask->pos};
    figure_put(w, into, said_number(w, ask), s, ask->pos);
}

/* Wordings that hold each other would never end. */
static void wording_into(struct work *w, struct element *into,
                         const struct figure_ask *ask)
{
    enum { DEEPEST = 4 };
    if (w->wordings == DEEPEST) {
        diag(w->d, DIAG_WORD_UNKNOWN, ask->pos,
             "\"%s\"; wordings hold each other at most %d deep", ask->field, DEEPEST);
        return;
    }
    struct sink to = sink_of(into);
    w->wordings++;
    expand_word(w, &to, ask->field, NULL, NULL, ask->pos);
    w->wordings--;
}

/* A mean of points may have decimals, and no noun then. */
static const char *print_points(struct work *w, const struct figure_ask *ask,
                                const struct figure *f)
{
    int places = w->s->judged[ask->level][ask->index].places;
    bool base = ask->form == FORM_BASE;
    if (places == 0)
        return figure_words(w, ask, f);
    if (ask->form != FORM_NUMBER && !base)
        diag(w->d, DIAG_MARK_FORM, ask->pos,
             "\"points %s\" is a mean with decimals; it has the forms n and of",
             w->p->aspects[ask->level][ask->index].id);
    return lang_decimal(w->a, w->lang,
                        (struct decimal){base ? f->base : f->count, places});
}

static const char *print_figure(struct work *w, const struct figure_ask *ask,
                                const struct figure *f)
{
    bool share = ask->form == FORM_PERCENT;
    if (ask->kind == FIGURE_SCORE && share && f->kept)
        return figure_percent(w, f->percent);
    if (ask->kind == FIGURE_POINTS && f->kept)
        return print_points(w, ask, f);
    if (is_elsewhere(ask))
        return f->kept ? print_national(w, ask, f) : "";
    return figure_words(w, ask, f);
}

/* "Not scored" is no number, so nobody signs it. */
static void count_into(struct work *w, struct element *into, const struct figure_ask *ask)
{
    struct figure f = figure_count(w->d, w->s, ask);
    if (ask->kind == FIGURE_SCORE && f.kept && f.percent == SCORE_NONE &&
        ask->form == FORM_PERCENT)
        word_into(w, into, report_word_key(REPORT_WORD_NOT_SCORED), NULL, true);
    else
        figure_put(w, into, print_figure(w, ask, &f), figure_source(w, ask, f), ask->pos);
}

void figure_into(struct work *w, struct element *into, const struct figure_ask *ask,
                 const struct element *with)
{
    if (ask->kind == FIGURE_FIELD) {
        field_into(w, into, ask);
    } else if (ask->kind == FIGURE_ARG) {
        arg_into(w, into, ask, with);
    } else if (ask->kind == FIGURE_SAID) {
        said_into(w, into, ask);
    } else if (ask->kind == FIGURE_WORDING) {
        wording_into(w, into, ask);
    } else if (ask->kind == FIGURE_QUANTITY) {
        quantity_into(w, into, ask);
    } else if (ask->kind == FIGURE_JUDGEMENT) {
        judgement_into(w, into, ask);
    } else {
        count_into(w, into, ask);
    }
}

const struct figure_ask *figure_expression(struct work *w, const char *expr,
                                           struct pos pos)
{
    const struct figure_ask *ask = figure_parse_text(w->a, w->d, w->p, w->in, expr, pos);
    if (ask != NULL)
        *array_push(w->a, &w->asks) = ask;
    return ask;
}
