/* box.c -- boxes (a case, an inspector's or a young person's words, what is expected) and
 * quotations.  In: their elements; out: the strips inside, and the frame round them. */
#include "layout/flow.h"

#include "layout/mark.h"

#include <string.h>

#define ASIDE_GAP PT(12)
#define OUTLINE PT(0.75)
#define QUOTE_LEFT PT(8)
#define QUOTE_TOP PT(14)

struct box_look {
    bool filled, outlined, quoted;
    enum role outline, bar;
};

static const struct box_look *box_look(const struct element *e)
{
    static const struct box_look looks[] = {
        [BOX_PLAIN] = {true, false, false, ROLE_BOX_TINT, ROLE_BOX_BAR},
        [BOX_CASE] = {true, false, false, ROLE_BOX_TINT, ROLE_BOX_BAR},
        [BOX_INSPECTOR] = {false, true, false, ROLE_INSPECTOR_OUTLINE,
                           ROLE_INSPECTOR_BAR},
        [BOX_YOUNG_PERSON] = {false, true, true, ROLE_VOICE_OUTLINE, ROLE_VOICE_BAR},
        [BOX_PARENT] = {false, true, true, ROLE_VOICE_OUTLINE, ROLE_VOICE_BAR},
        [BOX_EXPECT] = {false, false, false, ROLE_EXPECT_BAR, ROLE_EXPECT_BAR},
    };
    return &looks[box_kind(e)];
}

static void box_draw(struct canvas *c, const struct frame *f, length x, length top,
                     length bottom, bool begins)
{
    const struct box_look *k = f->what;
    struct state *s = c->s;
    length bar = s->style->box.bar;
    if (k->filled)
        *array_push(s->a, &c->page->items) = item_rectangle(
            s->a, x, top, f->width, bottom - top, colour_of(s, ROLE_BOX_TINT));
    if (k->outlined)
        outline_draw(c, x, top, f->width, bottom - top, OUTLINE,
                     colour_of(s, k->outline));
    *array_push(s->a, &c->page->items) =
        item_rectangle(s->a, x, top, bar, bottom - top, colour_of(s, k->bar));
    if (k->quoted && begins)
        quote_draw(c, NULL, x + QUOTE_LEFT, top + QUOTE_TOP);
}

/* ---- the title's line: title left, remark right ---- */

static const struct words *aside_words(struct flow *f, const struct element *aside)
{
    struct state *s = f->s;
    const struct type_style *type = type_of(s, TYPE_BOX_ASIDE);
    struct spans all = {0};
    struct tag *tag = tag_new(s->a, f->tag, TAG_P);
    for (const struct element *part = aside->first; part != NULL; part = part->next) {
        struct spans own = spans_of(s, part, type, f->lang, tag);
        for (size_t i = 0; i < own.at.len; i++)
            spans_add(s, &all, own.at.at[i]);
        if (part->next != NULL)
            spans_add(s, &all, span_of(type, f->lang, " ", tag));
    }
    return words_new(s, &all, type, f->width / 2, ALIGN_RIGHT);
}

static void box_title(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    const struct element *title = element_child(e, EL_TITLE);
    const struct element *aside = element_child(e, EL_ASIDE);
    const struct type_style *type = type_of(s, TYPE_BOX_TITLE);
    if (title == NULL)
        return;
    struct tag *tag = tag_block(s, f->tag, TAG_P, f->lang, title);
    struct spans spans = spans_of(s, title, type, f->lang, tag);
    const struct words *right = aside == NULL ? NULL : aside_words(f, aside);
    length width = f->width - (right == NULL ? 0 : words_width(right) + ASIDE_GAP);
    struct strip *strip =
        flow_whole(f, words_new(s, &spans, type, width, ALIGN_LEFT), HOLD_ALWAYS);
    f->after = type->after;
    flow_notes(f, &spans, f->tag);
    if (right == NULL)
        return;
    flow_draw(f, strip, words_draw, right, f->width - right->width,
              strip->baseline - right->baseline);
    strip->height =
        larger(strip->height, strip->baseline - right->baseline + words_height(right));
}

void flow_box(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    struct state *s = f->s;
    struct frame *frame = NEW(s->a, struct frame);
    length left = s->style->box.text_left;
    length right = s->style->box.pad_right;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = s->style->box.pad,
                            .bottom = s->style->box.pad_under,
                            .draw = box_draw,
                            .what = box_look(e)};
    if (box_look(e)->quoted)
        left = larger(left, QUOTE_LEFT + PT(15.4) + PT(6));
    flow_frame(f, frame, type_of(s, TYPE_BOX_TITLE)->before);
    f->tag = tag_new(s->a, outer.tag, TAG_DIV);
    f->left += left;
    f->width -= left + right;
    f->voice = VOICE_BOX;
    box_title(f, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_TITLE && c->kind != EL_ASIDE)
            flow_block(f, c);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    flow_frame_end(f, frame, type_of(s, TYPE_BOX_TEXT)->after);
}

/* ---- quotations ---- */

static void quotation_draw(struct canvas *c, const struct frame *f, length x, length top,
                           length bottom, bool begins)
{
    (void)f;
    (void)bottom;
    if (begins)
        quote_draw(c, NULL, x, top + PT(4));
}

void flow_quotation(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    struct state *s = f->s;
    struct frame *frame = NEW(s->a, struct frame);
    const struct element *by = element_child(e, EL_BY);
    length indent = s->style->text.indent;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    *frame = (struct frame){.left = f->left, .width = f->width, .draw = quotation_draw};
    flow_frame(f, frame, type_of(s, TYPE_QUOTATION)->before);
    f->tag = tag_new(s->a, outer.tag, TAG_BLOCKQUOTE);
    f->left += indent;
    f->width -= indent;
    f->voice = VOICE_QUOTATION;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_BY)
            flow_block(f, c);
    if (by != NULL)
        flow_paragraph(f, by->first, NULL, type_of(s, TYPE_QUOTATION_BY), HOLD_NONE);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    flow_frame_end(f, frame, type_of(s, TYPE_BODY)->after);
}
