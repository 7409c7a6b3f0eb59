/* reference.c -- the references in the margin of proofs and drafts: what a reader quotes,
 * beside what it names.  In: an element; out: its reference beside the next strip, and
 * the page where that came to stand.  They are text like all other: who hears the report
 * can quote it too. */
#include "layout/flow.h"

#include "layout/spot.h"

bool flow_has_reference(const struct flow *f, const struct element *e)
{
    enum stage stage = f->s->report->stage;
    return (stage == STAGE_PROOF || stage == STAGE_DRAFT) && (f->page || f->margin) &&
           e->ref != NULL;
}

static const char *spot_name(struct state *s, const struct element *e)
{
    return arena_printf(s->a, "reference %s", e->ref);
}

void flow_quoted(struct flow *f, const struct element *e)
{
    if (flow_has_reference(f, e))
        flow_anchor(f, spot_of(f->s, spot_name(f->s, e)));
}

static length reference_width(const struct state *s)
{
    return s->style->page.margin - s->style->reference.gap - s->style->reference.edge;
}

/* Right-aligned to the text; a long one takes two lines close to each other. */
static struct words *reference_words(struct flow *f, const struct element *e,
                                     bool on_block, struct tag *tag)
{
    struct state *s = f->s;
    struct type_style type = *type_of(s, TYPE_REFERENCE);
    if (on_block)
        type.colour = colour_of(s, ROLE_ON_BLOCK);
    tag->ref = e->ref;
    struct spans spans =
        spans_words(s, arena_printf(s->a, "%s ", e->said), &type, s->report->lang, tag);
    length baseline = type_baseline(s->style, &type);
    type.leading = type.size * 6 / 5;
    struct words *w = NEW(s->a, struct words);
    *w = *words_new(s, &spans, &type, reference_width(s), ALIGN_RIGHT);
    w->baseline = baseline;
    return w;
}

void flow_reference(struct flow *f, const struct element *e, struct tag *tag)
{
    struct state *s = f->s;
    if (!flow_has_reference(f, e))
        return;
    tag = tag == NULL ? tag_new(s->a, f->tag, TAG_P) : tag_inline(s->a, tag, TAG_SPAN);
    const struct words *w = reference_words(f, e, false, tag);
    flow_beside(f, words_draw, w,
                -f->inset - s->style->reference.gap - reference_width(s), w->baseline);
    flow_quoted(f, e);
}

length flow_reference_at(struct flow *f, const struct element *e, bool on_block, length y,
                         struct tag *tag)
{
    struct strip *strip = &f->out.at[f->out.len - 1];
    if (!flow_has_reference(f, e))
        return 0;
    if (tag == NULL)
        tag = tag_new(f->s->a, f->tag, TAG_P);
    struct words *w = reference_words(f, e, on_block, tag);
    flow_draw(f, strip, words_draw, w,
              -f->inset - f->s->style->reference.gap - reference_width(f->s), y);
    flow_quoted(f, e);
    struct anchor *own = f->anchors; /* of this strip, not of the next */
    f->anchors = own->next;
    own->next = strip->anchors;
    strip->anchors = own;
    return words_height(w);
}

struct references {
    ARRAY(struct referenced) all;
};

static void collect(struct state *s, const struct element *e, struct references *list)
{
    if (e->ref != NULL) {
        const struct spot *spot = map_get(s->spots, spot_name(s, e));
        if (spot != NULL && spot->set)
            *array_push(s->a, &list->all) = (struct referenced){e->ref, spot->page};
    }
    for (const struct element *c = e->first; c != NULL; c = c->next)
        collect(s, c, list);
}

const struct referenced *references_of(struct state *s, size_t *count)
{
    struct references list = {0};
    collect(s, s->report->root, &list);
    *count = list.all.len;
    return list.all.at;
}
