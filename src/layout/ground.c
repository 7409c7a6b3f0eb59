/* ground.c -- what a house draws under the words of a cover or a divider: bands and
 * pictures.  In: its composition; out: they, drawn with a strip, each where the page has
 * it. */
#include "layout/picture.h"

struct drawn_ground {
    const struct ground_part *part;
    struct picture picture; /* no image: a band */
};

static void band_of_ground(struct canvas *c, const struct ground_part *g)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, g->left, g->top, g->width, g->height, g->colour);
}

/* Wider or higher than its place, in the middle of it, and what stands over cut off. */
static void fill_place(const struct ground_part *g, struct item *it)
{
    const long long w = it->image.image->width, h = it->image.image->height;
    it->image.width = larger(g->width, (length)(g->height * w / h));
    it->image.height = larger(g->height, (length)(g->width * h / w));
    it->x = g->left - (it->image.width - g->width) / 2;
    it->y = g->top - (it->image.height - g->height) / 2;
    it->image.shown =
        (struct bounds){g->left, g->top, g->left + g->width, g->top + g->height};
}

static void ground_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct drawn_ground *d = what;
    const struct ground_part *g = d->part;
    (void)x, (void)y;
    if (d->picture.image == NULL) {
        band_of_ground(c, g);
        return;
    }
    struct picture p = d->picture;
    picture_fit(&p, g->width, g->width, g->height);
    picture_draw(c, &p, g->left, g->top);
    if (!g->fill)
        return;
    struct item *it = &c->page->items.at[c->page->items.len - 1];
    fill_place(g, it);
    if (p.tag != NULL) {
        p.tag->box[2] = it->image.shown.right;
        p.tag->box[3] = it->image.shown.bottom;
    }
}

void flow_ground(struct flow *f, const struct composition *k, struct strip *strip,
                 struct tag *parent, const struct element *e)
{
    struct state *s = f->s;
    for (size_t i = 0; i < k->count; i++) {
        struct drawn_ground *d = NEW(s->a, struct drawn_ground);
        d->part = &k->ground[i];
        if (d->part->picture != NULL && !picture_own(s, d->part->picture, &d->picture)) {
            if (report_picture(s->report, d->part->picture) == NULL)
                diag(s->d, DIAG_STYLE_WRONG, d->part->pos,
                     "\"%s\" is no picture of this house or programme; name it in "
                     "`pictures`, with its file and its words",
                     d->part->picture);
            continue;
        }
        if (d->picture.own != NULL && d->picture.own->alt != NULL) {
            d->picture.tag = tag_block(s, parent, TAG_FIGURE, f->lang, e);
            d->picture.tag->alt = d->picture.own->alt;
        }
        flow_draw(f, strip, ground_draw, d, 0, 0);
    }
}
