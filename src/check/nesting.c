/* nesting.c -- what no report can cause: a tag where ISO 32000-1 (14.8.4) and ISO 14289-1
 * (7.2 to 7.9) do not have it, an id given twice, a head or a page that is not there.
 * In: a marked document; out: nothing, or a bug. */
#include "check/inside.h"

#include "base/map.h"

#include <string.h>

/* The tags a type must stand in; 0: any that holds blocks or text. */
#define IN(type) (1UL << TAG_##type)
static const unsigned long parents[TAG_TYPE_COUNT] = {
    [TAG_LI] = IN(L),
    [TAG_LBL] = IN(LI) | IN(NOTE) | IN(TOCI) | IN(REFERENCE) | IN(LINK) | IN(CAPTION),
    [TAG_LBODY] = IN(LI),
    [TAG_CAPTION] = IN(TABLE) | IN(FIGURE) | IN(L) | IN(TOC),
    [TAG_THEAD] = IN(TABLE),
    [TAG_TBODY] = IN(TABLE),
    [TAG_TR] = IN(TABLE) | IN(THEAD) | IN(TBODY),
    [TAG_TH] = IN(TR),
    [TAG_TD] = IN(TR),
    [TAG_TOCI] = IN(TOC),
};

/* What may stand directly in a type; 0: anything that `parents` lets. */
static const unsigned long kids[TAG_TYPE_COUNT] = {
    [TAG_L] = IN(LI) | IN(CAPTION),
    [TAG_LI] = IN(LBL) | IN(LBODY),
    [TAG_TABLE] = IN(CAPTION) | IN(THEAD) | IN(TBODY) | IN(TR),
    [TAG_THEAD] = IN(TR),
    [TAG_TBODY] = IN(TR),
    [TAG_TR] = IN(TH) | IN(TD),
    [TAG_TOC] = IN(TOCI) | IN(TOC) | IN(CAPTION),
};

static void expect_place(const struct tag *t)
{
    if (t->type == TAG_DOCUMENT ? t->parent != NULL : t->parent == NULL)
        bug("a %s as the root, or a Document that is not", tag_type_name(t->type));
    if (t->parent == NULL)
        return;
    const unsigned long allowed = parents[t->type], takes = kids[t->parent->type];
    if ((allowed != 0 && (allowed >> t->parent->type & 1) == 0) ||
        (takes != 0 && (takes >> t->type & 1) == 0))
        bug("a %s in a %s", tag_type_name(t->type), tag_type_name(t->parent->type));
}

static void expect_attributes(const struct tag *t)
{
    if (t->type == TAG_TH && t->scope == SCOPE_NONE && t->header_count == 0)
        bug("a TH without a scope");
    if (t->actual_text != NULL && t->type != TAG_SPAN)
        bug("a %s with a text of its own", tag_type_name(t->type));
    if (t->type != TAG_TH && t->type != TAG_TD && (t->row_span > 1 || t->col_span > 1))
        bug("a %s that spans cells", tag_type_name(t->type));
}

static void add_id(struct map *ids, struct tag *t)
{
    if (t->id != NULL && map_put(ids, t->id, t) != NULL)
        bug("two tags have the id \"%s\"", t->id);
}

static void expect_tags(struct map *ids, struct tag *t)
{
    expect_place(t);
    expect_attributes(t);
    add_id(ids, t);
    for (size_t i = 0; i < t->kids.len; i++) {
        const struct kid *k = &t->kids.at[i];
        if (k->kind == KID_TAG)
            expect_tags(ids, k->tag);
        else if (kids[t->type] != 0)
            bug("something is drawn directly in a %s", tag_type_name(t->type));
    }
}

static void expect_heads(const struct map *ids, const struct tag *t)
{
    for (size_t i = 0; i < t->header_count; i++) {
        const struct tag *head = map_get(ids, t->headers[i]);
        if (head == NULL || head->type != TAG_TH)
            bug("a cell's head \"%s\" is no TH", t->headers[i]);
    }
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            expect_heads(ids, t->kids.at[i].tag);
}

static void expect_link(const struct document *doc, const struct link *l)
{
    if (l->tag == NULL || l->tag->type != TAG_LINK)
        bug("a link that hangs from no Link");
    if (l->contents == NULL || *l->contents == '\0')
        bug("a link without words for a reader");
    if (l->uri == NULL && (l->page < 0 || (size_t)l->page >= doc->page_count))
        bug("a link to page %d of %zu", l->page + 1, doc->page_count);
}

static bool is_named(const char *s)
{
    return s != NULL && *s != '\0';
}

/* ISO 14289-1, 7.18.4: each hangs alone from a Form; the field's name and what a reader
 * hears of it are there, and only choices share a name. */
static void expect_widget(struct map *names, const struct widget *w)
{
    if (w->tag == NULL || w->tag->type != TAG_FORM || w->tag->kids.len != 1)
        bug("a field that hangs from no Form of its own");
    if (!is_named(w->name) || strchr(w->name, '.') != strrchr(w->name, '.'))
        bug("a field without a name, or of more than two parts");
    if (!is_named(w->label) || (w->choice != NULL && !is_named(w->heard)))
        bug("the field %s has no words for a reader", w->name);
    const struct widget *other = map_put(names, w->name, (void *)w);
    if (other != NULL && (other->choice == NULL || w->choice == NULL))
        bug("two fields are called %s", w->name);
}

static void expect_bookmark(const struct document *doc, const struct bookmark *b)
{
    if (b->page < 0 || (size_t)b->page >= doc->page_count)
        bug("the bookmark \"%s\" of page %d of %zu", b->title, b->page + 1,
            doc->page_count);
}

static void expect_widgets(struct arena *a, const struct document *doc)
{
    struct map *names = map_new(a);
    for (size_t i = 0; i < doc->page_count; i++)
        for (size_t k = 0; k < doc->pages[i].widgets.len; k++)
            expect_widget(names, &doc->pages[i].widgets.at[k]);
}

void check_nesting(struct arena *a, const struct document *doc)
{
    struct map *ids = map_new(a);
    expect_widgets(a, doc);
    expect_tags(ids, doc->root);
    expect_heads(ids, doc->root);
    for (size_t i = 0; i < doc->page_count; i++)
        for (size_t k = 0; k < doc->pages[i].links.len; k++)
            expect_link(doc, &doc->pages[i].links.at[k]);
    for (size_t i = 0; i < doc->bookmark_count; i++)
        expect_bookmark(doc, &doc->bookmarks[i]);
}
