/* chart_element.c -- charts of the report tree to chart/'s plain data, and their drawings
 * as figures with a text alternative.  In: a chart or range; out: a strip. */
#include "layout/flow.h"

#include <string.h>

/* A drawing on its way to a page; the tag learns where it stands. */
struct placed {
    struct drawing drawing;
    struct tag *tag;
};

static void placed_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct placed *p = what;
    drawing_place(c->s->a, c->page, &p->drawing, x, y, p->tag);
    if (p->tag == NULL)
        return;
    p->tag->box_page = c->number;
    p->tag->box[0] = x;
    p->tag->box[1] = y;
    p->tag->box[2] = x + p->drawing.width;
    p->tag->box[3] = y + p->drawing.height;
}

static const char *words_of(struct state *s, const struct element *e,
                            enum element_kind kind)
{
    const struct element *part = element_child(e, kind);
    return part == NULL ? NULL : element_plain(s->a, part);
}

/* What stands before the words in capitals, these, and what stands behind them. */
static void comment_read(struct state *s, const struct element *e, bool strong,
                         const char *parts[3])
{
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        bool inside = strong || c->kind == EL_CAPS;
        comment_read(s, c, inside, parts);
        if (c->kind != EL_TEXT)
            continue;
        size_t at = inside ? 1 : parts[1] != NULL ? 2 : 0;
        const char *words = inside ? caps(s->a, s->report->lang, c->text) : c->text;
        if (at == 0 && parts[0] == NULL)
            words += strspn(words, " "); /* behind a swatch */
        parts[at] = arena_printf(s->a, "%s%s", parts[at] != NULL ? parts[at] : "", words);
    }
}

static struct chart_bar plain_bar(struct state *s, const struct element *e)
{
    const char *label = words_of(s, e, EL_LABEL);
    return (struct chart_bar){.number = e->at[AT_NUMBER],
                              .label = label != NULL ? label : "",
                              .percent = e->percent,
                              .count = e->count,
                              .base = e->base,
                              .value = e->value,
                              .share = e->share,
                              .rest = e->rest,
                              .remark = words_of(s, e, EL_REMARK),
                              .fill = e->fill != FILL_NONE ? e->fill : FILL_SOLID};
}

static struct chart_bar bar_of(struct state *s, const struct element *e)
{
    struct chart_bar bar = plain_bar(s, e);
    const struct element *comment = element_child(e, EL_COMMENT);
    if (comment != NULL)
        comment_read(s, comment, false, bar.comment);
    bar.distribution =
        (struct distribution){e->areas, e->area_count,
                              e->area_count > 0 ? e->average : -1, e->percent, bar.fill};
    return bar;
}

/* The bars among the children of `e`. */
static void bars_read(struct state *s, const struct element *e, struct chart_group *group)
{
    size_t count = 0;
    for (const struct element *b = e->first; b != NULL; b = b->next)
        count += b->kind == EL_BAR;
    struct chart_bar *bars = NEW_ARRAY(s->a, struct chart_bar, count + 1);
    for (const struct element *b = e->first; b != NULL; b = b->next)
        if (b->kind == EL_BAR)
            bars[group->bar_count++] = bar_of(s, b);
    group->bars = bars;
}

static void groups_read(struct state *s, const struct element *e, struct chart *chart)
{
    size_t count = 1;
    for (const struct element *g = e->first; g != NULL; g = g->next)
        count += g->kind == EL_GROUP;
    struct chart_group *groups = NEW_ARRAY(s->a, struct chart_group, count);
    groups[0].percent = -1;
    bars_read(s, e, &groups[0]);
    chart->group_count = groups[0].bar_count > 0;
    for (const struct element *g = e->first; g != NULL; g = g->next) {
        if (g->kind != EL_GROUP)
            continue;
        struct chart_group *group = &groups[chart->group_count++];
        group->label = words_of(s, g, EL_LABEL);
        group->value = words_of(s, g, EL_VALUE);
        group->percent = g->percent;
        group->fill = g->fill;
        bars_read(s, g, group);
    }
    chart->groups = groups;
}

static void legend_read(struct state *s, const struct element *e, struct chart *chart)
{
    const struct element *legend = element_child(e, EL_LEGEND);
    if (legend == NULL)
        return;
    size_t count = 0;
    for (const struct element *x = legend->first; x != NULL; x = x->next)
        count += x->kind == EL_ENTRY;
    struct chart_legend *entries = NEW_ARRAY(s->a, struct chart_legend, count + 1);
    for (const struct element *x = legend->first; x != NULL; x = x->next) {
        if (x->kind != EL_ENTRY)
            continue;
        struct chart_legend *entry = &entries[chart->legend_count];
        entry->label = element_plain(s->a, x);
        entry->fill = x->fill;
        entry->from = x->lowest;
        chart->legend_count += x->fill != FILL_NONE || chart_has_zones(chart->kind);
    }
    chart->legend = entries;
    chart->legend_title = words_of(s, legend, EL_TITLE);
}

/* What a bar of the whole width counts. */
static long largest_of(const struct state *s, const struct element *chart)
{
    switch (chart_kind(chart)) {
    case CHART_SCORES: return 100;
    case CHART_SAMPLE: return s->largest;
    case CHART_STACKED:
    case CHART_COLUMNS:
    case CHART_DISTRIBUTION:
    case CHART_POINTS:
    case CHART_ANSWERS:
    case CHART_LINKED: return 0;
    }
    bug("a chart of kind %d", (int)chart_kind(chart));
}

static struct chart chart_of(struct state *s, const struct element *e)
{
    struct chart chart = {.kind = chart_kind(e),
                          .pos = e->pos,
                          .lang = s->report->lang,
                          .largest = largest_of(s, e),
                          .lowest = e->axis != NULL ? s->lowest : 0,
                          .axis = e->axis,
                          .own = words_of(s, e, EL_LABEL),
                          .head = words_of(s, e, EL_VALUE)};
    legend_read(s, e, &chart);
    groups_read(s, e, &chart);
    return chart;
}

/* What is seen beside its bar is heard with the bar's name: "Safeguarding: Page 13",
 * where "p 13" is printed. */
static void remark_name(struct state *s, const struct element *bar, struct tag *tag,
                        struct spans *spans)
{
    struct span *first = spans->at.at;
    if (spans->at.len < 2 || first->tag != tag)
        return;
    const bool page = element_child(element_child(bar, EL_REMARK), EL_PAGENUM) != NULL;
    const char *words =
        page ? arena_printf(s->a, "%s ", s->report->words[LAYOUT_PAGE_LINK])
             : arena_strndup(s->a, first->text, first->len);
    first->tag = tag_inline(s->a, tag, TAG_SPAN);
    first->tag->actual_text =
        arena_printf(s->a, "%s: %s", words_of(s, bar, EL_LABEL), words);
}

/* Words that lead elsewhere stand beside their rows as links, so they are not part of
 * the figure. */
static void flow_remarks(struct flow *f, const struct element *e,
                         const struct drawing *drawing, struct strip *strip)
{
    const struct type_style *type = type_of(f->s, TYPE_CHART_AXIS);
    size_t row = 0;
    for (const struct element *bar = e->first; bar != NULL; bar = bar->next) {
        if (bar->kind != EL_BAR || row == drawing->rows.len)
            continue;
        length y = drawing->rows.at[row++] - type_baseline(f->s->style, type);
        const struct element *remark = element_child(bar, EL_REMARK);
        if (remark == NULL)
            continue;
        struct tag *tag = tag_block(f->s, f->tag, TAG_P, f->lang, remark);
        struct spans spans = spans_of(f->s, remark, type, f->lang, tag);
        remark_name(f->s, bar, tag, &spans);
        flow_draw(f, strip, words_draw,
                  words_new(f->s, &spans, type, f->width, ALIGN_RIGHT), 0, y);
    }
}

void flow_chart(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    flow_caption(f, e, f->tag);
    struct chart chart = chart_of(s, e);
    struct placed *p = NEW(s->a, struct placed);
    p->drawing = chart_draw(s->a, s->d, s->text, s->style, &chart, f->width);
    p->tag = tag_block(s, f->tag, TAG_FIGURE, f->lang, e);
    p->tag->alt = words_of(s, e, EL_ALT);
    struct strip *strip = flow_push(f, p->drawing.height, 0, HOLD_NONE);
    flow_draw(f, strip, placed_draw, p, 0, 0);
    if (chart.kind == CHART_POINTS)
        flow_remarks(f, e, &p->drawing, strip);
    f->after = larger(s->style->chart.after, type_of(s, TYPE_BODY)->after);
}

/* ---- the range in a row of a national table ---- */

/* Its numbers stand in the cells beside it, so the drawing itself is no content. */
void flow_range(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    struct placed *p = NEW(s->a, struct placed);
    p->drawing = range_draw(s->a, s->style, e->lowest, e->highest, e->average, e->percent,
                            f->width);
    const struct type_style *type = type_of(s, TYPE_TABLE_CELL);
    struct strip *strip =
        flow_push(f, type->leading, type_baseline(s->style, type), HOLD_NONE);
    flow_draw(f, strip, placed_draw, p, 0, (type->leading - p->drawing.height) / 2);
}
