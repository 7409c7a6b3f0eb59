/* mark.c -- the structure that is written: which items of a page make a mark, and which
 * marks, links and tags hang from a tag, in reading order.  In: pages as they were drawn
 * and the tags their items name; out: page->marks and tag->kids.  Knows nothing of PDF.
 */
#include "page/page.h"

#include "base/character.h"
#include "base/utf8.h"

#include <string.h>

static bool is_blank(const struct item *it)
{
    if (it->kind != ITEM_RUN)
        return false;
    for (size_t at = 0, width; at < it->run.text_len; at += width)
        if (!character_blank(
                utf8_decode(it->run.text + at, it->run.text_len - at, &width)))
            return false;
    return true;
}

/* Stand both in one line, both read or both not? */
static bool are_neighbours(const struct item *x, const struct item *y)
{
    return x->kind == ITEM_RUN && y->kind == ITEM_RUN && x->y == y->y &&
           x->run.turned == y->run.turned && (x->tag == NULL) == (y->tag == NULL);
}

/* The glyphs of a run as they stand in one of another face. */
static void copy_glyphs(struct glyph *to, const struct item *from, enum face face)
{
    memcpy(to, from->run.glyphs, from->run.count * sizeof *to);
    if (from->run.face != face)
        for (size_t i = 0; i < from->run.count; i++)
            to[i].id = GLYPH_SPACE;
}

/* `look`, one of the two, becomes the left and the right run in one; the other of them is
 * blank. */
static void join(struct arena *a, struct item *look, const struct item *left,
                 const struct item *right)
{
    const enum face face = look->run.face;
    const size_t count = left->run.count + right->run.count;
    const size_t text_len = left->run.text_len + right->run.text_len;
    struct glyph *glyphs = NEW_ARRAY(a, struct glyph, count);
    copy_glyphs(glyphs, left, face);
    copy_glyphs(glyphs + left->run.count, right, face);
    char *text = arena_alloc(a, text_len + 1);
    memcpy(text, left->run.text, left->run.text_len);
    memcpy(text + left->run.text_len, right->run.text, right->run.text_len);
    look->x = left->x;
    look->run.text = text;
    look->run.text_len = text_len;
    look->run.glyphs = glyphs;
    look->run.count = count;
}

/* Only space: goes into the run before it in its line, else the one behind it, else it is
 * nothing anybody could hear. */
static void join_blank(struct arena *a, struct page *p, size_t kept, size_t blank)
{
    struct item *it = &p->items.at[blank];
    if (it->run.count == 0)
        return;
    if (kept > 0 && are_neighbours(&p->items.at[kept - 1], it))
        join(a, &p->items.at[kept - 1], &p->items.at[kept - 1], it);
    else if (blank + 1 < p->items.len && are_neighbours(it, it + 1))
        join(a, it + 1, it, it + 1);
}

static void join_blanks(struct arena *a, struct page *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->items.len; i++) {
        if (is_blank(&p->items.at[i]))
            join_blank(a, p, kept, i);
        else
            p->items.at[kept++] = p->items.at[i];
    }
    p->items.len = kept;
}

/* A tag that something is drawn of hangs from its parent, and that from its own. */
static void attach(struct arena *a, struct tag *t)
{
    for (; t->parent != NULL; t = t->parent) {
        if (t->attached)
            continue;
        t->attached = true;
        *array_push(a, &t->parent->kids) = (struct kid){.kind = KID_TAG, .tag = t};
    }
}

static void add_kid(struct arena *a, struct tag *t, enum kid_kind kind, size_t page,
                    size_t number)
{
    attach(a, t);
    *array_push(a, &t->kids) =
        (struct kid){.kind = kind, .page = (int)page, .number = (int)number};
}

static void mark_item(struct arena *a, struct document *doc, size_t page, size_t i)
{
    struct page *p = &doc->pages[page];
    struct item *it = &p->items.at[i];
    struct mark *open = p->marks.len > 0 ? &p->marks.at[p->marks.len - 1] : NULL;
    if (open != NULL && open->tag == it->tag && open->artifact == it->artifact) {
        open->count++;
        return;
    }
    *array_push(a, &p->marks) = (struct mark){it->tag, it->artifact, i, 1};
    if (it->tag != NULL)
        add_kid(a, it->tag, KID_MARK, page, p->marks.len - 1);
}

static void mark_page(struct arena *a, struct document *doc, size_t page)
{
    struct page *p = &doc->pages[page];
    for (size_t i = 0; i < p->items.len; i++) {
        struct item *it = &p->items.at[i];
        if (it->artifact != ARTIFACT_NONE)
            it->tag = NULL;
        else if (it->tag == NULL)
            bug("page %zu, item %zu is neither tagged nor an artifact", page + 1, i);
    }
    join_blanks(a, p);
    for (size_t i = 0; i < p->items.len; i++)
        mark_item(a, doc, page, i);
    for (size_t i = 0; i < p->links.len; i++)
        add_kid(a, p->links.at[i].tag, KID_LINK, page, i);
    for (size_t i = 0; i < p->widgets.len; i++)
        add_kid(a, p->widgets.at[i].tag, KID_WIDGET, page, i);
}

static void box_around(struct tag *t, const struct document *doc)
{
    t->box_page = -1;
    for (size_t i = 0; i < t->kids.len; i++) {
        const struct kid *k = &t->kids.at[i];
        if (k->kind != KID_MARK || (t->box_page >= 0 && k->page != t->box_page))
            continue;
        const struct mark *m = &doc->pages[k->page].marks.at[k->number];
        for (size_t n = m->first; n < m->first + m->count; n++) {
            struct bounds b = item_bounds(&doc->pages[k->page].items.at[n]);
            const bool first = t->box_page < 0;
            t->box_page = k->page;
            t->box[0] = first || b.left < t->box[0] ? b.left : t->box[0];
            t->box[1] = first || b.top < t->box[1] ? b.top : t->box[1];
            t->box[2] = first || b.right > t->box[2] ? b.right : t->box[2];
            t->box[3] = first || b.bottom > t->box[3] ? b.bottom : t->box[3];
        }
    }
}

/* The run that kid `k` of a tag begins or ends with; NULL: none. */
static const struct item *mark_run(const struct document *doc, const struct kid *k,
                                   bool ends)
{
    if (k->kind != KID_MARK)
        return NULL;
    const struct page *p = &doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    const struct item *it = &p->items.at[m->first + (ends ? m->count - 1 : 0)];
    return it->kind == ITEM_RUN ? it : NULL;
}

/* A blank that such a run has taken from its neighbour is drawn, but nobody would hear
 * it: the words that are heard get one too. */
static void hear_blanks(struct arena *a, const struct document *doc, struct tag *t)
{
    if (t->kids.len == 0)
        return;
    const struct item *first = mark_run(doc, &t->kids.at[0], false);
    const struct item *last = mark_run(doc, &t->kids.at[t->kids.len - 1], true);
    const char *heard = t->actual_text;
    const size_t len = strlen(heard);
    const bool before = first != NULL && first->run.text[0] == ' ' && heard[0] != ' ';
    const bool behind = last != NULL && last->run.text_len > 0 &&
                        last->run.text[last->run.text_len - 1] == ' ' &&
                        (len == 0 || heard[len - 1] != ' ');
    if (before || behind)
        t->actual_text =
            arena_printf(a, "%s%s%s", before ? " " : "", heard, behind ? " " : "");
}

/* Numbers the tags that hang from `t`, itself first. */
static void finish_tags(struct arena *a, struct document *doc, struct tag *t)
{
    t->number = doc->tag_count++;
    if (t->type == TAG_FIGURE && t->box[2] <= t->box[0])
        box_around(t, doc);
    if (t->actual_text != NULL)
        hear_blanks(a, doc, t);
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            finish_tags(a, doc, t->kids.at[i].tag);
}

void document_mark(struct arena *a, struct document *doc)
{
    if (doc->tag_count > 0)
        bug("a document is marked once");
    for (size_t i = 0; i < doc->page_count; i++)
        mark_page(a, doc, i);
    finish_tags(a, doc, doc->root);
}
