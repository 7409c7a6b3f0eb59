/* plan.h -- which number every object of a document will have, so that its parts can name
 * one another before they are written; and what else the parts share. */
#ifndef PDF_PLAN_H
#define PDF_PLAN_H

#include "page/page.h"
#include "pdf/objects.h"

struct plan {
    struct arena *a;
    const struct document *doc;
    struct objects *objects;
    int pages;    /* the first page's number: page i has pages + i */
    int elements; /* a tag's: elements + tag->number */
    int links;    /* a link's: links + first_link[page] + its index in the page */
    int link_count;
    int widgets; /* a widget's: widgets + first_widget[page] + its index in the page */
    int widget_count;
    const int *first_link, *first_widget; /* by page */
    const int *const *mcids;              /* by page and mark; -1: an artifact */
    int attachment;                       /* its file specification; 0 for none */
    int space;                            /* the namespace of PDF 2.0; 0 for none */
    int catalog, structure, outline, metadata, info, profile, form; /* form, outline,
                                                                       info: 0 for none */
};

struct plan plan_new(struct arena *a, const struct document *doc, struct objects *o);

int plan_page(const struct plan *p, size_t page);
int plan_element(const struct plan *p, const struct tag *t);
int plan_link(const struct plan *p, size_t page, size_t link);
/* Its key in the parent tree: pages come first. */
int plan_link_key(const struct plan *p, size_t page, size_t link);
/* The same of a field's widget; their keys come behind those of the links. */
int plan_widget(const struct plan *p, size_t page, size_t widget);
int plan_widget_key(const struct plan *p, size_t page, size_t widget);

/* PDF/UA-2, PDF/A-4: what differs in the file. */
static inline bool plan_two(const struct plan *p)
{
    return p->doc->standard == PDF_UA2;
}

/* Where a link or bookmark goes, as a place on a page: "/Dest[12 0 R/XYZ 70.9 700 null]".
 * In PDF/UA-2 (ISO 14289-2, 8.8) an action that names the element `to` as well. */
void put_destination(const struct plan *p, struct buf *out, int page, length x, length y,
                     const struct tag *to);

#endif
