/* strip.c -- strips one under the other: how high they stand, and drawing them with the
 * frames that are open across them.  Knows no elements and no page's limits. */
#include "layout/strip.h"

#include "layout/pagebreaks.h"
#include "layout/spot.h"

/* The innermost frame that both stand in. */
static const struct frame *frame_common(const struct frame *f, const struct frame *g)
{
    while (f != g) {
        if (g == NULL || (f != NULL && f->depth >= g->depth))
            f = f->outer;
        else
            g = g->outer;
    }
    return f;
}

/* What the frames from `f` out to `until` need under strip `last`. */
static length frames_bottom(const struct frame *f, const struct frame *until, size_t last)
{
    length sum = 0;
    for (; f != until; f = f->outer)
        sum += f->bottom + (last + 1 >= f->last ? f->extra : 0);
    return sum;
}

static length frames_top(const struct frame *f, const struct frame *until)
{
    length sum = 0;
    for (; f != until; f = f->outer)
        sum += f->top;
    return sum;
}

length strips_gap(const struct strips *all, size_t next)
{
    const struct strip *s = &all->at[next], *p = &all->at[next - 1];
    const struct frame *common = frame_common(p->frame, s->frame);
    return frames_bottom(p->frame, common, next - 1) + s->before +
           frames_top(s->frame, common);
}

length strips_open(const struct strips *all, size_t first)
{
    return frames_top(all->at[first].frame, NULL);
}

length strips_close(const struct strips *all, size_t last)
{
    return frames_bottom(all->at[last].frame, NULL, last);
}

length strips_height(const struct strips *all, size_t from, size_t to)
{
    if (from >= to)
        return 0;
    length h = strips_open(all, from);
    for (size_t i = from; i < to; i++)
        h += (i > from ? strips_gap(all, i) : 0) + all->at[i].height;
    return h + strips_close(all, to - 1);
}

/* A frame's part on this page. */
struct extent {
    const struct frame *frame;
    length top, bottom;
    bool begins;
};
struct extents {
    struct extent *at;
    size_t len, cap;
};

/* Frames that open over strip `i`, outer first; `y`: the strip's top. */
static void extents_open(struct arena *a, struct extents *e, const struct strips *all,
                         const struct frame *f, const struct frame *until, size_t i,
                         length y)
{
    if (f == until)
        return;
    extents_open(a, e, all, f->outer, until, i, y - f->top);
    *array_push(a, e) = (struct extent){f, y - f->top, y, f->first == i};
}

/* The frames from `f` out to `until` end under strip `last`, whose bottom is y. */
static void extents_close(struct extents *e, const struct frame *f,
                          const struct frame *until, size_t last, length y)
{
    for (; f != until; f = f->outer) {
        y += f->bottom + (last + 1 >= f->last ? f->extra : 0);
        for (size_t i = e->len; i-- > 0;) {
            if (e->at[i].frame != f)
                continue;
            e->at[i].bottom = y;
            break;
        }
    }
}

/* The tops of the strips, and the frames open across them. */
static length strips_place(struct canvas *c, const struct strips *all,
                           const struct take *t, length y, length *tops,
                           struct extents *extents)
{
    for (size_t i = t->from; i < t->to; i++) {
        const struct strip *s = &all->at[i];
        const struct frame *common = NULL;
        if (i == t->from) {
            y += strips_open(all, i);
            extents_open(c->s->a, extents, all, s->frame, NULL, i, y);
            y += t->lead;
        } else {
            const struct strip *p = &all->at[i - 1];
            common = frame_common(p->frame, s->frame);
            extents_close(extents, p->frame, common, i - 1, y);
            y += strips_gap(all, i) - s->before + space_spread(s->before, t->spread);
            extents_open(c->s->a, extents, all, s->frame, common, i, y);
        }
        tops[i - t->from] = y;
        y += s->height - space_taken(s->give, t->spread);
    }
    extents_close(extents, all->at[t->to - 1].frame, NULL, t->to - 1, y);
    return y + strips_close(all, t->to - 1);
}

static void strip_draw(struct canvas *c, const struct strip *s, length x, length y)
{
    const size_t first = c->page->items.len;
    for (const struct anchor *a = s->anchors; a != NULL; a = a->next)
        spot_set(a->spot, c, x + s->x, y);
    for (const struct drawn *d = s->drawn; d != NULL; d = d->next)
        d->draw(c, d->what, x + s->x + d->x, y + d->y);
    if (s->bookmark != NULL)
        *array_push(c->s->a, &c->s->bookmarks) = (struct bookmark){
            s->bookmark, s->level, c->number, y, tag_landing_heading(c->page, first)};
}

length strips_draw(struct canvas *c, const struct strips *all, const struct take *t,
                   length x, length y)
{
    if (t->from >= t->to)
        return y;
    length *tops = NEW_ARRAY(c->s->a, length, t->to - t->from);
    struct extents extents = {0};
    length bottom = strips_place(c, all, t, y, tops, &extents);
    for (size_t i = 0; i < extents.len; i++) {
        const struct extent *e = &extents.at[i];
        e->frame->draw(c, e->frame, x + e->frame->left, e->top, e->bottom, e->begins);
    }
    for (size_t i = t->from; i < t->to; i++) {
        c->spread = t->spread; /* strips in it have their own */
        strip_draw(c, &all->at[i], x, tops[i - t->from]);
    }
    return bottom;
}

struct canvas_state canvas_state(const struct canvas *c)
{
    return (struct canvas_state){c->page->items.len, c->page->links.len, c->s->links.len};
}

void canvas_artifacts(struct canvas *c, struct canvas_state since, enum artifact kind)
{
    for (size_t i = since.items; i < c->page->items.len; i++) {
        c->page->items.at[i].tag = NULL;
        c->page->items.at[i].artifact = kind;
    }
    c->page->links.len = since.links;
    c->s->links.len = since.pending;
}
