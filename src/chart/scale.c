/* scale.c -- one scale for all charts of a kind.  In: the report tree; out: the largest
 * count of sample charts, the lowest percentage of charts of points. */
#include "chart/read.h"

static long count_largest(const struct element *e, bool sample)
{
    long largest = 0;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        bool in = sample || (c->kind == EL_CHART && chart_kind(c) == CHART_SAMPLE);
        if (element_is_inline(c->kind) || c->kind == EL_TABLE)
            continue;
        if (in && c->kind == EL_BAR && c->count > largest)
            largest = c->count;
        long inside = count_largest(c, in);
        largest = inside > largest ? inside : largest;
    }
    return largest;
}

static int lower(int x, int y)
{
    return y >= 0 && y < x ? y : x;
}

/* The lowest percentage that a chart of points shows, limits too. */
static int find_lowest(const struct element *e, bool inside)
{
    enum { ZONE = 15 }; /* of the rest at least so much is there */
    int lowest = 100;
    for (const struct element *c = e->first; c != NULL; c = c->next) {
        bool scaled = c->kind == EL_CHART && chart_is_scaled(chart_kind(c));
        bool in = inside || scaled;
        if (element_is_inline(c->kind) || c->kind == EL_TABLE ||
            (scaled && c->axis == NULL)) /* each row has its own */
            continue;
        if (in && c->kind == EL_BAR)
            lowest = lower(lowest, c->percent);
        for (size_t i = 0; in && i < c->area_count; i++)
            lowest = lower(lowest, c->areas[i]);
        if (in && c->kind == EL_ENTRY && c->lowest > 0)
            lowest = lower(lowest, c->lowest > ZONE ? c->lowest - ZONE : 0);
        lowest = lower(lowest, find_lowest(c, in));
    }
    return lowest;
}

/* So that they can be compared, all have one scale; what is lowest stands off its end. */
static int scale_lowest(const struct element *root)
{
    enum { STEP = 5, MOST = 80 };
    int lowest = (find_lowest(root, false) - 2) / STEP * STEP;
    return lowest < 0 ? 0 : lowest > MOST ? MOST : lowest;
}

struct chart_scale chart_scale(const struct element *root)
{
    return (struct chart_scale){count_largest(root, false), scale_lowest(root)};
}
