/* composition.c -- in: `cover` or `divider` of style.yaml; out: what is drawn under its
 * words, and where those begin. */
#include "style/reading.h"

static void ground_read(const struct style_reader *r, const struct node *n,
                        struct ground_part *to)
{
    static const char *const keys[] = {"colour", "picture", "left", "top",
                                       "width",  "height",  "fit"};
    static const char *const fits[] = {"whole", "fill"};
    to->pos = n->pos;
    if (!keys_check(r, n, "ground", "part of a ground", keys, 0, LEN(keys)))
        return;
    const struct node *picture = node_get(n, "picture"), *colour = node_get(n, "colour");
    const struct node *fit = node_get(n, "fit");
    if ((picture == NULL) == (colour == NULL) ||
        (picture != NULL && picture->kind != NODE_TEXT))
        diag(r->d, DIAG_STYLE_WRONG, n->pos,
             "a part of a ground is a band, which has a `colour`, or a `picture`, by its "
             "name in `pictures`; give one of them");
    else if (picture != NULL)
        to->picture = picture->text;
    if (picture != NULL)
        to->pos = picture->pos;
    colour_read(r, colour, &to->colour);
    to->fill = fit != NULL && choice_read(r, fit, "fit", fits, LEN(fits)) == 1;
    length_read(r, n, "ground", "left", 0, &to->left);
    length_read(r, n, "ground", "top", 0, &to->top);
    length_read(r, n, "ground", "width", 0, &to->width);
    length_read(r, n, "ground", "height", 0, &to->height);
    if (to->left + to->width > r->s->page.width ||
        to->top + to->height > r->s->page.height)
        diag(r->d, DIAG_STYLE_WRONG, n->pos,
             "this part of the ground ends outside the page, which is %.5g x %.5g points",
             POINTS(r->s->page.width), POINTS(r->s->page.height));
    if (to->width == 0)
        to->width = r->s->page.width - to->left;
    if (to->height == 0)
        to->height = r->s->page.height - to->top;
}

static void grounds_read(const struct style_reader *r, const struct node *list,
                         struct composition *to)
{
    if (list == NULL)
        return;
    if (list->kind != NODE_LIST) {
        diag(r->d, DIAG_STYLE_WRONG, list->pos,
             "a list of bands and pictures belongs here, in the order of drawing");
        return;
    }
    struct ground_part *all = NEW_ARRAY(r->a, struct ground_part, list->count + 1);
    for (size_t i = 0; i < list->count; i++)
        ground_read(r, list->items[i], &all[i]);
    to->ground = all;
    to->count = list->count;
}

void composition_read(const struct style_reader *r, const struct node *map,
                      const char *owner, struct composition *to)
{
    static const char *const parts[] = {"ground", "left"};
    static const char *const lefts[] = {"names", "strap", "title", "foot",
                                        "logos", "label", "number"};
    length *const into[] = {&to->left.names, &to->left.strap, &to->left.title,
                            &to->left.foot,  &to->left.logos, &to->left.label,
                            &to->left.number};
    for (size_t i = 0; i < LEN(into); i++)
        *into[i] = r->s->page.margin;
    if (map == NULL || !keys_check(r, map, owner, "part of it", parts, 0, LEN(parts)))
        return;
    grounds_read(r, node_get(map, "ground"), to);
    const struct node *left = node_get(map, "left");
    if (left != NULL && keys_check(r, left, "left", "place", lefts, 0, LEN(lefts)))
        for (size_t i = 0; i < LEN(into); i++)
            length_read(r, left, "left", lefts[i], 0, into[i]);
}
