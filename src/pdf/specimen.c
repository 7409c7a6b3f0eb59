/* specimen.c -- everything that a document draws, once, on a page of cairo's.  In: a
 * document; out: cairo's fonts and pictures, and how contents name them, which is read
 * back from the page.  Knows nothing of where things stand.
 *
 * What cairo asks for: the operator stays OVER, and text that is only space is dropped,
 * so the glyphs of a face are shown in one go. */
#include "pdf/specimen.h"

#include "pdf/copy.h"
#include "pdf/font.h"
#include "pdf/picture.h"
#include "pdf/put.h"

#include <cairo-pdf.h>
#include <string.h>

/* The symbols of a face. */
struct alphabet {
    struct symbol *symbols; /* by glyph; NULL: nothing is drawn in this face */
    unsigned space;
    ARRAY(unsigned) drawn; /* glyphs, as they first come */
};

struct shown_font {
    struct slice name;
    bool wide;          /* its codes have two bytes */
    long first;         /* the code of the first of: */
    ARRAY(long) widths; /* millionths of an em */
};

struct shown_picture {
    const struct image *image;
    struct slice name;
};

struct specimen {
    struct arena *a;
    struct alphabet faces[FACE_COUNT];
    ARRAY(struct shown_font) fonts;
    ARRAY(struct shown_picture) pictures;
    struct scan scan;       /* of cairo's file */
    struct slice resources; /* of its page */
};

/* ---- what there is to draw ---- */

size_t cluster_glyphs(const struct item *run, size_t i)
{
    size_t count = 1;
    while (i + count < run->run.count && run->run.glyphs[i + count].bytes == 0)
        count++;
    return count;
}

static unsigned glyph_of(const struct alphabet *in, unsigned id)
{
    return id == GLYPH_SPACE ? in->space : id;
}

static struct alphabet *alphabet_of(struct specimen *s, struct fonts *f, enum face face)
{
    struct alphabet *in = &s->faces[face];
    if (in->symbols == NULL) {
        in->symbols = NEW_ARRAY(s->a, struct symbol, fonts_glyphs(f, face));
        in->space = fonts_space(f, face);
    }
    return in;
}

static bool is_before(const char *text, size_t len, const struct symbol *l)
{
    const int order = memcmp(text, l->text, len < l->len ? len : l->len);
    return order < 0 || (order == 0 && len < l->len);
}

/* A glyph stands for the first in Unicode's order of all that it alone shows: a space,
 * not the one at which no line breaks; so says cairo of it too. */
static void add_glyph(struct specimen *s, struct fonts *f, enum face face, unsigned id,
                      const char *text, size_t len)
{
    struct alphabet *in = alphabet_of(s, f, face);
    const unsigned glyph = glyph_of(in, id);
    struct symbol *l = &in->symbols[glyph];
    if (!l->drawn) {
        l->drawn = true;
        *array_push(s->a, &in->drawn) = glyph;
    }
    if (l->len == 0 || (len > 0 && is_before(text, len, l))) {
        l->text = text;
        l->len = len;
    }
}

static void add_run(struct specimen *s, struct fonts *f, const struct item *it)
{
    const char *text = it->run.text;
    for (size_t i = 0, count; i < it->run.count; i += count) {
        const struct glyph *g = &it->run.glyphs[i];
        count = cluster_glyphs(it, i);
        add_glyph(s, f, it->run.face, g->id, text, count == 1 ? g->bytes : 0);
        for (size_t k = 1; k < count; k++)
            add_glyph(s, f, it->run.face, g[k].id, "", 0);
        text += g->bytes;
    }
    if (text != it->run.text + it->run.text_len)
        bug("the glyphs of \"%.*s\" show %td bytes of it", (int)it->run.text_len,
            it->run.text, text - it->run.text);
}

static bool is_blank(struct fonts *f, enum face face, unsigned glyph)
{
    const cairo_glyph_t shown = {.index = glyph};
    cairo_text_extents_t box;
    cairo_scaled_font_glyph_extents(fonts_scaled(f, face), &shown, 1, &box);
    return box.width <= 0 || box.height <= 0;
}

/* A face of which only blanks are drawn gets a glyph that is none. */
static void add_sign(struct specimen *s, struct fonts *f, enum face face)
{
    const struct alphabet *in = &s->faces[face];
    for (size_t i = 0; i < in->drawn.len; i++)
        if (!is_blank(f, face, in->drawn.at[i]))
            return;
    for (unsigned glyph = 0; glyph < fonts_glyphs(f, face); glyph++)
        if (!is_blank(f, face, glyph)) {
            add_glyph(s, f, face, glyph, "", 0);
            return;
        }
}

static void add_picture(struct specimen *s, const struct image *image)
{
    for (size_t i = 0; i < s->pictures.len; i++)
        if (s->pictures.at[i].image == image)
            return;
    *array_push(s->a, &s->pictures) = (struct shown_picture){.image = image};
}

static void add_page(struct specimen *s, struct fonts *f, const struct page *p)
{
    for (size_t i = 0; i < p->items.len; i++) {
        const struct item *it = &p->items.at[i];
        switch (it->kind) {
        case ITEM_RUN: add_run(s, f, it); break;
        case ITEM_IMAGE: add_picture(s, it->image.image); break;
        case ITEM_PATH: break;
        }
    }
}

/* ---- drawing it ---- */

enum { MIDDLE = 5, SIDE = 2 * MIDDLE /* points of cairo's page; all stands amid it */ };

static void expect_success(cairo_status_t status, const char *what)
{
    if (status == CAIRO_STATUS_NO_MEMORY)
        out_of_memory();
    if (status != CAIRO_STATUS_SUCCESS)
        bug("%s: %s", what, cairo_status_to_string(status));
}

static void draw_alphabet(struct specimen *s, const struct alphabet *in, cairo_t *cr)
{
    const size_t count = in->drawn.len;
    cairo_glyph_t *glyphs = NEW_ARRAY(s->a, cairo_glyph_t, count);
    cairo_text_cluster_t *clusters = NEW_ARRAY(s->a, cairo_text_cluster_t, count);
    struct buf text = buf_new(s->a);
    for (size_t i = 0; i < count; i++) {
        const struct symbol *l = &in->symbols[in->drawn.at[i]];
        glyphs[i] = (cairo_glyph_t){in->drawn.at[i], MIDDLE, MIDDLE};
        clusters[i] = (cairo_text_cluster_t){(int)l->len, 1};
        buf_add(&text, l->text, l->len);
    }
    cairo_show_text_glyphs(cr, text.at, (int)text.len, glyphs, (int)count, clusters,
                           (int)count, 0);
}

static void draw_picture(cairo_t *cr, const struct image *image)
{
    cairo_surface_t *picture = picture_surface(image);
    cairo_set_source_surface(cr, picture, 0, 0);
    cairo_surface_destroy(picture); /* cr keeps it */
    /* Any other filter writes /Interpolate true, which ISO 19005-2, 6.2.8 forbids. */
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_rectangle(cr, 0, 0, SIDE, SIDE);
    cairo_fill(cr);
}

static void draw_all(struct specimen *s, struct fonts *f, cairo_t *cr)
{
    for (enum face face = 0; face < FACE_COUNT; face++)
        if (s->faces[face].symbols != NULL) {
            add_sign(s, f, face);
            cairo_set_scaled_font(cr, fonts_scaled(f, face));
            draw_alphabet(s, &s->faces[face], cr);
        }
    for (size_t i = 0; i < s->pictures.len; i++)
        draw_picture(cr, s->pictures.at[i].image);
}

static cairo_status_t keep_bytes(void *closure, const unsigned char *bytes, unsigned len)
{
    buf_add(closure, bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

/* The bytes of a PDF 1.4: that has a classic table and no object streams, as scan.c reads
 * them. */
static struct buf draw(struct specimen *s, struct fonts *f)
{
    struct buf out = buf_new(s->a);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(keep_bytes, &out, SIDE, SIDE);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_t *cr = cairo_create(surface);
    draw_all(s, f, cr);
    expect_success(cairo_status(cr), "drawing");
    cairo_destroy(cr);
    cairo_surface_finish(surface); /* errors show only now */
    expect_success(cairo_surface_status(surface), "finishing what was drawn");
    cairo_surface_destroy(surface);
    return out;
}

/* ---- reading it back ---- */

/* What cairo's page shows, in the order in which it was drawn. */
struct readback {
    struct specimen *s;
    int font;   /* of the specimen's */
    bool other; /* the font says something else of the glyph than its symbol does */
    enum face face;
    size_t glyph, picture; /* to come: of the face's, of all */
    struct symbol *half;   /* whose second byte is to come */
};

static struct symbol *next_symbol(struct readback *r)
{
    while (r->face < FACE_COUNT && r->glyph == r->s->faces[r->face].drawn.len) {
        r->face++;
        r->glyph = 0;
    }
    if (r->face == FACE_COUNT)
        bug("cairo shows more glyphs than were drawn");
    const struct alphabet *in = &r->s->faces[r->face];
    return &in->symbols[in->drawn.at[r->glyph++]];
}

static long width_of(const struct shown_font *font, const struct symbol *l)
{
    const long code = font->wide ? l->code[0] << 8 | l->code[1] : l->code[0];
    const long at = code - font->first;
    if (at < 0 || (size_t)at >= font->widths.len)
        bug("a font without a width for its code %ld", code);
    return font->widths.at[at];
}

static void take_byte(struct readback *r, unsigned char byte)
{
    struct symbol *l = r->half != NULL ? r->half : next_symbol(r);
    if (r->other)
        l->len = 0;
    l->font = r->font;
    l->code[l->code_len++] = byte;
    const struct shown_font *font = &r->s->fonts.at[r->font];
    r->half = font->wide && l->code_len < 2 ? l : NULL;
    if (r->half == NULL)
        l->width = width_of(font, l);
}

/* "[0[500 569.5]]" of a font whose codes are wide, "[500 569.5]" of another: cairo from
 * 1.18 on gives fractions. */
static void take_widths(struct specimen *s, struct shown_font *to, struct slice font)
{
    struct slice list, first;
    if (to->wide) {
        struct slice parts = scan_follow(&s->scan, font, "/DescendantFonts").value;
        token_next(&parts);
        const struct object part = scan_object(&s->scan, value_reference(parts));
        list = scan_follow(&s->scan, part.value, "/W").value;
        token_next(&list);
        first = value_next(&list);
    } else {
        list = scan_follow(&s->scan, font, "/Widths").value;
        first = dict_get(font, "/FirstChar");
    }
    to->first = token_whole(token_next(&first));
    token_next(&list);
    for (struct token t; (t = token_next(&list)).kind == TOKEN_NUMBER;)
        *array_push(s->a, &to->widths) = token_thousandths(t);
}

static void take_font(struct readback *r, struct slice name)
{
    struct specimen *s = r->s;
    const char *key = arena_printf(s->a, "%.*s", (int)name.len, name.at);
    for (r->font = 0; r->font < (int)s->fonts.len; r->font++)
        if (slice_is(s->fonts.at[r->font].name, key))
            return;
    const struct slice fonts = dict_get(s->resources, "/Font");
    const struct slice font = scan_follow(&s->scan, fonts, key).value;
    struct shown_font *to = array_push(s->a, &s->fonts);
    *to = (struct shown_font){.name = name,
                              .wide = slice_is(dict_get(font, "/Subtype"), "/Type0")};
    take_widths(s, to, font);
}

static void take_picture(struct readback *r, struct slice name)
{
    if (r->picture == r->s->pictures.len)
        bug("cairo shows more pictures than were drawn");
    r->s->pictures.at[r->picture++].name = name;
}

static void take_string(struct readback *r, struct token t)
{
    unsigned char *bytes = arena_alloc(r->s->a, t.bytes.len);
    const size_t len = token_string(t, bytes);
    for (size_t i = 0; i < len; i++)
        take_byte(r, bytes[i]);
}

static void take_operator(struct readback *r, struct slice word, struct slice name)
{
    if (slice_is(word, "Tf"))
        take_font(r, name);
    else if (slice_is(word, "Do"))
        take_picture(r, name);
    else if (slice_is(word, "BDC") || slice_is(word, "EMC"))
        r->other = slice_is(word, "BDC");
}

/* cairo gives a glyph of which the font says something else a dictionary with the text.
 */
static void read_back(struct specimen *s, struct slice content)
{
    struct readback r = {.s = s};
    struct slice name = {0};
    int depth = 0;
    for (struct token t; (t = token_next(&content)).kind != TOKEN_END;) {
        depth += (t.kind == TOKEN_DICT) - (t.kind == TOKEN_DICT_END);
        if (t.kind == TOKEN_NAME)
            name = t.bytes;
        else if ((t.kind == TOKEN_STRING || t.kind == TOKEN_HEX) && depth == 0)
            take_string(&r, t);
        else if (t.kind == TOKEN_WORD)
            take_operator(&r, t.bytes, name);
    }
    for (; r.face < FACE_COUNT; r.face++, r.glyph = 0)
        if (r.glyph != s->faces[r.face].drawn.len)
            bug("a glyph was drawn that cairo does not show");
    if (r.half != NULL || r.picture != s->pictures.len)
        bug("cairo shows %zu pictures of %zu", r.picture, s->pictures.len);
}

static void read_file(struct specimen *s, const struct buf *drawn)
{
    s->scan = scan_file(s->a, slice_of(drawn));
    const struct slice page = scan_object(&s->scan, s->scan.page).value;
    s->resources = scan_follow(&s->scan, page, "/Resources").value;
    const struct object content = scan_follow(&s->scan, page, "/Contents");
    read_back(s, scan_inflate(s->a, &content));
}

struct specimen *specimen_new(struct arena *a, struct faces *t,
                              const struct document *doc)
{
    struct specimen *s = NEW(a, struct specimen);
    s->a = a;
    struct fonts *f = fonts_new(a, t);
    for (size_t i = 0; i < doc->page_count; i++)
        add_page(s, f, &doc->pages[i]);
    const struct buf drawn = draw(s, f);
    fonts_free(f);
    read_file(s, &drawn);
    return s;
}

/* ---- what contents ask ---- */

const struct symbol *specimen_symbol(const struct specimen *s, enum face face,
                                     unsigned glyph)
{
    const struct alphabet *in = &s->faces[face];
    return &in->symbols[glyph_of(in, glyph)];
}

struct slice specimen_font(const struct specimen *s, int font)
{
    return s->fonts.at[font].name;
}

struct slice specimen_picture(const struct specimen *s, const struct image *image)
{
    size_t i = 0;
    while (s->pictures.at[i].image != image)
        i++;
    return s->pictures.at[i].name;
}

static void put_entry(struct copier *c, struct slice resources, const char *key,
                      struct buf *out)
{
    const struct slice value = dict_get(resources, key);
    if (value.len == 0)
        return;
    buf_str(out, key);
    copy_value(c, value, out);
}

int specimen_write(const struct specimen *s, struct objects *o)
{
    struct copier *c = copier_new(s->a, &s->scan, o);
    const int number = object_numbers(o, 1);
    struct buf *out = object_begin(o, number);
    buf_str(out, "<<");
    put_entry(c, s->resources, "/Font", out);
    put_entry(c, s->resources, "/XObject", out);
    buf_str(out, ">>");
    copy_referred(c);
    return number;
}
