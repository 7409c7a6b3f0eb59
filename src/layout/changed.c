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

/* Where the words of a piece end: a blank at their end belongs to them only where more of
 * the same follow. */
static length words_end(const struct line *l, size_t i)
{
    const struct piece *p = &l->pieces[i];
    length end = p->x + p->width;
    if (i + 1 < l->count && changed_of(p + 1) == changed_of(p))
        return end;
    for (size_t n = p->len, g = p->count; n > 0 && g > 0 && p->text[n - 1] == ' '; n--)
        end -= p->glyphs[--g].advance;
    return end;
}

static void rule_draw(struct canvas *c, const struct line *l, size_t i, length x,
                      length baseline)
{
    const struct piece *p = &l->pieces[i];
    const struct change_lengths *k = &c->s->style->change;
    const enum changed changed = changed_of(p);
    const length width = words_end(l, i) - p->x;
    if (changed == CHANGED_NOT || changed == CHANGED_MOVED || width <= 0)
        return;
    const length body = type_of(c->s, TYPE_BODY)->size, size = p->span->size;
    const length under =
        size > body ? (length)((int64_t)k->under * size / body) : k->under;
    const length y = changed == CHANGED_INSERTED
                         ? baseline + under
                         : baseline - p->span->rise - size * 26 / 100;
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, x + p->x, y, width, k->rule, colour_on(c->s, p->span));
}

void changes_draw(struct canvas *c, const struct words *w, const struct line *l, length x,
                  length y)
{
    const struct style *s = c->s->style;
    bool any = false;
    for (size_t i = 0; i < l->count; i++) {
        rule_draw(c, l, i, x, y + w->baseline);
        any |= changed_of(&l->pieces[i]) != CHANGED_NOT;
    }
    if (any)
        *array_push(c->s->a, &c->page->items) =
            item_rectangle(c->s->a, s->page.width - s->page.margin + s->change.gap, y,
                           s->change.bar, w->leading, colour_of(c->s, ROLE_CHANGE));
}
