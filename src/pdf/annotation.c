/* annotation.c -- links to annotations: invisible, printed, each with words for those who
 * do not see it, and the way back to its element.  In: the links of pages; out: an object
 * for each. */
#include "pdf/annotation.h"

#include "pdf/put.h"

/* A URI of ASCII: what is beyond it, or a space, as %XX (RFC 3986). */
static void put_uri(struct buf *out, const char *uri)
{
    struct buf ascii = buf_new(out->a);
    for (; *uri != '\0'; uri++) {
        const unsigned char c = (unsigned char)*uri;
        if (c <= ' ' || c > '~')
            buf_printf(&ascii, "%%%02X", c);
        else
            buf_char(&ascii, *uri);
    }
    put_bytes(out, ascii.at);
}

static void put_target(const struct plan *p, struct buf *out, const struct link *l)
{
    if (l->uri != NULL) {
        buf_str(out, "/A<</Type/Action/S/URI/URI");
        put_uri(out, l->uri);
        buf_str(out, ">>");
    } else {
        put_destination(p, out, l->page, l->to_x, l->to_y, l->to);
    }
}

static void link_write(const struct plan *p, size_t page, size_t i)
{
    const struct page *on = &p->doc->pages[page];
    const struct link *l = &on->links.at[i];
    if (l->contents == NULL)
        bug("page %zu, link %zu has no words for a reader", page + 1, i);
    struct buf *out = object_begin(p->objects, plan_link(p, page, i));
    buf_str(out, "<</Type/Annot/Subtype/Link/F 4/Rect");
    put_box(out, on->height, l->x, l->y, l->x + l->width, l->y + l->height);
    buf_str(out, "/Border[0 0 0]/BS<</W 0>>/Contents");
    put_text(out, l->contents);
    buf_str(out, "/StructParent ");
    put_int(out, plan_link_key(p, page, i));
    buf_str(out, "/P ");
    put_reference(out, plan_page(p, page));
    put_target(p, out, l);
    buf_str(out, ">>");
}

void annotations_write(const struct plan *p)
{
    for (size_t page = 0; page < p->doc->page_count; page++)
        for (size_t i = 0; i < p->doc->pages[page].links.len; i++)
            link_write(p, page, i);
}
