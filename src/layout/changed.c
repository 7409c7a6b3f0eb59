/* changed.c -- in: a line of words, some of which an older report did not have, or had;
 * out: the rules that say so, and the bar in the margin.  They differ in where they
 * stand, not in colour alone. */
#include "layout/words.h"

static enum changed changed_of(const struct piece *p)
{
    const struct mark_of *m = p->span->data;
    return m != NULL ? m->changed : CHANGED_NOT;
}

/* On colour, words are white, and so are the rules. */
static struct colour colour_on(const struct state *s, const struct span *span)
{
    const struct colour white = colour_of(s, ROLE_ON_BLOCK), own = span->colour;
    const bool on = own.r == white.r && own.g == white.g && own.b == white.b;
    return on ? white : colour_of(s, ROLE_CHANGE);
}

static void rule_draw(struct canvas *c, const struct piece *p, length left, length right,
                      length baseline)
{
    const struct change_lengths *k = &c->s->style->change;
    const enum changed changed = changed_of(p);
    if (changed == CHANGED_NOT || changed == CHANGED_MOVED || right <= left)
        return;
    length y = changed == CHANGED_INSERTED ? baseline + k->under
                                           : baseline - p->span->size * 26 / 100;
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, left, y, right - left, k->rule, colour_on(c->s, p->span));
}

void changes_draw(struct canvas *c, const struct words *w, const struct line *l, length x,
                  length y)
{
    const struct style *s = c->s->style;
    bool any = false;
    for (size_t i = 0; i < l->count; i++) {
        const struct piece *p = &l->pieces[i];
        length end = p->x + p->width < l->width ? p->x + p->width : l->width;
        rule_draw(c, p, x + p->x, x + end, y + w->baseline);
        any |= changed_of(p) != CHANGED_NOT;
    }
    if (any)
        *array_push(c->s->a, &c->page->items) =
            item_rectangle(c->s->a, s->page.width - s->page.margin + s->change.gap, y,
                           s->change.bar, w->leading, colour_of(c->s, ROLE_CHANGE));
}
