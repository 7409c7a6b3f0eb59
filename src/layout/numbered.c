/* numbered.c -- paragraphs numbered 1.1., 1.2.: each is a P whose number is its first
 * words and hangs at the left; what else an item holds stands under it at the indent.
 * In: numbered paragraphs; out: their strips. */
#include "layout/flow.h"

#include <string.h>

#define NARROWEST PT(40) /* a line takes a word */

static void number_beside(struct flow *f, const struct element *item, struct tag *tag,
                          length left)
{
    struct state *s = f->s;
    const struct type_style *type = voice_type(f);
    const char *number = arena_printf(s->a, "%s ", item->label);
    struct spans spans = spans_words(s, number, type, f->lang, tag);
    const struct words *w = words_line(s, &spans, type);
    flow_beside(f, words_draw, w, left, w->baseline);
}

/* A number that is the whole reference is not printed twice. */
static void reference_beside(struct flow *f, const struct element *item, struct tag *tag)
{
    size_t len = item->ref != NULL ? strlen(item->ref) : 0;
    tag->ref = item->ref;
    if (len > 0 && strncmp(item->label, item->ref, len) == 0)
        flow_quoted(f, item);
    else
        flow_reference(f, item, tag);
}

/* Where the words of the item's first paragraph end; its first child when that is none.
 */
static const struct element *first_end(const struct element *item)
{
    const struct element *end = item->first;
    if (end->kind == EL_P)
        return end->next;
    while (end != NULL && element_is_inline(end->kind))
        end = end->next;
    return end;
}

static void flow_numbered(struct flow *f, const struct element *item)
{
    struct flow outer = *f;
    const struct element *first = item->first, *end = first_end(item);
    length indent = f->s->style->text.indent;
    struct tag *tag = tag_block(f->s, f->tag, TAG_P, f->lang, first);
    flow_id(f, item);
    reference_beside(f, item, tag);
    number_beside(f, item, tag, f->left);
    if (f->width - indent < NARROWEST) /* in a cell or list that leaves no line */
        indent = 0;
    f->left += indent;
    f->width -= indent;
    f->direct = false;
    if (first->kind == EL_P)
        flow_paragraph_in(f, tag, first->first, NULL, voice_type(f), HOLD_NONE);
    else if (first != end)
        flow_paragraph_in(f, tag, first, end, voice_type(f), HOLD_NONE);
    flow_from(f, item, end);
    f->left = outer.left;
    f->width = outer.width;
    f->direct = outer.direct;
    f->beside = NULL; /* of an item that holds nothing to print */
}

void flow_paragraphs(struct flow *f, const struct element *e)
{
    flow_id(f, e);
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind == EL_ITEM && c->first != NULL)
            flow_numbered(f, c);
}
