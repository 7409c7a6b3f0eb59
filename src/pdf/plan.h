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
    int catalog, structure, outline, metadata, info, profile, form; /* form, outline: 0
                                                                       for none */
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

/* "[12 0 R/XYZ 70.9 700 null]": a place on a page. */
void put_place(const struct plan *p, struct buf *out, int page, length x, length y);

#endif
