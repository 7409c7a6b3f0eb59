/* letterhead.c -- what stands over a letter: the bodies' names, the address, a rule and
 * the programme's name in both languages.  In: the parts of a letterhead; out: one strip,
 * on a page without a foot.
 *
 *     | name | name                address
 *     ------------------------------------
 *     programme                  programme */
#include "layout/flow.h"

#define NAMES_TOP PT(44) /* from the page's top */
#define NAME_BAR PT(2.25)
#define NAME_GAP PT(9)
#define NAME_NEXT PT(18)
#define ADDRESS_WIDTH PT(170)
#define RULE_TOP PT(112)
#define RULE PT(2.25)
#define RULE_OVER PT(12) /* from a long address */
#define STRAP_OVER PT(7)
#define STRAP_GAP PT(14)
#define STRAP_UNDER PT(20)
#define DEEPER PT(28) /* text goes on where the foot would stand */

struct letterhead {
    struct flow *f;
    const struct element *e;
    struct strip *strip;
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
    *array_push(c->s->a, &c->page->items) = item_rectangle(
        c->s->a, x, y, NAME_BAR, words_height(what), colour_of(c->s, COLOUR_BLUE));
}

/* Side by side from the left, in what the address leaves; gives back their bottom. */
static length head_names(struct letterhead *h)
{
    length x = 0, bottom = NAMES_TOP, room = h->f->width - ADDRESS_WIDTH;
    for (const struct element *p = h->e->first; p != NULL; p = p->next) {
        if (p->kind != EL_NAME)
            continue;
        length width = larger(room - x - NAME_BAR - NAME_GAP, PT(60));
        const struct words *w = head_words(h, p, TYPE_LETTER_NAME, width, ALIGN_LEFT);
        flow_draw(h->f, h->strip, name_bar_draw, w, x, NAMES_TOP - h->top);
        flow_draw(h->f, h->strip, words_draw, w, x + NAME_BAR + NAME_GAP,
                  NAMES_TOP - h->top);
        bottom = larger(bottom, NAMES_TOP + words_height(w));
        x += NAME_BAR + NAME_GAP + words_width(w) + NAME_NEXT;
    }
    return bottom;
}

static length head_address(struct letterhead *h)
{
    const struct element *address = element_child(h->e, EL_ADDRESS);
    if (address == NULL)
        return NAMES_TOP;
    const struct words *w =
        head_words(h, address, TYPE_LETTER_ADDRESS, ADDRESS_WIDTH, ALIGN_RIGHT);
    flow_draw(h->f, h->strip, words_draw, w, h->f->width - ADDRESS_WIDTH,
              NAMES_TOP - h->top);
    return NAMES_TOP + words_height(w);
}

static void rule_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) = item_rule(
        c->s->a, x, y, *(const length *)what, RULE, colour_of(c->s, COLOUR_BLUE));
}

/* The first at the left, the next at the right; gives back their bottom. */
static length head_straps(struct letterhead *h, length top)
{
    length half = (h->f->width - STRAP_GAP) / 2, bottom = top;
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
    struct letterhead h = {.f = f, .e = e, .top = f->s->style->page.text_top};
    length *width = NEW(f->s->a, length);
    *width = f->width;
    f->turn = TURN_PAGE; /* it is drawn from the page's top */
    h.strip = flow_push(f, 0, 0, HOLD_ALWAYS);
    flow_reference_at(f, e, COLOUR_PLUM, 0);
    h.strip->deeper = DEEPER;
    length names = head_names(&h);
    length rule = larger(RULE_TOP, larger(names, head_address(&h)) + RULE_OVER);
    flow_draw(f, h.strip, rule_draw, width, 0, rule + RULE / 2 - h.top);
    length bottom = head_straps(&h, rule + RULE + STRAP_OVER);
    h.strip->height = bottom + STRAP_UNDER - h.top;
}
