/* check.c -- all checks of a document, in their order.  In: marked pages; out:
 * diagnostics at the user's lines, or a bug.  Knows nothing of PDF beyond what its
 * standards ask. */
#include "check/check.h"

#include "check/inside.h"

static void add_words(const struct document *doc, const struct tag *t, struct buf *words)
{
    enum { ENOUGH = 60 };
    for (size_t i = 0; i < t->kids.len && words->len < ENOUGH; i++) {
        const struct kid *k = &t->kids.at[i];
        if (k->kind == KID_TAG)
            add_words(doc, k->tag, words);
        if (k->kind != KID_MARK)
            continue;
        const struct page *p = &doc->pages[k->page];
        const struct mark *m = &p->marks.at[k->number];
        for (size_t n = m->first; n < m->first + m->count; n++)
            if (p->items.at[n].kind == ITEM_RUN)
                buf_add(words, p->items.at[n].run.text, p->items.at[n].run.text_len);
    }
}

const char *tag_words(struct arena *a, const struct document *doc, const struct tag *t)
{
    struct buf words = buf_new(a);
    add_words(doc, t, &words);
    while (words.len > 0 && words.at[words.len - 1] == ' ')
        words.at[--words.len] = '\0';
    return words.at;
}

static void check_tables(struct arena *a, struct diags *d, const struct document *doc,
                         const struct tag *t)
{
    if (t->type == TAG_TABLE)
        check_table(a, d, doc, t);
    for (size_t i = 0; i < t->kids.len; i++)
        if (t->kids.at[i].kind == KID_TAG)
            check_tables(a, d, doc, t->kids.at[i].tag);
}

void check_document(struct diags *d, const struct document *doc,
                    const struct style *style)
{
    struct arena *a = arena_new();
    check_nesting(a, doc);
    check_reading(a, d, doc);
    check_tables(a, d, doc, doc->root);
    check_sight(a, d, doc, style);
    arena_free(a);
}
