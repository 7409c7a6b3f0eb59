/* box.c -- boxes of all kinds: cases, quotations, scores, headlines, ratings.  In: their
 * elements; out: the strips inside, and the frame round them, which draws what stands at
 * the side.  How each looks is the house's (style/box.h); read are title, heading, side,
 * text and foot, in this order. */
#include "layout/box.h"

#include "layout/mark.h"
#include "layout/stars.h"

#include <string.h>

struct beside_text {
    const struct words *words; /* or: */
    const struct stars *stars;
    length height;
};

/* A box on its way to pages. */
struct box {
    const struct box_style *look;
    struct beside_text side[SIDE_PARTS];
    struct drawing swatch; /* before the comment at the side */
    /* Read with the side, drawn under the text; NULL: not so. */
    const struct stars *stars;
    struct tag *comment;
    length height;    /* of the side */
    size_t from;      /* its first strip */
    bool first, last; /* of those in a row */
};

static const struct type_style *box_type(const struct state *s, int type)
{
    return &s->style->types[type - 1];
}

/* What the look of a box has no type for is set as its text. */
static const struct type_style *part_type(const struct flow *f, int type)
{
    return box_type(f->s, type > 0 ? type : f->box->types.text);
}

/* ---- which look ---- */

static const char *look_name(const struct element *e)
{
    return e->at[AT_LOOK] != NULL ? e->at[AT_LOOK] : element_name(e->kind);
}

static void say_unknown(const struct state *s, const struct element *e)
{
    const struct style *style = s->style;
    const char **names = NEW_ARRAY(s->a, const char *, style->box_count + 1);
    for (size_t i = 0; i < style->box_count; i++)
        names[i] = style->boxes[i].name;
    const char *near = nearest_name(look_name(e), names, style->box_count);
    const char *hint = near != NULL ? arena_printf(s->a, "did you mean \"%s\"?", near)
                                    : "add it to `boxes` in its style.yaml";
    diag(s->d, DIAG_ATTRIBUTE_WRONG, e->pos, "%s has no box \"%s\"; %s", style->name,
         look_name(e), hint);
}

static const struct box_style *look_of(const struct state *s, const struct element *e)
{
    const struct box_style *look = style_box(s->style, look_name(e));
    if (look != NULL)
        return look;
    static const struct box_style none = {.name = "", .types = {.text = 1 + TYPE_BODY}};
    say_unknown(s, e);
    return &none;
}

bool box_is_like(const struct element *e, const struct element *other)
{
    return other != NULL && other->kind == e->kind &&
           strcmp(look_name(other), look_name(e)) == 0;
}

const struct element *box_before(const struct element *e)
{
    const struct element *last = NULL;
    for (const struct element *c = e->parent->first; c != e; c = c->next)
        last = c;
    return last;
}

/* ---- drawing ---- */

static void fill_draw(struct canvas *c, length x, length y, length width, length height,
                      struct colour colour)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, width, height, colour);
}

static void stroke_over(struct canvas *c, length x, length y, length width,
                        struct stroke stroke)
{
    if (stroke.width > 0)
        *array_push(c->s->a, &c->page->items) = item_rule(
            c->s->a, x, y + stroke.width / 2, width, stroke.width, stroke.colour);
}

void box_ground(struct canvas *c, const struct box *b, length x, length top, length width,
                length height)
{
    const struct box_style *k = b->look;
    if (k->filled)
        fill_draw(c, x, top, width, height, k->fill);
    if (k->side.filled)
        fill_draw(c, x, top, k->side.left + k->side.width, height, k->side.fill);
    if (k->outline.width > 0)
        outline_draw(c, x, top, width, height, k->outline.width, k->outline.colour);
    if (k->bar.width > 0)
        fill_draw(c, x, top, k->bar.width, height, k->bar.colour);
    stroke_over(c, x, top, width, b->first ? k->over : k->between);
    if (b->last)
        stroke_over(c, x, top + height, width, k->under);
}

/* Down from y; a comment hangs behind its swatch. */
void box_side(struct canvas *c, const struct box *b, length x, length y)
{
    const struct box_side *side = &b->look->side;
    for (int i = 0; i < SIDE_PARTS; i++) {
        const struct beside_text *p = &b->side[i];
        bool comment = i == SIDE_COMMENT;
        if (comment && b->swatch.items.len > 0)
            drawing_place(c->s->a, c->page, &b->swatch, x, y + side->swatch, NULL);
        if (p->words != NULL)
            words_draw(c, p->words, x + (comment ? side->hang : 0), y);
        if (p->stars != NULL)
            stars_draw(c, p->stars, x, y);
        y += p->height;
    }
}

static void box_draw(struct canvas *c, const struct frame *f, length x, length top,
                     length bottom, bool begins)
{
    const struct box *b = f->what;
    const struct box_style *k = b->look;
    box_ground(c, b, x, top, f->width, bottom - top);
    if (!begins)
        return;
    if (k->quoted)
        quote_draw(c, NULL, x + k->quote.left, top + k->quote.top);
    if (k->side.over)
        return;
    length y =
        k->side.middle ? top + (bottom - top - b->height) / 2 : top + f->top - k->side.up;
    box_side(c, b, x + k->side.left, y);
}

/* ---- what stands at the side ---- */

static bool is_aside(const struct box_style *k, enum side_part part)
{
    return k->side.width > 0 && k->side.types[part] > 0;
}

static void side_put(struct flow *f, struct box *b, enum side_part part,
                     struct spans *spans, length width)
{
    const struct type_style *type = box_type(f->s, b->look->side.types[part]);
    const struct words *w = words_new(f->s, spans, type, width, ALIGN_LEFT);
    b->side[part] = (struct beside_text){.words = w, .height = words_height(w)};
}

static length side_width(const struct flow *f, const struct box *b)
{
    return b->look->side.over ? f->width : b->look->side.width;
}

static void side_heading(struct flow *f, struct box *b, const struct element *heading)
{
    static const enum tag_type tags[] = {TAG_H1, TAG_H2, TAG_H3, TAG_H4};
    if (heading == NULL || !is_aside(b->look, SIDE_HEADING))
        return;
    const struct type_style *type = box_type(f->s, b->look->side.types[SIDE_HEADING]);
    enum tag_type level = tags[element_number(heading, AT_LEVEL, 2) - 1];
    struct tag *tag = tag_block(f->s, f->tag, level, f->lang, heading);
    f->s->heading = 1 + (int)(level - TAG_H1);
    struct spans spans = spans_of(f->s, heading, type, f->lang, tag);
    side_put(f, b, SIDE_HEADING, &spans, side_width(f, b));
}

/* Label and value are read as one. */
static void side_score(struct flow *f, struct box *b, const struct element *e)
{
    static const enum element_kind kinds[] = {EL_LABEL, EL_VALUE};
    static const enum side_part parts[] = {SIDE_LABEL, SIDE_VALUE};
    struct tag *tag = NULL;
    for (size_t i = 0; i < LEN(parts); i++) {
        const struct element *part = element_child(e, kinds[i]);
        if (part == NULL || !is_aside(b->look, parts[i]))
            continue;
        const struct type_style *type = box_type(f->s, b->look->side.types[parts[i]]);
        tag = tag != NULL ? tag : tag_new(f->s->a, f->tag, TAG_P);
        struct spans spans = spans_of(f->s, part, type, f->lang, tag);
        if (parts[i] == SIDE_LABEL)
            spans_add(f->s, &spans, span_of(type, f->lang, " ", tag));
        side_put(f, b, parts[i], &spans, side_width(f, b));
    }
}

static void side_stars(struct flow *f, struct box *b, const struct element *e)
{
    if (e != NULL && is_aside(b->look, SIDE_STARS))
        b->side[SIDE_STARS].stars = stars_new(f, e);
    if (b->side[SIDE_STARS].stars != NULL)
        b->side[SIDE_STARS].height = 2 * f->s->style->stars.radius;
}

/* The comment under the number: its swatch hangs at the left. */
static void side_comment(struct flow *f, struct box *b, const struct element *e)
{
    struct state *s = f->s;
    const struct box_side *side = &b->look->side;
    if (e == NULL || !is_aside(b->look, SIDE_COMMENT))
        return;
    const struct element *first = e->first;
    while (first != NULL && first->kind == EL_TEXT && first->text[0] == '\0')
        first = first->next;
    if (first != NULL && first->kind == EL_SWATCH && side->hang > 0) {
        if (first->fill != FILL_NONE)
            b->swatch = swatch_draw(s->a, s->style, first->fill);
        first = first->next;
    }
    const struct type_style *type = box_type(s, side->types[SIDE_COMMENT]);
    struct tag *tag = tag_block(s, f->tag, TAG_P, f->lang, e);
    struct spans spans = spans_between(s, first, NULL, type, f->lang, tag);
    spans_trim(&spans); /* a blank stood between the swatch and the words */
    side_put(f, b, SIDE_COMMENT, &spans, side_width(f, b) - side->right - side->hang);
}

/* What is judged of a score is heard with it wherever it is drawn. */
static void side_under(struct flow *f, struct box *b, const struct element *stars,
                       const struct element *comment)
{
    if (stars != NULL)
        b->stars = stars_new(f, stars);
    if (comment != NULL)
        b->comment = tag_block(f->s, f->tag, TAG_P, f->lang, comment);
}

static void side_lay(struct flow *f, struct box *b, const struct element *e)
{
    const struct box_side *side = &b->look->side;
    side_heading(f, b, element_child(e, EL_HEADING));
    side_score(f, b, e);
    side_stars(f, b, element_child(e, EL_STARS));
    side_comment(f, b, element_child(e, EL_COMMENT));
    if (side->under)
        side_under(f, b, element_child(e, EL_STARS), element_child(e, EL_COMMENT));
    b->height = -side->up;
    for (int i = 0; i < SIDE_PARTS; i++) {
        if (b->side[i].height > 0 && i != SIDE_COMMENT)
            b->side[i].height += side->gap;
        b->height += b->side[i].height;
    }
}

static void side_over_draw(struct canvas *c, const void *what, length x, length y)
{
    box_side(c, what, x, y);
}

/* No column: the text begins under it. */
static void side_over(struct flow *f, struct box *b)
{
    f->after = 0;
    struct strip *strip = flow_push(f, b->height, 0, HOLD_ALWAYS);
    flow_draw(f, strip, side_over_draw, b, 0, 0);
}

/* Both columns have room: where the side is higher, the frame grows under the last strip.
 */
static void frame_grow(struct flow *f, struct frame *frame, length side)
{
    if (f->out.len == frame->first) /* without text the side still wants a line */
        flow_push(f, 0, 0, HOLD_NONE);
    frame->last = f->out.len;
    length text = 0;
    for (size_t i = frame->first; i < f->out.len; i++)
        text += f->out.at[i].height + (i > frame->first ? strips_gap(&f->out, i) : 0);
    frame->extra = larger(0, side - text);
}

/* ---- the title's line: title left, remark right ---- */

static const struct words *aside_words(struct flow *f, const struct element *aside)
{
    struct state *s = f->s;
    const struct type_style *type = part_type(f, f->box->types.aside);
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

/* A level under the heading before it, so that a reader can go to it. */
static enum tag_type title_tag(const struct state *s)
{
    return s->heading == 0 ? TAG_P
                           : TAG_H1 + (enum tag_type)(s->heading < 4 ? s->heading : 3);
}

static void box_title(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    const struct element *title = element_child(e, EL_TITLE);
    const struct element *aside = element_child(e, EL_ASIDE);
    if (title == NULL)
        return;
    const struct type_style *type = part_type(f, f->box->types.title);
    struct tag *tag = tag_block(s, f->tag, title_tag(s), f->lang, title);
    if (f->page && tag->type == TAG_H2) { /* the outline has all of these */
        f->bookmark = element_plain(s->a, title);
        f->level = 2;
    }
    struct spans spans = spans_of(s, title, type, f->lang, tag);
    const struct words *right = aside == NULL ? NULL : aside_words(f, aside);
    length width =
        f->width - (right == NULL ? 0 : words_width(right) + s->style->box.aside_gap);
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

/* ---- the text, and the foot under a rule ---- */

struct foot_rule {
    struct stroke stroke;
    length width;
};

static void rule_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct foot_rule *rule = what;
    stroke_over(c, x, y, rule->width, rule->stroke);
}

/* What stands under it is never alone. */
static void flow_rule(struct flow *f, const struct box *b)
{
    if (f->out.len > b->from && f->out.at[f->out.len - 1].hold < HOLD_WIDOW)
        f->out.at[f->out.len - 1].hold = HOLD_WIDOW;
    struct foot_rule *rule = NEW(f->s->a, struct foot_rule);
    *rule = (struct foot_rule){f->box->rule, f->width};
    struct strip *strip =
        flow_push(f, rule->stroke.width + f->box->rule_under, 0, HOLD_ALWAYS);
    flow_draw(f, strip, rule_draw, rule, 0, 0);
}

static void foot_stars(struct flow *f, const struct stars *stars)
{
    if (stars == NULL)
        return;
    struct strip *strip = flow_push(f, 2 * f->s->style->stars.radius, 0, HOLD_ALWAYS);
    flow_draw(f, strip, stars_draw, stars, 0, 0);
    f->after = f->s->style->stars.after;
}

static void flow_foot(struct flow *f, const struct box *b, const struct element *e)
{
    const struct element *comment = element_child(e, EL_COMMENT);
    const struct element *meaning = element_child(e, EL_MEANING);
    const struct element *by = element_child(e, EL_BY);
    if (comment != NULL && !is_aside(f->box, SIDE_COMMENT)) {
        flow_rule(f, b);
        flow_reference(f, comment, NULL);
        foot_stars(f, b->stars);
        if (b->comment != NULL)
            flow_paragraph_in(f, b->comment, comment->first, NULL, voice_type(f),
                              HOLD_NONE);
        else
            flow_paragraph(f, comment->first, NULL, voice_type(f), HOLD_NONE);
    }
    if (meaning != NULL) {
        flow_rule(f, b);
        flow_children(f, meaning);
    }
    if (by != NULL)
        flow_paragraph(f, by->first, NULL, part_type(f, f->box->types.by), HOLD_NONE);
}

/* What has a place of its own in the box. */
static bool is_placed(const struct flow *f, const struct element *e)
{
    switch ((int)e->kind) { /* all others are blocks of the text */
    case EL_TITLE:
    case EL_ASIDE:
    case EL_HEADING:
    case EL_LABEL:
    case EL_VALUE:
    case EL_COMMENT:
    case EL_MEANING:
    case EL_BY: return true;
    case EL_STARS: return is_aside(f->box, SIDE_STARS) || f->box->side.under;
    }
    return false;
}

static void box_inside(struct flow *f, struct box *b, const struct element *e)
{
    const struct element *heading = element_child(e, EL_HEADING);
    box_title(f, e);
    if (heading != NULL && !is_aside(b->look, SIDE_HEADING))
        flow_heading(f, heading);
    side_lay(f, b, e);
    if (b->look->side.over)
        side_over(f, b);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (!is_placed(f, c))
            flow_block(f, c);
    flow_foot(f, b, e);
}

/* A heading at the side is found in the outline all the same. */
static void box_bookmark(struct flow *f, const struct box *b, const struct element *e)
{
    const struct element *heading = element_child(e, EL_HEADING);
    if (heading == NULL || !f->page || !is_aside(b->look, SIDE_HEADING))
        return;
    f->bookmark = heading_plain(f->s, heading);
    f->level = 2;
}

/* What stands under a box is not under its heading, unless it is there to lead: a box
 * with a title beside the text is an Aside, one with a heading a Sect. */
static enum tag_type box_tag(const struct box_style *look, const struct element *e)
{
    if (e->kind == EL_QUOTATION)
        return TAG_BLOCKQUOTE;
    if (look->leads)
        return TAG_DIV;
    if (element_child(e, EL_TITLE) != NULL)
        return TAG_ASIDE;
    return element_child(e, EL_HEADING) != NULL ? TAG_SECT : TAG_DIV;
}

struct box *box_lay(struct flow *f, const struct element *e, const struct box_style *k)
{
    struct box *b = NEW(f->s->a, struct box);
    b->look = k;
    b->first = b->last = true;
    f->voice = VOICE_BOX;
    f->text = box_type(f->s, k->types.text);
    f->box = k;
    box_inside(f, b, e);
    return b;
}

length box_side_height(const struct box *b)
{
    return b->height;
}

static void flow_under(struct flow *f, const struct element *e,
                       const struct box_style *look)
{
    struct flow outer = *f;
    struct box *b = NEW(f->s->a, struct box);
    struct frame *frame = NEW(f->s->a, struct frame);
    const struct box_style *k = b->look = look;
    b->first = !k->row || !box_is_like(e, box_before(e));
    b->last = k->row && !box_is_like(e, e->next);
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = k->pad.top,
                            .bottom = k->pad.under,
                            .draw = box_draw,
                            .what = b};
    flow_id(f, e);
    flow_reference(f, e, NULL);
    box_bookmark(f, b, e);
    flow_frame(f, frame, b->first ? k->before : k->gap);
    f->tag = tag_new(f->s->a, outer.tag, box_tag(k, e));
    length left = k->side.over        ? k->side.left
                  : k->side.width > 0 ? k->side.text
                                      : k->pad.left;
    f->left += left;
    f->width -= left + k->pad.right;
    f->voice = VOICE_BOX;
    f->text = box_type(f->s, k->types.text);
    f->box = k;
    b->from = f->out.len;
    box_inside(f, b, e);
    if (k->side.width > 0 && !k->side.over)
        frame_grow(f, frame, b->height);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    f->text = outer.text;
    f->box = outer.box;
    flow_frame_end(f, frame, k->row && !b->last ? k->gap : k->after);
    if (k->leads) /* it heads what stands under it */
        f->out.at[f->out.len - 1].hold = HOLD_ALWAYS;
}

void flow_box(struct flow *f, const struct element *e)
{
    const struct box_style *look = look_of(f->s, e);
    if (look->columns > 1)
        flow_cards(f, e, look);
    else
        flow_under(f, e, look);
}
