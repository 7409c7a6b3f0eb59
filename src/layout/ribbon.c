/* ribbon.c -- scores in a row: number and value on a tab each, those of where one is on
 * colour.  In: a ribbon; out: a strip for each row; a list of links for a reader. */
#include "layout/flow.h"

#include "layout/spot.h"

struct tab {
    const struct words *number, *value;
    const struct spot *to;
    const char *contents;
    struct tag *link;
    length width;
    bool own;
};

static void tab_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct tab *t = what;
    const struct ribbon_lengths *k = &c->s->style->ribbon;
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, t->width, k->height,
                       colour_of(c->s, t->own ? ROLE_RIBBON_OWN : ROLE_RIBBON));
    words_draw(c, t->number, x + k->pad, y);
    words_draw(c, t->value, x + t->width - k->pad - words_width(t->value), y);
    const struct bounds box = {x, y, x + t->width, y + k->height};
    link_spot(c, t->link, t->to, t->contents, box);
}

/* Of the number stands "1.1 Risk of harm to others" for a reader. */
static const struct words *tab_words(struct flow *f, const struct element *e,
                                     const char *number, const struct tab *t,
                                     struct tag *tag)
{
    struct type_style type = *type_of(f->s, TYPE_RIBBON);
    if (t->own)
        type.colour = colour_of(f->s, ROLE_RIBBON_ON_OWN);
    if (t->own || number == NULL)
        type.face = FACE_BOLD;
    struct spans spans = number != NULL ? spans_words(f->s, number, &type, f->lang, tag)
                                        : spans_of(f->s, e, &type, f->lang, tag);
    return words_line(f->s, &spans, &type);
}

static const char *plain(struct state *s, const struct element *e, enum element_kind kind)
{
    const struct element *part = element_child(e, kind);
    return part != NULL ? element_plain(s->a, part) : "";
}

static const struct tab *tab_new(struct flow *f, const struct element *e,
                                 struct tag *list, length width)
{
    struct state *s = f->s;
    struct tab *t = NEW(s->a, struct tab);
    const char *number = e->at[AT_NUMBER] != NULL ? e->at[AT_NUMBER] : "";
    struct tag *body = tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
    t->link = tag_new(s->a, body, TAG_LINK);
    t->to = spot_of(s, e->at[AT_TARGET]);
    t->own = column_own(e) == COLUMN_OWN;
    t->width = width;
    t->contents = arena_printf(s->a, "%s %s %s", number, plain(s, e, EL_LABEL),
                               plain(s, e, EL_VALUE));
    struct tag *named = tag_inline(s->a, t->link, TAG_SPAN);
    named->actual_text = arena_printf(s->a, "%s %s ", number, plain(s, e, EL_LABEL));
    t->number = tab_words(f, e, arena_printf(s->a, "%s ", number), t, named);
    const struct element *value = element_child(e, EL_VALUE);
    t->value = tab_words(f, value != NULL ? value : e, NULL, t, t->link);
    const length pad = f->s->style->ribbon.pad;
    const length words = words_width(t->number) + words_width(t->value) + 2 * pad;
    t->width = words > width ? words + pad : width;
    return t;
}

/* All in one row, unless they become too narrow to be read. */
static length tab_width(const struct flow *f, const struct element *e)
{
    const struct ribbon_lengths *k = &f->s->style->ribbon;
    length tabs = 0, groups = 0;
    for (const struct element *t = e->first; t != NULL; t = t->next) {
        tabs++;
        groups += t != e->first && section_group(t) == GROUP_YES;
    }
    length room = f->width + k->gap - groups * (k->group_gap - k->gap);
    return larger(k->least, room / larger(1, tabs) - k->gap);
}

/* How wide the tabs of a group are that begins with `e`. */
static length group_width(const struct flow *f, const struct element *e, length width)
{
    length all = width;
    while ((e = e->next) != NULL && section_group(e) != GROUP_YES)
        all += f->s->style->ribbon.gap + width;
    return all;
}

void flow_ribbon(struct flow *f, const struct element *e)
{
    const struct ribbon_lengths *k = &f->s->style->ribbon;
    const length width = tab_width(f, e);
    struct tag *list = tag_new(f->s->a, f->tag, TAG_L);
    struct strip *strip = NULL;
    length x = 0;
    for (const struct element *t = e->first; t != NULL; t = t->next) {
        bool group = section_group(t) == GROUP_YES;
        const struct tab *tab = tab_new(f, t, list, width);
        x += group && strip != NULL ? k->group_gap - k->gap : 0;
        length wants = group ? group_width(f, t, tab->width) : tab->width;
        if (strip == NULL || (x > 0 && f->width - x < wants)) {
            strip = flow_push(f, k->height, 0, HOLD_ALWAYS);
            f->after = k->gap;
            x = 0;
        }
        flow_draw(f, strip, tab_draw, tab, x, 0);
        x += tab->width + k->gap;
    }
    f->after = k->after;
    f->opening = true;
}
