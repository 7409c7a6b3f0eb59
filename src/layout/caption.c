/* caption.c -- the caption over a table, chart or picture.  In: the element that it
 * stands in; out: a strip that holds to the next. */
#include "layout/flow.h"

/* Right under the caption, and to what it is about. */
static void measure_flow(struct flow *f, const struct element *measure,
                         struct tag *parent)
{
    if (measure == NULL)
        return;
    struct state *s = f->s;
    const struct type_style *type = type_of(s, TYPE_MEASURE);
    struct spans spans = spans_of(s, measure, type, f->lang,
                                  tag_block(s, parent, TAG_P, f->lang, measure));
    length after = f->after;
    f->after = 0;
    flow_space(f, type->before);
    flow_whole(f, words_new(s, &spans, type, f->width, ALIGN_LEFT), HOLD_ALWAYS);
    f->after = after;
    flow_notes(f, &spans, parent);
}

void flow_caption(struct flow *f, const struct element *e, struct tag *parent)
{
    const struct element *caption = element_child(e, EL_CAPTION);
    if (caption == NULL)
        return;
    struct state *s = f->s;
    const struct type_style *type = type_of(s, TYPE_CAPTION);
    bool table = parent->type == TAG_TABLE; /* beside a figure it is a paragraph */
    struct tag *tag = tag_block(s, parent, table ? TAG_CAPTION : TAG_P, f->lang, caption);
    struct tag *words = tag;
    if (table &&
        !flow_is_direct(caption)) /* its note hangs behind the words, inside it */
        words = tag_new(s->a, tag, TAG_P);
    struct spans spans = spans_of(s, caption, type, f->lang, words);
    flow_space(f, e->kind == EL_CHART ? s->style->chart.before : type->before);
    flow_whole(f, words_balanced(s, &spans, type, f->width, ALIGN_LEFT), HOLD_ALWAYS);
    f->after = type->after;
    flow_notes(f, &spans, table ? tag : parent);
    measure_flow(f, element_child(e, EL_MEASURE), parent);
}
