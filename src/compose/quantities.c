/* quantities.c -- a figure that is given, in words: "37.7%", "1.3 points above",
 * "slightly higher than".  In: what a mark asks for; out: an EL_FIG with its source.  The
 * words of a comparison are the house's, whole in each language: what joins them to the
 * text behind stands in that text. */
#include "compose/work.h"

#include <stdlib.h>
#include <string.h>

static const char *plain_number(struct work *w, const struct measured *m)
{
    const char *number = lang_decimal(w->a, w->lang, m->value);
    return m->points ? figure_percent_of(w, number) : number;
}

static const struct comparison_words *comparison_of(struct work *w,
                                                    const struct figure_ask *ask,
                                                    struct decimal by,
                                                    const struct measured *against)
{
    const struct comparison_words *c =
        words_comparison(w->p->words, by, against->value, against->points);
    if (c == NULL || c->text[by.units < 0][w->lang] == NULL) {
        diag(w->d, DIAG_WORD_MISSING, ask->pos,
             "no words in language %s for a figure that is %s from another; add a row to "
             "`comparisons:`",
             lang_code(w->lang), decimal_plain(w->a, by));
        return NULL;
    }
    reviewed_check(w, c->reviewed, "words of `comparisons:`", c->pos);
    return c;
}

static const char *compared_words(struct work *w, const struct figure_ask *ask,
                                  struct decimal by, const struct measured *against)
{
    const struct comparison_words *c = comparison_of(w, ask, by, against);
    return c != NULL ? c->text[by.units < 0][w->lang] : "";
}

/* "1.3 points", "2 bwynt": the decimals that it has decide with the number. */
static const char *points(struct work *w, struct decimal by)
{
    const struct noun *noun = words_noun(w->p->words, "points");
    const char *number = lang_decimal(w->a, w->lang, by);
    if (noun == NULL)
        return number;
    reviewed_check(w, noun->reviewed, "noun points", noun->pos);
    enum plural p = by.places > 0 ? PLURAL_OTHER : lang_plural(w->lang, by.units);
    const char *form = noun->forms[w->lang][p];
    if (form == NULL)
        form = noun->forms[w->lang][PLURAL_OTHER];
    return form != NULL ? fill_pattern(w, form, number, "") : number;
}

/* Two that are the same are not "0 points above" one another. */
static const char *compared_by(struct work *w, const struct figure_ask *ask,
                               struct decimal by, const struct measured *against)
{
    if (by.units == 0)
        return compared_words(w, ask, by, against);
    const char *way = by.units > 0 ? "pattern-above" : "pattern-below";
    by.units = labs(by.units);
    const char *number =
        against->points ? points(w, by) : lang_decimal(w->a, w->lang, by);
    return fill_pattern(w, word_plain(w, way, true), number, "");
}

static const char *print_quantity(struct work *w, const struct figure_ask *ask,
                                  const struct measured *of,
                                  const struct measured *against)
{
    struct decimal by = decimal_minus(of->value, against->value);
    switch (ask->compare) {
    case COMPARE_NOT:
        return ask->bare ? lang_decimal(w->a, w->lang, of->value) : plain_number(w, of);
    case COMPARE_BY: return compared_by(w, ask, by, against);
    case COMPARE_WORDS: return compared_words(w, ask, by, against);
    }
    bug("comparison %d", (int)ask->compare);
}

/* ---- where it comes from ---- */

/* "region 2010"; "" of a field. */
static const char *which(struct work *w, const struct quantity *q, int year)
{
    if (q->kind != QUANTITY_INDICATOR)
        return "";
    return arena_printf(w->a, "%s %d", standing_names[q->standing], year);
}

/* What the programme calls it. */
static const char *title(struct work *w, const struct figure_ask *ask)
{
    int at = programme_indicator(w->p, ask->of.name);
    const struct field *f = NULL;
    if (ask->of.kind == QUANTITY_FIELD)
        f = inspection_value(w->in, ask->of.name)->field;
    return at >= 0 ? prose_plain(w->a, w->p->indicators[at].title.in[w->home])
           : f != NULL && f->help != NULL ? f->help
                                          : "";
}

/* "" where none is given; of what is counted, what counts it. */
static const char *source_of(struct work *w, const struct quantity *q,
                             const struct measured *m)
{
    if (q->kind != QUANTITY_COUNTED)
        return m->source != NULL ? m->source : "";
    const struct source_figure *s =
        figure_source(w, q->counted, figure_count(w->d, w->s, q->counted));
    return s->source != NULL                     ? s->source
           : q->counted->kind == FIGURE_NATIONAL ? "register.csv"
                                                 : s->name;
}

/* Of a difference both figures, each with its source: "37.7 (A) - 36.4 (B)". */
static const char *source(struct work *w, const struct figure_ask *ask,
                          const struct measured *of, const struct measured *against)
{
    if (ask->compare == COMPARE_NOT)
        return of->source;
    const char *x = lang_decimal(w->a, w->lang, of->value);
    const char *y = lang_decimal(w->a, w->lang, against->value);
    const char *s = source_of(w, &ask->of, of), *t = source_of(w, &ask->against, against);
    if (strcmp(s, t) == 0)
        return arena_printf(w->a, "%s − %s%s%s", x, y, s[0] != '\0' ? "; " : "", s);
    return arena_printf(w->a, "%s (%s) − %s (%s)", x, s[0] != '\0' ? s : "?", y,
                        t[0] != '\0' ? t : "?");
}

static const char *part(struct work *w, const struct figure_ask *ask,
                        const struct measured *of, const struct measured *against)
{
    const char *own = which(w, &ask->of, of->year);
    if (ask->of.kind == QUANTITY_COUNTED)
        return ask->against.counted->kind == FIGURE_NATIONAL
                   ? national_names[ask->against.counted->national]
                   : "earlier";
    if (ask->compare == COMPARE_NOT || ask->of.kind != QUANTITY_INDICATOR)
        return ask->compare == COMPARE_NOT ? own : ask->against.name;
    return arena_printf(w->a, "%s, %s", own, which(w, &ask->against, against->year));
}

/* Of what is counted, its count and base too. */
static struct source_figure *record(struct work *w, const struct figure_ask *ask)
{
    struct source_figure *s = NULL;
    if (ask->of.kind == QUANTITY_COUNTED) {
        s = figure_source(w, ask->of.counted, figure_count(w->d, w->s, ask->of.counted));
        s->percent_printed = false;
        return s;
    }
    s = NEW(w->a, struct source_figure);
    *s = (struct source_figure){.question = title(w, ask),
                                .name = ask->of.name,
                                .count = -1,
                                .base = -1,
                                .percent = -1,
                                .pos = ask->pos};
    return s;
}

struct source_figure *quantity_source(struct work *w, const struct figure_ask *ask,
                                      struct measured *of)
{
    struct measured against = {0};
    if (!quantity_measure(w->d, w->s, ask, of, &against))
        return NULL;
    struct source_figure *s = record(w, ask);
    s->part = part(w, ask, of, &against);
    s->source = source(w, ask, of, &against);
    s->printed = print_quantity(w, ask, of, &against);
    return s;
}

void quantity_into(struct work *w, struct element *into, const struct figure_ask *ask)
{
    struct measured of = {0};
    struct source_figure *s = quantity_source(w, ask, &of);
    if (s != NULL)
        figure_put(w, into, s->printed, s, ask->pos);
}
