/* structure.c -- tags to structure elements.  In: a marked document and the plan of its
 * objects; out: the elements, the parent tree and the ids.  Knows nothing of what is
 * drawn in a mark. */
#include "pdf/structure.h"

#include "pdf/put.h"

#include <stdlib.h>
#include <string.h>

/* The page of an element's first mark: marks on it are written as bare numbers. */
static int home_page(const struct tag *t)
{
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_MARK)
            return t->kids.at[i].page;
    return -1;
}

static void put_mark(const struct plan *p, struct buf *out, const struct kid *k, int home)
{
    const int mcid = p->mcids[k->page][k->number];
    if (k->page == home) {
        buf_char(out, ' ');
        put_int(out, mcid);
        return;
    }
    buf_str(out, "<</Type/MCR/Pg ");
    put_reference(out, plan_page(p, (size_t)k->page));
    buf_str(out, "/MCID ");
    put_int(out, mcid);
    buf_str(out, ">>");
}

static void put_object(const struct plan *p, struct buf *out, const struct kid *k,
                       int object)
{
    buf_str(out, "<</Type/OBJR/Pg ");
    put_reference(out, plan_page(p, (size_t)k->page));
    buf_str(out, "/Obj ");
    put_reference(out, object);
    buf_str(out, ">>");
}

static void put_kid(const struct plan *p, struct buf *out, const struct kid *k, int home)
{
    const size_t page = (size_t)k->page, number = (size_t)k->number;
    switch (k->kind) {
    case KID_TAG:
        buf_char(out, ' ');
        put_reference(out, plan_element(p, k->tag));
        return;
    case KID_MARK: put_mark(p, out, k, home); return;
    case KID_LINK: put_object(p, out, k, plan_link(p, page, number)); return;
    case KID_WIDGET: put_object(p, out, k, plan_widget(p, page, number)); return;
    }
}

static void put_kids(const struct plan *p, struct buf *out, const struct tag *t)
{
    const int home = home_page(t);
    if (home >= 0) {
        buf_str(out, "/Pg ");
        put_reference(out, plan_page(p, (size_t)home));
    }
    if (t->kids.len == 0)
        return;
    buf_str(out, "/K[");
    for (size_t i = 0; i < t->kids.len; i++)
        put_kid(p, out, &t->kids.at[i], home);
    buf_char(out, ']');
}

static void put_span(struct buf *out, const char *key, int span)
{
    if (span <= 1)
        return;
    buf_str(out, key);
    put_int(out, span);
}

static void put_cell(struct buf *out, const struct tag *t)
{
    buf_str(out, "/A<</O/Table");
    if (t->scope != SCOPE_NONE)
        buf_str(out, t->scope == SCOPE_COLUMN ? "/Scope/Column" : "/Scope/Row");
    put_span(out, "/RowSpan ", t->row_span);
    put_span(out, "/ColSpan ", t->col_span);
    if (t->header_count > 0) {
        buf_str(out, "/Headers[");
        for (size_t i = 0; i < t->header_count; i++)
            put_bytes(out, t->headers[i]);
        buf_char(out, ']');
    }
    buf_str(out, ">>");
}

static void put_list(struct buf *out, const struct tag *t)
{
    static const char *const names[] = {[NUMBERING_NONE] = "None",
                                        [NUMBERING_DISC] = "Disc",
                                        [NUMBERING_DECIMAL] = "Decimal",
                                        [NUMBERING_ROMAN] = "LowerRoman"};
    buf_str(out, "/A<</O/List/ListNumbering/");
    buf_str(out, names[t->numbering]);
    buf_str(out, ">>");
}

static void put_figure(const struct plan *p, struct buf *out, const struct tag *t)
{
    if (t->box_page < 0 || t->box[2] <= t->box[0])
        return;
    buf_str(out, "/A<</O/Layout/Placement/Block/BBox");
    put_box(out, p->doc->pages[t->box_page].height, t->box[0], t->box[1], t->box[2],
            t->box[3]);
    buf_str(out, ">>");
}

/* What kind of FENote it is (ISO 32000-2, 14.8.5.5): ours stand at the foot of a page. */
static void put_note(const struct plan *p, struct buf *out)
{
    if (plan_two(p))
        buf_str(out, "/A<</O/FENote/NoteType/Footnote>>");
}

static void put_attributes(const struct plan *p, struct buf *out, const struct tag *t)
{
    if (t->type == TAG_FIGURE)
        put_figure(p, out, t);
    else if (t->type == TAG_L)
        put_list(out, t);
    else if (t->type == TAG_NOTE)
        put_note(p, out);
    else if (t->scope != SCOPE_NONE || t->row_span > 1 || t->col_span > 1 ||
             t->header_count > 0)
        put_cell(out, t);
}

/* Some types are of PDF 1.7 alone, all others are in both and need not say so there. */
static void put_element_type(const struct plan *p, struct buf *out, enum tag_type t)
{
    buf_str(out, "<</Type/StructElem/S/");
    buf_str(out, plan_two(p) && t == TAG_NOTE ? "FENote" : tag_type_name(t));
    const bool of_1_7 = t == TAG_TOC || t == TAG_TOCI || t == TAG_BLOCKQUOTE;
    if (!plan_two(p) || of_1_7)
        return;
    buf_str(out, "/NS ");
    put_reference(out, p->space);
}

static void put_refers(const struct plan *p, struct buf *out, const struct tag *t)
{
    if (!plan_two(p) || t->refers.len == 0)
        return;
    buf_str(out, "/Ref[");
    for (size_t i = 0; i < t->refers.len; i++) {
        put_reference(out, plan_element(p, t->refers.at[i]));
        buf_char(out, ' ');
    }
    buf_char(out, ']');
}

static void put_text_entry(struct buf *out, const char *key, const char *text)
{
    if (text == NULL)
        return;
    buf_str(out, key);
    put_text(out, text);
}

/* A note must have an id (ISO 14289-1, 7.9), even if nothing names it. */
static const char *id_of(struct arena *a, const struct tag *t)
{
    if (t->id != NULL || t->type != TAG_NOTE)
        return t->id;
    return arena_printf(a, "note.%d", t->number);
}

struct id {
    const char *id;
    int element;
};

struct ids {
    struct id *at;
    size_t count;
};

static void put_id(const struct plan *p, struct buf *out, const struct tag *t,
                   struct ids *ids)
{
    const char *id = id_of(p->a, t);
    if (id == NULL)
        return;
    buf_str(out, "/ID");
    put_bytes(out, id);
    ids->at[ids->count++] = (struct id){id, plan_element(p, t)};
}

static void element_write(const struct plan *p, const struct tag *t, struct ids *ids)
{
    struct buf *out = object_begin(p->objects, plan_element(p, t));
    put_element_type(p, out, t->type);
    buf_str(out, "/P ");
    put_reference(out, t->parent != NULL ? plan_element(p, t->parent) : p->structure);
    put_kids(p, out, t);
    put_attributes(p, out, t);
    put_refers(p, out, t);
    put_text_entry(out, "/Alt", t->alt);
    put_text_entry(out, "/ActualText", t->actual_text);
    put_text_entry(out, "/T", t->title);
    if (t->has_lang)
        put_text_entry(out, "/Lang", lang_tag(t->lang));
    put_id(p, out, t, ids);
    buf_str(out, ">>");
}

static void elements_write(const struct plan *p, const struct tag *t, struct ids *ids)
{
    element_write(p, t, ids);
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            elements_write(p, t->kids.at[i].tag, ids);
}

static void put_page_parents(const struct plan *p, struct buf *out, size_t page)
{
    const struct page *of = &p->doc->pages[page];
    put_int(out, (long)page);
    buf_char(out, '[');
    for (size_t i = 0; i < of->marks.len; i++)
        if (of->marks.at[i].tag != NULL) {
            put_reference(out, plan_element(p, of->marks.at[i].tag));
            buf_char(out, ' ');
        }
    buf_str(out, "]\n");
}

static void put_link_parents(const struct plan *p, struct buf *out, size_t page)
{
    const struct page *of = &p->doc->pages[page];
    for (size_t i = 0; i < of->links.len; i++) {
        put_int(out, plan_link_key(p, page, i));
        buf_char(out, ' ');
        put_reference(out, plan_element(p, of->links.at[i].tag));
        buf_char(out, '\n');
    }
}

static void put_widget_parents(const struct plan *p, struct buf *out, size_t page)
{
    const struct page *of = &p->doc->pages[page];
    for (size_t i = 0; i < of->widgets.len; i++) {
        put_int(out, plan_widget_key(p, page, i));
        buf_char(out, ' ');
        put_reference(out, plan_element(p, of->widgets.at[i].tag));
        buf_char(out, '\n');
    }
}

/* From the marks of each page, from each link and widget, to their elements. */
static void parents_write(const struct plan *p, int number)
{
    struct buf *out = object_begin(p->objects, number);
    buf_str(out, "<</Nums[");
    for (size_t i = 0; i < p->doc->page_count; i++)
        put_page_parents(p, out, i);
    for (size_t i = 0; i < p->doc->page_count; i++)
        put_link_parents(p, out, i);
    for (size_t i = 0; i < p->doc->page_count; i++)
        put_widget_parents(p, out, i);
    buf_str(out, "]>>");
}

static int compare_ids(const void *x, const void *y)
{
    return strcmp(((const struct id *)x)->id, ((const struct id *)y)->id);
}

static void ids_write(const struct plan *p, int number, const struct ids *ids)
{
    qsort(ids->at, ids->count, sizeof *ids->at, compare_ids);
    struct buf *out = object_begin(p->objects, number);
    buf_str(out, "<</Kids[<</Limits[");
    put_bytes(out, ids->at[0].id);
    put_bytes(out, ids->at[ids->count - 1].id);
    buf_str(out, "]/Names[");
    for (size_t i = 0; i < ids->count; i++) {
        put_bytes(out, ids->at[i].id);
        put_reference(out, ids->at[i].element);
        buf_char(out, '\n');
    }
    buf_str(out, "]>>]>>");
}

static void root_write(const struct plan *p, int parents, int ids)
{
    struct buf *out = object_begin(p->objects, p->structure);
    buf_str(out, "<</Type/StructTreeRoot/K ");
    put_reference(out, plan_element(p, p->doc->root));
    buf_str(out, "/ParentTree ");
    put_reference(out, parents);
    buf_str(out, "/ParentTreeNextKey ");
    put_int(out, (long)p->doc->page_count + p->link_count + p->widget_count);
    if (ids != 0) {
        buf_str(out, "/IDTree ");
        put_reference(out, ids);
    }
    if (plan_two(p)) {
        buf_str(out, "/Namespaces[");
        put_reference(out, p->space);
        buf_str(out, "]>>");
    } else {
        buf_str(out, "/RoleMap<</Aside/Sect/Em/Span/Strong/Span>>>>");
    }
}

/* The types of PDF 2.0 (ISO 32000-2, 14.8.6). */
static void space_write(const struct plan *p)
{
    if (!plan_two(p))
        return;
    struct buf *out = object_begin(p->objects, p->space);
    buf_str(out, "<</Type/Namespace/NS");
    put_text(out, "http://iso.org/pdf2/ssn");
    buf_str(out, ">>");
}

void structure_write(const struct plan *p)
{
    struct ids ids = {NEW_ARRAY(p->a, struct id, p->doc->tag_count), 0};
    elements_write(p, p->doc->root, &ids);
    const int parents = object_numbers(p->objects, 1);
    parents_write(p, parents);
    int id_tree = 0;
    if (ids.count > 0) {
        id_tree = object_numbers(p->objects, 1);
        ids_write(p, id_tree, &ids);
    }
    root_write(p, parents, id_tree);
    space_write(p);
}
