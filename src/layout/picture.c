/* picture.c -- pictures: figures and the signature under a foreword.  In: their elements,
 * whose files lie in the report's folder; out: strips. */
#include "layout/picture.h"

#include "base/file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PIXEL 0.75 /* points: 96 to the inch, where no width is given */
#define LEAST_DOTS                                                                       \
    96              /* to the inch: as coarse as a screen's, at which none is enlarged */
#define PATCH 64    /* pixels: so few show nothing, as in the place of one to come */
#define WIDEST 5000 /* points, more than any page has room for */

static void sharpness_check(struct state *s, const struct picture *p);

void picture_draw(struct canvas *c, const void *what, length x, length y)
{
    const struct picture *p = what;
    sharpness_check(c->s, p);
    struct item item = {.kind = ITEM_IMAGE, .tag = p->tag, .x = x, .y = y};
    item.artifact = p->tag == NULL ? ARTIFACT_LAYOUT : ARTIFACT_NONE;
    item.image.image = p->image;
    item.image.width = p->width;
    item.image.height = p->height;
    *array_push(c->s->a, &c->page->items) = item;
    if (p->tag == NULL)
        return;
    p->tag->box_page = c->number;
    p->tag->box[0] = x;
    p->tag->box[1] = y;
    p->tag->box[2] = x + p->width;
    p->tag->box[3] = y + p->height;
}

/* Decoded once for all runs of layout. */
static const struct image *path_load(struct state *s, const char *path, struct pos where)
{
    const struct image *image = path != NULL ? map_get(s->pictures, path) : NULL;
    if (image == NULL && path != NULL)
        image = image_load(s->kept, s->d, path, where);
    if (image != NULL)
        map_put(s->pictures, path, (void *)image);
    return image;
}

/* The report's own file, or the house's or programme's picture. */
static bool picture_load(struct state *s, const struct element *e, struct picture *to)
{
    const char *src = e->at[AT_SRC];
    if (e->at[AT_PICTURE] != NULL)
        return picture_own(s, e->at[AT_PICTURE], to);
    if (src == NULL || *src == '\0')
        return false;
    to->named = text_author_pos(s->text, e->pos, src, strlen(src));
    const char *path = file_inside(s->kept, s->d, s->report->dir, src, to->named);
    to->image = path_load(s, path, to->named);
    return to->image != NULL;
}

bool picture_own(struct state *s, const char *id, struct picture *to)
{
    const struct shown_picture *own = report_picture(s->report, id);
    if (own == NULL)
        return false;
    to->named = own->pos;
    to->own = own;
    to->image = path_load(s, own->path, own->pos);
    return to->image != NULL;
}

/* Of one tone, as what stands in the place of a picture that is to come. */
static bool is_plain(const struct image *image)
{
    const size_t pixels = (size_t)image->width * (size_t)image->height;
    for (size_t i = 1; image->rgba != NULL && i < pixels; i++)
        if (memcmp(image->rgba, image->rgba + i * 4, 4) != 0)
            return false;
    return image->rgba != NULL;
}

/* Once it is known how large it is printed; a drawing is as fine as its paper. */
static void sharpness_check(struct state *s, const struct picture *p)
{
    const struct image *image = p->image;
    const double across = 72.0 * image->width / POINTS(p->width);
    if (image->drawing == NULL && across < LEAST_DOTS && !is_plain(image))
        diag(s->d, DIAG_PICTURE_COARSE, p->named,
             "%d x %d pixels on %.0f x %.0f mm are %.0f to the inch; %d at least are "
             "sharp: take one of %.0f pixels across, or an SVG",
             image->width, image->height, POINTS(p->width) / 72 * 25.4,
             POINTS(p->height) / 72 * 25.4, across, LEAST_DOTS,
             ceil(POINTS(p->width) / 72 * LEAST_DOTS));
}

void picture_fit(struct picture *p, length width, length widest, length highest)
{
    long long w = p->image->width, h = p->image->height;
    long long fit = smaller(width, widest), high = fit * h / w;
    if (high > highest) {
        high = highest;
        fit = high * w / h;
    }
    p->width = larger((length)fit, PT(1)); /* a row of pixels too can be drawn */
    p->height = larger((length)high, PT(1));
}

static length width_wanted(const struct picture *p, int points)
{
    double wanted = points == 0 ? PIXEL * p->image->width : points;
    return wanted > 0 && wanted < WIDEST ? PT(wanted) : PT(WIDEST);
}

static struct tag *picture_tag(struct state *s, const struct element *e,
                               struct tag *parent)
{
    const struct element *alt = element_child(e, EL_ALT);
    if (alt == NULL)
        return NULL;
    /* It is read out in one voice: that of the text which is not translated yet. */
    const struct element *foreign = element_child(alt, EL_UNTRANSLATED);
    enum lang own = s->report->lang;
    struct tag *tag = tag_block(s, parent, TAG_FIGURE,
                                foreign != NULL ? element_lang(foreign, own) : own, e);
    tag->alt = element_plain(s->a, alt);
    return tag;
}

struct picture *picture_new(struct flow *f, const struct element *e, struct tag *parent)
{
    struct picture *p = NEW(f->s->a, struct picture);
    if (!picture_load(f->s, e, p))
        return NULL;
    p->tag = picture_tag(f->s, e, parent);
    if (p->tag == NULL &&
        (p->own == NULL || p->own->alt != NULL)) /* check/ says that it has no words */
        p->tag = tag_block(f->s, parent, TAG_FIGURE, f->lang, e);
    return p;
}

void flow_figure(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    flow_id(f, e);
    flow_reference(f, e, NULL);
    flow_caption(f, e, f->tag);
    struct picture *p = picture_new(f, e, f->tag);
    if (p == NULL)
        return;
    picture_fit(p, width_wanted(p, e->set[AT_WIDTH]), f->width, page_room(s) * 8 / 10);
    struct strip *strip = flow_push(f, p->height, 0, HOLD_NONE);
    flow_draw(f, strip, picture_draw, p, 0, 0);
    f->after = larger(s->style->picture.after, type_of(s, TYPE_BODY)->after);
}

/* ---- the signature: picture, name, role, date, held together ---- */

static void signature_picture(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    struct picture *p = NEW(s->a, struct picture);
    if (!picture_load(s, e, p))
        return;
    p->tag = picture_tag(s, e, f->tag);
    const struct signature_lengths *k = &s->style->signature;
    picture_fit(p, k->width, k->width, k->height);
    struct strip *strip = flow_push(f, p->height, 0, HOLD_ALWAYS);
    flow_draw(f, strip, picture_draw, p, 0, 0);
}

static void signature_line(struct flow *f, const struct element *e,
                           enum element_kind kind, const struct type_style *type)
{
    const struct element *part = element_child(e, kind);
    if (part == NULL || part->first == NULL)
        return;
    flow_paragraph(f, part->first, NULL, type, HOLD_KEEP);
    f->after = 0;
}

void flow_signature(struct flow *f, const struct element *e)
{
    struct state *s = f->s;
    struct type_style body = *type_of(s, TYPE_BODY), name = body, date = body;
    size_t first = f->out.len;
    body.before = name.before = date.before = 0;
    name.face = FACE_BOLD;
    date.colour = colour_of(s, ROLE_SIGNATURE_DATE);
    flow_space(f, s->style->signature.before);
    flow_reference(f, e, NULL);
    signature_picture(f, e);
    signature_line(f, e, EL_NAME, &name);
    signature_line(f, e, EL_ROLE, &body);
    signature_line(f, e, EL_DATE, &date);
    if (f->out.len > first)
        f->out.at[f->out.len - 1].hold = HOLD_NONE;
    f->after = s->style->signature.after;
}
