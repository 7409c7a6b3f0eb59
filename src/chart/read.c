/* read.c -- charts of the report tree to plain data.  In: a chart's element, and the
 * scale that all of a report share; out: what chart.h draws.  Draws nothing. */
#include "chart/read.h"

#include <string.h>

struct chart_reader {
    struct arena *a;
    enum lang lang;
};

static const char *words_of(const struct chart_reader *r, const struct element *e,
                            enum element_kind kind)
{
    const struct element *part = element_child(e, kind);
    return part == NULL ? NULL : element_plain(r->a, part);
}

/* What stands before the words in capitals, these, and what stands behind them. */
static void comment_read(const struct chart_reader *r, const struct element *e,
                         bool strong, const char *parts[3])
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        bool inside = strong || c->kind == EL_CAPS;
        comment_read(r, c, inside, parts);
        if (c->kind != EL_TEXT)
            continue;
        size_t at = inside ? 1 : parts[1] != NULL ? 2 : 0;
        const char *words = inside ? lang_caps(r->a, r->lang, c->text) : c->text;
        if (at == 0 && parts[0] == NULL)
            words += strspn(words, " "); /* behind a swatch */
        parts[at] = arena_printf(r->a, "%s%s", parts[at] != NULL ? parts[at] : "", words);
    }
}

static struct chart_bar plain_bar(const struct chart_reader *r, const struct element *e)
{
    const char *label = words_of(r, e, EL_LABEL);
    return (struct chart_bar){.number = e->at[AT_NUMBER],
                              .label = label != NULL ? label : "",
                              .percent = e->percent,
                              .count = e->count,
                              .base = e->base,
                              .value = e->value,
                              .share = e->share,
                              .rest = e->rest,
                              .remark = words_of(r, e, EL_REMARK),
                              .fill = e->fill != FILL_NONE ? e->fill : FILL_SOLID};
}

static struct chart_bar bar_of(const struct chart_reader *r, const struct element *e)
{
    struct chart_bar bar = plain_bar(r, e);
    const struct element *comment = element_child(e, EL_COMMENT);
    if (comment != NULL)
        comment_read(r, comment, false, bar.comment);
    bar.distribution =
        (struct distribution){e->areas, e->area_count,
                              e->area_count > 0 ? e->average : -1, e->percent, bar.fill};
    return bar;
}

/* The bars among the children of `e`. */
static void bars_read(const struct chart_reader *r, const struct element *e,
                      struct chart_group *group)
{
    size_t count = 0;
    for (const struct element *b = e->first; b != NULL; b = b->next)
        count += b->kind == EL_BAR;
    struct chart_bar *bars = NEW_ARRAY(r->a, struct chart_bar, count + 1);
    for (const struct element *b = e->first; b != NULL; b = b->next)
        if (b->kind == EL_BAR)
            bars[group->bar_count++] = bar_of(r, b);
    group->bars = bars;
}

static void groups_read(const struct chart_reader *r, const struct element *e,
                        struct chart *chart)
{
    size_t count = 1;
    for (const struct element *g = e->first; g != NULL; g = g->next)
        count += g->kind == EL_GROUP;
    struct chart_group *groups = NEW_ARRAY(r->a, struct chart_group, count);
    groups[0].percent = -1;
    bars_read(r, e, &groups[0]);
    chart->group_count = groups[0].bar_count > 0;
    for (const struct element *g = e->first; g != NULL; g = g->next) {
        if (g->kind != EL_GROUP)
            continue;
        struct chart_group *group = &groups[chart->group_count++];
        group->label = words_of(r, g, EL_LABEL);
        group->value = words_of(r, g, EL_VALUE);
        group->percent = g->percent;
        group->fill = g->fill;
        group->scale = g->scale;
        bars_read(r, g, group);
    }
    chart->groups = groups;
}

static void legend_read(const struct chart_reader *r, const struct element *e,
                        struct chart *chart)
{
    const struct element *legend = element_child(e, EL_LEGEND);
    if (legend == NULL)
        return;
    size_t count = 0;
    for (const struct element *x = legend->first; x != NULL; x = x->next)
        count += x->kind == EL_ENTRY;
    struct chart_legend *entries = NEW_ARRAY(r->a, struct chart_legend, count + 1);
    for (const struct element *x = legend->first; x != NULL; x = x->next) {
        if (x->kind != EL_ENTRY)
            continue;
        struct chart_legend *entry = &entries[chart->legend_count];
        entry->label = element_plain(r->a, x);
        entry->fill = x->fill;
        entry->from = x->lowest;
        chart->legend_count += x->fill != FILL_NONE || chart_has_zones(chart->kind);
    }
    chart->legend = entries;
    chart->legend_title = words_of(r, legend, EL_TITLE);
}

/* What a bar of the whole width counts. */
static long largest_of(const struct chart_scale *scale, const struct element *chart)
{
    switch (chart_kind(chart)) {
    case CHART_SCORES: return 100;
    case CHART_SAMPLE: return scale->largest;
    case CHART_STACKED:
    case CHART_COLUMNS:
    case CHART_DISTRIBUTION:
    case CHART_POINTS:
    case CHART_ANSWERS:
    case CHART_LINES:
    case CHART_UPRIGHTS:
    case CHART_GAUGES:
    case CHART_LINKED: return 0;
    }
    bug("a chart of kind %d", (int)chart_kind(chart));
}

struct chart chart_read(struct arena *a, const struct element *e, enum lang l,
                        const struct chart_scale *scale)
{
    const struct chart_reader r = {a, l};
    struct chart chart = {.kind = chart_kind(e),
                          .pos = e->pos,
                          .lang = l,
                          .largest = largest_of(scale, e),
                          .lowest = e->axis != NULL ? scale->lowest : 0,
                          .axis = e->axis,
                          .scale = e->scale,
                          .own = words_of(&r, e, EL_LABEL),
                          .head = words_of(&r, e, EL_VALUE)};
    legend_read(&r, e, &chart);
    groups_read(&r, e, &chart);
    return chart;
}
