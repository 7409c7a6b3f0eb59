/* links.c -- a written page in; out: the ids that others can lead to, and the addresses
 * to which it leads.  It reads the page and not the tree: what a browser will find. */
#include "html/html.h"

#include <string.h>

/* The value of an attribute at the beginning of `p`, as " id=\"x\""; NULL: another. */
static const char *value_of(struct arena *a, const char *p, const char *name)
{
    const size_t len = strlen(name);
    if (strncmp(p, name, len) != 0)
        return NULL;
    return arena_strndup(a, p + len, strcspn(p + len, "\""));
}

/* From "<" to behind ">". */
static const char *read_tag(struct arena *a, const char *p, struct html_links *to)
{
    for (; *p != '\0' && *p != '>'; p++) {
        const char *id = value_of(a, p, " id=\""), *href = value_of(a, p, " href=\"");
        if (id != NULL)
            *array_push(a, &to->ids) = id;
        if (href != NULL)
            *array_push(a, &to->hrefs) = href;
        if (*p == '"')
            p += 1 + strcspn(p + 1, "\"");
        if (*p == '\0')
            return p;
    }
    return p;
}

void html_links(struct arena *a, const struct buf *page, struct html_links *to)
{
    for (const char *p = page->at; (p = strchr(p, '<')) != NULL;)
        p = read_tag(a, p, to);
}
