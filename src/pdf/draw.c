/* draw.c -- pages to cairo.  In: marked pages; out: cairo's PDF, with a sentinel wherever
 * a mark begins.  Knows nothing of structure: which mark is whose is content.c's matter.
 *
 * What cairo asks for: the operator stays OVER, nothing is painted without a clip (it
 * would delete all that was drawn before), and every run has something visible in it. */
#include "pdf/draw.h"

#include "pdf/font.h"
#include "pdf/picture.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

struct pen {
    struct arena *a;
    cairo_surface_t *surface;
    cairo_t *cr;
    cairo_t *sentinels; /* unclipped, so that cr's clip and path do not matter */
    struct fonts *fonts;
    struct pictures *pictures;
    cairo_scaled_font_t *font; /* the one cr has now */
    struct colour colour;      /* its colour, once coloured */
    bool coloured;
    cairo_glyph_t *glyphs; /* room for the longest run so far */
    cairo_text_cluster_t *clusters;
    size_t room;
};

/* Sentinels are of the same colour, because a change of colour costs an operator. */
static void pen_colour(struct pen *pen, struct colour c)
{
    if (pen->coloured && memcmp(&pen->colour, &c, sizeof c) == 0)
        return;
    cairo_set_source_rgb(pen->cr, c.r / 255., c.g / 255., c.b / 255.);
    cairo_set_source_rgb(pen->sentinels, c.r / 255., c.g / 255., c.b / 255.);
    pen->colour = c;
    pen->coloured = true;
}

static void pen_font(struct pen *pen, const struct item *it)
{
    cairo_scaled_font_t *font =
        fonts_scaled(pen->fonts, it->run.face, it->run.size, it->run.turned);
    if (font != pen->font)
        cairo_set_scaled_font(pen->cr, font);
    pen->font = font;
}

static void pen_room(struct pen *pen, size_t count)
{
    if (count <= pen->room)
        return;
    pen->room = count * 2;
    pen->glyphs = NEW_ARRAY(pen->a, cairo_glyph_t, pen->room);
    pen->clusters = NEW_ARRAY(pen->a, cairo_text_cluster_t, pen->room);
}

static void place_glyphs(struct pen *pen, const struct item *it)
{
    length along = 0;
    for (size_t i = 0; i < it->run.count; i++) {
        const struct glyph *g = &it->run.glyphs[i];
        const length x = it->x + (it->run.turned ? 0 : along);
        const length y = it->y + (it->run.turned ? along : 0);
        const unsigned id =
            g->id == GLYPH_SPACE ? fonts_space(pen->fonts, it->run.face) : g->id;
        pen->glyphs[i] = (cairo_glyph_t){id, POINTS(x), POINTS(y)};
        along += g->advance;
    }
}

/* A cluster is a glyph that shows text and those behind it that show none. */
static int place_clusters(struct pen *pen, const struct item *it)
{
    int count = 0;
    size_t bytes = 0;
    for (size_t i = 0; i < it->run.count; i++) {
        const struct glyph *g = &it->run.glyphs[i];
        bytes += g->bytes;
        if (g->bytes > 0 || count == 0)
            pen->clusters[count++] = (cairo_text_cluster_t){g->bytes, 1};
        else
            pen->clusters[count - 1].num_glyphs++;
    }
    if (bytes != it->run.text_len)
        bug("the glyphs of \"%.*s\" show %zu bytes of it", (int)it->run.text_len,
            it->run.text, bytes);
    return count;
}

static void draw_run(struct pen *pen, const struct item *it)
{
    pen_room(pen, it->run.count);
    place_glyphs(pen, it);
    const int clusters = place_clusters(pen, it);
    pen_colour(pen, it->run.colour);
    pen_font(pen, it);
    cairo_show_text_glyphs(pen->cr, it->run.text, (int)it->run.text_len, pen->glyphs,
                           (int)it->run.count, pen->clusters, clusters, 0);
}

static void trace(cairo_t *cr, const struct path *p, length x, length y)
{
    double px[3], py[3];
    for (size_t i = 0; i < p->count; i++) {
        const struct path_op *op = &p->ops[i];
        for (int k = 0; k < 3; k++) {
            px[k] = POINTS(x + op->x[k]);
            py[k] = POINTS(y + op->y[k]);
        }
        switch (op->verb) {
        case PATH_MOVE: cairo_move_to(cr, px[0], py[0]); break;
        case PATH_LINE: cairo_line_to(cr, px[0], py[0]); break;
        case PATH_CURVE:
            cairo_curve_to(cr, px[0], py[0], px[1], py[1], px[2], py[2]);
            break;
        case PATH_CLOSE: cairo_close_path(cr); break;
        }
    }
}

static void draw_path(struct pen *pen, const struct item *it)
{
    cairo_t *cr = pen->cr;
    if (it->path.clip.count > 0) {
        trace(cr, &it->path.clip, it->x, it->y);
        cairo_clip(cr);
    }
    trace(cr, &it->path.outline, it->x, it->y);
    if (it->path.filled) {
        pen_colour(pen, it->path.fill);
        cairo_fill_preserve(cr);
    }
    if (it->path.stroked) {
        pen_colour(pen, it->path.stroke);
        cairo_set_line_width(cr, POINTS(it->path.line_width));
        cairo_set_line_cap(cr,
                           it->path.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        const double dashes[] = {POINTS(it->path.dash), POINTS(it->path.gap)};
        cairo_set_dash(cr, dashes, it->path.dash > 0 ? 2 : 0, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
    if (it->path.clip.count > 0)
        cairo_reset_clip(cr);
}

static void draw_image(struct pen *pen, const struct item *it)
{
    const struct image *image = it->image.image;
    cairo_t *cr = pen->cr;
    cairo_save(cr);
    cairo_translate(cr, POINTS(it->x), POINTS(it->y));
    cairo_scale(cr, POINTS(it->image.width) / image->width,
                POINTS(it->image.height) / image->height);
    cairo_set_source_surface(cr, picture_surface(pen->pictures, image), 0, 0);
    /* Any other filter writes /Interpolate true, which ISO 19005-2, 6.2.8 forbids. */
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_rectangle(cr, 0, 0, image->width, image->height);
    cairo_fill(cr);
    cairo_restore(cr);
}

static void draw_item(struct pen *pen, const struct item *it)
{
    switch (it->kind) {
    case ITEM_RUN: draw_run(pen, it); break;
    case ITEM_PATH: draw_path(pen, it); break;
    case ITEM_IMAGE: draw_image(pen, it); break;
    }
}

static void draw_sentinel(struct pen *pen, size_t k)
{
    cairo_rectangle(pen->sentinels, sentinel_x(k), sentinel_y(k), SENTINEL_WIDTH,
                    SENTINEL_HEIGHT);
    cairo_fill(pen->sentinels);
}

static void draw_marks(struct pen *pen, const struct page *p)
{
    for (size_t k = 0; k < p->marks.len; k++) {
        const struct mark *m = &p->marks.at[k];
        draw_sentinel(pen, k);
        for (size_t i = m->first; i < m->first + m->count; i++)
            draw_item(pen, &p->items.at[i]);
    }
    draw_sentinel(pen, p->marks.len);
}

static void expect_success(cairo_status_t status, const char *what)
{
    if (status == CAIRO_STATUS_NO_MEMORY)
        out_of_memory();
    if (status != CAIRO_STATUS_SUCCESS)
        bug("%s: %s", what, cairo_status_to_string(status));
}

static void draw_page(struct pen *pen, const struct page *p)
{
    cairo_pdf_surface_set_size(pen->surface, POINTS(p->width), POINTS(p->height));
    pen->cr = cairo_create(pen->surface);
    pen->sentinels = cairo_create(pen->surface);
    pen->font = NULL;
    pen->coloured = false;
    draw_marks(pen, p);
    cairo_show_page(pen->cr);
    expect_success(cairo_status(pen->cr), "drawing a page");
    expect_success(cairo_status(pen->sentinels), "drawing the marks of a page");
    cairo_destroy(pen->sentinels);
    cairo_destroy(pen->cr);
}

/* Rough sizes of what cairo writes, not deflated. */
enum { FONTS_ROOM = 1 << 20, PAGE_ROOM = 64 << 10 };

static cairo_status_t keep_bytes(void *closure, const unsigned char *bytes, unsigned len)
{
    buf_add(closure, bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

/* cairo would deflate contents that we then inflate.  Asked like this, and only while it
 * makes a surface, it leaves them as they are; content.c takes both. */
static cairo_surface_t *plain_surface_new(struct buf *out, const struct page *first)
{
    static const char variable[] = "CAIRO_DEBUG_PDF";
    const bool was_set = getenv(variable) != NULL;
    setenv(variable, "1", 0);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        keep_bytes, out, POINTS(first->width), POINTS(first->height));
    if (!was_set)
        unsetenv(variable);
    return surface;
}

static cairo_surface_t *surface_new(struct buf *out, const struct document *doc)
{
    cairo_surface_t *surface = plain_surface_new(out, &doc->pages[0]);
    /* 1.4 has no object streams: scan.c reads a classic table. */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    return surface;
}

struct buf draw_pages(struct arena *a, struct faces *t, const struct document *doc)
{
    if (doc->page_count == 0)
        bug("a document without a page");
    struct buf out = buf_new(a);
    buf_reserve(&out, FONTS_ROOM + doc->page_count * PAGE_ROOM);
    struct pen pen = {.a = a, .surface = surface_new(&out, doc)};
    pen.fonts = fonts_new(a, t);
    pen.pictures = pictures_new(a);
    for (size_t i = 0; i < doc->page_count; i++)
        draw_page(&pen, &doc->pages[i]);
    cairo_surface_finish(pen.surface); /* errors show only now */
    expect_success(cairo_surface_status(pen.surface), "finishing the pages");
    cairo_surface_destroy(pen.surface);
    pictures_free(pen.pictures);
    fonts_free(pen.fonts);
    return out;
}
