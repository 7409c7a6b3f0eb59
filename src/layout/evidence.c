/* evidence.c -- findings with a column beside them: each item under a hairline, its words
 * at the left, at the right what was counted, over a bar of it.  In: an item whose strips
 * are made; out: the same strips, its evidence drawn with the first and kept whole. */
#include "layout/evidence.h"

/* Words left, share right, a bar under both. */
struct beside_part {
    const struct words *label, *share;
    struct drawing bar;
    length share_left, bar_top;
};

bool evidence_is_beside(const struct flow *f)
{
    return f->s->style->evidence.width > 0;
}

length evidence_left(const struct flow *f)
{
    return f->width - f->s->style->evidence.width;
}

length evidence_words_width(const struct flow *f)
{
    return evidence_is_beside(f) ? evidence_left(f) - f->s->style->evidence.gap
                                 : f->width;
}

static void evidence_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct beside_part *e = what;
    words_draw(c, e->label, x, y);
    if (e->share != NULL)
        words_draw(c, e->share, x + e->share_left, y);
    drawing_place(c->s->a, c->page, &e->bar, x, y + e->bar_top, NULL);
}

static void rule_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct evidence_lengths *k = &c->s->style->evidence;
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, x, y, *(const length *)what, k->rule,
                  colour_of(c->s, ROLE_EVIDENCE_RULE));
}

/* The share is the last figure, behind the words. */
static const struct words *share_words(struct flow *f, const struct element *e,
                                       struct tag *tag)
{
    struct type_style type = *type_of(f->s, TYPE_EVIDENCE);
    type.face = FACE_BOLD;
    struct spans spans = spans_of(f->s, e, &type, f->lang, tag);
    return words_line(f->s, &spans, &type);
}

/* In the order in which a reader hears it: a P. */
static const struct beside_part *evidence_new(struct flow *f, const struct element *e,
                                              length all)
{
    struct state *s = f->s;
    const struct evidence_lengths *k = &s->style->evidence;
    const struct type_style *type = type_of(s, TYPE_EVIDENCE);
    struct beside_part *out = NEW(s->a, struct beside_part);
    struct tag *tag = tag_block(s, f->tag, TAG_P, f->lang, e);
    const struct element *share =
        e->last != NULL && e->last->kind == EL_FIG ? e->last : NULL;
    length width = all;
    struct spans label = spans_between(s, e->first, share, type, f->lang, tag);
    if (share != NULL) {
        out->share = share_words(f, share, tag);
        out->share_left = all - words_width(out->share);
        width = out->share_left - k->share_gap;
    }
    out->label = words_new(s, &label, type, width, ALIGN_LEFT);
    out->bar = share_draw(s->a, s->style, e->count, e->base, all);
    length words = words_height(out->label);
    if (out->share != NULL)
        words = larger(words, words_height(out->share));
    out->bar_top = words + k->bar_over;
    return out;
}

/* The strips that it stands beside are not parted. */
static void evidence_hold(struct flow *f, size_t first, length height)
{
    struct strips *all = &f->out;
    for (size_t i = first; i + 1 < all->len; i++)
        if (strips_height(all, first, i + 1) < height)
            all->at[i].hold = HOLD_ALWAYS;
    length text = strips_height(all, first, all->len);
    all->at[all->len - 1].height += larger(0, height - text);
}

static length evidence_lay(struct flow *f, const struct element *item, size_t first)
{
    const struct evidence_lengths *k = &f->s->style->evidence;
    length y = k->over + k->top;
    for (const struct element *c = item->first; c != NULL; c = c->next) {
        if (c->kind != EL_EVIDENCE)
            continue;
        const struct beside_part *e = evidence_new(f, c, k->width);
        struct strip *strip = &f->out.at[first];
        flow_draw(f, strip, evidence_draw, e, f->left + evidence_left(f) - strip->x, y);
        y += e->bar_top + k->bar + k->next;
    }
    return y;
}

/* A strip for each, in the indent of the words. */
static void evidence_under(struct flow *f, const struct element *item)
{
    const struct evidence_lengths *k = &f->s->style->evidence;
    const struct flow outer = *f;
    f->left += k->indent;
    f->width -= k->indent;
    for (const struct element *c = item->first; c != NULL; c = c->next) {
        if (c->kind != EL_EVIDENCE)
            continue;
        const struct beside_part *e = evidence_new(f, c, f->width);
        f->out.at[f->out.len - 1].hold = HOLD_KEEP;
        f->after = k->top;
        struct strip *strip =
            flow_push(f, e->bar_top + k->bar + k->next, e->label->baseline, HOLD_NONE);
        flow_draw(f, strip, evidence_draw, e, 0, 0);
    }
    f->left = outer.left;
    f->width = outer.width;
}

/* The rule and the room under it belong to the first strip, wherever that comes to stand.
 */
static void item_open(struct flow *f, struct strip *strip)
{
    const struct evidence_lengths *k = &f->s->style->evidence;
    length *width = NEW(f->s->a, length);
    *width = f->width;
    for (struct drawn *d = strip->drawn; d != NULL; d = d->next)
        d->y += k->over;
    strip->height += k->over;
    strip->baseline += k->over;
    flow_draw(f, strip, rule_draw, width, f->left - strip->x, k->rule / 2);
}

void flow_evidence(struct flow *f, const struct element *item, size_t first)
{
    if (f->out.len == first) /* an item without words */
        flow_push(f, type_of(f->s, TYPE_FINDING)->leading, 0, HOLD_NONE);
    item_open(f, &f->out.at[first]);
    if (evidence_is_beside(f))
        evidence_hold(f, first, evidence_lay(f, item, first));
    else
        evidence_under(f, item);
    f->after = type_of(f->s, TYPE_FINDING)->after;
}
