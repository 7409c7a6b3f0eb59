/* plan.c -- the numbers of objects.  In: a marked document; out: numbers in the order of
 * pages, links and tags, so that the same document has the same numbers.  Writes nothing
 * but places, which are page numbers. */
#include "pdf/plan.h"

#include "pdf/put.h"

static const int *first_links(struct arena *a, const struct document *doc, int *count)
{
    int *first = NEW_ARRAY(a, int, doc->page_count);
    *count = 0;
    for (size_t i = 0; i < doc->page_count; i++) {
        first[i] = *count;
        *count += (int)doc->pages[i].links.len;
    }
    return first;
}

static const int *first_widgets(struct arena *a, const struct document *doc, int *count)
{
    int *first = NEW_ARRAY(a, int, doc->page_count);
    *count = 0;
    for (size_t i = 0; i < doc->page_count; i++) {
        first[i] = *count;
        *count += (int)doc->pages[i].widgets.len;
    }
    return first;
}

static const int *mcids_of(struct arena *a, const struct page *p)
{
    int *mcids = NEW_ARRAY(a, int, p->marks.len);
    int next = 0;
    for (size_t i = 0; i < p->marks.len; i++)
        mcids[i] = p->marks.at[i].tag != NULL ? next++ : -1;
    return mcids;
}

static const int *const *all_mcids(struct arena *a, const struct document *doc)
{
    const int **mcids = NEW_ARRAY(a, const int *, doc->page_count);
    for (size_t i = 0; i < doc->page_count; i++)
        mcids[i] = mcids_of(a, &doc->pages[i]);
    return mcids;
}

struct plan plan_new(struct arena *a, const struct document *doc, struct objects *o)
{
    struct plan p = {.a = a, .doc = doc, .objects = o};
    p.first_link = first_links(a, doc, &p.link_count);
    p.first_widget = first_widgets(a, doc, &p.widget_count);
    p.mcids = all_mcids(a, doc);
    p.catalog = object_numbers(o, 1);
    p.info = doc->standard == PDF_UA1 ? object_numbers(o, 1) : 0;
    p.metadata = object_numbers(o, 1);
    p.profile = object_numbers(o, 1);
    p.structure = object_numbers(o, 1);
    p.outline = doc->bookmark_count > 0 ? object_numbers(o, 1) : 0;
    p.form = p.widget_count > 0 ? object_numbers(o, 1) : 0;
    p.attachment = doc->attached != NULL ? object_numbers(o, 1) : 0;
    p.space = doc->standard == PDF_UA2 ? object_numbers(o, 1) : 0;
    p.pages = object_numbers(o, (int)doc->page_count);
    p.links = object_numbers(o, p.link_count);
    p.widgets = object_numbers(o, p.widget_count);
    p.elements = object_numbers(o, doc->tag_count);
    return p;
}

int plan_page(const struct plan *p, size_t page)
{
    if (page >= p->doc->page_count)
        bug("there is no page %zu", page + 1);
    return p->pages + (int)page;
}

int plan_element(const struct plan *p, const struct tag *t)
{
    if (t->number < 0 || t->number >= p->doc->tag_count)
        bug("a %s does not hang from the root", tag_type_name(t->type));
    return p->elements + t->number;
}

int plan_link(const struct plan *p, size_t page, size_t link)
{
    return p->links + p->first_link[page] + (int)link;
}

int plan_link_key(const struct plan *p, size_t page, size_t link)
{
    return (int)p->doc->page_count + p->first_link[page] + (int)link;
}

int plan_widget(const struct plan *p, size_t page, size_t widget)
{
    return p->widgets + p->first_widget[page] + (int)widget;
}

int plan_widget_key(const struct plan *p, size_t page, size_t widget)
{
    return (int)p->doc->page_count + p->link_count + p->first_widget[page] + (int)widget;
}

static void put_place(const struct plan *p, struct buf *out, int object, int page,
                      length x, length y)
{
    buf_char(out, '[');
    put_reference(out, object);
    buf_str(out, "/XYZ ");
    put_length(out, x);
    buf_char(out, ' ');
    put_length(out, p->doc->pages[page].height - y);
    buf_str(out, " null]");
}

void put_destination(const struct plan *p, struct buf *out, int page, length x, length y,
                     const struct tag *to)
{
    const int object = plan_page(p, (size_t)page);
    buf_str(out, plan_two(p) ? "/A<</S/GoTo/D" : "/Dest");
    put_place(p, out, object, page, x, y);
    if (!plan_two(p))
        return;
    buf_str(out, "/SD");
    put_place(p, out, plan_element(p, to), page, x, y);
    buf_str(out, ">>");
}
