/* spot.c -- in: keys and the pages they are drawn on; out: page numbers for the next run
 * and resolved links.  Knows no elements but their ids. */
#include "layout/spot.h"

const char *spot_key(struct state *s, const struct element *e)
{
    if (e->at[AT_ID] != NULL)
        return e->at[AT_ID];
    return arena_printf(s->a, "@%p", (const void *)e); /* looked up, never printed */
}

struct spot *spot_of(struct state *s, const char *key)
{
    struct spot *p = map_get(s->spots, key);
    if (p == NULL) {
        p = NEW(s->a, struct spot);
        map_put(s->spots, key, p);
    }
    return p;
}

void spot_set(struct spot *p, const struct canvas *c, length x, length y)
{
    if (p->set)
        return;
    *p = (struct spot){true, c->number, x, y, c->page->items.len, NULL};
}

/* A note is gone to as a whole, not to its label. */
static struct tag *block_of(struct tag *t)
{
    struct tag *note = tag_over(t, TAG_NOTE);
    while (tag_is_inline(t) && t->parent != NULL)
        t = t->parent;
    return note != NULL ? note : t;
}

struct tag *tag_landing(const struct page *page, size_t from)
{
    for (size_t i = from; i < page->items.len; i++)
        if (page->items.at[i].tag != NULL && page->items.at[i].artifact == ARTIFACT_NONE)
            return block_of(page->items.at[i].tag);
    return NULL;
}

struct tag *tag_landing_heading(const struct page *page, size_t from)
{
    for (size_t i = from; i < page->items.len; i++)
        for (struct tag *t = page->items.at[i].tag; t != NULL; t = t->parent)
            if (tag_is_heading(t) && page->items.at[i].artifact == ARTIFACT_NONE)
                return t;
    return tag_landing(page, from);
}

const char *spot_page(struct state *s, const char *key)
{
    *array_push(s->a, &s->asked) = key;
    const struct spot *p = s->before == NULL ? NULL : map_get(s->before, key);
    if (p == NULL || !p->set)
        return "88";
    return arena_printf(s->a, "%d", p->page + 1);
}

bool spots_settled(const struct state *s)
{
    for (size_t i = 0; i < s->asked.len; i++) {
        const struct spot *was =
            s->before == NULL ? NULL : map_get(s->before, s->asked.at[i]);
        const struct spot *is = map_get(s->spots, s->asked.at[i]);
        bool known = is != NULL && is->set;
        if (known && (was == NULL || !was->set || was->page != is->page))
            return false;
    }
    return true;
}

const struct map *spots_asked(const struct state *s)
{
    struct map *found = map_new(s->kept);
    for (size_t i = 0; i < s->asked.len; i++) {
        const struct spot *was = map_get(s->spots, s->asked.at[i]);
        if (was == NULL || map_get(found, s->asked.at[i]) != NULL)
            continue;
        struct spot *copy = NEW(s->kept, struct spot);
        *copy = *was;
        map_put(found, arena_strdup(s->kept, s->asked.at[i]), copy);
    }
    return found;
}

/* The page's link of that tag, with another box; NULL: it has none yet. */
static struct link *link_goes_on(struct canvas *c, const struct tag *tag,
                                 struct bounds box)
{
    for (size_t i = c->page->links.len; i-- > 0;) {
        struct link *l = &c->page->links.at[i];
        if (l->tag != tag)
            continue;
        *array_push(c->s->a, &l->boxes) = box;
        return l;
    }
    return NULL;
}

static struct link *link_begin(struct canvas *c, struct tag *tag, const char *contents,
                               struct bounds box)
{
    struct link *l = array_push(c->s->a, &c->page->links);
    *l = (struct link){.tag = tag, .contents = contents};
    *array_push(c->s->a, &l->boxes) = box;
    return l;
}

void link_uri(struct canvas *c, struct tag *tag, const char *uri, const char *contents,
              struct bounds box)
{
    if (link_goes_on(c, tag, box) == NULL)
        link_begin(c, tag, contents, box)->uri = uri;
}

void link_spot(struct canvas *c, struct tag *tag, const struct spot *to,
               const char *contents, struct bounds box)
{
    if (link_goes_on(c, tag, box) != NULL)
        return;
    *array_push(c->s->a, &c->s->links) =
        (struct pending_link){c->number, c->page->links.len, to};
    link_begin(c, tag, contents, box);
}

static struct tag *link_lands(const struct state *s, const struct pending_link *p,
                              struct link *l)
{
    if (!p->to->set)
        return block_of(l->tag);
    if (p->to->tag != NULL)
        return p->to->tag;
    struct tag *tag = tag_landing(&s->pages.at[p->to->page], p->to->item);
    return tag != NULL ? tag : s->root;
}

/* An entry of the contents to what it names; a note's mark to the note, and back. */
static void link_refer(const struct state *s, struct tag *from, struct tag *to)
{
    struct tag *entry = tag_over(from, TAG_TOCI), *mark = tag_over(from, TAG_LINK);
    if (entry != NULL)
        tag_refer(s->a, entry, to);
    if (mark == NULL || to->type != TAG_NOTE)
        return;
    tag_refer(s->a, mark, to);
    tag_refer(s->a, to, mark);
}

void links_resolve(struct state *s)
{
    for (size_t i = 0; i < s->links.len; i++) {
        const struct pending_link *p = &s->links.at[i];
        struct link *l = &s->pages.at[p->page].links.at[p->link];
        struct tag *to = link_lands(s, p, l);
        /* compose/ has refused links to nothing; what draws nothing has no place, and
         * then the link stays where it is */
        l->page = p->to->set ? p->to->page : p->page;
        l->to_x = p->to->set ? p->to->x : l->boxes.at[0].left;
        l->to_y = p->to->set ? p->to->y : l->boxes.at[0].top;
        l->to = to;
        link_refer(s, l->tag, to);
    }
}
