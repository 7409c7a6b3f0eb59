/* canvas.c -- rectangles, outlines and words on a drawing.  In: places and types of the
 * house; out: items.  Knows no chart. */
#include "chart/canvas.h"

#include <string.h>

struct drawing canvas_drawing(const struct canvas *c, length width, length height)
{
    struct drawing g = {.width = width, .height = height};
    g.items.at = c->page.items.at;
    g.items.len = c->page.items.len;
    g.items.cap = c->page.items.cap;
    g.rows = c->rows;
    return g;
}

struct colour canvas_colour(const struct canvas *c, enum role r)
{
    return c->s->roles[r];
}

void canvas_rectangle(struct canvas *c, length x, length y, length width, length height,
                      struct colour fill)
{
    *array_push(c->a, &c->page.items) = item_rectangle(c->a, x, y, width, height, fill);
}

void canvas_axis(struct canvas *c, length x, length top, length bottom)
{
    const length thick = c->s->chart.axis;
    canvas_rectangle(c, x - thick / 2, top, thick, bottom - top,
                     canvas_colour(c, ROLE_CHART_AXIS));
}

void canvas_frame(struct canvas *c, length x, length y, length width, length height,
                  length thick, struct colour colour)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline =
        path_rectangle(c->a, thick / 2, thick / 2, width - thick, height - thick);
    it.path.stroked = true;
    it.path.stroke = colour;
    it.path.line_width = thick;
    *array_push(c->a, &c->page.items) = it;
}

void canvas_path(struct canvas *c, length x, length y, const struct path_op *ops,
                 size_t count, struct colour fill)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    struct path_op *kept = NEW_ARRAY(c->a, struct path_op, count);
    memcpy(kept, ops, count * sizeof *ops);
    it.path.outline = (struct path){kept, count};
    it.path.filled = true;
    it.path.fill = fill;
    *array_push(c->a, &c->page.items) = it;
}

struct lines canvas_lines(struct canvas *c, const struct type_style *type,
                          const char *text, length width)
{
    if (text == NULL || text[0] == '\0')
        return (struct lines){0};
    struct span s = span_of(type, c->lang, text, NULL);
    s.pos = c->pos;
    return text_fill(c->t, c->a, c->d, &s, 1, width, false);
}

length canvas_text_width(struct canvas *c, const struct type_style *type,
                         const char *text)
{
    struct span s = span_of(type, c->lang, text, NULL);
    return text_width(c->t, c->d, &s, 1);
}

void canvas_text(struct canvas *c, const struct lines *lines, length x, length y,
                 length leading, enum align align)
{
    for (size_t i = 0; i < lines->count; i++) {
        length width = lines->at[i].width;
        length left = align == ALIGN_LEFT     ? x
                      : align == ALIGN_MIDDLE ? x - width / 2
                                              : x - width;
        line_place(c->a, &c->page, &lines->at[i], left, y + (length)i * leading,
                   ARTIFACT_LAYOUT);
    }
}

void canvas_word(struct canvas *c, const struct type_style *type, const char *text,
                 length x, length y, enum align align)
{
    struct lines lines = canvas_lines(c, type, text, WIDE);
    canvas_text(c, &lines, x, y, type->leading, align);
}

length type_middle(const struct type_style *type)
{
    return (length)((long)type->size * 36 / 100); /* half of a capital's height */
}

struct type_style type_bold(const struct type_style *type)
{
    struct type_style bold = *type;
    bold.face = FACE_BOLD;
    return bold;
}
