/* hatch.c -- rectangles in the patterns of the judgements.  A hatch is one path of
 * parallel strokes in a clip: a PDF repeats the clip for each stroke that stands alone.
 * Knows no chart. */
#include "chart/canvas.h"

/* A diagonal's way across is 1/sqrt 2 of its way along. */
#define SQRT2 1.4142135623730951

enum strokes {
    STROKES_NONE,
    STROKES_UP = 1,
    STROKES_DOWN = 2,
    STROKES_BOTH = 3,
    STROKES_UPRIGHT = 4,
    STROKES_LEVEL = 8,
    STROKES_GRID = 12
};

struct pattern {
    enum role ground, line, outline;
    bool outlined; /* as a bar; a swatch always is */
    enum strokes strokes;
    length thick, pitch; /* across the lines */
};

/* Strokes that do not slant, for more judgements than four. */
static struct pattern straight_of(const struct hatch_lengths *k, enum fill fill)
{
    const enum role ground = ROLE_CHART_GROUND, cross = ROLE_CHART_CROSS,
                    line = fill == FILL_UPRIGHT ? ROLE_CHART_UP : ROLE_CHART_DOWN_OUTLINE;
    if (fill == FILL_GRID)
        return (struct pattern){cross,        ground,        cross,         true,
                                STROKES_GRID, k->cross_line, k->cross_pitch};
    return (struct pattern){ground,
                            line,
                            line,
                            true,
                            fill == FILL_UPRIGHT ? STROKES_UPRIGHT : STROKES_LEVEL,
                            k->up_line,
                            k->up_pitch};
}

static struct pattern pattern_of(const struct hatch_lengths *k, enum fill fill)
{
    const enum role ground = ROLE_CHART_GROUND, solid = ROLE_CHART_SOLID,
                    up = ROLE_CHART_UP, down = ROLE_CHART_DOWN, cross = ROLE_CHART_CROSS,
                    few = ROLE_CHART_SHORT;
    switch (fill) {
    case FILL_SOLID:
    case FILL_OWN:
    case FILL_TICK: return (struct pattern){solid, solid, solid, .outlined = false};
    case FILL_HATCH_UP:
        return (struct pattern){ground,     up,         up,         true,
                                STROKES_UP, k->up_line, k->up_pitch};
    case FILL_HATCH_DOWN:
        return (struct pattern){down,         ground,       ROLE_CHART_DOWN_OUTLINE,
                                true,         STROKES_DOWN, k->down_line,
                                k->down_pitch};
    case FILL_CROSS:
        return (struct pattern){cross,        ground,        cross,         true,
                                STROKES_BOTH, k->cross_line, k->cross_pitch};
    case FILL_UPRIGHT:
    case FILL_LEVEL:
    case FILL_GRID: return straight_of(k, fill);
    case FILL_SHORT:
        return (struct pattern){few,        ground,        few,           true,
                                STROKES_UP, k->short_line, k->short_pitch};
    case FILL_WHITE:
        return (struct pattern){ground, ground, ROLE_CHART_WHITE_OUTLINE,
                                .outlined = true};
    case FILL_RANGE:
    case FILL_AVERAGE:
        return (struct pattern){ROLE_RANGE_BAND, ground, ROLE_RANGE_TICK,
                                .outlined = false};
    case FILL_NONE: break;
    }
    bug("fill %d", (int)fill);
}

/* Strokes that cross a rectangle of `width` by `height` at 45 degrees: those that rise to
 * the right begin at its foot, those that fall at its top; `over` lets their ends stand
 * outside the clip. */
static size_t strokes_add(struct path_op *ops, length width, length height, length step,
                          length over, bool rise)
{
    size_t count = 0;
    for (length x = -height + step / 2; x < width + over; x += step) {
        length foot = rise ? height + over : -over, head = rise ? -over : height + over;
        ops[count++] = (struct path_op){PATH_MOVE, {x - over}, {foot}};
        ops[count++] = (struct path_op){PATH_LINE, {x + height + over}, {head}};
    }
    return count;
}

/* Strokes from one side to the other, side by side. */
static size_t straight_add(struct path_op *ops, length width, length height, length step,
                           length over, bool upright)
{
    size_t count = 0;
    for (length at = step / 2; at < (upright ? width : height); at += step) {
        length x = upright ? at : -over, y = upright ? -over : at;
        ops[count++] = (struct path_op){PATH_MOVE, {x}, {y}};
        ops[count++] = (struct path_op){
            PATH_LINE, {upright ? at : width + over}, {upright ? height + over : at}};
    }
    return count;
}

/* `inset`: to the middle of the outline, which would else have teeth. */
static void hatch_draw(struct canvas *c, length x, length y, length width, length height,
                       const struct pattern *p, length inset)
{
    length thick = p->thick, step = (length)(p->pitch * SQRT2 + 0.5);
    size_t most = 4 * ((size_t)((width + height + thick) / p->pitch) + 2), count = 0;
    struct path_op *ops = NEW_ARRAY(c->a, struct path_op, most);
    if (p->strokes & STROKES_UP)
        count += strokes_add(ops, width, height, step, thick, true);
    if (p->strokes & STROKES_DOWN)
        count += strokes_add(ops + count, width, height, step, thick, false);
    if (p->strokes & STROKES_UPRIGHT)
        count += straight_add(ops + count, width, height, p->pitch, thick, true);
    if (p->strokes & STROKES_LEVEL)
        count += straight_add(ops + count, width, height, p->pitch, thick, false);
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT, .x = x, .y = y};
    it.path.outline = (struct path){ops, count};
    it.path.stroked = true;
    it.path.stroke = canvas_colour(c, p->line);
    it.path.line_width = thick;
    it.path.rising = p->strokes & STROKES_UP ? step : 0;
    it.path.falling = p->strokes & STROKES_DOWN ? step : 0;
    it.path.clip =
        path_rectangle(c->a, inset, inset, width - 2 * inset, height - 2 * inset);
    *array_push(c->a, &c->page.items) = it;
}

static void pattern_draw(struct canvas *c, length x, length y, length width,
                         length height, const struct pattern *p, length outline)
{
    canvas_rectangle(c, x, y, width, height, canvas_colour(c, p->ground));
    bool framed = outline > 0 && width > outline;
    if (p->strokes != STROKES_NONE && p->thick > 0 && p->pitch > 0)
        hatch_draw(c, x, y, width, height, p, framed ? outline / 2 : 0);
    if (framed)
        canvas_frame(c, x, y, width, height, outline, canvas_colour(c, p->outline));
}

void canvas_fill(struct canvas *c, length x, length y, length width, length height,
                 enum fill fill)
{
    struct pattern p = pattern_of(&c->s->hatch, fill);
    if (width > 0)
        pattern_draw(c, x, y, width, height, &p, p.outlined ? c->s->hatch.outline : 0);
}

void canvas_bar(struct canvas *c, length x, length end, length middle, enum fill fill)
{
    const length bar = c->s->chart.bar;
    canvas_fill(c, x, middle - bar / 2, end - x, bar, fill);
}

void canvas_swatch(struct canvas *c, length x, length y, enum fill fill)
{
    struct pattern p = pattern_of(&c->s->hatch, fill);
    pattern_draw(c, x, y, c->s->swatch.width, c->s->swatch.height, &p,
                 c->s->hatch.outline);
}
