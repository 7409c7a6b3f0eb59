/* content.c -- pages to content streams.  In: marked pages, and the names and codes of
 * what they draw with; out: operators.  Knows nothing of the structure tree beyond each
 * mark's type. */
#include "pdf/content.h"

#include "pdf/put.h"

#include <stdlib.h>
#include <string.h>

/* What the operators before have set, so that none is written twice. */
struct graphics {
    struct colour fill, stroke;
    length line_width, dash, gap;
    bool round;
    enum face face;
    length size; /* of the face; 0: none is set */
};

struct pen {
    const struct material *material;
    struct buf *out;
    length height; /* of the page, whose y runs down and the PDF's up */
    struct graphics state;
    enum { OUTSIDE, IN_ARRAY, IN_STRING } in; /* of the operand of TJ */
};

/* ---- colours and places ---- */

static void set_colour(struct buf *out, struct colour *now, struct colour c,
                       const char *operator)
{
    if (memcmp(now, &c, sizeof c) == 0)
        return;
    put_colour(out, c, operator);
    *now = c;
}

static void put_lengths(struct buf *out, const length *lengths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_length(out, lengths[i]);
        buf_char(out, ' ');
    }
}

static void put_point(struct pen *pen, length x, length y)
{
    const length point[] = {x, pen->height - y};
    put_lengths(pen->out, point, LEN(point));
}

/* ---- text ---- */

static void end_string(struct pen *pen)
{
    if (pen->in == IN_STRING)
        buf_char(pen->out, ')');
    pen->in = pen->in == OUTSIDE ? OUTSIDE : IN_ARRAY;
}

static void end_array(struct pen *pen)
{
    end_string(pen);
    if (pen->in == IN_ARRAY)
        buf_str(pen->out, "]TJ\n");
    pen->in = OUTSIDE;
}

static void set_font(struct pen *pen, enum face face, length size)
{
    if (pen->state.face == face && pen->state.size == size)
        return;
    end_array(pen);
    buf_str(pen->out, "/f");
    put_int(pen->out, (long)face);
    buf_char(pen->out, ' ');
    put_length(pen->out, size);
    buf_str(pen->out, " Tf\n");
    pen->state.face = face;
    pen->state.size = size;
}

/* `back`: how far it moves to the left before, in thousandths of an em. */
static void put_symbol(struct pen *pen, const struct symbol *l, long back)
{
    if (back != 0)
        end_string(pen);
    if (pen->in == OUTSIDE)
        buf_char(pen->out, '[');
    if (back != 0)
        put_int(pen->out, back);
    if (pen->in != IN_STRING)
        buf_char(pen->out, '(');
    pen->in = IN_STRING;
    if (l->wide)
        put_string_byte(pen->out, (char)(l->code >> 8));
    put_string_byte(pen->out, (char)(l->code & 0xFF));
}

/* What the font says of a glyph is not what it stands for here. */
static void begin_other_words(struct pen *pen, const char *text, size_t len)
{
    end_array(pen);
    buf_str(pen->out, "/Span<</ActualText");
    put_text(pen->out, arena_printf(pen->out->a, "%.*s", (int)len, text));
    buf_str(pen->out, ">>BDC\n");
}

static bool says(const struct symbol *l, const char *text, size_t len)
{
    return l->len == len && memcmp(l->text, text, len) == 0;
}

/* A run's way along its line: where a reader of the PDF is by the widths of the font, in
 * millionths of an em.  What is as near as NEAR to its place stays where it is. */
enum { NEAR = 2000 };
struct way {
    const struct item *run;
    long at;
    length along; /* where the next glyph is to be */
};

static void put_glyph(struct pen *pen, struct way *w, const struct glyph *g)
{
    const struct symbol *l = material_symbol(pen->material, w->run->run.face, g->id);
    const long to = ((long)w->along * 1000 + w->run->run.size / 2) / w->run->run.size;
    const long off = w->at - to * 1000;
    const long back = labs(off) > NEAR ? off / 1000 : 0;
    set_font(pen, l->face, w->run->run.size);
    put_symbol(pen, l, back);
    w->at += l->width - back * 1000;
    w->along += g->advance;
}

static void put_glyphs(struct pen *pen, const struct item *it)
{
    struct way w = {.run = it};
    const char *text = it->run.text;
    for (size_t i = 0, count; i < it->run.count; i += count) {
        const struct glyph *g = &it->run.glyphs[i];
        count = cluster_glyphs(it, i);
        const struct symbol *l = material_symbol(pen->material, it->run.face, g->id);
        const bool other = count > 1 || !says(l, text, g->bytes);
        if (other)
            begin_other_words(pen, text, g->bytes);
        for (size_t k = 0; k < count; k++)
            put_glyph(pen, &w, &g[k]);
        if (other) {
            end_array(pen);
            buf_str(pen->out, "EMC\n");
        }
        text += g->bytes;
    }
    end_array(pen);
}

static void draw_run(struct pen *pen, const struct item *it)
{
    set_colour(pen->out, &pen->state.fill, it->run.colour, "rg\n");
    buf_str(pen->out, it->run.turned ? "BT\n0 -1 1 0 " : "BT\n");
    put_point(pen, it->x, it->y);
    buf_str(pen->out, it->run.turned ? "Tm\n" : "Td\n");
    put_glyphs(pen, it);
    buf_str(pen->out, "ET\n");
}

/* ---- paths and pictures ---- */

/* Does path_rectangle() make such?  It has an operator of its own. */
static bool is_rectangle(const struct path *p)
{
    const struct path_op *op = p->ops;
    return p->count == 5 && op[0].verb == PATH_MOVE && op[1].verb == PATH_LINE &&
           op[2].verb == PATH_LINE && op[3].verb == PATH_LINE &&
           op[4].verb == PATH_CLOSE && op[1].y[0] == op[0].y[0] &&
           op[2].x[0] == op[1].x[0] && op[3].y[0] == op[2].y[0] &&
           op[3].x[0] == op[0].x[0];
}

static void trace_op(struct pen *pen, const struct path_op *op, length x, length y)
{
    const int points = op->verb == PATH_CURVE ? 3 : op->verb == PATH_CLOSE ? 0 : 1;
    for (int k = 0; k < points; k++)
        put_point(pen, x + op->x[k], y + op->y[k]);
    switch (op->verb) {
    case PATH_MOVE: buf_str(pen->out, "m\n"); break;
    case PATH_LINE: buf_str(pen->out, "l\n"); break;
    case PATH_CURVE: buf_str(pen->out, "c\n"); break;
    case PATH_CLOSE: buf_str(pen->out, "h\n"); break;
    }
}

static void trace(struct pen *pen, const struct path *p, length x, length y)
{
    if (is_rectangle(p)) {
        const struct path_op *from = &p->ops[0], *to = &p->ops[2];
        const length size[] = {to->x[0] - from->x[0], from->y[0] - to->y[0]};
        put_point(pen, x + from->x[0], y + from->y[0]);
        put_lengths(pen->out, size, LEN(size));
        buf_str(pen->out, "re\n");
        return;
    }
    for (size_t i = 0; i < p->count; i++)
        trace_op(pen, &p->ops[i], x, y);
}

static void set_dash(struct pen *pen, length dash, length gap)
{
    struct graphics *now = &pen->state;
    if (dash == now->dash && (dash == 0 || gap == now->gap))
        return;
    const length dashes[] = {dash, gap};
    buf_char(pen->out, '[');
    put_lengths(pen->out, dashes, dash > 0 ? LEN(dashes) : 0);
    buf_str(pen->out, "]0 d\n");
    now->dash = dash;
    now->gap = gap;
}

static void set_stroke(struct pen *pen, const struct item *it)
{
    struct graphics *now = &pen->state;
    set_colour(pen->out, &now->stroke, it->path.stroke, "RG\n");
    if (now->line_width != it->path.line_width) {
        put_length(pen->out, it->path.line_width);
        buf_str(pen->out, " w\n");
    }
    if (now->round != it->path.round)
        buf_str(pen->out, it->path.round ? "1 J\n" : "0 J\n");
    now->line_width = it->path.line_width;
    now->round = it->path.round;
    set_dash(pen, it->path.dash, it->path.gap);
}

static void draw_path(struct pen *pen, const struct item *it)
{
    static const char *const paint[2][2] = {{"n\n", "S\n"}, {"f\n", "B\n"}};
    const struct graphics before = pen->state;
    const bool clipped = it->path.clip.count > 0;
    /* A width of 0 would be the thinnest line that there is (ISO 32000-1, 8.4.3.2). */
    const bool stroked = it->path.stroked && it->path.line_width > 0;
    if (clipped) {
        buf_str(pen->out, "q\n");
        trace(pen, &it->path.clip, it->x, it->y);
        buf_str(pen->out, "W n\n");
    }
    if (it->path.filled)
        set_colour(pen->out, &pen->state.fill, it->path.fill, "rg\n");
    if (stroked)
        set_stroke(pen, it);
    trace(pen, &it->path.outline, it->x, it->y);
    buf_str(pen->out, paint[it->path.filled][stroked]);
    if (clipped) {
        buf_str(pen->out, "Q\n");
        pen->state = before;
    }
}

/* The unit square turned and mirrored as Exif has it: by a photograph's orientation. */
static const char *const turns[] = {
    "",
    "",
    "-1 0 0 1 1 0 cm\n",
    "-1 0 0 -1 1 1 cm\n",
    "1 0 0 -1 0 1 cm\n",
    "0 -1 -1 0 1 1 cm\n",
    "0 -1 1 0 0 1 cm\n",
    "0 1 1 0 0 0 cm\n",
    "0 1 -1 0 1 0 cm\n",
};

static void draw_image(struct pen *pen, const struct item *it)
{
    const struct jpeg *jpeg = it->image.image->jpeg;
    const struct bounds *shown = &it->image.shown;
    buf_str(pen->out, "q\n");
    if (shown->right > shown->left) {
        const length size[] = {shown->right - shown->left, shown->bottom - shown->top};
        put_point(pen, shown->left, shown->bottom);
        put_lengths(pen->out, size, LEN(size));
        buf_str(pen->out, "re\nW n\n");
    }
    put_length(pen->out, it->image.width);
    buf_str(pen->out, " 0 0 ");
    put_length(pen->out, it->image.height);
    buf_char(pen->out, ' ');
    put_point(pen, it->x, it->y + it->image.height);
    buf_str(pen->out, "cm\n");
    buf_str(pen->out, turns[jpeg != NULL ? jpeg->orientation : 1]);
    buf_str(pen->out, "/x");
    put_int(pen->out, material_picture(pen->material, it->image.image));
    buf_str(pen->out, " Do\nQ\n");
}

static void draw_item(struct pen *pen, const struct item *it)
{
    switch (it->kind) {
    case ITEM_RUN: draw_run(pen, it); break;
    case ITEM_PATH: draw_path(pen, it); break;
    case ITEM_IMAGE: draw_image(pen, it); break;
    }
}

/* ---- marks ---- */

static const char *artifact_list(enum artifact kind)
{
    switch (kind) {
    case ARTIFACT_HEADER: return "<</Type/Pagination/Subtype/Header>>";
    case ARTIFACT_FOOTER: return "<</Type/Pagination/Subtype/Footer>>";
    case ARTIFACT_BACKGROUND: return "<</Type/Background>>";
    case ARTIFACT_LAYOUT:
    case ARTIFACT_NONE: break;
    }
    return "<</Type/Layout>>";
}

static void begin_mark(struct buf *out, const struct mark *m, int *mcid)
{
    if (m->tag == NULL) {
        buf_str(out, "/Artifact");
        buf_str(out, artifact_list(m->artifact));
    } else {
        buf_char(out, '/');
        buf_str(out, tag_type_name(m->tag->type));
        buf_str(out, "<</MCID ");
        put_int(out, (*mcid)++);
        buf_str(out, ">>");
    }
    buf_str(out, "BDC\n");
}

void content_write(const struct material *d, const struct page *p, struct buf *out)
{
    struct pen pen = {.material = d, .out = out, .height = p->height};
    pen.state.line_width = 1024; /* as every page begins (ISO 32000-1, table 52) */
    int mcid = 0;
    for (size_t k = 0; k < p->marks.len; k++) {
        const struct mark *m = &p->marks.at[k];
        begin_mark(out, m, &mcid);
        for (size_t i = m->first; i < m->first + m->count; i++)
            draw_item(&pen, &p->items.at[i]);
        buf_str(out, "EMC\n");
    }
}
