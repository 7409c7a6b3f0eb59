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
    out->from_of = series_expression(s, along, from);
    out->to_of = series_expression(s, along, to);
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

/* "below England and Wales, 64.2": the figure of `whose` beside that of `other`, of one
 * year. */
static void beside_put(struct series_data *s, struct element *into,
                       const struct indicator *one, enum standing whose,
                       enum standing other)
{
    const long up = rise(one, other, one, whose);
    struct element *args = args_new(s);
    series_figure(
        s, arg(s, args, "value"),
        arena_printf(s->w->a, "%s %s %d", one->name, standing_names[other], one->year));
    word(s, into,
         arena_printf(s->w->a, "series-%s-%s",
                      up > 0   ? "above"
                      : up < 0 ? "below"
                               : "level",
                      standing_names[other]),
         args);
}

/* "Recorded crime: 61.0 in 2012". */
static void only_put(struct series_data *s, struct element *into,
                     const struct indicator *one, const char *of)
{
    struct element *only = args_new(s);
    title_put(s, arg(s, only, "title"), one->name);
    series_figure(s, arg(s, only, "to"), of);
    arg_year(s, only, "last", one->year);
    word(s, into, "series-only", only);
}

/* Of one indicator along the years; beside the first other that has one of its newest. */
static void one_message(struct series_data *s, struct element *into)
{
    struct series_way way;
    struct element *args = args_new(s);
    struct element *trend = arg(s, args, "trend"), *compared = arg(s, args, "compared");
    if (way_of(s, 0, &way))
        trend_put(s, trend, &way);
    else
        only_put(s, trend, way.to, way.to_of);
    for (size_t y = 1; y < s->beside_count && compared->first == NULL; y++)
        if (way.to->known[s->beside[y].who])
            beside_put(s, compared, way.to, s->beside[0].who, s->beside[y].who);
    if (compared->first != NULL)
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

/* "up in 2 of the 4", "up in all 4"; nothing of none.  The first says of how many. */
static void part_put(struct series_data *s, struct element *into, const char *key, long n,
                     long all)
{
    if (n == 0)
        return;
    const bool first = into->first == NULL;
    struct element *args = args_new(s);
    series_figure(s, arg(s, args, "count"),
                  arena_printf(s->w->a, "counted %ld %ld n%s", n, all,
                               first && n < all ? " of" : ""));
    if (!first)
        element_text(s->w->a, into, ", ", s->pos);
    word(s, into, n < all ? key : arena_printf(s->w->a, "%s-all", key), args);
}

/* "From 2010 to 2012: up in 2 of the 4, down in 1, unchanged in 1"; "Compared with the
 * region: higher in all 4". */
static void tally_put(struct series_data *s, struct element *into,
                      const struct series_tally *t, const struct series_key *other)
{
    struct element *args = args_new(s), *parts = arg(s, args, "parts");
    part_put(s, parts, other != NULL ? "series-higher" : "series-up", t->up, t->all);
    part_put(s, parts, other != NULL ? "series-lower" : "series-down", t->down, t->all);
    part_put(s, parts, other != NULL ? "series-even" : "series-unchanged",
             t->all - t->up - t->down, t->all);
    arg_year(s, args, "first", t->first);
    arg_year(s, args, "last", t->last);
    word(s, into,
         other != NULL
             ? arena_printf(s->w->a, "series-beside-%s", standing_names[other->who])
             : "series-since",
         args);
}

/* What can be compared at each place: lines from first to last, rows before and now or
 * beside another. */
static bool compared(const struct series_data *s, size_t at, struct series_way *out)
{
    const size_t last = s->beside_count - 1;
    if (s->along[0].year != 0)
        return way_of(s, at, out);
    if (last == 0)
        return false;
    const bool years = s->beside[0].year != 0;
    return row_way(s, at, years ? 0 : 1, years ? last : 0, out);
}

/* One of few: what it did, or how it stands beside the other. */
static void named_put(struct series_data *s, struct element *into, size_t at,
                      const struct series_way *way)
{
    if (s->along[0].year != 0 || s->beside[0].year != 0) {
        trend_put(s, into, way);
        return;
    }
    struct element *args = args_new(s);
    only_put(s, arg(s, args, "trend"), way->to, series_expression(s, at, 0));
    beside_put(s, arg(s, args, "compared"), way->to, s->beside[0].who, s->beside[1].who);
    word(s, into, "series-and", args);
}

/* Of several, lines or rows: one or two are named, more are counted. */
static void several_message(struct series_data *s, struct element *into)
{
    const bool lines = s->along[0].year != 0, years = lines || s->beside[0].year != 0;
    const size_t count = lines ? s->beside_count : s->along_count;
    struct series_tally t = {0};
    struct series_way way;
    struct element *args = args_new(s), *one = arg(s, args, "one"),
                   *two = arg(s, args, "two");
    for (size_t i = 0; i < count; i++) {
        if (!compared(s, i, &way))
            continue;
        if (t.all < 2)
            named_put(s, t.all == 0 ? one : two, i, &way);
        tally_add(&t, &way);
    }
    if (t.all > 2)
        tally_put(s, into, &t, years ? NULL : &s->beside[1]);
    else if (t.all == 2)
        word(s, into, "series-two", args);
    else if (t.all == 1)
        element_adopt(into, one);
    else
        text_put(s, into, &s->c->title);
}

void series_message(struct series_data *s, struct element *into)
{
    if (s->along[0].year == 0 || s->c->of_count > 1)
        several_message(s, into);
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
    word(s, into,
         rows && s->beside[0].year == 0 ? "series-heard-rows" : "series-heard-lines",
         args);
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

/* In the edition's language; English words in Welsh ones are heard as such. */
static void source_put(struct series_data *s, struct element *into,
                       const struct indicator *one)
{
    const char *welsh = s->w->lang == LANG_CY ? one->source_cy : NULL;
    if (welsh == NULL || strcmp(welsh, one->source) == 0) {
        into = element_add(s->w->a, into, EL_SPAN, s->pos);
        element_set_lang(into, LANG_EN);
    }
    element_text(s->w->a, into, welsh != NULL ? welsh : one->source, one->pos);
}

/* Each once. */
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
            source_put(s, all, one);
        }
    word(s, into, "series-sources", args);
}
