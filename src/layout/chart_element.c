/* chart_element.c -- the drawings of charts as figures with a text alternative.  In: a
 * chart or range; out: a strip. */
#include "layout/flow.h"

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
    first->tag->actual_text = arena_printf(
        s->a, "%s: %s", element_plain(s->a, element_child(bar, EL_LABEL)), words);
}

/* Words that lead elsewhere stand beside their rows as links, so they are not part of
 * the figure; `before`: bars that another drawing has. */
static void flow_remarks(struct flow *f, const struct element *e, size_t before,
                         const struct drawing *drawing, struct strip *strip)
{
    const struct type_style *type = type_of(f->s, TYPE_CHART_AXIS);
    size_t row = 0;
    for (const struct element *bar = e->first; bar != NULL; bar = bar->next) {
        if (bar->kind != EL_BAR || row == drawing->rows.len)
            continue;
        if (before > 0) {
            before--;
            continue;
        }
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

/* A chart on its way to strips: its figure is said with the first drawing. */
struct chart_flow {
    struct flow *f;
    const struct element *e;
    length room; /* that a drawing may take */
    struct tag *tag;
    size_t bars; /* drawn */
};

static void drawing_push(struct chart_flow *k, const struct chart *chart,
                         struct drawing drawing)
{
    struct placed *p = NEW(k->f->s->a, struct placed);
    *p = (struct placed){drawing, k->tag};
    k->tag = NULL; /* what goes on on another page is there for the eye */
    struct strip *strip = flow_push(k->f, drawing.height, 0, HOLD_NONE);
    flow_draw(k->f, strip, placed_draw, p, 0, 0);
    if (chart->kind == CHART_POINTS)
        flow_remarks(k->f, k->e, k->bars, &p->drawing, strip);
    k->bars += drawing.rows.len;
}

/* Groups [from, to) of a chart, of its only group bars [from, to). */
static struct chart chart_part(struct arena *a, const struct chart *chart, size_t from,
                               size_t to)
{
    struct chart part = *chart;
    struct chart_group *only = NEW(a, struct chart_group);
    if (chart->group_count > 1) {
        part.groups += from;
        part.group_count = to - from;
        return part;
    }
    *only = chart->groups[0];
    only->bars += from;
    only->bar_count = to - from;
    part.groups = only;
    return part;
}

static bool is_one_piece(const struct chart_flow *k, length height)
{
    const length most = k->f->s->style->chart.most;
    return height <= k->room && (most == 0 || height <= most);
}

/* One that is higher than a page, or than the house has it, in two halves, each with its
 * legend. */
static void drawings_push(struct chart_flow *k, const struct chart *chart)
{
    struct state *s = k->f->s;
    struct drawing drawing =
        chart_draw(s->a, s->d, s->text, s->style, chart, k->f->width);
    const size_t rows =
        chart->group_count == 1 ? chart->groups[0].bar_count : chart->group_count;
    if (is_one_piece(k, drawing.height) || rows < 2) {
        drawing_push(k, chart, drawing);
        return;
    }
    const struct chart first = chart_part(s->a, chart, 0, (rows + 1) / 2),
                       second = chart_part(s->a, chart, (rows + 1) / 2, rows);
    drawings_push(k, &first);
    k->f->after = s->style->chart.group_gap;
    drawings_push(k, &second);
}

void flow_chart(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    const size_t first = f->out.len;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    flow_caption(f, e, f->tag);
    const struct chart chart = chart_read(s->a, e, s->report->lang, &s->scale);
    struct tag *tag = tag_block(s, f->tag, TAG_FIGURE, f->lang, e);
    const struct element *alt = element_child(e, EL_ALT);
    tag->alt = alt != NULL ? element_plain(s->a, alt) : NULL;
    length over = strips_height(&f->out, first, f->out.len) + f->after;
    struct chart_flow k = {f, e, page_room(s) - over, tag, 0};
    drawings_push(&k, &chart);
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
