/* cards.c -- boxes beside each other: a large figure over what it counts, two or three in
 * a row.  In: the first box of a row; out: one strip that draws all of them, each as high
 * as the highest.  A reader hears one after the other. */
#include "layout/box.h"

struct card {
    const struct box *box;
    struct strips strips;
    length left, height; /* from the row's left; with its pads */
    struct tag *quoted;  /* of its reference, heard before it; NULL: none is printed */
};

struct cards {
    const struct box_style *look;
    struct card *at;
    size_t count;
    length width, height; /* of a card */
};

/* How many of its look stand before it, one behind the other. */
static size_t place_in_row(const struct element *e)
{
    size_t place = 0;
    for (const struct element *b = box_before(e); box_is_like(e, b); b = box_before(b))
        place++;
    return place;
}

/* The side stands over the text, as wide as the card. */
static const struct box_style *card_look(struct arena *a, const struct box_style *k,
                                         length width)
{
    struct box_style *look = NEW(a, struct box_style);
    *look = *k;
    look->side.left = k->pad.left;
    look->side.width = width - k->pad.left - k->pad.right;
    return look;
}

static void card_lay(struct flow *outer, struct card *card, const struct element *e,
                     const struct box_style *look)
{
    struct flow f =
        flow_new(outer->s, look->side.width, tag_new(outer->s->a, outer->tag, TAG_DIV));
    f.lang = outer->lang;
    flow_id(&f, e);
    card->box = box_lay(&f, e, look);
    card->strips = f.out;
    card->height = look->pad.top + box_side_height(card->box) +
                   strips_height(&f.out, 0, f.out.len) + look->pad.under;
}

static void cards_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct cards *row = what;
    const struct box_style *k = row->look;
    for (size_t i = 0; i < row->count; i++) {
        const struct card *card = &row->at[i];
        const length left = x + card->left, top = y + k->pad.top;
        box_ground(c, card->box, left, y, row->width, row->height);
        box_side(c, card->box, left + k->pad.left, top - k->side.up);
        strips_draw(c, &card->strips, &(struct take){.to = card->strips.len},
                    left + k->pad.left, top + box_side_height(card->box));
    }
}

static struct note_list *cards_notes(struct arena *a, const struct cards *row)
{
    struct note_list *all = NULL, **end = &all;
    for (size_t i = 0; i < row->count; i++)
        for (size_t k = 0; k < row->at[i].strips.len; k++)
            for (const struct note_list *n = row->at[i].strips.at[k].notes; n != NULL;
                 n = n->next) {
                *end = NEW(a, struct note_list);
                (*end)->note = n->note;
                end = &(*end)->next;
            }
    return all;
}

void flow_cards(struct flow *f, const struct element *e, const struct box_style *k)
{
    const size_t columns = (size_t)k->columns, place = place_in_row(e);
    if (place % columns != 0)
        return; /* the first has laid it */
    struct cards *row = NEW(f->s->a, struct cards);
    row->at = NEW_ARRAY(f->s->a, struct card, columns);
    row->width = (f->width - (k->columns - 1) * k->gap) / k->columns;
    row->look = card_look(f->s->a, k, row->width);
    const struct element *next = e;
    for (; row->count < columns && (next == e || box_is_like(e, next));
         next = next->next) {
        struct card *card = &row->at[row->count];
        card->left = (length)row->count * (row->width + k->gap);
        if (flow_has_reference(f, next))
            card->quoted = tag_new(f->s->a, f->tag, TAG_P);
        card_lay(f, card, next, row->look);
        row->count++;
        row->height = card->height > row->height ? card->height : row->height;
    }
    flow_space(f, place == 0 ? k->before : k->gap);
    struct strip *strip = flow_push(f, row->height, 0, HOLD_NONE);
    strip->notes = cards_notes(f->s->a, row);
    flow_draw(f, strip, cards_draw, row, 0, 0);
    length y = k->pad.top;
    for (size_t i = 0; i < row->count; i++, e = e->next) /* one under the other */
        y += flow_reference_at(f, e, false, y, row->at[i].quoted);
    f->after = box_is_like(e, next) ? k->gap : k->after;
}
