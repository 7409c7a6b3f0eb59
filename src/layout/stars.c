/* stars.c -- ratings: stars of which so many are full, and the block of a theme on the
 * summary page (title, stars and judgement at the left of its text).  In: their elements;
 * out: strips.  Knows nothing of how a rating came about. */
#include "layout/flow.h"

#include <stdlib.h>

#define RADIUS 9.0
#define INNER 0.45 /* of the radius */
#define PITCH PT(23)
#define OUTLINE PT(1)
#define STARS_HEIGHT PT(18)
#define STARS_AFTER PT(4)
#define POINTS_OF_A_STAR 5
#define RULE_FIRST PT(2.25)
#define RULE_NEXT PT(0.75)
#define RATING_TOP PT(14)
#define RATING_BOTTOM PT(12)
#define RATING_LEFT PT(150)
#define RATING_GAP PT(12) /* between the columns */

/* ---- stars ---- */

struct stars {
    long full, all;
    struct tag *tag;
};

/* Sines and cosines of 0, 36, ... 324 degrees, the first point up: a table, because the
 * last bit of sin() differs between machines. */
static const struct {
    double x, y;
} corners[2 * POINTS_OF_A_STAR] = {
    {0, -1},
    {0.5877852523, -0.8090169944},
    {0.9510565163, -0.3090169944},
    {0.9510565163, 0.3090169944},
    {0.5877852523, 0.8090169944},
    {0, 1},
    {-0.5877852523, 0.8090169944},
    {-0.9510565163, 0.3090169944},
    {-0.9510565163, -0.3090169944},
    {-0.5877852523, -0.8090169944},
};

static struct path star_path(struct arena *a)
{
    struct path_op *ops = NEW_ARRAY(a, struct path_op, LEN(corners) + 1);
    for (size_t i = 0; i < LEN(corners); i++) {
        double r = i % 2 == 0 ? RADIUS : RADIUS * INNER;
        ops[i].verb = i == 0 ? PATH_MOVE : PATH_LINE;
        ops[i].x[0] = PT(RADIUS + r * corners[i].x);
        ops[i].y[0] = PT(RADIUS + r * corners[i].y);
    }
    ops[LEN(corners)].verb = PATH_CLOSE;
    return (struct path){ops, LEN(corners) + 1};
}

static void stars_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct stars *stars = what;
    struct item item = {.kind = ITEM_PATH, .tag = stars->tag, .y = y};
    item.path.outline = star_path(c->s->a);
    item.path.filled = item.path.stroked = true;
    item.path.stroke = colour_of(c->s, ROLE_STAR);
    item.path.line_width = OUTLINE;
    for (long i = 0; i < stars->all; i++) {
        item.x = x + (length)i * PITCH;
        item.path.fill = colour_of(c->s, i < stars->full ? ROLE_STAR : ROLE_STAR_EMPTY);
        *array_push(c->s->a, &c->page->items) = item;
    }
}

/* NULL when there are none to draw. */
static const struct stars *stars_new(struct flow *f, const struct element *e)
{
    struct stars *stars = NEW(f->s->a, struct stars);
    stars->full = e->set[AT_N];
    stars->all = e->set[AT_OUT_OF];
    if (stars->all < 1)
        return NULL;
    stars->tag = tag_block(f->s, f->tag, TAG_FIGURE, f->lang, e);
    stars->tag->alt = element_plain(f->s->a, e);
    return stars;
}

void flow_stars(struct flow *f, const struct element *e)
{
    const struct stars *stars = stars_new(f, e);
    if (stars == NULL)
        return;
    struct strip *strip = flow_push(f, STARS_HEIGHT, 0, HOLD_ALWAYS);
    flow_draw(f, strip, stars_draw, stars, 0, 0);
    f->after = STARS_AFTER;
}

/* ---- ratings ---- */

struct rating {
    const struct words *title, *comment;
    const struct stars *stars;
    bool first, last; /* of those in a row */
};

static void rule_draw(struct canvas *c, length x, length y, length width, bool strong)
{
    length thick = strong ? RULE_FIRST : RULE_NEXT;
    *array_push(c->s->a, &c->page->items) =
        item_rule(c->s->a, x, y + thick / 2, width, thick,
                  colour_of(c->s, strong ? ROLE_RATING_RULE : ROLE_HAIRLINE));
}

static void rating_draw(struct canvas *c, const struct frame *f, length x, length top,
                        length bottom, bool begins)
{
    const struct rating *r = f->what;
    rule_draw(c, x, top, f->width, r->first);
    if (r->last)
        rule_draw(c, x, bottom, f->width, false);
    if (!begins)
        return;
    length y = top + f->top;
    if (r->title != NULL) {
        words_draw(c, r->title, x, y);
        y += words_height(r->title) + STARS_AFTER;
    }
    if (r->stars != NULL) {
        stars_draw(c, r->stars, x, y);
        y += STARS_HEIGHT + STARS_AFTER;
    }
    if (r->comment != NULL)
        words_draw(c, r->comment, x, y);
}

static length rating_height(const struct rating *r)
{
    length height = 0;
    if (r->title != NULL)
        height += words_height(r->title) + STARS_AFTER;
    if (r->stars != NULL)
        height += STARS_HEIGHT + STARS_AFTER;
    if (r->comment != NULL)
        height += words_height(r->comment);
    return height;
}

static const struct words *left_words(struct flow *f, const struct element *part,
                                      struct type_style type, enum tag_type tag)
{
    struct state *s = f->s;
    if (part == NULL)
        return NULL;
    struct tag *t = tag_block(s, f->tag, tag, f->lang, part);
    struct spans spans = spans_of(s, part, &type, f->lang, t);
    return words_new(s, &spans, &type, RATING_LEFT - RATING_GAP, ALIGN_LEFT);
}

static enum tag_type heading_tag(const struct element *heading)
{
    static const enum tag_type tags[] = {TAG_H1, TAG_H2, TAG_H3, TAG_H4};
    return tags[heading == NULL ? 1 : element_number(heading, AT_LEVEL, 2) - 1];
}

static const struct rating *rating_left(struct flow *f, const struct element *e)
{
    struct rating *r = NEW(f->s->a, struct rating);
    const struct element *heading = element_child(e, EL_HEADING);
    const struct element *stars = element_child(e, EL_STARS);
    struct type_style title = *type_of(f->s, TYPE_PANEL_TITLE);
    struct type_style comment = *type_of(f->s, TYPE_PANEL_COMMENT);
    title.colour = colour_of(f->s, ROLE_RATING_TITLE);
    comment.face = FACE_BOLD;
    r->title = left_words(f, heading, title, heading_tag(heading));
    r->stars = stars == NULL ? NULL : stars_new(f, stars);
    r->comment = left_words(f, element_child(e, EL_COMMENT), comment, TAG_P);
    r->last = e->next == NULL || e->next->kind != EL_RATING;
    return r;
}

static bool first_of_row(const struct element *e)
{
    const struct element *before = NULL;
    for (const struct element *c = e->parent->first; c != e; c = c->next)
        before = c;
    return before == NULL || before->kind != EL_RATING;
}

/* Where the left column is higher than the text, the frame grows under it. */
static length rating_extra(const struct flow *f, const struct frame *frame,
                           const struct rating *r)
{
    return larger(0, rating_height(r) - strips_height(&f->out, frame->first, f->out.len));
}

void flow_rating(struct flow *f, const struct element *e)
{
    struct flow outer = *f;
    struct frame *frame = NEW(f->s->a, struct frame);
    const struct element *heading = element_child(e, EL_HEADING);
    flow_id(f, e);
    flow_reference(f, e, NULL);
    if (f->page && heading != NULL) {
        f->bookmark = heading_plain(f->s, heading);
        f->level = 2;
    }
    *frame = (struct frame){.left = f->left,
                            .width = f->width,
                            .top = RATING_TOP,
                            .bottom = RATING_BOTTOM,
                            .draw = rating_draw};
    flow_frame(f, frame, 0);
    f->tag = tag_new(f->s->a, outer.tag, TAG_DIV);
    struct rating *r = NEW(f->s->a, struct rating);
    *r = *rating_left(f, e);
    r->first = first_of_row(e);
    frame->what = r;
    f->left += RATING_LEFT;
    f->width -= RATING_LEFT;
    f->voice = VOICE_PANEL;
    for (const struct element *c = e->first; c != NULL; c = c->next)
        if (c->kind != EL_HEADING && c->kind != EL_STARS && c->kind != EL_COMMENT)
            flow_block(f, c);
    if (f->out.len == frame->first) /* without text the left column still wants a line */
        flow_push(f, 0, 0, HOLD_NONE);
    frame->extra = rating_extra(f, frame, r);
    f->tag = outer.tag;
    f->left = outer.left;
    f->width = outer.width;
    f->voice = outer.voice;
    flow_frame_end(f, frame, r->last ? RATING_BOTTOM : 0);
}
