/* wide.c -- pages that lie on their side among upright ones.  In: the blocks of a <wide>;
 * out: strips as wide as such a page, which begin one and end with one.  All else, the
 * order of reading too, is as on other pages. */
#include "layout/flow.h"

const struct style *page_turned(struct arena *a, const struct style *upright)
{
    struct style *s = NEW(a, struct style);
    const length less = upright->page.height - upright->page.width;
    *s = *upright;
    if (less <= 0 || upright->large) /* they lie already; wide tables are lists there */
        return upright;
    s->page.width = upright->page.height;
    s->page.height = upright->page.width;
    s->page.text_bottom -= less;
    s->foot.rule_top -= less;
    s->foot.baseline -= less;
    s->marks.bottom -= less;
    return s;
}

static void say_place(struct flow *f, const struct element *e)
{
    diag(f->s->d, DIAG_ELEMENT_PLACE, e->pos,
         "<wide> in <%s>; a page cannot lie inside that, so put it around what stands in "
         "a section",
         element_name(e->parent->kind));
}

void flow_wide(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    const struct style *outer = s->style;
    const length width = f->width;
    if (!f->page || f->frame != NULL || f->lies) {
        say_place(f, e);
        flow_children(f, e);
        return;
    }
    if (s->lying == outer) {
        flow_children(f, e);
        return;
    }
    flow_turn(f, TURN_PAGE);
    s->style = s->lying;
    f->width = page_text_width(s);
    f->lies = true;
    flow_children(f, e);
    f->lies = false;
    f->width = width;
    s->style = outer;
    flow_turn(f, TURN_PAGE);
}
