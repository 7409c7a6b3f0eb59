/* letterhead.c -- what stands over a letter: the bodies' names, the address, a rule and
 * the programme's name in both languages.  In: the parts of a letterhead; out: one strip,
 * on a page without a foot.
 *
 *     | name | name                address
 *     ------------------------------------
 *     programme                  programme */
#include "layout/flow.h"

#define NARROWEST PT(60) /* a name has room for a word */

struct letterhead {
    struct flow *f;
    const struct element *e;
    struct strip *strip;
    const struct letterhead_lengths *k;
    length top; /* of the text, from which the strip's drawings are placed */
};

static const struct words *head_words(struct letterhead *h, const struct element *part,
                                      enum type_id type, length width, enum align align)
{
    struct state *s = h->f->s;
    enum lang l = element_lang(part, h->f->lang);
    struct tag *tag = tag_block(s, h->f->tag, TAG_P, l, part);
    struct spans spans = spans_of(s, part, type_of(s, type), l, tag);
    return words_new(s, &spans, type_of(s, type), width, align);
}

static void name_bar_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, c->s->style->names.bar, words_height(what),
                       colour_of(c->s, ROLE_NAME_BAR));
}

/* Side by side from the left, in what the address leaves; gives back their bottom. */
static length head_names(struct letterhead *h)
{
    const struct letterhead_lengths *k = h->k;
    const struct names_lengths *names = &h->f->s->style->names;
    length x = 0, bottom = k->names_top, room = h->f->width - k->address_width;
    for (const struct element *p = h->e->first; p != NULL; p = p->next) {
        if (p->kind != EL_NAME)
            continue;
        length width = larger(room - x - names->bar - names->gap, NARROWEST);
        const struct words *w = head_words(h, p, TYPE_LETTER_NAME, width, ALIGN_LEFT);
        flow_draw(h->f, h->strip, name_bar_draw, w, x, k->names_top - h->top);
        flow_draw(h->f, h->strip, words_draw, w, x + names->bar + names->gap,
                  k->names_top - h->top);
        bottom = larger(bottom, k->names_top + words_height(w));
        x += names->bar + names->gap + words_width(w) + k->name_next;
    }
    return bottom;
}

static length head_address(struct letterhead *h)
{
    const struct element *address = element_child(h->e, EL_ADDRESS);
    const struct letterhead_lengths *k = h->k;
    if (address == NULL)
        return k->names_top;
    const struct words *w =
        head_words(h, address, TYPE_LETTER_ADDRESS, k->address_width, ALIGN_RIGHT);
    flow_draw(h->f, h->strip, words_draw, w, h->f->width - k->address_width,
              k->names_top - h->top);
    return k->names_top + words_height(w);
}

static void rule_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, x, y, *(const length *)what, c->s->style->letterhead.rule,
                  colour_of(c->s, ROLE_LETTER_RULE));
}

/* The first at the left, the next at the right; gives back their bottom. */
static length head_straps(struct letterhead *h, length top)
{
    length half = (h->f->width - h->k->strap_gap) / 2, bottom = top;
    enum align align = ALIGN_LEFT;
    for (const struct element *p = h->e->first; p != NULL; p = p->next) {
        if (p->kind != EL_STRAP)
            continue;
        const struct words *w = head_words(h, p, TYPE_LETTER_STRAP, half, align);
        flow_draw(h->f, h->strip, words_draw, w,
                  align == ALIGN_LEFT ? 0 : h->f->width - half, top - h->top);
        bottom = larger(bottom, top + words_height(w));
        align = ALIGN_RIGHT;
    }
    return bottom;
}

void flow_letterhead(struct flow *f, const struct element *e)
{
    const struct letterhead_lengths *k = &f->s->style->letterhead;
    struct letterhead h = {.f = f, .e = e, .k = k, .top = f->s->style->page.text_top};
    length *width = NEW(f->s->a, length);
    *width = f->width;
    f->turn = TURN_PAGE; /* it is drawn from the page's top */
    h.strip = flow_push(f, 0, 0, HOLD_ALWAYS);
    flow_reference_at(f, e, false, 0, NULL);
    h.strip->deeper = k->deeper;
    length names = head_names(&h);
    length rule = larger(k->rule_top, larger(names, head_address(&h)) + k->rule_over);
    flow_draw(f, h.strip, rule_draw, width, 0, rule + k->rule / 2 - h.top);
    length bottom = head_straps(&h, rule + k->rule + k->strap_over);
    h.strip->height = bottom + k->strap_under - h.top;
}
