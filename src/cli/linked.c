/* linked.c -- whether the web pages that are released together lead to each other.  In:
 * what is released; out: each address that leads nowhere, said. */
#include "cli/release.h"

#include "html/html.h"

#include <string.h>

/* A page on its way out. */
struct linked_page {
    const char *name;
    struct html_links links;
    struct map *ids;
};

struct link_check {
    struct run *r;
    ARRAY(struct linked_page) pages;
    struct map *said; /* one address is named once */
};

static void add_page(struct link_check *l, const char *name, const struct buf *bytes)
{
    struct arena *a = l->r->a;
    struct linked_page *p = array_push(a, &l->pages);
    *p = (struct linked_page){.name = name, .ids = map_new(a)};
    html_links(a, bytes, &p->links);
    for (size_t i = 0; i < p->links.ids.len; i++)
        map_put(p->ids, p->links.ids.at[i], (void *)p->name);
}

/* The page of that name; of "", the one that leads there. */
static const struct linked_page *
page_named(const struct link_check *l, const struct linked_page *from, const char *name)
{
    if (name[0] == '\0')
        return from;
    for (size_t i = 0; i < l->pages.len; i++)
        if (strcmp(l->pages.at[i].name, name) == 0)
            return &l->pages.at[i];
    return NULL;
}

/* NULL: it leads to what is released, or out into the world. */
static const char *what_is_wrong(const struct link_check *l,
                                 const struct linked_page *from, const char *href)
{
    const size_t len = strcspn(href, "#");
    if (href[strcspn(href, ":/#")] == ':' || href[0] == '/')
        return NULL;
    const char *name = arena_strndup(l->r->a, href, len);
    const struct linked_page *to = page_named(l, from, name);
    if (to == NULL)
        return "no page of that name is released with it";
    if (href[len] == '#' && map_get(to->ids, href + len + 1) == NULL)
        return "that page has no such id; the template has to give a block the same id "
               "in "
               "both editions";
    return NULL;
}

static void check_page(struct link_check *l, const struct linked_page *p)
{
    struct arena *a = l->r->a;
    for (size_t i = 0; i < p->links.hrefs.len; i++) {
        const char *href = p->links.hrefs.at[i];
        const char *wrong = what_is_wrong(l, p, href);
        const char *once = arena_printf(a, "%s %s", p->name, href);
        if (wrong != NULL && map_put(l->said, once, l) == NULL)
            diag(l->r->d, DIAG_LINK_UNKNOWN, pos_of_path(a, p->name), "\"%s\"; %s", href,
                 wrong);
    }
}

void release_check_links(struct run *r, const struct inspection *in,
                         const struct outputs *list)
{
    struct link_check l = {.r = r, .said = map_new(r->a)};
    for (size_t i = 0; i < list->all.len; i++)
        if (list->all.at[i].format == OUTPUT_HTML && list->all.at[i].bytes != NULL)
            add_page(&l, output_name(r, in, &list->all.at[i]), list->all.at[i].bytes);
    for (size_t i = 0; i < l.pages.len; i++)
        check_page(&l, &l.pages.at[i]);
}
