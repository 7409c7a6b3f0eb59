/* sight.c -- text that is hard to see.  In: pages; out: diagnostics for text with too
 * little contrast to what lies under it (WCAG 2, 1.4.3), and for text that leaves the
 * page. Knows fills; what a pattern of lines or a picture under a text does, it cannot
 * judge. */
#include "check/inside.h"

struct point {
    length x, y;
};

/* Something with a surface that text may lie on. */
struct surface {
    const struct item *item;
    struct bounds bounds;
};

struct page_sight {
    struct diags *d;
    const struct style *style; /* NULL: not known */
    const struct page *page;
    size_t number;                  /* from 1 */
    ARRAY(struct surface) surfaces; /* in drawing order */
    /* Of two colours the last that were compared: most texts have those of the text
     * before. */
    struct colour ink, paper;
    int contrast; /* 0: none yet */
};

static bool within(struct bounds b, struct point p)
{
    return p.x >= b.left && p.x <= b.right && p.y >= b.top && p.y <= b.bottom;
}

/* Does the edge from `u` to `v` cross the ray that runs right from `p`? */
static bool crosses(struct point u, struct point v, struct point p)
{
    if ((u.y > p.y) == (v.y > p.y))
        return false;
    const double at = (double)(p.y - u.y) / (v.y - u.y);
    return p.x < u.x + at * (v.x - u.x);
}

/* Crossings of a curve, as eight straight pieces. */
static int curve_crossings(struct point from, const struct path_op *op, struct point p)
{
    enum { PIECES = 8 };
    int count = 0;
    struct point before = from;
    for (int i = 1; i <= PIECES; i++) {
        const double t = (double)i / PIECES, s = 1 - t;
        const struct point next = {
            (length)(s * s * s * from.x + 3 * s * s * t * op->x[0] +
                     3 * s * t * t * op->x[1] + t * t * t * op->x[2]),
            (length)(s * s * s * from.y + 3 * s * s * t * op->y[0] +
                     3 * s * t * t * op->y[1] + t * t * t * op->y[2])};
        count += crosses(before, next, p);
        before = next;
    }
    return count;
}

static bool path_holds(const struct path *path, struct point p)
{
    struct point start = {0}, at = {0};
    int count = 0;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_op *op = &path->ops[i];
        const int last = op->verb == PATH_CURVE ? 2 : 0;
        struct point to = {op->x[last], op->y[last]};
        switch (op->verb) {
        case PATH_MOVE:
            count += crosses(at, start, p);
            start = to;
            break;
        case PATH_LINE: count += crosses(at, to, p); break;
        case PATH_CURVE: count += curve_crossings(at, op, p); break;
        case PATH_CLOSE:
            to = start;
            count += crosses(at, to, p);
            break;
        }
        at = to;
    }
    count += crosses(at, start, p);
    return count % 2 == 1;
}

static bool surface_holds(const struct surface *s, struct point p)
{
    if (!within(s->bounds, p))
        return false;
    if (s->item->kind != ITEM_PATH)
        return true;
    const struct point local = {p.x - s->item->x, p.y - s->item->y};
    const struct path *clip = &s->item->path.clip;
    return path_holds(&s->item->path.outline, local) &&
           (clip->count == 0 || path_holds(clip, local));
}

/* Too flat or too thin to read on: rules, dots. */
static bool is_surface(const struct item *it, struct bounds b)
{
    const length least = PT(4);
    if (b.right - b.left < least || b.bottom - b.top < least)
        return false;
    return it->kind == ITEM_IMAGE || (it->kind == ITEM_PATH && it->path.filled);
}

/* What lies under a point: a colour, or (false) a picture, which we cannot judge. */
static bool colour_under(const struct page_sight *s, struct point p, struct colour *c)
{
    *c = (struct colour){255, 255, 255};
    for (size_t i = s->surfaces.len; i-- > 0;) {
        const struct surface *on = &s->surfaces.at[i];
        if (!surface_holds(on, p))
            continue;
        if (on->item->kind == ITEM_IMAGE)
            return false;
        *c = on->item->path.fill;
        break;
    }
    return true;
}

/* Large text is easier to see: from 18 pt, bold from 14 pt. */
static int least_contrast(const struct item *it)
{
    const bool bold = it->run.face == FACE_BOLD || it->run.face == FACE_BOLD_ITALIC;
    return it->run.size >= (bold ? PT(14) : PT(18)) ? 300 : 450;
}

static struct pos item_pos(const struct item *it)
{
    for (const struct tag *t = it->tag; t != NULL; t = t->parent)
        if (t->pos.file != NULL)
            return t->pos;
    return (struct pos){0};
}

/* At the text; of what no file has, as the foot of a page, where the house's style says
 * what colour it is. */
static void say_pale(const struct page_sight *s, const struct item *it,
                     struct colour under, int found, int least)
{
    const struct colour c = it->run.colour;
    const size_t i = s->style != NULL ? style_colour_index(s->style, c) : 0;
    const bool known = s->style != NULL && i < s->style->colour_count;
    const struct pos pos = item_pos(it);
    diag(s->d, DIAG_CONTRAST_LOW,
         pos.file == NULL && known ? s->style->colour_pos[i] : pos,
         "\"%.*s\" on page %zu: #%02X%02X%02X on #%02X%02X%02X has %d.%02d:1, at least "
         "%d.%d:1 is needed; take another colour than \"%s\" for it in style.yaml, or "
         "change that one",
         (int)it->run.text_len, it->run.text, s->number, c.r, c.g, c.b, under.r, under.g,
         under.b, found / 100, found % 100, least / 100, least % 100 / 10,
         known ? s->style->colour_names[i] : "this");
}

static bool is_colour(struct colour x, struct colour y)
{
    return x.r == y.r && x.g == y.g && x.b == y.b;
}

static int contrast_of(struct page_sight *s, struct colour ink, struct colour paper)
{
    if (s->contrast == 0 || !is_colour(ink, s->ink) || !is_colour(paper, s->paper)) {
        s->ink = ink;
        s->paper = paper;
        s->contrast = colour_contrast(ink, paper);
    }
    return s->contrast;
}

static bool contrast_suffices(struct page_sight *s, const struct item *it, struct point p)
{
    struct colour under;
    if (!colour_under(s, p, &under))
        return true;
    const int found = contrast_of(s, it->run.colour, under), least = least_contrast(it);
    if (found < least)
        say_pale(s, it, under, found, least);
    return found >= least;
}

/* At its beginning, middle and end, for a label may run over the end of its bar. */
static void check_contrast(struct page_sight *s, const struct item *it, struct bounds b)
{
    const length width = b.right - b.left, height = b.bottom - b.top;
    for (int part = 1; part <= 9; part += 4) {
        const struct point p =
            it->run.turned
                ? (struct point){b.left + width / 2, b.top + height / 10 * part}
                : (struct point){b.left + width / 10 * part, b.top + height / 2};
        if (!contrast_suffices(s, it, p))
            return;
    }
}

static void check_inside(const struct page_sight *s, const struct item *it,
                         struct bounds b)
{
    const length slack = PT(1);
    if (b.left < -slack || b.top < -slack || b.right > s->page->width + slack ||
        b.bottom > s->page->height + slack)
        diag(s->d, DIAG_TEXT_OUTSIDE, item_pos(it),
             "\"%.*s\" does not fit on page %zu; make it shorter", (int)it->run.text_len,
             it->run.text, s->number);
}

static void check_item(struct arena *a, struct page_sight *s, const struct item *it)
{
    const struct bounds b = item_bounds(it);
    if (it->kind == ITEM_RUN) {
        check_inside(s, it, b);
        if (it->artifact != ARTIFACT_BACKGROUND)
            check_contrast(s, it, b);
    } else if (is_surface(it, b)) {
        *array_push(a, &s->surfaces) = (struct surface){it, b};
    }
}

void check_sight(struct arena *a, struct diags *d, const struct document *doc,
                 const struct style *style)
{
    for (size_t i = 0; i < doc->page_count; i++) {
        struct page_sight s = {
            .d = d, .style = style, .page = &doc->pages[i], .number = i + 1};
        for (size_t k = 0; k < s.page->items.len; k++)
            check_item(a, &s, &s.page->items.at[k]);
    }
}
