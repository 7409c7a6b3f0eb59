/* svg.c -- in: a drawing; out: SVG, its colours classes of the stylesheet, its hatches
 * and small drawings kept once for the whole page.  Shapes of one look in a row are one
 * path; words come last, those of one look together: a page of charts stays small. */
#include "html/svg.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct svg_defs svg_defs_new(struct arena *a)
{
    return (struct svg_defs){.known = map_new(a), .out = buf_new(a)};
}

/* What is being drawn. */
struct svg_pen {
    struct svg_defs *defs;
    const struct style *s;
    struct buf *out;
    int places;       /* decimals of a point */
    const char *look; /* attributes of the path that has begun; NULL: none has */
};

/* ---- numbers, colours ---- */

/* Points, without zeros at either end and no "-0". */
static void put_points(struct buf *out, length l, int places)
{
    const long unit = places == 2 ? 100 : 10;
    const long all = ((long)l * unit + (l < 0 ? -512 : 512)) / 1024;
    const long whole = labs(all) / unit, rest = labs(all) % unit;
    buf_str(out, all < 0 ? "-" : "");
    if (whole != 0 || rest == 0)
        buf_printf(out, "%ld", whole);
    if (rest != 0 && rest % 10 == 0 && places == 2)
        buf_printf(out, ".%ld", rest / 10);
    else if (rest != 0)
        buf_printf(out, ".%0*ld", places, rest);
}

/* A minus parts two numbers as a blank does. */
static void put_next(struct buf *out, length l, int places)
{
    const size_t at = out->len;
    buf_char(out, ' ');
    put_points(out, l, places);
    if (out->at[at + 1] != '-')
        return;
    out->len = at;
    put_points(out, l, places);
}

static void put_length(struct buf *out, const char *name, length l)
{
    buf_printf(out, " %s=\"", name);
    put_points(out, l, 2);
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

/* ` class="f-blue s-ink"`, and what no class says. */
static void put_paint(const struct style *s, const struct colour *fill,
                      const struct colour *stroke, const char *more, struct buf *out)
{
    const char *f = fill != NULL ? svg_colour_class(out->a, s, *fill) : NULL;
    const char *k = stroke != NULL ? svg_colour_class(out->a, s, *stroke) : NULL;
    const char *between = *more != '\0' && (f != NULL || k != NULL) ? " " : "";
    buf_printf(out, " class=\"%s%s", more, between);
    if (f != NULL)
        buf_printf(out, "f%s", f);
    if (k != NULL)
        buf_printf(out, "%ss%s", f != NULL ? " " : "", k);
    buf_char(out, '"');
    if (fill != NULL && f == NULL)
        buf_printf(out, " fill=\"#%02x%02x%02x\"", fill->r, fill->g, fill->b);
    if (stroke != NULL && k == NULL)
        buf_printf(out, " stroke=\"#%02x%02x%02x\"", stroke->r, stroke->g, stroke->b);
}

/* ---- paths ---- */

static void put_point(struct svg_pen *pen, length x, length y)
{
    put_points(pen->out, x, pen->places);
    put_next(pen->out, y, pen->places);
}

static void put_op(struct svg_pen *pen, const struct path_op *op, length x, length y)
{
    static const char verbs[] = {
        [PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C', [PATH_CLOSE] = 'Z'};
    const int points = op->verb == PATH_CURVE ? 3 : op->verb == PATH_CLOSE ? 0 : 1;
    buf_char(pen->out, verbs[op->verb]);
    for (int i = 0; i < points; i++) {
        buf_str(pen->out, i > 0 ? " " : "");
        put_point(pen, x + op->x[i], y + op->y[i]);
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

static void put_box(struct svg_pen *pen, const struct path *p, length x, length y)
{
    const struct path_op *from = &p->ops[0], *to = &p->ops[2];
    const length width = to->x[0] - from->x[0];
    buf_char(pen->out, 'M');
    put_point(pen, x + from->x[0], y + from->y[0]);
    buf_char(pen->out, 'h');
    put_points(pen->out, width, pen->places);
    buf_char(pen->out, 'v');
    put_points(pen->out, to->y[0] - from->y[0], pen->places);
    buf_char(pen->out, 'h');
    put_points(pen->out, -width, pen->places);
    buf_char(pen->out, 'z');
}

/* As path_circle() makes it: four curves that begin at the right. */
static bool is_circle(const struct path *p)
{
    const struct path_op *op = p->ops;
    return p->count == 6 && op[1].verb == PATH_CURVE && op[2].verb == PATH_CURVE &&
           op[3].verb == PATH_CURVE && op[4].verb == PATH_CURVE &&
           op[5].verb == PATH_CLOSE && op[2].y[2] == op[0].y[0] &&
           op[4].x[2] == op[0].x[0] && op[1].x[2] == op[3].x[2];
}

static void put_circle(struct svg_pen *pen, const struct path *p, length x, length y)
{
    const length across = p->ops[0].x[0] - p->ops[2].x[2];
    buf_char(pen->out, 'M');
    put_point(pen, x + p->ops[0].x[0], y + p->ops[0].y[0]);
    for (int half = 0; half < 2; half++) {
        buf_char(pen->out, 'a');
        put_point(pen, across / 2, across / 2);
        buf_str(pen->out, " 0 1 0 ");
        put_point(pen, half == 0 ? -across : across, 0);
    }
    buf_char(pen->out, 'z');
}

/* A dot is a line that goes nowhere. */
static bool is_dot(const struct path *p)
{
    return p->count == 2 && p->ops[1].verb == PATH_LINE &&
           p->ops[0].x[0] == p->ops[1].x[0] && p->ops[0].y[0] == p->ops[1].y[0];
}

static void put_shape(struct svg_pen *pen, const struct path *p, length x, length y)
{
    if (is_box(p)) {
        put_box(pen, p, x, y);
    } else if (is_circle(p)) {
        put_circle(pen, p, x, y);
    } else if (is_dot(p)) {
        put_op(pen, &p->ops[0], x, y);
        buf_str(pen->out, "h0");
    } else {
        for (size_t i = 0; i < p->count; i++)
            put_op(pen, &p->ops[i], x, y);
    }
}

static void path_end(struct svg_pen *pen)
{
    if (pen->look != NULL)
        buf_str(pen->out, "\"/>");
    pen->look = NULL;
}

/* What follows has these attributes: the path goes on, or another begins. */
static void path_begin(struct svg_pen *pen, const char *look)
{
    if (pen->look != NULL && strcmp(pen->look, look) == 0)
        return;
    path_end(pen);
    buf_printf(pen->out, "<path%s d=\"", look);
    pen->look = look;
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

/* ---- hatches ---- */

static bool is_hatch(const struct item *it)
{
    return it->kind == ITEM_PATH && (it->path.rising > 0 || it->path.falling > 0);
}

static void put_strokes(struct svg_pen *pen, length step, bool rise)
{
    for (length x = -step; x <= step; x += step) {
        const struct path_op line[] = {{PATH_MOVE, {x}, {rise ? step : 0}},
                                       {PATH_LINE, {x + step}, {rise ? 0 : step}}};
        put_op(pen, &line[0], 0, 0);
        put_op(pen, &line[1], 0, 0);
    }
}

/* A square of the ground, as wide as its strokes lie apart; what leaves it at one side
 * comes in at the other. */
static const char *pattern(struct svg_pen *pen, const struct colour *ground,
                           const struct item *it)
{
    struct buf words = buf_new(pen->out->a);
    struct svg_pen tile = {pen->defs, pen->s, &words, 2, NULL};
    const length step = it->path.rising > 0 ? it->path.rising : it->path.falling;
    const struct path square = path_rectangle(words.a, 0, 0, step, step);
    buf_str(&words, " patternUnits=\"userSpaceOnUse\"");
    put_length(&words, "width", step);
    put_length(&words, "height", step);
    buf_str(&words, "><path");
    put_paint(pen->s, ground, NULL, "", &words);
    buf_str(&words, " d=\"");
    put_box(&tile, &square, 0, 0);
    buf_str(&words, "\"/><path");
    put_paint(pen->s, NULL, &it->path.stroke, "", &words);
    put_length(&words, "stroke-width", it->path.line_width);
    buf_str(&words, " stroke-linecap=\"square\" d=\"");
    if (it->path.rising > 0)
        put_strokes(&tile, step, true);
    if (it->path.falling > 0)
        put_strokes(&tile, step, false);
    buf_str(&words, "\"/>");
    return shared(pen->defs, "hatch", "pattern", words.at);
}

/* An outline inside a box, as thick as it stands in from its edge. */
static bool is_frame(const struct item *it)
{
    return it->kind == ITEM_PATH && it->path.stroked && !it->path.filled &&
           is_box(&it->path.outline) && !is_hatch(it);
}

static bool frames(const struct item *frame, const struct item *box)
{
    const length in = frame->path.line_width / 2;
    const struct path_op *f = frame->path.outline.ops, *b = box->path.outline.ops;
    return frame->x + f->x[0] == box->x + b->x[0] + in &&
           frame->y + f->y[0] == box->y + b->y[0] + in &&
           frame->x + f[2].x[0] == box->x + b[2].x[0] - in &&
           frame->y + f[2].y[0] == box->y + b[2].y[0] - in;
}

/* A box on which something is drawn that ends where it ends: a hatch, a frame or both. */
static bool is_ground(const struct item *it, size_t left)
{
    return left > 1 && it->kind == ITEM_PATH && it->path.filled && !it->path.stroked &&
           is_box(&it->path.outline) &&
           (is_hatch(&it[1]) || (is_frame(&it[1]) && frames(&it[1], it)));
}

/* The ground, its hatch and its frame are one box; gives how many items that were. */
static size_t put_ground(struct svg_pen *pen, const struct item *it, size_t left)
{
    const struct item *hatch = is_hatch(&it[1]) ? &it[1] : NULL;
    const size_t next = hatch != NULL ? 2 : 1;
    const struct item *frame =
        left > next && is_frame(&it[next]) && frames(&it[next], it) ? &it[next] : NULL;
    struct buf look = buf_new(pen->out->a);
    put_paint(pen->s, hatch != NULL ? NULL : &it->path.fill,
              frame != NULL ? &frame->path.stroke : NULL, hatch != NULL ? "h" : "",
              &look);
    if (frame != NULL && frame->path.line_width != PT(1))
        put_length(&look, "stroke-width", frame->path.line_width);
    if (hatch != NULL)
        buf_printf(&look, " fill=\"url(#%s)\"", pattern(pen, &it->path.fill, hatch));
    path_begin(pen, look.at);
    const struct item *box = frame != NULL ? frame : it;
    put_box(pen, &box->path.outline, box->x, box->y);
    return frame != NULL ? next + 1 : next;
}

/* ---- items ---- */

static void put_path(struct svg_pen *pen, const struct item *it)
{
    const bool stroked = it->path.stroked && it->path.line_width > 0;
    struct buf look = buf_new(pen->out->a);
    put_paint(pen->s, it->path.filled ? &it->path.fill : NULL,
              stroked ? &it->path.stroke : NULL, "", &look);
    if (stroked && it->path.line_width != PT(1))
        put_length(&look, "stroke-width", it->path.line_width);
    if (stroked && it->path.round)
        buf_str(&look, " stroke-linecap=\"round\"");
    if (stroked && it->path.dash > 0) {
        put_length(&look, "stroke-dasharray", it->path.dash);
        look.at[--look.len] = '\0';
        buf_char(&look, ' ');
        put_points(&look, it->path.gap, 2);
        buf_char(&look, '"');
    }
    path_begin(pen, look.at);
    put_shape(pen, &it->path.outline, it->x, it->y);
}

static void put_shapes(struct svg_pen *pen, const struct drawing *g)
{
    for (size_t i = 0; i < g->items.len;) {
        const struct item *it = &g->items.at[i];
        const size_t left = g->items.len - i;
        if (is_ground(it, left)) {
            i += put_ground(pen, it, left);
            continue;
        }
        if (it->kind == ITEM_PATH)
            put_path(pen, it);
        else if (it->kind == ITEM_IMAGE)
            bug("a picture in a drawing");
        i++;
    }
    path_end(pen);
}

/* ---- words ---- */

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

/* Without the blanks at its ends, which a browser would leave out or draw wide. */
static void put_run(struct svg_pen *pen, const struct item *it)
{
    const char *text = it->run.text, *end = text + it->run.text_len;
    const struct glyph *first = it->run.glyphs, *last = first + it->run.count;
    length x = it->x, width = run_width(it);
    for (; text < end && first < last && *text == ' '; text++, first++) {
        x += first->advance;
        width -= first->advance;
    }
    for (; end > text && last > first && end[-1] == ' '; end--)
        width -= (--last)->advance;
    if (text == end)
        return;
    buf_str(pen->out, "<text x=\"");
    put_points(pen->out, x, 1);
    buf_str(pen->out, "\" y=\"");
    put_points(pen->out, it->y, 1);
    buf_str(pen->out, "\" textLength=\"");
    put_points(pen->out, width, 1);
    buf_str(pen->out, "\">");
    buf_xml(pen->out, arena_strndup(pen->out->a, text, (size_t)(end - text)));
    buf_str(pen->out, "</text>");
}

static bool looks_like(const struct item *x, const struct item *y)
{
    return x->kind == ITEM_RUN && y->kind == ITEM_RUN && x->run.size == y->run.size &&
           x->run.face == y->run.face &&
           memcmp(&x->run.colour, &y->run.colour, sizeof x->run.colour) == 0;
}

/* All runs that look like the first of them. */
static void put_runs(struct svg_pen *pen, const struct drawing *g, size_t first)
{
    const struct item *it = &g->items.at[first];
    for (size_t i = 0; i < first; i++)
        if (looks_like(&g->items.at[i], it))
            return; /* written with that */
    buf_str(pen->out, "<g");
    put_length(pen->out, "font-size", it->run.size);
    put_paint(pen->s, &it->run.colour, NULL, face_class(it->run.face), pen->out);
    buf_char(pen->out, '>');
    for (size_t i = first; i < g->items.len; i++)
        if (looks_like(&g->items.at[i], it))
            put_run(pen, &g->items.at[i]);
    buf_str(pen->out, "</g>");
}

static void put_items(struct svg_defs *defs, const struct style *s,
                      const struct drawing *g, int places, struct buf *out)
{
    struct svg_pen pen = {defs, s, out, places, NULL};
    put_shapes(&pen, g);
    for (size_t i = 0; i < g->items.len; i++)
        if (g->items.at[i].kind == ITEM_RUN)
            put_runs(&pen, g, i);
}

/* ---- the whole ---- */

static void put_view(const struct drawing *g, struct buf *out)
{
    buf_str(out, " viewBox=\"0 0 ");
    put_points(out, g->width, 1);
    buf_char(out, ' ');
    put_points(out, g->height, 1);
    buf_char(out, '"');
    buf_str(out, " width=\""); /* in pixels, where no stylesheet is */
    put_points(out, g->width * 4 / 3, 1);
    buf_str(out, "\" height=\"");
    put_points(out, g->height * 4 / 3, 1);
    buf_char(out, '"');
}

void svg_write(struct svg_defs *defs, const struct style *s, const struct drawing *g,
               const char *attributes, struct buf *out)
{
    buf_str(out, "<svg");
    put_view(g, out);
    buf_printf(out, "%s>", attributes);
    put_items(defs, s, g, 1, out);
    buf_str(out, "</svg>");
}

void svg_use(struct svg_defs *defs, const struct style *s, const struct drawing *g,
             const char *class, struct buf *out)
{
    struct buf words = buf_new(out->a), view = buf_new(out->a);
    put_view(g, &view);
    *strstr(view.at, " width") = '\0';
    buf_printf(&words, "%s>", view.at);
    put_items(defs, s, g, 2, &words);
    const char *id = shared(defs, "sign", "symbol", words.at);
    buf_printf(out, "<svg class=\"%s\" aria-hidden=\"true\"", class);
    put_view(g, out);
    buf_printf(out, "><use href=\"#%s\"/></svg>", id);
}
