/* share.c -- a share as a bar of the whole width: what was sufficient, and the rest in
 * the pattern of what falls short.  In: counts; out: items.  Knows no text. */
#include "chart/canvas.h"

struct drawing share_draw(struct arena *a, const struct style *s, long count, long base,
                          length width)
{
    struct canvas c = {.a = a, .s = s, .width = width};
    const length height = s->evidence.bar, gap = s->evidence.bar_gap;
    bool fits = base > 0 && count >= 0 && count <= base;
    if (!fits)
        bug("%ld of %ld as a bar", count, base);
    length end = (length)(width * count / base);
    bool whole = count == base;
    if (count > 0)
        canvas_fill(&c, 0, 0, whole ? width : end - gap, height, FILL_SOLID);
    if (!whole)
        canvas_fill(&c, end, 0, width - end, height, FILL_SHORT);
    return canvas_drawing(&c, width, height);
}
