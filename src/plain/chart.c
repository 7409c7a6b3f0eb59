/* chart.c -- a chart as its caption, what it measures, its alternative text and its data
 * as a list: what is printed at each bar, never more. */
#include "plain/work.h"

#include <string.h>

static bool holds_page(const struct element *e)
{
    if (e == NULL || e->kind == EL_PAGENUM)
        return e != NULL;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (holds_page(c))
            return true;
    return false;
}

/* Behind the others, with a comma. */
static void add(struct buf *out, const char *words)
{
    if (words != NULL && *words != '\0')
        buf_printf(out, "%s%s", out->len > 0 ? ", " : "", words);
}

/* What stands at a bar: "6 of 7, 86%", "12 (19%)", "82%, Areas average 69%". */
static const char *bar_says(struct telling *p, const struct element *chart,
                            const struct element *bar)
{
    struct buf out = buf_new(p->a);
    const char *average = plain_part(p, chart, EL_VALUE);
    switch (chart_kind(chart)) {
    case CHART_SAMPLE:
        add(&out, bar->value);
        buf_printf(&out, "%s%s", bar->share != NULL ? " " : "",
                   bar->share != NULL ? bar->share : "");
        break;
    case CHART_STACKED:
    case CHART_COLUMNS:
        add(&out, bar->share);
        add(&out, bar->value);
        add(&out, bar->rest);
        break;
    case CHART_DISTRIBUTION:
        add(&out, bar->value);
        if (bar->share != NULL)
            add(&out, arena_printf(p->a, "%s %s", average, bar->share));
        break;
    case CHART_SCORES:
    case CHART_POINTS:
    case CHART_LINKED:
    case CHART_LINES:
    case CHART_UPRIGHTS:
    case CHART_GAUGES:
    case CHART_ANSWERS: add(&out, bar->value); break;
    }
    add(&out, plain_part(p, bar, EL_COMMENT));
    return out.at;
}

static void say_bar(struct telling *p, const struct element *chart,
                    const struct element *bar)
{
    const struct element *remark = element_child(bar, EL_REMARK);
    const char *number = element_at(bar, AT_NUMBER);
    const char *name = plain_part(p, bar, EL_LABEL);
    struct buf out = buf_new(p->a);
    add(&out,
        plain_pair(p, number == NULL ? name : arena_printf(p->a, "%s %s", number, name),
                   bar_says(p, chart, bar)));
    if (remark != NULL && !holds_page(remark))
        add(&out, plain_words(p, remark));
    p->label = "- ";
    p->indent += PLAIN_STEP;
    plain_lines(p, out.at);
    p->indent -= PLAIN_STEP;
}

static void say_bars(struct telling *p, const struct element *chart,
                     const struct element *of)
{
    for (const struct element *c = of->first; c != NULL; c = c->next)
        if (c->kind == EL_BAR)
            say_bar(p, chart, c);
}

void plain_chart(struct telling *p, const struct element *e)
{
    plain_caption(p, e);
    plain_paragraph(p, plain_part(p, e, EL_ALT));
    say_bars(p, e, e);
    const bool all = !chart_is_series(chart_kind(e)); /* a table follows it */
    for (const struct element *g = e->first; all && g != NULL; g = g->next) {
        if (g->kind != EL_GROUP)
            continue;
        plain_lines(
            p, plain_pair(p, plain_part(p, g, EL_LABEL), plain_part(p, g, EL_VALUE)));
        p->indent += PLAIN_STEP;
        say_bars(p, e, g);
        p->indent -= PLAIN_STEP;
    }
    plain_gap(p, 1);
}
