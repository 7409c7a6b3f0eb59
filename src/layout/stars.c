/* stars.c -- stars of which so many are full.  In: their element; out: a strip, or what
 * draws them.  Knows nothing of how a rating came about. */
#include "layout/stars.h"

void stars_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct stars *stars = what;
    const struct drawing g = rating_draw(c->s->a, c->s->style, stars->full, stars->all);
    drawing_place(c->s->a, c->page, &g, x, y, stars->tag);
}

const struct stars *stars_new(struct flow *f, const struct element *e)
{
    struct stars *stars = NEW(f->s->a, struct stars);
    stars->full = e->set[AT_N];
    stars->all = e->set[AT_OUT_OF];
    if (stars->all < 1)
        return NULL;
    stars->tag = tag_block(f->s, f->tag, TAG_FIGURE, f->lang, e);
    stars->tag->alt = element_plain(f->s->a, e);
    return stars;
}

void flow_stars(struct flow *f, const struct element *e)
{
    const struct stars *stars = stars_new(f, e);
    if (stars == NULL)
        return;
    struct strip *strip = flow_push(f, 2 * f->s->style->stars.radius, 0, HOLD_ALWAYS);
    flow_draw(f, strip, stars_draw, stars, 0, 0);
    f->after = f->s->style->stars.after;
}
