/* chart.c -- charts: the drawing of the PDF, and under it, to be opened, what it shows as
 * a table; and the small drawings that stand in a line or a cell. */
#include "html/work.h"

static length text_width_of(const struct web *w)
{
    return w->style->page.width - 2 * w->style->page.margin;
}

static const char *plain(struct web *w, const struct element *e, enum element_kind kind)
{
    const struct element *part = element_child(e, kind);
    return part != NULL ? element_plain(w->a, part) : NULL;
}

/* ---- its numbers as a table ---- */

static void put_value(struct web *w, const char *words, const char **between)
{
    if (words == NULL || *words == '\0')
        return;
    buf_str(&w->out, *between);
    web_text(w, words);
    *between = ", ";
}

/* What stands before, in and behind the words in capitals of a comment. */
static const char *comment_words(struct web *w, const struct chart_bar *b)
{
    if (b->comment[0] == NULL && b->comment[1] == NULL)
        return NULL;
    return arena_printf(w->a, "%s%s%s", b->comment[0] != NULL ? b->comment[0] : "",
                        b->comment[1] != NULL ? b->comment[1] : "",
                        b->comment[2] != NULL ? b->comment[2] : "");
}

/* A remark that says a page leads there. */
static const struct element *remark_target(struct web *w, const struct element *bar)
{
    const struct element *remark = element_child(bar, EL_REMARK);
    const struct element *page =
        remark != NULL ? element_child(remark, EL_PAGENUM) : NULL;
    return page != NULL ? map_get(w->targets, page->at[AT_TARGET]) : NULL;
}

static void put_bar(struct web *w, const struct element *e, const struct chart_bar *b)
{
    const struct element *to = remark_target(w, e);
    const char *between = "";
    buf_str(&w->out, "<tr><th scope=\"row\">");
    if (to != NULL)
        buf_printf(&w->out, "<a href=\"#%s\">", web_target(w, to->at[AT_ID]));
    if (b->number != NULL) {
        web_text(w, b->number);
        buf_char(&w->out, ' ');
    }
    web_text(w, b->label);
    buf_str(&w->out, to != NULL ? "</a></th><td>" : "</th><td>");
    put_value(w, b->value, &between);
    put_value(w, b->share, &between);
    put_value(w, b->rest, &between);
    put_value(w, to == NULL ? b->remark : NULL, &between);
    put_value(w, comment_words(w, b), &between);
    buf_str(&w->out, "</td></tr>\n");
}

static void put_heads(struct web *w)
{
    const char *const *words = w->report->words;
    buf_str(&w->out, "<thead>\n<tr><th scope=\"col\">");
    web_text(w, words[LAYOUT_WEB_OF]);
    buf_str(&w->out, "</th><th scope=\"col\">");
    web_text(w, words[LAYOUT_WEB_FIGURE]);
    buf_str(&w->out, "</th></tr>\n</thead>\n");
}

/* The bars under `e`, in the order in which chart_read() has them. */
static void put_bars(struct web *w, const struct element *e, const struct chart_group *g)
{
    size_t i = 0;
    buf_str(&w->out, "<tbody>\n");
    if (g->label != NULL) {
        buf_str(&w->out, "<tr class=\"group\"><th scope=\"rowgroup\">");
        web_text(w, g->label);
        buf_str(&w->out, "</th><td>");
        web_text(w, g->value != NULL ? g->value : "");
        buf_str(&w->out, "</td></tr>\n");
    }
    for (const struct element *b = e->first; b != NULL; b = b->next)
        if (b->kind == EL_BAR)
            put_bar(w, b, &g->bars[i++]);
    buf_str(&w->out, "</tbody>\n");
}

static void put_data(struct web *w, const struct element *e, const struct chart *chart,
                     const char *caption)
{
    const struct chart_group *g = chart->groups;
    map_put(w->kinds, "dense", (void *)e);
    buf_str(&w->out, "<details><summary>");
    web_text(w, w->report->words[LAYOUT_WEB_DATA]);
    buf_printf(&w->out, "</summary>\n<table class=\"t-dense\" aria-labelledby=\"%s\">\n",
               caption);
    put_heads(w);
    if (g->label == NULL && g->bar_count > 0)
        put_bars(w, e, g++);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_GROUP)
            put_bars(w, c, g++);
    buf_str(&w->out, "</table>\n</details>\n");
}

/* ---- the whole ---- */

static void put_drawing(struct web *w, const struct element *e, const struct chart *chart,
                        const char *caption)
{
    const struct drawing g =
        chart_draw(w->a, w->d, w->text, w->style, chart, text_width_of(w));
    struct buf attributes = buf_new(w->a);
    buf_str(&attributes, " role=\"img\"");
    buf_attribute(&attributes, "aria-label", plain(w, e, EL_ALT));
    buf_printf(&w->out,
               "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
               "aria-labelledby=\"%s\">",
               caption);
    svg_write(&w->defs, w->style, &g, attributes.at, &w->out);
    buf_str(&w->out, "</div>\n");
}

void web_chart(struct web *w, const struct element *e)
{
    const struct chart chart = chart_read(w->a, e, w->report->lang, &w->scale);
    const char *id = web_own_id(w, "caption");
    buf_str(&w->out, "<figure");
    web_id(w, e);
    buf_printf(&w->out, " class=\"chart\">\n<figcaption id=\"%s\">", id);
    web_reference(w, e);
    web_words(w, element_child(e, EL_CAPTION)->first, NULL);
    if (element_child(e, EL_MEASURE) != NULL)
        buf_char(&w->out, ' ');
    web_part(w, element_child(e, EL_MEASURE), "span", "measure");
    buf_str(&w->out, "</figcaption>\n");
    put_drawing(w, e, &chart, id);
    if (!chart_is_series(chart.kind)) /* a table follows it */
        put_data(w, e, &chart, id);
    buf_str(&w->out, "</figure>\n");
}

/* ---- small ones ---- */

/* Its numbers stand in the cells beside it. */
void web_range(struct web *w, const struct element *e)
{
    const length wide = PT(94);
    const struct drawing g =
        range_draw(w->a, w->style, e->lowest, e->highest, e->average, e->percent, wide);
    svg_write(&w->defs, w->style, &g, " class=\"range\" aria-hidden=\"true\"", &w->out);
}

void web_share(struct web *w, const struct element *e)
{
    const struct drawing g =
        share_draw(w->a, w->style, e->count, e->base, w->style->evidence.width);
    svg_write(&w->defs, w->style, &g, " class=\"share\" aria-hidden=\"true\"", &w->out);
}

void web_swatch(struct web *w, const struct element *e)
{
    if (e->fill == FILL_NONE)
        return;
    const bool sign = e->kind == EL_SIGN;
    const struct drawing g = e->badge != NULL
                                 ? badge_draw(w->a, w->style, e->badge,
                                              w->style->types[TYPE_BODY].size * 5 / 4)
                             : sign ? sign_draw(w->a, w->style, e->fill)
                                    : swatch_draw(w->a, w->style, e->fill);
    svg_use(&w->defs, w->style, &g, "swatch", &w->out);
}

void web_stars(struct web *w, const struct element *e)
{
    struct buf attributes = buf_new(w->a);
    if (e->set[AT_OUT_OF] < 1)
        return;
    const struct drawing g = rating_draw(w->a, w->style, e->set[AT_N], e->set[AT_OUT_OF]);
    buf_str(&attributes, " class=\"stars\" role=\"img\"");
    buf_attribute(&attributes, "aria-label", element_plain(w->a, e));
    buf_str(&w->out, "<p>");
    svg_write(&w->defs, w->style, &g, attributes.at, &w->out);
    buf_str(&w->out, "</p>\n");
}
