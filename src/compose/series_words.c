/* series_words.c -- what a chart of indicators says: its message as a caption, what is
 * measured, what a reader hears, its sources.  In: the places of the chart and what is
 * known there; out: wordings of the house, each whole in its language, with figures that
 * are signed.  A title stands first in all of them, where nothing changes it. */
#include "base/utf8.h"
#include "compose/series.h"

#include <string.h>

/* ---- args ---- */

static struct element *arg(struct series_data *s, struct element *args, const char *name)
{
    struct element *with = element_add(s->w->a, args, EL_WITH, (struct pos){0});
    with->at[AT_NAME] = name;
    return with;
}

static void arg_year(struct series_data *s, struct element *args, const char *name,
                     int year)
{
    element_text(s->w->a, arg(s, args, name), arena_printf(s->w->a, "%d", year), s->pos);
}

static struct element *args_new(struct series_data *s)
{
    return element_new(s->w->a, EL_WORD, s->pos);
}

static void word(struct series_data *s, struct element *into, const char *key,
                 const struct element *args)
{
    word_into(s->w, into, key, args->first, true);
}

void series_figure(struct series_data *s, struct element *into, const char *expression)
{
    const struct figure_ask *ask = figure_expression(s->w, expression, s->pos);
    if (ask != NULL)
        figure_into(s->w, into, ask, NULL);
}

static void text_put(struct series_data *s, struct element *into, const struct text *t)
{
    const enum lang l = t->in[s->w->lang] != NULL ? s->w->lang : LANG_EN;
    expand_inlines(s->w, into, t->in[l], NULL);
}

static void title_put(struct series_data *s, struct element *into, const char *indicator)
{
    const int at = programme_indicator(s->w->p, indicator);
    if (at >= 0)
        text_put(s, into, &s->w->p->indicators[at].title);
}

static void whose_put(struct series_data *s, struct element *into, enum standing who)
{
    word(s, into, arena_printf(s->w->a, "series-%s", standing_names[who]), args_new(s));
}

/* What tells it from those beside it. */
void series_label(struct series_data *s, struct element *into,
                  const struct series_key *key)
{
    if (key->year != 0)
        element_text(s->w->a, into, arena_printf(s->w->a, "%d", key->year), s->pos);
    else if (key->name != NULL && s->c->of_count > 1)
        title_put(s, into, key->name);
    else if (key->name != NULL && key == &s->along[0])
        title_put(s, into, key->name);
    else
        whose_put(s, into, key->who);
}

/* ---- how it goes on ---- */

/* A step from one figure to another of the same chart. */
struct series_way {
    const struct indicator *from, *to;
    const char *from_of, *to_of; /* their expressions */
    long up;                     /* below nought: it fell */
};

static long rise(const struct indicator *from, enum standing a,
                 const struct indicator *to, enum standing b)
{
    return decimal_minus(to->value[b], from->value[a]).units;
}

/* Of a line, from its first figure to its last; false: there are no two. */
static bool way_of(const struct series_data *s, size_t beside, struct series_way *out)
{
    *out = (struct series_way){0};
    for (size_t x = 0; x < s->along_count; x++) {
        const struct indicator *one = series_row(s, x, beside);
        if (one == NULL)
            continue;
        if (out->from == NULL) {
            out->from = one;
            out->from_of = series_expression(s, x, beside);
        }
        out->to = one;
        out->to_of = series_expression(s, x, beside);
    }
    if (out->from == NULL || out->from == out->to)
        return false;
    const enum standing who = s->beside[beside].who;
    out->up = rise(out->from, who, out->to, who);
    return true;
}

/* Of a row, from the first year that stands in it to the last. */
static bool row_way(const struct series_data *s, size_t along, size_t from, size_t to,
                    struct series_way *out)
{
    *out = (struct series_way){.from = series_row(s, along, from),
                               .to = series_row(s, along, to)};
    if (out->from == NULL || out->to == NULL)
        return false;
    out->up = rise(out->from, s->beside[from].who, out->to, s->beside[to].who);
    return true;
}

/* "Recorded crime fell from 77.1 in 2008 to 61.0 in 2012". */
static void trend_put(struct series_data *s, struct element *into,
                      const struct series_way *way)
{
    struct element *args = args_new(s);
    title_put(s, arg(s, args, "title"), way->to->name);
    series_figure(s, arg(s, args, "from"), way->from_of);
    series_figure(s, arg(s, args, "to"), way->to_of);
    arg_year(s, args, "first", way->from->year);
    arg_year(s, args, "last", way->to->year);
    word(s, into,
         way->up > 0   ? "series-rose"
         : way->up < 0 ? "series-fell"
                       : "series-same",
         args);
}

/* ---- the message ---- */

/* "below England and Wales, 64.2": of the year of `own`, beside the first other that has
 * one.  False: none has. */
static bool compared_put(struct series_data *s, struct element *into,
                         const struct indicator *own)
{
    for (size_t y = 1; y < s->beside_count; y++) {
        const enum standing who = s->beside[y].who;
        if (!own->known[who])
            continue;
        const long up = rise(own, who, own, s->beside[0].who);
        struct element *args = args_new(s);
        series_figure(
            s, arg(s, args, "value"),
            arena_printf(s->w->a, "%s %s %d", own->name, standing_names[who], own->year));
        word(s, into,
             arena_printf(s->w->a, "series-%s-%s",
                          up > 0   ? "above"
                          : up < 0 ? "below"
                                   : "level",
                          standing_names[who]),
             args);
        return true;
    }
    return false;
}

/* Of one indicator along the years. */
static void one_message(struct series_data *s, struct element *into)
{
    struct series_way way;
    struct element *args = args_new(s);
    struct element *trend = arg(s, args, "trend"), *compared = arg(s, args, "compared");
    if (way_of(s, 0, &way)) {
        trend_put(s, trend, &way);
    } else if (way.to != NULL) {
        struct element *only = args_new(s);
        title_put(s, arg(s, only, "title"), way.to->name);
        series_figure(s, arg(s, only, "to"), way.to_of);
        arg_year(s, only, "last", way.to->year);
        word(s, trend, "series-only", only);
    } else {
        text_put(s, into, &s->c->title);
        return;
    }
    if (compared_put(s, compared, way.to))
        word(s, into, "series-and", args);
    else
        element_adopt(into, trend);
}

struct series_tally {
    long up, down, all;
    int first, last;
};

static void tally_add(struct series_tally *t, const struct series_way *way)
{
    t->up += way->up > 0;
    t->down += way->up < 0;
    t->all++;
    t->first = t->first == 0 || way->from->year < t->first ? way->from->year : t->first;
    t->last = way->to->year > t->last ? way->to->year : t->last;
}

static void counted(struct series_data *s, struct element *into, long n, long of)
{
    series_figure(s, into, arena_printf(s->w->a, "counted %ld %ld n of", n, of));
}

/* "Since 2010: up in 2 of the 4, down in 1 of the 4"; the same beside another. */
static void tally_put(struct series_data *s, struct element *into,
                      const struct series_tally *t, const struct series_key *other)
{
    struct element *args = args_new(s);
    counted(s, arg(s, args, "up"), t->up, t->all);
    counted(s, arg(s, args, "down"), t->down, t->all);
    arg_year(s, args, "first", t->first);
    arg_year(s, args, "last", t->last);
    if (other != NULL)
        whose_put(s, arg(s, args, "other"), other->who);
    word(s, into, other != NULL ? "series-beside" : "series-since", args);
}

/* Of several lines. */
static void lines_message(struct series_data *s, struct element *into)
{
    struct series_tally t = {0};
    struct series_way way[2] = {{0}, {0}}, other;
    for (size_t y = 0; y < s->beside_count; y++) {
        struct series_way *to = y < LEN(way) ? &way[y] : &other;
        if (way_of(s, y, to))
            tally_add(&t, to);
    }
    if (t.all == 2 && s->beside_count == 2) {
        struct element *args = args_new(s);
        trend_put(s, arg(s, args, "one"), &way[0]);
        trend_put(s, arg(s, args, "two"), &way[1]);
        word(s, into, "series-two", args);
    } else if (t.all > 0) {
        tally_put(s, into, &t, NULL);
    } else {
        text_put(s, into, &s->c->title);
    }
}

/* Of several indicators, each a row: before and now, or beside the first other. */
static void rows_message(struct series_data *s, struct element *into)
{
    const bool years = s->beside[0].year != 0;
    const size_t last = s->beside_count - 1;
    struct series_tally t = {0};
    struct series_way way;
    for (size_t x = 0; x < s->along_count && last > 0; x++)
        if (row_way(s, x, years ? 0 : 1, years ? last : 0, &way))
            tally_add(&t, &way);
    if (t.all > 0)
        tally_put(s, into, &t, years ? NULL : &s->beside[1]);
    else
        text_put(s, into, &s->c->title);
}

void series_message(struct series_data *s, struct element *into)
{
    if (s->along[0].year == 0)
        rows_message(s, into);
    else if (s->c->of_count > 1)
        lines_message(s, into);
    else
        one_message(s, into);
}

/* ---- what is measured ---- */

void series_measured(struct series_data *s, struct element *into)
{
    struct element *args = args_new(s);
    text_put(s, arg(s, args, "title"), &s->c->title);
    const bool years = s->along[0].year != 0 || s->beside[0].year != 0;
    if (years && s->first < s->newest) {
        arg_year(s, args, "first", s->first);
        arg_year(s, args, "last", s->newest);
        word(s, into, "series-measure", args);
    } else {
        arg_year(s, args, "last", s->newest);
        word(s, into, "series-measure-year", args);
    }
    if (s->c->kind != SERIES_BARS)
        return;
    element_text(s->w->a, into, " ", s->pos);
    word(s, into, "series-own-scales", args_new(s));
}

/* ---- what is heard ---- */

/* "Severnside: 77.1 to 61.0." */
static bool line_heard(struct series_data *s, struct element *into, size_t beside)
{
    struct series_way way;
    if (!way_of(s, beside, &way))
        return false;
    struct element *args = args_new(s);
    series_label(s, arg(s, args, "label"), &s->beside[beside]);
    series_figure(s, arg(s, args, "from"), way.from_of);
    series_figure(s, arg(s, args, "to"), way.to_of);
    word(s, into, "series-heard-line", args);
    return true;
}

/* "Burglary: Severnside 7.7, England and Wales 6.4." */
static bool row_heard(struct series_data *s, struct element *into, size_t along)
{
    struct element *args = args_new(s);
    series_label(s, arg(s, args, "label"), &s->along[along]);
    struct element *values = arg(s, args, "values");
    for (size_t y = 0; y < s->beside_count; y++) {
        const char *of = series_expression(s, along, y);
        if (of == NULL)
            continue;
        if (values->first != NULL)
            element_text(s->w->a, values, ", ", s->pos);
        if (s->beside_count > 1) {
            series_label(s, values, &s->beside[y]);
            element_text(s->w->a, values, " ", s->pos);
        }
        series_figure(s, values, of);
    }
    if (values->first != NULL)
        word(s, into, "series-heard-row", args);
    return values->first != NULL;
}

void series_alternative(struct series_data *s, struct element *into)
{
    enum { MOST = 225 }; /* characters; the table has the rest */
    const bool rows = s->along[0].year == 0 || s->along_count == 1;
    const size_t count = rows ? s->along_count : s->beside_count;
    struct element *args = args_new(s);
    arg_year(s, args, "first", s->first);
    arg_year(s, args, "last", s->newest);
    word(s, into, rows ? "series-heard-rows" : "series-heard-lines", args);
    for (size_t i = 0; i < count; i++) {
        struct element *one = element_new(s->w->a, EL_P, s->pos);
        if (!(rows ? row_heard(s, one, i) : line_heard(s, one, i)))
            continue;
        const char *so_far = element_plain(s->w->a, into);
        const char *more = element_plain(s->w->a, one);
        element_text(s->w->a, into, " ", s->pos);
        if (utf8_count(so_far, strlen(so_far)) + utf8_count(more, strlen(more)) > MOST) {
            word(s, into, "series-heard-more", args_new(s));
            return;
        }
        element_adopt(into, one);
    }
}

/* ---- sources ---- */

/* Each once, as it is written. */
void series_sources(struct series_data *s, struct element *into)
{
    struct element *args = args_new(s), *all = arg(s, args, "sources");
    struct map *seen = map_new(s->w->a);
    for (size_t x = 0; x < s->along_count; x++)
        for (size_t y = 0; y < s->beside_count; y++) {
            const struct indicator *one = series_row(s, x, y);
            if (one == NULL || map_put(seen, one->source, s) != NULL)
                continue;
            if (all->first != NULL)
                element_text(s->w->a, all, "; ", s->pos);
            struct element *words = element_add(s->w->a, all, EL_SPAN, s->pos);
            element_set_lang(words, LANG_EN);
            element_text(s->w->a, words, one->source, one->pos);
        }
    word(s, into, "series-sources", args);
}
