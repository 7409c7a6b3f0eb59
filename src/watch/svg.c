/* svg.c -- in: a marked page; out: SVG in points.  Words are words in the very faces of
 * the page, as wide as they are on paper; shapes are paths.  Numbers are written without
 * printf: a report has tens of thousands of them. */
#include "watch/drawing.h"

#include "base/hash.h"
#include "picture/picture.h"

#include <string.h>

/* ---- numbers ---- */

/* Points to a hundredth, behind `before`. */
static void put_points(struct buf *out, const char *before, length l)
{
    char digits[24], *at = digits + sizeof digits;
    const bool minus = l < 0;
    long all = ((minus ? -(long)l : (long)l) * 100 + 512) / 1024;
    long rest = all % 100, whole = all / 100;
    if (rest != 0) {
        if (rest % 10 != 0)
            *--at = (char)('0' + rest % 10);
        *--at = (char)('0' + rest / 10);
        *--at = '.';
    }
    do
        *--at = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    if (minus && all > 0)
        *--at = '-';
    buf_str(out, before);
    buf_add(out, at, (size_t)(digits + sizeof digits - at));
}

static void put_attribute(struct buf *out, const char *name, length l)
{
    put_points(out, name, l);
    buf_char(out, '"');
}

static void put_colour(struct buf *out, const char *name, struct colour c)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned parts[] = {c.r, c.g, c.b};
    buf_str(out, name);
    for (size_t i = 0; i < LEN(parts); i++) {
        buf_char(out, hex[parts[i] >> 4 & 15]);
        buf_char(out, hex[parts[i] & 15]);
    }
    buf_char(out, '"');
}

/* ---- shapes ---- */

static void put_outline(struct buf *out, const struct path *p, length x, length y)
{
    static const char *const verbs[] = {
        [PATH_MOVE] = "M", [PATH_LINE] = "L", [PATH_CURVE] = "C", [PATH_CLOSE] = "Z"};
    for (size_t i = 0; i < p->count; i++) {
        const struct path_op *op = &p->ops[i];
        const int points = op->verb == PATH_CURVE ? 3 : op->verb == PATH_CLOSE ? 0 : 1;
        buf_str(out, points > 0 ? "" : verbs[op->verb]);
        for (int k = 0; k < points; k++) {
            put_points(out, k > 0 ? " " : verbs[op->verb], x + op->x[k]);
            put_points(out, " ", y + op->y[k]);
        }
    }
}

/* A clip has its name from its outline: two of one name are the same. */
static const char *put_clip(struct buf *out, const struct item *it)
{
    struct buf d = buf_new(out->a);
    put_outline(&d, &it->path.clip, it->x, it->y);
    const char *name = hash_name(out->a, hash_str(HASH_START, d.at));
    buf_printf(out, "<clipPath id=\"c%s\"><path d=\"%s\"/></clipPath>", name, d.at);
    return name;
}

static void put_path(struct buf *out, const struct item *it)
{
    const char *clip = it->path.clip.count > 0 ? put_clip(out, it) : NULL;
    buf_str(out, "<path");
    if (it->path.filled)
        put_colour(out, " fill=\"#", it->path.fill);
    else
        buf_str(out, " fill=\"none\"");
    if (it->path.stroked) {
        put_colour(out, " stroke=\"#", it->path.stroke);
        put_attribute(out, " stroke-width=\"", it->path.line_width);
        buf_str(out, it->path.round ? " stroke-linecap=\"round\"" : "");
    }
    if (it->path.dash > 0) {
        put_points(out, " stroke-dasharray=\"", it->path.dash);
        put_attribute(out, " ", it->path.gap);
    }
    if (clip != NULL)
        buf_printf(out, " clip-path=\"url(#c%s)\"", clip);
    buf_str(out, " d=\"");
    put_outline(out, &it->path.outline, it->x, it->y);
    buf_str(out, "\"/>");
}

/* ---- words ---- */

static void put_words(struct buf *out, const char *text, size_t len)
{
    for (size_t i = 0, from = 0; i <= len; i++) {
        const char *sign = i == len         ? ""
                           : text[i] == '&' ? "&amp;"
                           : text[i] == '<' ? "&lt;"
                           : text[i] == '>' ? "&gt;"
                                            : NULL;
        if (sign == NULL)
            continue;
        buf_add(out, text + from, i - from);
        buf_str(out, sign);
        from = i + 1;
    }
}

/* Without the blanks at its ends, which a browser would leave out or draw wide. */
static void put_run(struct buf *out, const struct item *it)
{
    const char *text = it->run.text, *end = text + it->run.text_len;
    const struct glyph *first = it->run.glyphs, *last = first + it->run.count;
    length along = 0, width = run_width(it);
    for (; text < end && first < last && *text == ' '; text++, first++) {
        along += first->advance;
        width -= first->advance;
    }
    for (; end > text && last > first && end[-1] == ' '; end--)
        width -= (--last)->advance;
    if (text == end)
        return;
    buf_str(out, "<text class=\"p");
    buf_char(out, (char)('0' + it->run.face));
    put_points(out, "\" x=\"", it->x + (it->run.turned ? 0 : along));
    put_points(out, "\" y=\"", it->y + (it->run.turned ? along : 0));
    put_points(out, "\" font-size=\"", it->run.size);
    put_points(out, "\" textLength=\"", width);
    put_colour(out, "\" fill=\"#", it->run.colour);
    if (it->run.turned) {
        put_points(out, " transform=\"rotate(90 ", it->x);
        put_points(out, " ", it->y + along);
        buf_str(out, ")\"");
    }
    buf_char(out, '>');
    put_words(out, text, (size_t)(end - text));
    buf_str(out, "</text>");
}

/* ---- pictures ---- */

const char *image_name(struct drawing_board *b, const struct image *image)
{
    for (size_t i = 0; i < b->images.len; i++)
        if (b->images.at[i].image == image)
            return b->images.at[i].name;
    const uint64_t hash = hash_bytes(HASH_START, image->file->text, image->file->len);
    const char *name = arena_printf(b->a, "%s.%s", hash_name(b->a, hash),
                                    image_media(image) + sizeof "image/" - 1);
    *array_push(b->a, &b->images) =
        (struct drawn_image){name, image, image->file->text, image->file->len};
    return name;
}

static void put_image(struct drawing_board *b, const struct item *it, struct buf *out)
{
    buf_str(out, "<image preserveAspectRatio=\"none\" href=\"image/");
    buf_str(out, image_name(b, it->image.image));
    put_points(out, "\" x=\"", it->x);
    put_points(out, "\" y=\"", it->y);
    put_points(out, "\" width=\"", it->image.width);
    put_attribute(out, "\" height=\"", it->image.height);
    buf_str(out, "/>");
}

void page_draw(struct drawing_board *b, int page, struct buf *svg)
{
    const struct page *p = &b->doc->pages[page];
    put_points(svg, "<svg viewBox=\"0 0 ", p->width);
    put_attribute(svg, " ", p->height);
    buf_str(svg, " aria-hidden=\"true\">");
    for (size_t i = 0; i < p->items.len; i++)
        switch (p->items.at[i].kind) {
        case ITEM_RUN: put_run(svg, &p->items.at[i]); break;
        case ITEM_PATH: put_path(svg, &p->items.at[i]); break;
        case ITEM_IMAGE: put_image(b, &p->items.at[i], svg); break;
        }
    buf_str(svg, "</svg>");
}

const struct drawn_image *board_images(const struct drawing_board *b, size_t *count)
{
    *count = b->images.len;
    return b->images.at;
}
