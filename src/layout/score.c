/* score.c -- score boxes (a criterion's score at the left of its text) and panels (a
 * headline's, large).  In: their elements; out: the strips at the right, in a frame that
 * draws what stands at the left.  Read in this order: heading, score, text. */
#include "layout/flow.h"

#include "layout/mark.h"

#define SCORE_OUTLINE PT(1)
#define PANEL_RULE PT(2.25)
#define NUMBER_UP PT(3) /* the large number stands a little over the text's top */
#define NUMBER_UNDER PT(7)
#define HAIRLINE PT(0.75)
#define COMMENT_RIGHT PT(8) /* before the words beside a panel's comment */
#define HAIRLINE_UNDER PT(6)

/* What stands at the left. */
struct left {
    const struct words *label, *value;
    const struct words *comment;
    struct drawing swatch;
    length height;
};

static const struct words *left_words(struct flow *f, const struct element *part,
                                      enum type_id type, length width, struct tag *tag,
                                      const char *behind)
{
    struct state *s = f->s;
    const struct type_style *t = type_of(s, type);
    struct spans spans = spans_of(s, part, t, f->lang, tag);
    if (*behind != '\0')
        spans_add(s, &spans, span_of(t, f->lang, behind, tag));
    return words_new(s, &spans, t, width, ALIGN_LEFT);
}

static length height_of(const struct words *w)
{
    return w == NULL ? 0 : words_height(w);
}

/* A hairline over the next strip, 6 from it. */
static void hairline_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) = item_rule(
        c->s->a, x, y, *(const length *)what, HAIRLINE, colour_of(c->s, ROLE_HAIRLINE));
}

static void flow_hairline(struct flow *f)
{
    length *width = NEW(f->s->a, length);
    *width = f->width;
    struct strip *strip = flow_push(f, HAIRLINE + HAIRLINE_UNDER, 0, HOLD_ALWAYS);
    flow_draw(f, strip, hairline_draw, width, 0, HAIRLINE / 2);
}

/* ---- score box ---- */

static void scorebox_draw(struct canvas *c, const struct frame *f, length x, length top,
                          length bottom, bool begins)
{
    const struct left *l = f->what;
    struct state *s = c->s;
    length width = s->style->score.left;
    *array_push(s->a, &c->page->items) =
        item_rectangle(s->a, x, top, width, bottom - top, colour_of(s, ROLE_SCORE_BLOCK));
    outline_draw(c, x, top, f->width, bottom - top, SCORE_OUTLINE,
                 colour_of(s, ROLE_SCORE_BLOCK));
    if (!begins)
        return;
    length y = top + (bottom - top - l->height) / 2;
    if (l->label != NULL)
        words_draw(c, l->label, x + s->style->score.inner, y);
    if (l->value != NULL)
        words_draw(c, l->value, x + s->style->score.inner, y + height_of(l->label));
}

static struct left *scorebox_left(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    struct left *l = NEW(s->a, struct left);
    const struct element *label = element_child(e, EL_LABEL);
    const struct element *value = element_child(e, EL_VALUE);
    length width = s->style->score.left - s->style->score.inner;
    if (label == NULL && value == NULL)
        return l;
    struct tag *tag = tag_new(s->a, f->tag, TAG_P);
    if (label != NULL)
        l->label = left_words(f, label, TYPE_SCORE_LABEL, width, tag, " ");
    if (value != NULL)
        l->value = left_words(f, value, TYPE_SCORE_NUMBER, width, tag, "");
    l->height = height_of(l->label) + height_of(l->value);
    return l;
}

static void flow_comment(struct flow *f, const struct element *comment)
{
    if (comment == NULL)
        return;
    flow_hairline(f);
    flow_reference(f, comment, NULL);
    flow_paragraph(f, comment->first, NULL, type_of(f->s, TYPE_SCORE_TEXT), HOLD_NONE);
}

static bool is_left_part(const struct element *e)
{
    return e->kind == EL_LABEL || e->kind == EL_VALUE || e->kind == EL_COMMENT ||
           e->kind == EL_MEANING;
}

/* The heading, which stands first wherever the template put it. */
static const struct element *flow_title(struct flow *f, const struct element *e)
{
    const struct element *heading = element_child(e, EL_HEADING);
    if (heading != NULL)
        flow_heading(f, heading);
    return heading;
}

static void flow_rest(struct flow *f, const struct element *e,
                      const struct element *heading)
{
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c != heading && !is_left_part(c))
            flow_block(f, c);
}

/* Both columns have room: where the left one is higher, the frame grows under the last
 * strip. */
static void frame_grow(const struct flow *f, struct frame *frame, length left)
{
    frame->last = f->out.len;
    length right = 0;
    for (size_t i = frame->first; i < f->out.len; i++)
        right += f->out.at[i].height + (i > frame->first ? strips_gap(&f->out, i) : 0);
    frame->extra = larger(0, left - right);
}

void flow_scorebox(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    struct state *s = f->s;
    struct frame *frame = NEW(s->a, struct frame);
    length left = s->style->score.left + s->style->score.pad_side;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = s->style->score.pad,
                            .bottom = s->style->score.pad_under,
                            .draw = scorebox_draw};
    flow_frame(f, frame, type_of(s, TYPE_H2)->before);
    f->tag = tag_new(s->a, outer.tag, TAG_DIV);
    f->left += left;
    f->width -= left + s->style->score.pad_side;
    f->voice = VOICE_SCORE;
    const struct element *heading = flow_title(f, e);
    struct left *l = scorebox_left(f, e);
    frame->what = l;
    flow_rest(f, e, heading);
    flow_comment(f, element_child(e, EL_COMMENT));
    frame_grow(f, frame, l->height);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    flow_frame_end(f, frame, type_of(s, TYPE_SCORE_NUMBER)->after);
    /* It heads the findings under it, so no page ends with it. */
    f->out.at[f->out.len - 1].hold = HOLD_ALWAYS;
}

/* ---- panel ---- */

static void panel_draw(struct canvas *c, const struct frame *f, length x, length top,
                       length bottom, bool begins)
{
    const struct left *l = f->what;
    struct state *s = c->s;
    *array_push(s->a, &c->page->items) = item_rectangle(
        s->a, x, top, f->width, bottom - top, colour_of(s, ROLE_PANEL_TINT));
    *array_push(s->a, &c->page->items) =
        item_rule(s->a, x, top + PANEL_RULE / 2, f->width, PANEL_RULE,
                  colour_of(s, ROLE_PANEL_RULE));
    if (!begins)
        return;
    length y = top + f->top - NUMBER_UP;
    x += s->style->panel.pad_side;
    if (l->value != NULL)
        words_draw(c, l->value, x, y);
    y += height_of(l->value) + NUMBER_UNDER;
    if (l->swatch.items.len > 0)
        drawing_place(s->a, c->page, &l->swatch, x, y + PT(3.5), NULL);
    if (l->comment != NULL)
        words_draw(c, l->comment, x + s->style->panel.hang, y);
}

/* The comment under the number: its swatch hangs at the left. */
static void panel_comment(struct flow *f, struct left *l, const struct element *e,
                          length width)
{
    struct state *s = f->s;
    const struct element *first = e->first;
    while (first != NULL && first->kind == EL_TEXT && first->text[0] == '\0')
        first = first->next;
    if (first != NULL && first->kind == EL_SWATCH) {
        if (first->fill != FILL_NONE)
            l->swatch = swatch_draw(s->a, s->style, first->fill);
        first = first->next;
    }
    const struct type_style *type = type_of(s, TYPE_PANEL_COMMENT);
    struct tag *tag = tag_block(s, f->tag, TAG_P, f->lang, e);
    struct spans spans = spans_between(s, first, NULL, type, f->lang, tag);
    spans_trim(&spans); /* a blank stood between the swatch and the words */
    l->comment = words_new(s, &spans, type, width - s->style->panel.hang, ALIGN_LEFT);
}

static struct left *panel_left(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    struct left *l = NEW(s->a, struct left);
    const struct element *value = element_child(e, EL_VALUE);
    const struct element *comment = element_child(e, EL_COMMENT);
    length width = s->style->panel.left;
    if (value != NULL) {
        struct tag *tag = tag_new(s->a, f->tag, TAG_P);
        l->value = left_words(f, value, TYPE_PANEL_NUMBER, width, tag, "");
    }
    if (comment != NULL)
        panel_comment(f, l, comment, width - COMMENT_RIGHT);
    l->height = height_of(l->value) - NUMBER_UP + NUMBER_UNDER + height_of(l->comment);
    return l;
}

void flow_panel(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    struct state *s = f->s;
    struct frame *frame = NEW(s->a, struct frame);
    length left = s->style->panel.pad_side + s->style->panel.left;
    const struct element *meaning = element_child(e, EL_MEANING);
    flow_id(f, e);
    flow_reference(f, e, NULL);
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = PANEL_RULE + s->style->panel.pad,
                            .bottom = s->style->panel.pad_under,
                            .draw = panel_draw};
    flow_frame(f, frame, type_of(s, TYPE_PANEL_NUMBER)->before);
    f->tag = tag_new(s->a, outer.tag, TAG_DIV);
    f->left += left;
    f->width -= left + s->style->panel.pad_side;
    f->voice = VOICE_PANEL;
    const struct element *heading = flow_title(f, e);
    struct left *l = panel_left(f, e);
    frame->what = l;
    flow_rest(f, e, heading);
    if (meaning != NULL) {
        flow_hairline(f);
        flow_children(f, meaning);
    }
    frame_grow(f, frame, l->height);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    flow_frame_end(f, frame, s->style->panel.after);
}
