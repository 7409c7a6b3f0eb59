/* divider.c -- the page that opens a theme: a block of colour from the page's top edge
 * with a label, a large number and the title.  In: its element; out: one strip that holds
 * to what follows on the page.  The heading here is the theme's own; where the theme's
 * text begins, the template repeats it as a paragraph. */
#include "layout/flow.h"

#include "layout/furniture.h"

static void block_draw(struct canvas *c, const void *what, length x, length y)
{
    (void)what;
    (void)x;
    (void)y;
    const struct divider_lengths *k = &c->s->style->divider;
    bool marked = c->s->report->stage != STAGE_FINAL;
    length top = marked ? k->block_top_marked + stage_line_more(c) : 0;
    if (k->block_bottom <= top)
        return; /* the house has a ground of its own */
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, 0, top, c->s->style->page.width, k->block_bottom - top,
                       colour_of(c->s, ROLE_DIVIDER_BLOCK));
    c->dark = true;
}

static void part_draw(struct flow *f, struct strip *strip, const struct element *part,
                      enum type_id type, length left, length top)
{
    struct state *s = f->s;
    if (part == NULL)
        return;
    struct spans spans = spans_of(s, part, type_of(s, type), f->lang, NULL);
    const struct words *w = words_new(s, &spans, type_of(s, type), f->width, ALIGN_LEFT);
    flow_draw(f, strip, words_draw, w, left - s->style->page.margin,
              top - s->style->page.text_top);
}

/* The title, where there is one, is what is drawn of the heading: the number stands over
 * it, large.  A reader hears the heading whole. */
static const struct words *title_words(struct flow *f, const struct element *e,
                                       const struct element *heading)
{
    struct state *s = f->s;
    const struct type_style *type = type_of(s, TYPE_DIVIDER_TITLE);
    const struct element *drawn = element_child(e, EL_TITLE);
    struct tag *tag = tag_block(s, f->tag, TAG_H1, f->lang, heading);
    s->heading = 1;
    if (drawn != NULL) {
        tag = tag_inline(s->a, tag, TAG_SPAN);
        tag->actual_text = heading_plain(s, heading);
    }
    struct spans spans = spans_of(s, drawn != NULL ? drawn : heading, type, f->lang, tag);
    return words_balanced(s, &spans, type,
                          f->width + 2 * s->style->page.margin -
                              s->style->divider_made.left.title -
                              s->style->divider.title_right,
                          ALIGN_LEFT);
}

/* A reader hears the heading; label and number, which it says too, are for the eye. */
void flow_divider(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    const struct divider_lengths *k = &s->style->divider;
    const struct element *heading = element_child(e, EL_HEADING);
    const struct words *title = NULL;
    length top = s->style->page.text_top;
    flow_turn(f, TURN_PAGE);
    if (heading != NULL) {
        flow_id(f, heading);
        f->bookmark = heading_plain(s, heading);
        f->level = 1;
        title = title_words(f, e, heading);
    }
    struct strip *strip = flow_push(f, k->next_top - top, 0, HOLD_KEEP);
    const struct composition *made = &s->style->divider_made;
    flow_draw(f, strip, block_draw, NULL, 0, 0);
    flow_ground(f, made, strip, f->tag, e);
    flow_reference_at(f, e->parent, true, k->label_top - top, NULL);
    part_draw(f, strip, element_child(e, EL_LABEL), TYPE_DIVIDER_LABEL, made->left.label,
              k->label_top);
    part_draw(f, strip, element_child(e, EL_VALUE), TYPE_DIVIDER_NUMBER,
              made->left.number, k->number_top);
    if (title != NULL)
        flow_draw(f, strip, words_draw, title, made->left.title - s->style->page.margin,
                  k->title_bottom - words_height(title) - top);
    f->opening = true;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c != heading && c->kind != EL_TITLE && c->kind != EL_LABEL &&
            c->kind != EL_VALUE)
            flow_block(f, c);
    f->turn = TURN_PAGE;
}
