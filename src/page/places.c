/* places.c -- in: a marked document; out: its lines and their words, block by block.
 * Knows nothing of who looks for them. */
#include "page/places.h"

#include <string.h>

struct place_walk {
    struct arena *a;
    const struct document *doc;
    const char *ref; /* of what is heard now */
    ARRAY(struct place_line) lines;
    /* the line that goes on: */
    ARRAY(struct place_word) words;
    struct buf word; /* that has begun and not ended */
    length word_left, along;
    const struct item *last; /* NULL: no line is open */
};

/* ---- a line's words ---- */

static void end_word(struct place_walk *w)
{
    if (w->word.len == 0)
        return;
    const char *text = arena_strndup(w->a, w->word.at, w->word.len);
    *array_push(w->a, &w->words) = (struct place_word){text, w->word_left, w->along};
    w->word.len = 0;
}

static void end_line(struct place_walk *w)
{
    if (w->last == NULL)
        return;
    end_word(w);
    struct place_line *line = &w->lines.at[w->lines.len - 1];
    line->words = w->words.at;
    line->count = w->words.len;
    if (line->count == 0)
        w->lines.len--;
    memset(&w->words, 0, sizeof w->words);
    w->last = NULL;
}

/* A blank or a blank that breaks no line: the bytes of it; 0: none. */
static size_t blank_at(const char *text, size_t len)
{
    if (len > 0 && (text[0] == ' ' || text[0] == '\n' || text[0] == '\t'))
        return 1;
    return len > 1 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* Words end at blanks.  A turned run goes down the page: its words have its width. */
static void add_glyphs(struct place_walk *w, const struct item *it)
{
    const char *text = it->run.text;
    for (size_t i = 0; i < it->run.count; i++) {
        const struct glyph *g = &it->run.glyphs[i];
        if (g->bytes > 0 && blank_at(text, g->bytes) == g->bytes) {
            end_word(w);
        } else if (g->bytes > 0) {
            if (w->word.len == 0)
                w->word_left = w->along;
            buf_add(&w->word, text, g->bytes);
        }
        w->along += it->run.turned ? 0 : g->advance;
        text += g->bytes;
    }
}

static void widen(struct bounds *b, struct bounds more)
{
    b->left = more.left < b->left ? more.left : b->left;
    b->top = more.top < b->top ? more.top : b->top;
    b->right = more.right > b->right ? more.right : b->right;
    b->bottom = more.bottom > b->bottom ? more.bottom : b->bottom;
}

/* Does the run stand in the line that is open, behind what it holds? */
static bool goes_on(const struct place_walk *w, const struct item *it, int page)
{
    if (w->last == NULL)
        return false;
    const struct place_line *line = &w->lines.at[w->lines.len - 1];
    return w->last->y == it->y && !it->run.turned && line->page == page &&
           line->ref == w->ref && it->x >= line->box.left;
}

/* Runs apart from each other are words apart; a note's mark stands close. */
static void add_run(struct place_walk *w, const struct item *it, int page)
{
    const struct bounds box = item_bounds(it);
    if (goes_on(w, it, page)) {
        if (it->x > w->along + it->run.size / 8)
            end_word(w);
        widen(&w->lines.at[w->lines.len - 1].box, box);
    } else {
        end_line(w);
        *array_push(w->a, &w->lines) =
            (struct place_line){.ref = w->ref, .page = page, .box = box};
    }
    w->last = it;
    w->along = it->x;
    add_glyphs(w, it);
    if (it->run.turned) {
        w->word_left = box.left;
        w->along = box.right;
        end_line(w);
    }
}

/* ---- drawings ---- */

static void add_drawing(struct place_walk *w, const struct item *it, int page)
{
    end_line(w);
    struct place_line *line = w->lines.len > 0 ? &w->lines.at[w->lines.len - 1] : NULL;
    if (line != NULL && line->count == 0 && line->page == page && line->ref == w->ref)
        widen(&line->box, item_bounds(it));
    else
        *array_push(w->a, &w->lines) =
            (struct place_line){.ref = w->ref, .page = page, .box = item_bounds(it)};
}

/* ---- the structure ---- */

static void walk_mark(struct place_walk *w, const struct kid *k)
{
    const struct page *p = &w->doc->pages[k->page];
    const struct mark *m = &p->marks.at[k->number];
    for (size_t i = m->first; i < m->first + m->count; i++)
        if (p->items.at[i].kind == ITEM_RUN)
            add_run(w, &p->items.at[i], k->page);
        else
            add_drawing(w, &p->items.at[i], k->page);
}

/* What is said behind a reference is quoted by it, until the next.  A section begins
 * with its own, if it has one; behind a section or a note what was before goes on. */
static void walk_tag(struct place_walk *w, const struct tag *t)
{
    const char *outer = w->ref;
    if (t->ref != NULL || t->type == TAG_SECT)
        w->ref = t->ref;
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            walk_tag(w, t->kids.at[i].tag);
        else if (t->kids.at[i].kind == KID_MARK)
            walk_mark(w, &t->kids.at[i]);
    if (t->type == TAG_SECT || t->type == TAG_NOTE)
        w->ref = outer;
}

/* What is no part of the text, as the repeated head of a table, belongs to no block. */
static void walk_page(struct place_walk *w, int page)
{
    const struct page *p = &w->doc->pages[page];
    w->ref = NULL;
    for (size_t i = 0; i < p->items.len; i++)
        if (p->items.at[i].tag == NULL && p->items.at[i].kind == ITEM_RUN)
            add_run(w, &p->items.at[i], page);
    end_line(w);
}

struct place_lines document_lines(struct arena *a, const struct document *doc)
{
    struct place_walk w = {.a = a, .doc = doc, .word = buf_new(a)};
    walk_tag(&w, doc->root);
    end_line(&w);
    for (size_t i = 0; i < doc->page_count; i++)
        walk_page(&w, (int)i);
    return (struct place_lines){w.lines.at, w.lines.len};
}
