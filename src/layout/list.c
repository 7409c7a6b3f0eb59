/* list.c -- lists: numbers as text in Lbl, bullets as discs.  In: a list; out: the strips
 * of its items, the label beside the first of each. */
#include "layout/evidence.h"

#include <stdlib.h>
#include <string.h>

#define NARROWEST PT(40) /* a line takes a word */

static void disc_draw(struct canvas *c, const void *what, length x, length y)
{
    length size = *(const length *)what;
    struct item item = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    item.path.outline = path_circle(c->s->a, size / 2, -size / 2, size / 2);
    item.path.filled = true;
    item.path.fill = colour_of(c->s, ROLE_BULLET);
    *array_push(c->s->a, &c->page->items) = item;
}

/* A disc that stands on the middle of the small letters. */
static void item_disc(struct flow *f, length left)
{
    const struct type_style *type = voice_type(f);
    const length *size = &f->s->style->text.bullet;
    length middle = type->size / 4; /* half the x-height over the baseline */
    flow_beside(f, disc_draw, size, left + f->s->style->text.bullet_left,
                middle - *size / 2);
}

/* The label; where references are printed, that comes first in it. */
static void item_label(struct flow *f, const struct element *item, struct tag *li,
                       length left)
{
    struct state *s = f->s;
    const struct type_style *type = voice_type(f);
    struct tag *label = tag_new(s->a, li, TAG_LBL);
    flow_reference(f, item, label);
    struct spans spans =
        spans_words(s, arena_printf(s->a, "%s ", item->label), type, f->lang, label);
    const struct words *w = words_line(s, &spans, type);
    flow_beside(f, words_draw, w, left, w->baseline);
}

static void flow_item(struct flow *f, const struct element *item, struct tag *list,
                      length indent)
{
    struct flow outer = *f;
    struct tag *li = tag_new(f->s->a, list, TAG_LI);
    flow_id(f, item);
    if (item->label != NULL && *item->label != '\0') {
        item_label(f, item, li, f->left);
    } else {
        if (flow_has_reference(f, item))
            flow_reference(f, item, tag_new(f->s->a, li, TAG_LBL));
        item_disc(f, f->left);
    }
    f->tag = tag_new(f->s->a, li, TAG_LBODY);
    if (f->width - indent < NARROWEST) /* nested deeper than a line is wide */
        indent = 0;
    bool column = list_kind(item->parent) == LIST_FINDINGS;
    size_t first = f->out.len;
    f->left += indent;
    f->width = (column ? evidence_words_width(f) : f->width) - indent;
    f->direct = flow_is_direct(item);
    flow_children(f, item);
    f->left = outer.left;
    f->width = outer.width;
    f->direct = outer.direct;
    if (column)
        flow_evidence(f, item, first);
    f->tag = outer.tag;
    f->beside = NULL; /* of an item that holds nothing */
}

static enum list_numbering list_numbering(enum list_kind kind)
{
    switch (kind) {
    case LIST_BULLET: return NUMBERING_DISC;
    case LIST_ROMAN:
    case LIST_PAREN_ROMAN: return NUMBERING_ROMAN;
    case LIST_PAREN:
    case LIST_FINDINGS:
    case LIST_DOT: break;
    }
    return NUMBERING_DECIMAL;
}

enum { LINES_ALONE = 3 /* an item that stands alone on a page has so many */ };

/* Neither the first item of a list nor its last stands alone. */
static void list_tails(struct flow *f, size_t first, size_t second, size_t last)
{
    if (last <= first)
        return;
    if (second - first < LINES_ALONE && f->out.at[second - 1].hold == HOLD_NONE)
        f->out.at[second - 1].hold = HOLD_ITEM;
    if (f->out.len - last < LINES_ALONE && f->out.at[last - 1].hold == HOLD_NONE)
        f->out.at[last - 1].hold = HOLD_ITEM;
}

void flow_list(struct flow *f, const struct element *e)
{
    enum voice voice = f->voice;
    enum list_kind kind = list_kind(e);
    const struct text_lengths *k = &f->s->style->text;
    length indent = kind == LIST_BULLET     ? k->bullet_indent
                    : kind == LIST_FINDINGS ? f->s->style->evidence.indent
                                            : k->indent;
    struct tag *list = tag_new(f->s->a, f->tag, TAG_L);
    list->numbering = list_numbering(kind);
    if (f->voice == VOICE_BODY)
        f->voice = kind == LIST_FINDINGS ? VOICE_FINDING : VOICE_ITEM;
    flow_id(f, e);
    size_t first = f->out.len, second = first, last = first;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        if (c->kind != EL_ITEM)
            continue;
        last = f->out.len;
        flow_item(f, c, list, indent);
        second = second == first ? f->out.len : second;
    }
    list_tails(f, first, second, last);
    if (voice == VOICE_BODY) /* so that what stands behind is no further item */
        f->after = larger(f->after, type_of(f->s, TYPE_BODY)->after);
    f->voice = voice;
    if (kind == LIST_FINDINGS)
        f->after = larger(f->after, type_of(f->s, TYPE_BODY)->after);
}
