/* compare.c -- the comparison as a whole: blocks, which of them is which, the marks. */
#include "compare/work.h"

const char *change_kind_name(enum change_kind k)
{
    static const char *const names[CHANGE_KINDS] = {[CHANGE_REWORDED] = "reworded",
                                                    [CHANGE_FIGURE] = "figure",
                                                    [CHANGE_INSERTED] = "inserted",
                                                    [CHANGE_DELETED] = "deleted",
                                                    [CHANGE_MOVED] = "moved"};
    return names[k];
}

static void list_texts(struct arena *a, const struct compared *b,
                       struct change_texts *out)
{
    if (b->number > 0)
        *array_push(a, &out->all) = tokens_text(a, &b->tokens, 0, b->tokens.all.len);
    for (const struct compared *c = b->first; c != NULL; c = c->next)
        list_texts(a, c, out);
}

struct changed_report *compare_reports(struct arena *a, const struct report *old,
                                       const struct report *now,
                                       const struct compare_words *words)
{
    struct changed_report *out = NEW(a, struct changed_report);
    struct comparer c = {.a = a, .words = words, .out = out};
    struct compared *was = blocks_of(a, old), *is = blocks_of(a, now);
    struct report *marked = NEW(a, struct report);
    blocks_match(a, was, is);
    *marked = *now;
    marked->root = blocks_mark(&c, is);
    out->marked = marked;
    list_texts(a, was, &out->old_texts);
    list_texts(a, is, &out->new_texts);
    return out;
}
