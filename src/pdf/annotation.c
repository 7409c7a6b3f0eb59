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

/* Round all its boxes. */
static struct bounds link_bounds(const struct link *l)
{
    struct bounds all = l->boxes.at[0];
    for (size_t i = 1; i < l->boxes.len; i++) {
        const struct bounds *b = &l->boxes.at[i];
        all.left = b->left < all.left ? b->left : all.left;
        all.top = b->top < all.top ? b->top : all.top;
        all.right = b->right > all.right ? b->right : all.right;
        all.bottom = b->bottom > all.bottom ? b->bottom : all.bottom;
    }
    return all;
}

/* Each box from the left to the right, its upper edge first.  The standard asks for the
 * way round it (ISO 32000-2, 12.5.6.5), which some readers take for a bow tie. */
static void put_quads(struct buf *out, const struct link *l, length page_height)
{
    if (l->boxes.len == 1)
        return;
    buf_str(out, "/QuadPoints[");
    for (size_t i = 0; i < l->boxes.len; i++) {
        const struct bounds *b = &l->boxes.at[i];
        for (int corner = 0; corner < 4; corner++) {
            put_length(out, corner % 2 == 0 ? b->left : b->right);
            buf_char(out, ' ');
            put_length(out, page_height - (corner < 2 ? b->top : b->bottom));
            buf_char(out, ' ');
        }
    }
    buf_char(out, ']');
}

static void link_write(const struct plan *p, size_t page, size_t i)
{
    const struct page *on = &p->doc->pages[page];
    const struct link *l = &on->links.at[i];
    if (l->contents == NULL)
        bug("page %zu, link %zu has no words for a reader", page + 1, i);
    const struct bounds b = link_bounds(l);
    struct buf *out = object_begin(p->objects, plan_link(p, page, i));
    buf_str(out, "<</Type/Annot/Subtype/Link/F 4/Rect");
    put_box(out, on->height, b.left, b.top, b.right, b.bottom);
    put_quads(out, l, on->height);
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
