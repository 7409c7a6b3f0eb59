/* svg.c -- in: a drawing; out: SVG, its colours classes of the stylesheet, its hatches
 * and small drawings kept once for the whole page. */
#include "html/svg.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct svg_defs svg_defs_new(struct arena *a)
{
    return (struct svg_defs){.known = map_new(a), .out = buf_new(a)};
}

/* ---- numbers, colours ---- */

/* Points with two decimals at most; no "-0". */
static void put_points(struct buf *out, length l)
{
    const long hundredths = (long)((l * 100.0 + (l < 0 ? -512 : 512)) / 1024);
    const long whole = labs(hundredths) / 100, rest = labs(hundredths) % 100;
    buf_printf(out, "%s%ld", hundredths < 0 ? "-" : "", whole);
    if (rest != 0)
        buf_printf(out, rest % 10 == 0 ? ".%ld" : ".%02ld",
                   rest % 10 == 0 ? rest / 10 : rest);
}

static void put_length(struct buf *out, const char *name, length l)
{
    buf_printf(out, " %s=\"", name);
    put_points(out, l);
    buf_char(out, '"');
}

const char *svg_colour_class(struct arena *a, const struct style *s, struct colour c)
{
    const size_t at = style_colour_index(s, c);
    if (at == s->colour_count)
        return NULL;
    char *class = arena_printf(a, "-%s", s->colour_names[at]);
    for (char *p = class; *p != '\0'; p++)
        if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-", *p) == NULL)
            *p = '_';
    return class;
}

/* `fill` and `stroke`, each a class, or itself where the palette lacks it. */
static void put_paint(const struct style *s, const struct colour *fill,
                      const struct colour *stroke, const char *more, struct buf *out)
{
    const char *f = fill != NULL ? svg_colour_class(out->a, s, *fill) : NULL;
    const char *k = stroke != NULL ? svg_colour_class(out->a, s, *stroke) : NULL;
    const char *blank = "";
    buf_str(out, " class=\"");
    if (f != NULL)
        buf_printf(out, "f%s", f);
    blank = f != NULL ? " " : "";
    if (k != NULL)
        buf_printf(out, "%ss%s", blank, k);
    blank = f != NULL || k != NULL ? " " : "";
    buf_printf(out, "%s%s\"", *more != '\0' ? blank : "", more);
    if (fill != NULL && f == NULL)
        buf_printf(out, " fill=\"#%02x%02x%02x\"", fill->r, fill->g, fill->b);
    if (fill == NULL)
        buf_str(out, " fill=\"none\"");
    if (stroke != NULL && k == NULL)
        buf_printf(out, " stroke=\"#%02x%02x%02x\"", stroke->r, stroke->g, stroke->b);
}

/* ---- paths ---- */

static void put_op(const struct path_op *op, length x, length y, struct buf *out)
{
    static const char verbs[] = {
        [PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C'};
    if (op->verb == PATH_CLOSE) {
        buf_char(out, 'Z');
        return;
    }
    buf_char(out, verbs[op->verb]);
    for (int i = 0; i < (op->verb == PATH_CURVE ? 3 : 1); i++) {
        buf_str(out, i > 0 ? " " : "");
        put_points(out, x + op->x[i]);
        buf_char(out, ' ');
        put_points(out, y + op->y[i]);
    }
}

/* As path_rectangle() makes it. */
static bool is_box(const struct path *p)
{
    const struct path_op *op = p->ops;
    return p->count == 5 && op[4].verb == PATH_CLOSE && op[1].y[0] == op[0].y[0] &&
           op[2].x[0] == op[1].x[0] && op[3].y[0] == op[2].y[0] &&
           op[3].x[0] == op[0].x[0];
}

static void put_box(const struct path *p, length x, length y, struct buf *out)
{
    const struct path_op *from = &p->ops[0], *to = &p->ops[2];
    buf_str(out, "<rect");
    put_length(out, "x", x + from->x[0]);
    put_length(out, "y", y + from->y[0]);
    put_length(out, "width", to->x[0] - from->x[0]);
    put_length(out, "height", to->y[0] - from->y[0]);
}

static void put_shape(const struct path *p, length x, length y, struct buf *out)
{
    if (is_box(p)) {
        put_box(p, x, y, out);
        return;
    }
    buf_str(out, "<path d=\"");
    for (size_t i = 0; i < p->count; i++)
        put_op(&p->ops[i], x, y, out);
    buf_char(out, '"');
}

/* ---- what the page has once ---- */

/* The id of what `words` draws, `kind` and a number; it is written where it is new. */
static const char *shared(struct svg_defs *defs, const char *kind, const char *tag,
                          const char *words)
{
    struct arena *a = defs->out.a;
    const char *id = map_get(defs->known, words);
    if (id != NULL)
        return id;
    id = arena_printf(a, "%s_%zu", kind, ++defs->count);
    map_put(defs->known, words, (void *)id);
    buf_printf(&defs->out, "<%s id=\"%s\"%s</%s>", tag, id, words, tag);
    return id;
}

/* A square as wide as its strokes lie apart; what leaves it at one side comes in at the
 * other. */
static const char *pattern(struct svg_defs *defs, const struct style *s,
                           const struct item *it)
{
    struct buf words = buf_new(defs->out.a);
    const length step = it->path.rising > 0 ? it->path.rising : it->path.falling;
    buf_str(&words, " patternUnits=\"userSpaceOnUse\"");
    put_length(&words, "width", step);
    put_length(&words, "height", step);
    buf_str(&words, "><path d=\"");
    for (length x = -step; x <= step; x += step) {
        const struct path_op rising[] = {{PATH_MOVE, {x}, {step}},
                                         {PATH_LINE, {x + step}, {0}}},
                             falling[] = {{PATH_MOVE, {x}, {0}},
                                          {PATH_LINE, {x + step}, {step}}};
        for (int i = 0; i < 2 && it->path.rising > 0; i++)
            put_op(&rising[i], 0, 0, &words);
        for (int i = 0; i < 2 && it->path.falling > 0; i++)
            put_op(&falling[i], 0, 0, &words);
    }
    buf_char(&words, '"');
    put_paint(s, NULL, &it->path.stroke, "", &words);
    put_length(&words, "stroke-width", it->path.line_width);
    buf_str(&words, " stroke-linecap=\"square\"/>");
    return shared(defs, "hatch", "pattern", words.at);
}

static void put_hatch(struct svg_defs *defs, const struct style *s, const struct item *it,
                      struct buf *out)
{
    put_box(&it->path.clip, it->x, it->y, out);
    buf_printf(out, " fill=\"url(#%s)\"/>", pattern(defs, s, it));
}

/* ---- items ---- */

static void put_path(struct svg_defs *defs, const struct style *s, const struct item *it,
                     struct buf *out)
{
    if (it->path.rising > 0 || it->path.falling > 0) {
        put_hatch(defs, s, it, out);
        return;
    }
    const bool stroked = it->path.stroked && it->path.line_width > 0;
    put_shape(&it->path.outline, it->x, it->y, out);
    put_paint(s, it->path.filled ? &it->path.fill : NULL,
              stroked ? &it->path.stroke : NULL, "", out);
    if (stroked)
        put_length(out, "stroke-width", it->path.line_width);
    if (stroked && it->path.round)
        buf_str(out, " stroke-linecap=\"round\"");
    if (stroked && it->path.dash > 0) {
        buf_str(out, " stroke-dasharray=\"");
        put_points(out, it->path.dash);
        buf_char(out, ' ');
        put_points(out, it->path.gap);
        buf_char(out, '"');
    }
    buf_str(out, "/>");
}

static const char *face_class(enum face f)
{
    switch (f) {
    case FACE_REGULAR: return "";
    case FACE_BOLD: return "b";
    case FACE_ITALIC: return "i";
    case FACE_BOLD_ITALIC: return "b i";
    case FACE_COUNT: break;
    }
    bug("a face %d", (int)f);
}

/* Without the blanks at its end, which a browser would draw out to the width. */
static void put_run(const struct style *s, const struct item *it, struct buf *out)
{
    size_t len = it->run.text_len;
    length width = run_width(it);
    for (size_t g = it->run.count; len > 0 && g > 0 && it->run.text[len - 1] == ' ';
         len--)
        width -= it->run.glyphs[--g].advance;
    if (len == 0)
        return;
    buf_str(out, "<text");
    put_length(out, "x", it->x);
    put_length(out, "y", it->y);
    put_length(out, "font-size", it->run.size);
    put_length(out, "textLength", width);
    buf_str(out, " lengthAdjust=\"spacingAndGlyphs\"");
    put_paint(s, &it->run.colour, NULL, face_class(it->run.face), out);
    buf_char(out, '>');
    buf_xml(out, arena_strndup(out->a, it->run.text, len));
    buf_str(out, "</text>");
}

static void put_items(struct svg_defs *defs, const struct style *s,
                      const struct drawing *g, struct buf *out)
{
    for (size_t i = 0; i < g->items.len; i++) {
        const struct item *it = &g->items.at[i];
        switch (it->kind) {
        case ITEM_RUN: put_run(s, it, out); break;
        case ITEM_PATH: put_path(defs, s, it, out); break;
        case ITEM_IMAGE: bug("a picture in a drawing");
        }
    }
}

static void put_view(const struct drawing *g, struct buf *out)
{
    buf_str(out, " viewBox=\"0 0 ");
    put_points(out, g->width);
    buf_char(out, ' ');
    put_points(out, g->height);
    buf_char(out, '"');
}

void svg_write(struct svg_defs *defs, const struct style *s, const struct drawing *g,
               const char *attributes, struct buf *out)
{
    buf_str(out, "<svg");
    put_view(g, out);
    put_length(out, "width", g->width * 4 / 3); /* pixels, where no stylesheet is */
    put_length(out, "height", g->height * 4 / 3);
    buf_printf(out, "%s>", attributes);
    put_items(defs, s, g, out);
    buf_str(out, "</svg>");
}

void svg_use(struct svg_defs *defs, const struct style *s, const struct drawing *g,
             const char *class, struct buf *out)
{
    struct buf words = buf_new(out->a);
    put_view(g, &words);
    buf_char(&words, '>');
    put_items(defs, s, g, &words);
    const char *id = shared(defs, "sign", "symbol", words.at);
    buf_printf(out, "<svg class=\"%s\" aria-hidden=\"true\"", class);
    put_view(g, out);
    put_length(out, "width", g->width * 4 / 3);
    put_length(out, "height", g->height * 4 / 3);
    buf_printf(out, "><use href=\"#%s\"/></svg>", id);
}
