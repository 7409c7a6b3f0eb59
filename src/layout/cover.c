/* cover.c -- the first page, and the last where a template makes one: bodies, the
 * block with its motif, programme, lead and area, date and number, partners.  In: the
 * parts of a cover; out: one strip, a page of its own. */
#include "layout/flow.h"

#define PLANE_INSET PT(0.75)
#define AREA_STEP PT(2) /* of the sizes that are tried */

struct cover {
    struct flow *f;
    const struct element *e;
    struct tag *tag;
    struct strip *strip;
    const struct cover_lengths *k;
};

static const struct words *cover_words(struct cover *v, const struct element *part,
                                       const struct type_style *type, length width)
{
    struct state *s = v->f->s;
    enum lang l = element_lang(part, v->f->lang);
    struct tag *t = tag_block(s, v->tag, TAG_P, l, part);
    struct spans spans = spans_of(s, part, type, l, t);
    return words_balanced(s, &spans, type, width, ALIGN_LEFT);
}

/* ---- names of the bodies, the edition's language first ---- */

static void name_bar_draw(struct canvas *c, const void *what, length x, length y)
{
    *array_push(c->s->a, &c->page->items) =
        item_rectangle(c->s->a, x, y, c->s->style->names.bar, words_height(what),
                       colour_of(c->s, ROLE_NAME_BAR));
}

enum { NAMES_BESIDE = 2 };

struct bodies {
    ARRAY(const struct words *) of;
    length widest, width, height; /* width: of all side by side */
};

static struct bodies bodies_read(struct cover *v, const struct type_style *type)
{
    const struct names_lengths *k = &v->f->s->style->names;
    struct bodies n = {0};
    for (const struct element *p = v->e->first; p != NULL; p = p->next) {
        if (p->kind != EL_NAME)
            continue;
        const struct words *w = cover_words(v, p, type, v->f->width - k->bar - k->gap);
        n.width +=
            k->bar + k->gap + words_width(w) + (n.of.len > 0 ? v->k->name_next : 0);
        n.widest = larger(n.widest, words_width(w));
        n.height = larger(n.height, words_height(w));
        *array_push(v->f->s->a, &n.of) = w;
    }
    return n;
}

/* Side by side; more than fit, in rows of two, which begin a little higher: over them is
 * what marks a proof. */
static void cover_names(struct cover *v)
{
    struct state *s = v->f->s;
    const length bar = s->style->names.bar, gap = s->style->names.gap;
    const struct bodies n = bodies_read(v, type_of(s, TYPE_COVER_NAME));
    const size_t beside = n.width > v->f->width ? NAMES_BESIDE : n.of.len + 1;
    const size_t rows = (n.of.len + beside - 1) / beside;
    const length step = n.height + gap;
    length x = 0, y = v->k->names_top - (length)(rows > 0 ? rows - 1 : 0) * step / 4;
    for (size_t i = 0; i < n.of.len; i++) {
        if (i > 0 && i % beside == 0) {
            x = 0;
            y += step;
        }
        length left = s->style->cover_made.left.names + x;
        flow_draw(v->f, v->strip, name_bar_draw, n.of.at[i], left, y);
        flow_draw(v->f, v->strip, words_draw, n.of.at[i], left + bar + gap, y);
        x +=
            bar + gap + v->k->name_next + (rows > 1 ? n.widest : words_width(n.of.at[i]));
    }
}

/* ---- the block ---- */

/* The discs end a hair under the block's edge: where a viewer rounds a clip outwards to
 * whole pixels they would stand over it. */
static void planes_draw(struct canvas *c, length top)
{
    const struct cover_lengths *k = &c->s->style->cover;
    const struct {
        length radius;
        enum role colour;
    } planes[] = {{k->plane_1, ROLE_COVER_PLANE_1},
                  {k->plane_2, ROLE_COVER_PLANE_2},
                  {k->plane_3, ROLE_COVER_PLANE_3}};
    length width = c->s->style->page.width;
    for (size_t i = 0; i < LEN(planes) && planes[i].radius > 0; i++) {
        struct item item = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
        item.path.outline =
            path_circle(c->s->a, k->planes_x, top + k->planes_y, planes[i].radius);
        item.path.filled = true;
        item.path.fill = colour_of(c->s, planes[i].colour);
        item.path.clip = path_rectangle(c->s->a, 0, top + PLANE_INSET, width,
                                        k->block_height - PLANE_INSET);
        *array_push(c->s->a, &c->page->items) = item;
    }
}

static void block_draw(struct canvas *c, const void *what, length x, length y)
{
    (void)what;
    (void)x;
    const struct cover_lengths *k = &c->s->style->cover;
    length width = c->s->style->page.width;
    *array_push(c->s->a, &c->page->items) = item_rectangle(
        c->s->a, 0, y, width, k->block_height, colour_of(c->s, ROLE_COVER_BLOCK));
    planes_draw(c, y);
}

/* What stage this is, in words, on a band: the line over it all says it to a reader. */
static void band_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct words *w = what;
    struct state *s = c->s;
    const struct cover_lengths *k = &s->style->cover;
    *array_push(s->a, &c->page->items) = item_rectangle(
        s->a, 0, y, s->style->page.width, k->band_height, colour_of(s, ROLE_COVER_BAND));
    struct canvas_state since = canvas_state(c);
    words_draw(c, w, x, y + (k->band_height - words_height(w)) / 2);
    canvas_artifacts(c, since, ARTIFACT_LAYOUT);
}

static void cover_band(struct cover *v)
{
    struct state *s = v->f->s;
    const char *band = s->report->words[LAYOUT_BAND];
    if (s->report->stage == STAGE_FINAL || band == NULL || *band == '\0')
        return;
    struct type_style type = *type_of(s, TYPE_COVER_NAME);
    type.colour = colour_of(s, ROLE_ON_BLOCK);
    struct spans spans = spans_words(s, band, &type, v->f->lang, NULL);
    flow_draw(v->f, v->strip, band_draw,
              words_new(s, &spans, &type, v->f->width, ALIGN_LEFT), s->style->page.margin,
              v->k->band_top);
}

static void title_bar_draw(struct canvas *c, const void *what, length x, length y)
{
    (void)what;
    const struct cover_lengths *k = &c->s->style->cover;
    *array_push(c->s->a, &c->page->items) = item_rectangle(
        c->s->a, x, y, k->title_bar_width, k->title_bar, colour_of(c->s, ROLE_COVER_BAR));
}

/* The largest size at which no word of the area is wider than the line. */
static struct type_style area_type(struct cover *v, const struct element *area,
                                   length width)
{
    struct state *s = v->f->s;
    struct type_style type = *type_of(s, TYPE_COVER_AREA);
    length leading = type.leading - type.size;
    while (type.size - AREA_STEP >= v->k->area_least) {
        struct spans spans = spans_of(s, area, &type, v->f->lang, NULL);
        if (text_widest_word(s->text, s->a, s->d, spans.at.at, spans.at.len) <= width)
            break;
        type.size -= AREA_STEP;
        type.leading = type.size + leading;
    }
    return type;
}

/* Under the programme: that this is the edition in large print. */
static void cover_large(struct cover *v, length top)
{
    struct state *s = v->f->s;
    struct type_style type = *type_of(s, TYPE_COVER_STRAP);
    type.face = FACE_BOLD;
    struct tag *tag = tag_block(s, v->tag, TAG_P, v->f->lang, v->e);
    struct spans spans =
        spans_words(s, s->report->words[LAYOUT_LARGE], &type, v->f->lang, tag);
    flow_draw(v->f, v->strip, words_draw, words_line(s, &spans, &type),
              s->style->cover_made.left.strap, top);
}

static void cover_strap(struct cover *v, length top)
{
    const struct type_style *type = type_of(v->f->s, TYPE_COVER_STRAP);
    for (const struct element *p = v->e->first; p != NULL; p = p->next) {
        if (p->kind != EL_STRAP)
            continue;
        const struct words *w = cover_words(v, p, type, v->k->strap_width);
        flow_draw(v->f, v->strip, words_draw, w, v->f->s->style->cover_made.left.strap,
                  top);
        top += words_height(w) + type->leading / 2;
    }
    if (v->f->s->style->large && element_child(v->e, EL_AREA) != NULL)
        cover_large(v, top);
}

/* A part of the document's first heading: what the report is, then of which area. */
static const struct words *title_words(struct cover *v, const struct element *part,
                                       const struct type_style *type, length width,
                                       struct tag *heading)
{
    struct spans spans = spans_of(v->f->s, part, type, v->f->lang, heading);
    if (part->next != NULL && part->next->kind == EL_AREA)
        spans_add(v->f->s, &spans, span_of(type, v->f->lang, " ", heading));
    return words_balanced(v->f->s, &spans, type, width, ALIGN_LEFT);
}

/* Bar, lead and area, the area's last line ending at the block's foot. */
static void cover_title(struct cover *v)
{
    struct state *s = v->f->s;
    const struct cover_lengths *k = v->k;
    length x = s->style->cover_made.left.title;
    length width = s->style->page.width - x - k->title_right;
    const struct element *lead = element_child(v->e, EL_LEAD);
    const struct element *area = element_child(v->e, EL_AREA);
    const struct words *over = NULL, *name = NULL;
    struct tag *tag =
        tag_block(s, v->tag, area != NULL ? TAG_H1 : TAG_P, v->f->lang, v->e);
    s->heading = area != NULL;
    if (lead != NULL)
        over = title_words(v, lead, type_of(s, TYPE_COVER_LEAD), width, tag);
    if (area != NULL) {
        struct type_style type = area_type(v, area, width);
        name = title_words(v, area, &type, width, tag);
    }
    length foot = k->title_bottom - (name == NULL ? 0 : words_height(name)), y = foot;
    if (over != NULL) {
        y -= words_height(over) + k->lead_under;
        flow_draw(v->f, v->strip, words_draw, over, x, y);
    }
    if (name != NULL)
        flow_draw(v->f, v->strip, words_draw, name, x, foot);
    flow_draw(v->f, v->strip, title_bar_draw, NULL, x,
              y - k->title_bar_under - k->title_bar);
}

/* ---- under the block: date and number at the left, the other edition at the right,
 * whose line is the longer ---- */

static length cover_foot(struct cover *v, enum element_kind kind, enum type_id type,
                         length y)
{
    const struct element *part = element_child(v->e, kind);
    if (part == NULL)
        return y;
    const struct words *w =
        cover_words(v, part, type_of(v->f->s, type), v->k->foot_width);
    flow_draw(v->f, v->strip, words_draw, w, v->f->s->style->cover_made.left.foot, y);
    return y + words_height(w);
}

static void cover_other(struct cover *v, length bottom)
{
    const struct element *other = element_child(v->e, EL_OTHER);
    if (other == NULL)
        return;
    struct state *s = v->f->s;
    const struct type_style *type = type_of(s, TYPE_COVER_LINE);
    enum lang l = element_lang(other, v->f->lang);
    struct tag *tag = tag_block(s, v->tag, TAG_P, l, other);
    struct spans spans = spans_of(s, other, type, l, tag);
    length width = v->f->width - v->k->foot_width - v->k->foot_gap;
    const struct words *w = words_new(s, &spans, type, width, ALIGN_RIGHT);
    length x = s->style->page.margin + v->f->width - width;
    flow_draw(v->f, v->strip, words_draw, w, x,
              larger(v->k->foot_top, bottom - words_height(w)));
}

/* What stands there is the document's first heading, so it is a bookmark too. */
static void cover_bookmark(const struct cover *v)
{
    struct arena *a = v->f->s->a;
    const struct element *lead = element_child(v->e, EL_LEAD);
    const struct element *area = element_child(v->e, EL_AREA);
    if (area == NULL)
        return;
    v->f->bookmark = element_plain(a, area);
    if (lead != NULL)
        v->f->bookmark = arena_printf(a, "%s %s", element_plain(a, lead), v->f->bookmark);
    v->f->level = 1;
}

void flow_cover(struct flow *f, const struct element *e)
{
    const struct cover_lengths *k = &f->s->style->cover;
    struct cover v = {.f = f, .e = e, .k = k};
    v.tag = tag_new(f->s->a, f->tag, TAG_SECT);
    v.tag->ref = e->ref;
    f->turn = TURN_PAGE;
    cover_bookmark(&v);
    v.strip = flow_push(f, page_room(f->s), 0, HOLD_NONE);
    v.strip->whole_page = true;
    f->inset = -f->s->style->page.margin; /* its strip is the page */
    flow_reference_at(f, e, false, k->names_top, NULL);
    f->inset = 0;
    flow_ground(f, &f->s->style->cover_made, v.strip, v.tag, e);
    cover_names(&v);
    if (k->block_height > 0)
        flow_draw(f, v.strip, block_draw, NULL, 0, k->block_top);
    cover_strap(&v, k->strap_top);
    cover_band(&v);
    cover_title(&v);
    length bottom = cover_foot(&v, EL_DATE, TYPE_COVER_DATE, k->foot_top);
    bottom = cover_foot(&v, EL_ISBN, TYPE_COVER_LINE, bottom);
    cover_other(&v, bottom);
    flow_logos(f, e, v.strip, v.tag);
    f->turn = TURN_PAGE;
}
