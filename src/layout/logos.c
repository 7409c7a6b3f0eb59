/* logos.c -- partners' pictures in a row at the foot of a cover.  In: a cover with its
 * strip; out: pictures drawn with it, all of one height, lower where they would not fit
 * side by side. */
#include "layout/picture.h"

static size_t logo_count(const struct element *cover)
{
    size_t count = 0;
    for (const struct element *p = cover->first; p != NULL; p = p->next)
        count += p->kind == EL_LOGO;
    return count;
}

static length widths_sum(struct picture *const *all, size_t count)
{
    length sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += all[i]->width;
    return sum;
}

void flow_logos(struct flow *f, const struct element *cover, struct strip *strip,
                struct tag *tag)
{
    struct state *s = f->s;
    const struct cover_lengths *k = &s->style->cover;
    size_t count = 0;
    struct picture **all = NEW_ARRAY(s->a, struct picture *, logo_count(cover) + 1);
    for (const struct element *p = cover->first; p != NULL; p = p->next)
        if (p->kind == EL_LOGO) {
            struct picture *one = picture_new(f, p, tag);
            if (one != NULL)
                all[count++] = one;
        }
    for (size_t i = 0; i < count; i++)
        picture_fit(all[i], f->width, f->width, k->logo_height);
    length room = f->width - (length)(count == 0 ? 0 : count - 1) * k->logo_gap;
    long long sum = widths_sum(all, count);
    length x = s->style->cover_made.left.logos;
    for (size_t i = 0; i < count; i++) {
        if (sum > room)
            picture_fit(all[i], (length)((long long)all[i]->width * room / sum), f->width,
                        k->logo_height);
        flow_draw(f, strip, picture_draw, all[i], x, k->logos_top);
        x += all[i]->width + k->logo_gap;
    }
}
