/* svg.c -- a drawing from an SVG file.  In: the file; out: its measures and a page of
 * cairo's that shows it: librsvg draws it in the sandbox, once it is known to hold
 * nothing but shapes.  The library is loaded with the first drawing. */
#include "picture/reading.h"

#include "base/file.h"
#include "office/sandbox.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

enum { DRAWING_BYTES = 16 << 20, LEAST = 32 /* of its longer side */, MOST = 4000 };
enum {
    MASK_FINE = 2400 /* librsvg makes masks of so many pixels as the page has points */
};

/* ---- the library, and cairo, which comes with it: no other build loads them ---- */

#define RSVG_FUNCTIONS(X)                                                                \
    X(rsvg_handle_new_from_data)                                                         \
    X(rsvg_handle_get_intrinsic_dimensions)                                              \
    X(rsvg_handle_render_document)                                                       \
    X(g_get_language_names)                                                              \
    X(cairo_pdf_surface_create_for_stream)                                               \
    X(cairo_pdf_surface_restrict_to_version)                                             \
    X(cairo_create)                                                                      \
    X(cairo_status)                                                                      \
    X(cairo_destroy)                                                                     \
    X(cairo_surface_finish)                                                              \
    X(cairo_surface_status)                                                              \
    X(cairo_surface_destroy)

struct rsvg {
#define X(name) __typeof__(name) *name;
    RSVG_FUNCTIONS(X)
#undef X
};

static bool rsvg_load(struct rsvg *to)
{
    void *library = dlopen(RSVG_LIBRARY, RTLD_NOW), *function;
    if (library == NULL)
        return false;
#define X(name)                                                                          \
    if ((function = dlsym(library, #name)) == NULL)                                      \
        return false;                                                                    \
    memcpy(&to->name, &function, sizeof function);
    RSVG_FUNCTIONS(X)
#undef X
    to->g_get_language_names(); /* reads a file, which the child cannot */
    return true;
}

/* ---- the child ---- */

struct svg_drawing {
    const struct picture_source *s;
    struct rsvg rsvg;
};

static double pixels_of(RsvgLength l)
{
    switch (l.unit) {
    case RSVG_UNIT_IN: return l.length * 96;
    case RSVG_UNIT_CM: return l.length * 96 / 2.54;
    case RSVG_UNIT_MM: return l.length * 96 / 25.4;
    case RSVG_UNIT_PT: return l.length * 96 / 72;
    case RSVG_UNIT_PC: return l.length * 16;
    case RSVG_UNIT_PX: return l.length;
    default: return 0; /* of what, only a page would know; later librsvg has more such */
    }
}

struct svg_extent {
    double width, height;
    double fine; /* points of the page to each */
};

/* Its own measures, or those of its view; {0}: it has neither. */
static struct svg_extent extent_of(const struct rsvg *rsvg, RsvgHandle *h)
{
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg->rsvg_handle_get_intrinsic_dimensions(h, &has_width, &width, &has_height,
                                               &height, &has_box, &box);
    struct svg_extent e = {has_width ? pixels_of(width) : 0,
                           has_height ? pixels_of(height) : 0, 1};
    if (!has_box || !(box.width > 0) || !(box.height > 0))
        return e.width > 0 && e.height > 0 ? e : (struct svg_extent){0, 0, 1};
    if (e.width > 0 && !(e.height > 0))
        e.height = e.width * box.height / box.width;
    else if (e.height > 0 && !(e.width > 0))
        e.width = e.height * box.width / box.height;
    else if (!(e.width > 0))
        e = (struct svg_extent){box.width, box.height, 1};
    return e;
}

/* In whole units that are neither a speck nor a wall. */
static bool extent_fit(struct svg_extent *e)
{
    const double longer = fmax(e->width, e->height);
    if (!(longer > 0) || !(longer < 1e9))
        return false;
    const double by = longer < LEAST ? LEAST / longer : longer > MOST ? MOST / longer : 1;
    e->width = fmax(1, round(e->width * by));
    e->height = fmax(1, round(e->height * by));
    return true;
}

static cairo_status_t keep_drawn(void *closure, const unsigned char *bytes, unsigned len)
{
    buf_add(closure, bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

/* As pdf/ takes over cairo's files: of version 1.4, with a classic table. */
static bool draw_page(const struct rsvg *rsvg, RsvgHandle *h, struct svg_extent e,
                      struct buf *to)
{
    const RsvgRectangle whole = {0, 0, e.width * e.fine, e.height * e.fine};
    cairo_surface_t *surface = rsvg->cairo_pdf_surface_create_for_stream(
        keep_drawn, to, whole.width, whole.height);
    rsvg->cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_t *cr = rsvg->cairo_create(surface);
    bool drawn = rsvg->rsvg_handle_render_document(h, cr, &whole, NULL) &&
                 rsvg->cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    rsvg->cairo_destroy(cr);
    rsvg->cairo_surface_finish(surface);
    drawn = drawn && rsvg->cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    rsvg->cairo_surface_destroy(surface);
    return drawn;
}

/* What is wrong, or "", the measures and the page. */
static void draw_svg(struct buf *out, void *data)
{
    const struct svg_drawing *d = data;
    struct svg_extent e = {0, 0, 1};
    struct buf page = buf_new(out->a), text = buf_new(out->a);
    RsvgHandle *h = NULL;
    bool masks;
    const char *fault =
        svg_clean(out->a, d->s->file->text, d->s->file->len, &text, &masks);
    if (fault == NULL)
        h = d->rsvg.rsvg_handle_new_from_data((const guint8 *)text.at, text.len, NULL);
    if (h != NULL)
        e = extent_of(&d->rsvg, h);
    if (fault == NULL && h == NULL)
        fault = "is no drawing that can be read; export it as plain SVG";
    if (fault == NULL && !extent_fit(&e))
        fault = "does not say how large it is; give its <svg> a width and a height, or a "
                "viewBox";
    if (masks && fault == NULL)
        e.fine = fmax(1, ceil(MASK_FINE / fmax(e.width, e.height)));
    if (fault == NULL && !draw_page(&d->rsvg, h, e, &page))
        fault = "cannot be drawn; make it simpler and export it as plain SVG";
    text_put_str(out, fault != NULL ? fault : "");
    text_put(out, (const char *)&e, sizeof e);
    text_put(out, page.at, page.len);
}

/* ---- what is kept ---- */

static const struct image *take_drawing(const struct picture_source *s,
                                        const struct buf *found, size_t at)
{
    struct svg_extent e;
    struct image *image = NEW(s->a, struct image);
    size_t len = 0;
    const char *said = bytes_next(found, &at, &len);
    if (said == NULL || len != sizeof e)
        return NULL;
    memcpy(&e, said, sizeof e);
    if (!(e.width >= 1 && e.width <= MOST && e.height >= 1 && e.height <= MOST &&
          e.fine >= 1 && e.fine <= MASK_FINE))
        return NULL;
    *image = (struct image){(int)e.width, (int)e.height, NULL, .file = s->file};
    image->drawing_fine = (int)e.fine;
    image->drawing = bytes_next(found, &at, &image->drawing_len);
    return image->drawing != NULL && svg_page_holds(image->drawing, image->drawing_len)
               ? image
               : NULL;
}

const struct image *svg_load(const struct picture_source *s)
{
    struct svg_drawing *d = NEW(s->a, struct svg_drawing);
    struct buf found;
    size_t at;
    d->s = s;
    if (!rsvg_load(&d->rsvg)) {
        picture_say(s, "is a drawing, which needs librsvg, and this machine has none; "
                       "install librsvg2-2, or export it as PNG");
        return NULL;
    }
    const char *said = picture_work(s, draw_svg, d, DRAWING_BYTES, &found, &at);
    if (said == NULL)
        return NULL;
    const struct image *image = *said == '\0' ? take_drawing(s, &found, at) : NULL;
    if (image == NULL)
        picture_say(s, *said != '\0' ? said : "cannot be drawn; export it as PNG");
    return image;
}
