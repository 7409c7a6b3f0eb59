/* invariants.c -- what must be true of every layout, tried on generated reports of random
 * length.  Each word of them is "#SEQUENCE KIND BLOCK": body words must come out once and
 * in this order, whatever the pages. */
#include "tree.h"

#include <stdio.h>

#define REPORTS 200
#define CHANGED 5 /* of so many, one is changed and laid again */

struct making {
    struct arena *a;
    uint32_t seed;
    int next;  /* of the body's words */
    int block; /* of the element being made */
    int turn;  /* the first word of the last section that begins a page */
    int note, table;
};

static unsigned chance(struct making *m, unsigned below)
{
    m->seed = m->seed * 1664525u + 1013904223u;
    return (m->seed >> 8) % below;
}

/* ---- making a report ---- */

/* Words of the body; `kind` tells p, h(eading), c(ell), t(able head), k (caption). */
static void words(struct making *m, struct element *e, char kind, unsigned count)
{
    struct buf text = buf_new(m->a);
    m->block++;
    for (unsigned i = 0; i < count; i++)
        buf_printf(&text, "%s#%d%c%d%.*s", i == 0 ? "" : " ", m->next++, kind, m->block,
                   (int)chance(m, 9), "aaaaaaaaa");
    tree_text(m->a, e, text.at);
}

static struct element *paragraph(struct making *m, struct element *parent, unsigned most)
{
    struct element *p = tree_add(parent, tree_element(m->a, EL_P));
    words(m, p, 'p', 1 + chance(m, most));
    return p;
}

/* A note has its mark's page to stand on; its words are "~NOTE". */
static void note(struct making *m, struct element *p)
{
    struct element *n = tree_add(p, tree_element(m->a, EL_NOTE));
    struct element *text = tree_add(n, tree_element(m->a, EL_P));
    n->label = arena_printf(m->a, "^%d", ++m->note);
    struct buf words = buf_new(m->a);
    for (unsigned i = 0, count = 1 + chance(m, 60); i < count; i++)
        buf_printf(&words, "~%d ", m->note);
    tree_text(m->a, text, words.at);
}

static void heading(struct making *m, struct element *parent, int level)
{
    struct element *h = tree_add(parent, tree_element(m->a, EL_HEADING));
    h->set[AT_LEVEL] = level;
    words(m, h, 'h', 1 + chance(m, 12));
}

static void list(struct making *m, struct element *parent)
{
    struct element *l = tree_add(parent, tree_element(m->a, EL_LIST));
    element_choose(l, AT_KIND, chance(m, 2) ? LIST_PAREN : LIST_BULLET);
    for (unsigned i = 0, count = 1 + chance(m, 6); i < count; i++) {
        struct element *item = tree_add(l, tree_element(m->a, EL_ITEM));
        if (list_kind(l) == LIST_PAREN)
            item->label = arena_printf(m->a, "(%u)", i + 1);
        paragraph(m, item, 40);
        if (chance(m, 8) == 0)
            paragraph(m, item, 30);
    }
}

static void cells(struct making *m, struct element *row, enum element_kind kind,
                  char letter, unsigned most)
{
    tree_add(row->parent, row);
    for (int i = 0; i < 3; i++) {
        struct element *cell = tree_add(row, tree_element(m->a, kind));
        words(m, tree_add(cell, tree_element(m->a, EL_P)), letter, 1 + chance(m, most));
    }
}

/* Head words name their table, so that one sees which head stands over a row. */
static void table(struct making *m, struct element *parent)
{
    struct element *t = tree_add(parent, tree_element(m->a, EL_TABLE));
    m->table++;
    if (chance(m, 2))
        words(m, tree_add(t, tree_element(m->a, EL_CAPTION)), 'k', 1 + chance(m, 20));
    struct element *head = tree_add(t, tree_element(m->a, EL_THEAD));
    struct element *row = tree_element(m->a, EL_TR);
    row->parent = head;
    cells(m, row, EL_TH, 't', 3);
    struct element *body = tree_add(t, tree_element(m->a, EL_TBODY));
    for (unsigned i = 0, count = 1 + chance(m, 40); i < count; i++) {
        row = tree_element(m->a, EL_TR);
        row->parent = body;
        cells(m, row, EL_TD, 'c', 12);
    }
}

static void box(struct making *m, struct element *parent, enum element_kind kind)
{
    static const char *const looks[] = {"case", "box", "quotation", "expect"};
    struct element *b = tree_add(parent, tree_element(m->a, kind));
    if (kind == EL_BOX) {
        b->at[AT_LOOK] = looks[chance(m, 4)];
        words(m, tree_add(b, tree_element(m->a, EL_TITLE)), 'h', 1 + chance(m, 4));
    }
    for (unsigned i = 0, count = 1 + chance(m, 4); i < count; i++)
        paragraph(m, b, 120);
}

static struct element *part(struct making *m, struct element *e, enum element_kind kind)
{
    return tree_add(e, tree_element(m->a, kind));
}

/* What stands at their left is drawn first, so it has no number in the order. */
static void score(struct making *m, struct element *parent, enum element_kind kind)
{
    struct element *e = part(m, parent, kind);
    if (kind == EL_SCOREBOX)
        tree_text(m->a, part(m, e, EL_LABEL), "Score");
    tree_text(m->a, part(m, e, EL_VALUE), "71%");
    heading(m, e, 2);
    for (unsigned i = 0, count = chance(m, 3); i < count; i++)
        paragraph(m, e, 60);
    if (kind == EL_SCOREBOX)
        words(m, part(m, e, EL_COMMENT), 'p', 1 + chance(m, 9));
    else
        words(m, part(m, part(m, e, EL_MEANING), EL_P), 'p', 1 + chance(m, 20));
}

static void block(struct making *m, struct element *parent)
{
    switch (chance(m, 14)) {
    case 0: heading(m, parent, 2); break;
    case 1: heading(m, parent, 3); break;
    case 2:
    case 3: list(m, parent); break;
    case 4: table(m, parent); break;
    case 5: box(m, parent, EL_BOX); break;
    case 6: box(m, parent, EL_QUOTATION); break;
    case 7: box(m, parent, EL_KEEP); break;
    case 8: note(m, paragraph(m, parent, 90)); break;
    case 9: score(m, parent, EL_SCOREBOX); break;
    case 10: score(m, parent, EL_PANEL); break;
    default: paragraph(m, parent, 200); break;
    }
}

static struct report *report_make(struct making *m)
{
    struct element *root = tree_element(m->a, EL_REPORT);
    for (unsigned i = 0, count = 1 + chance(m, 4); i < count; i++) {
        struct element *s = tree_add(root, tree_element(m->a, EL_SECTION));
        enum section_break turn = chance(m, 3) == 0   ? BREAK_ODD
                                  : chance(m, 2)      ? BREAK_PAGE
                                  : chance(m, 2) == 0 ? BREAK_SOFT
                                                      : BREAK_NONE;
        element_choose(s, AT_BREAK, (int)turn);
        m->turn = turn > BREAK_SOFT ? m->next : m->turn;
        heading(m, s, 1);
        for (unsigned k = 0, blocks = chance(m, 20); k < blocks; k++)
            block(m, s);
        paragraph(m, s, 30); /* so that no heading is the report's last word */
    }
    return tree_report(m->a, root);
}

/* ---- looking at the pages ---- */

struct word {
    int number, block, page;
    char kind;
    length y;
};
struct seen {
    ARRAY(struct word) body;
    int *marks, *notes; /* pages of notes' marks, first pages of their texts */
};

static void word_see(struct fixture *f, struct seen *s, const char *at, int page,
                     const struct item *it)
{
    struct word w = {.page = page, .y = it->y};
    int n;
    if (sscanf(at, "#%d%c%d", &w.number, &w.kind, &w.block) == 3)
        *array_push(f->a, &s->body) = w;
    else if (sscanf(at, "^%d", &n) == 1 && it->tag->parent->type == TAG_REFERENCE)
        s->marks[n] = page + 1;
    else if (sscanf(at, "~%d", &n) == 1 && s->notes[n] == 0)
        s->notes[n] = page + 1;
}

static void words_see(struct fixture *f, struct seen *s, const struct document *doc)
{
    for (size_t p = 0; p < doc->page_count; p++)
        for (size_t i = 0; i < doc->pages[p].items.len; i++) {
            const struct item *it = &doc->pages[p].items.at[i];
            if (it->kind != ITEM_RUN || it->tag == NULL)
                continue;
            const char *text = arena_strndup(f->a, it->run.text, it->run.text_len);
            for (const char *at = text; *at != '\0'; at += strcspn(at, " ")) {
                at += strspn(at, " ");
                word_see(f, s, at, (int)p, it);
            }
        }
}

/* Every word once and in order; so no block is lost, doubled or moved. */
static void expect_order(const struct seen *s, const struct making *m)
{
    if (s->body.len != (size_t)m->next)
        fail_msg("%zu words of %d", s->body.len, m->next);
    for (size_t i = 0; i < s->body.len; i++)
        if (s->body.at[i].number != (int)i)
            fail_msg("word %d where %zu should be", s->body.at[i].number, i);
}

/* What follows a heading, a caption or a table's head begins on its page. */
static void expect_held(const struct seen *s)
{
    for (size_t i = 0; i + 1 < s->body.len; i++) {
        const struct word *w = &s->body.at[i], *next = w + 1;
        bool holds = w->kind == 'h' || w->kind == 'k' || w->kind == 't';
        if (holds && next->page != w->page)
            fail_msg("block %d (%c) is last on page %d", w->block, w->kind, w->page + 1);
    }
}

/* A paragraph never leaves a single line on one side of a page's end. */
static void expect_no_widows(const struct seen *s)
{
    for (size_t i = 0, end; i < s->body.len; i = end) {
        int lines = 1, before = 0; /* of this page, of the page before */
        for (end = i + 1;
             end < s->body.len && s->body.at[end].block == s->body.at[i].block; end++) {
            const struct word *w = &s->body.at[end], *last = w - 1;
            if (w->page != last->page) {
                if (lines == 1 && s->body.at[i].kind == 'p')
                    fail_msg("block %d leaves a line on page %d", w->block,
                             last->page + 1);
                before = lines;
                lines = 1;
            } else if (w->y != last->y) {
                lines++;
            }
        }
        if (before > 0 && lines == 1 && s->body.at[i].kind == 'p')
            fail_msg("block %d begins page %d with its last line", s->body.at[i].block,
                     s->body.at[end - 1].page + 1);
    }
}

static void expect_notes(const struct seen *s, const struct making *m)
{
    for (int i = 1; i <= m->note; i++)
        if (s->notes[i] == 0 || s->notes[i] != s->marks[i])
            fail_msg("note %d on page %d, its mark on page %d", i, s->notes[i],
                     s->marks[i]);
}

/* A page that begins inside a table begins with its head, as an artifact. */
static void expect_heads(const struct document *doc, const struct seen *s)
{
    for (size_t i = 1; i < s->body.len; i++) {
        const struct word *w = &s->body.at[i];
        if (w->kind != 'c' || w[-1].kind != 'c' || w->page == w[-1].page)
            continue;
        bool found = false;
        const struct page *p = &doc->pages[w->page];
        for (size_t k = 0; k < p->items.len && !found; k++) {
            const struct item *it = &p->items.at[k];
            found = it->kind == ITEM_RUN && it->artifact == ARTIFACT_HEADER &&
                    it->tag == NULL && it->y < w->y;
        }
        if (!found)
            fail_msg("page %d goes on with a table, without its head", w->page + 1);
    }
}

static bool overlap(struct bounds x, struct bounds y)
{
    const length slack = PT(0.5);
    return x.left + slack < y.right && y.left + slack < x.right &&
           x.top + slack < y.bottom && y.top + slack < x.bottom;
}

static void expect_inside(const struct fixture *f, const struct document *doc)
{
    length left = f->style->page.margin;
    const length slack = PT(8); /* a space at a line's end stands in the margin */
    for (size_t p = 0; p < doc->page_count; p++) {
        const struct page *page = &doc->pages[p];
        for (size_t i = 0; i < page->items.len; i++) {
            const struct item *it = &page->items.at[i];
            struct bounds b = item_bounds(it);
            if (it->kind != ITEM_RUN || it->tag == NULL)
                continue;
            if (b.left < left - slack || b.right > page->width - left + slack ||
                b.top < f->style->page.text_top - slack ||
                b.bottom > f->style->page.text_bottom + slack)
                fail_msg("\"%.*s\" stands outside the text of page %zu",
                         (int)it->run.text_len, it->run.text, p + 1);
        }
    }
}

static void expect_apart(const struct document *doc)
{
    for (size_t p = 0; p < doc->page_count; p++) {
        const struct page *page = &doc->pages[p];
        for (size_t i = 0; i < page->items.len; i++)
            for (size_t k = i + 1; k < page->items.len; k++) {
                const struct item *x = &page->items.at[i], *y = &page->items.at[k];
                if (x->kind == ITEM_RUN && y->kind == ITEM_RUN &&
                    overlap(item_bounds(x), item_bounds(y)))
                    fail_msg("page %zu: \"%.*s\" over \"%.*s\"", p + 1,
                             (int)x->run.text_len, x->run.text, (int)y->run.text_len,
                             y->run.text);
            }
    }
}

static struct seen doc_see(struct fixture *f, const struct making *m,
                           const struct document *doc)
{
    struct seen seen = {.marks = NEW_ARRAY(f->a, int, m->note + 1),
                        .notes = NEW_ARRAY(f->a, int, m->note + 1)};
    words_see(f, &seen, doc);
    return seen;
}

/* More words at the report's end move nothing before the last section that must begin a
 * page. */
static void expect_still(struct fixture *f, uint32_t seed, const struct seen *before)
{
    struct making m = {.a = f->a, .seed = seed};
    const struct report *r = report_make(&m);
    struct element *last = r->root->first;
    while (last->next != NULL)
        last = last->next;
    paragraph(&m, last, 300);
    const struct document *doc = layout(f->a, f->d, f->text, f->style, r);
    const struct seen after = doc_see(f, &m, doc);
    for (int i = 0; i < m.turn; i++) {
        const struct word *w = &after.body.at[i], *was = &before->body.at[i];
        if (w->page != was->page || w->y != was->y)
            fail_msg("word %d moved from page %d to %d", i, was->page + 1, w->page + 1);
    }
}

static void try_report(struct fixture *f, uint32_t seed)
{
    struct making m = {.a = f->a, .seed = seed};
    struct report *r = report_make(&m);
    struct document *doc = layout(f->a, f->d, f->text, f->style, r);
    assert_non_null(doc);
    print_message("report %u: %zu pages\n", (unsigned)seed, doc->page_count);
    const struct seen seen = doc_see(f, &m, doc);
    expect_order(&seen, &m);
    expect_held(&seen);
    expect_no_widows(&seen);
    expect_notes(&seen, &m);
    expect_heads(doc, &seen);
    expect_inside(f, doc);
    expect_apart(doc);
    if (seed % CHANGED == 0)
        expect_still(f, seed, &seen);
}

static void holds_for_any_report(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    for (uint32_t seed = 1; seed <= REPORTS; seed++)
        try_report(&f, seed);
    struct buf said = buf_new(f.a);
    diags_print(f.d, DIAG_SHORT, &said);
    if (diags_errors(f.d) > 0)
        fail_msg("%s", said.at);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(holds_for_any_report)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
