/* among.c -- a score among those of all areas: these as dots piled on a scale,
 * their average a triangle under it, the own one a sign on a stem.  In: percentages; out:
 * items.
 *
 *                        o
 *           .      . :   |
 *     ---:--:.:.:::::::.:|-.---
 *                 ^
 */
#include "chart/plot.h"

/* How high the dots lie on each other at most. */
static int highest_pile(const struct distribution *d)
{
    int piles[101] = {0}, most = 1;
    for (size_t i = 0; i < d->area_count; i++)
        if (++piles[d->areas[i]] > most)
            most = piles[d->areas[i]];
    return most;
}

/* As large as a percent of the scale lets them be, and as the piles have room.  One path
 * of strokes that go nowhere: as circles they would be most of what a page is written of.
 */
static void dots_draw(struct canvas *c, const struct plot *p,
                      const struct distribution *d, length base, length room)
{
    const struct chart_plot_lengths *k = &c->s->chart_plot;
    length pitch = k->dot_pitch, unit = p->width / (100 - p->lowest);
    int most = highest_pile(d), piles[101] = {0};
    pitch = unit < pitch ? (unit * 3 + pitch) / 4 : pitch;
    pitch = room / most < pitch ? room / most : pitch;
    length radius = (length)((long)pitch * k->dot / k->dot_pitch);
    struct path_op *ops = NEW_ARRAY(c->a, struct path_op, 2 * d->area_count + 1);
    for (size_t i = 0; i < d->area_count; i++) {
        length x = plot_x(p, d->areas[i]);
        length y = base - radius - k->dot_over - (length)piles[d->areas[i]]++ * pitch;
        ops[2 * i] = (struct path_op){PATH_MOVE, {x}, {y}};
        ops[2 * i + 1] = (struct path_op){PATH_LINE, {x}, {y}};
    }
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.path.outline = (struct path){ops, 2 * d->area_count};
    it.path.stroked = it.path.round = true;
    it.path.stroke = canvas_colour(c, ROLE_CHART_DOT);
    it.path.line_width = 2 * radius;
    if (d->area_count > 0)
        *array_push(c->a, &c->page.items) = it;
}

static void average_draw(struct canvas *c, length x, length y)
{
    const struct chart_plot_lengths *k = &c->s->chart_plot;
    const struct path_op ops[] = {
        {PATH_MOVE, {0}, {0}},
        {PATH_LINE, {k->average_width / 2}, {k->average_height}},
        {PATH_LINE, {-k->average_width / 2}, {k->average_height}},
        {.verb = PATH_CLOSE},
    };
    canvas_path(c, x, y, ops, LEN(ops), canvas_colour(c, ROLE_CHART_AXIS));
}

void among_draw(struct canvas *c, const struct plot *p, const struct distribution *d,
                length top, length base)
{
    const struct chart_plot_lengths *k = &c->s->chart_plot;
    const length x = plot_x(p, d->own), y = top + k->sign;
    canvas_rectangle(c, p->left, base - k->limit / 2, p->width, k->limit,
                     canvas_colour(c, ROLE_CHART_LIMIT));
    dots_draw(c, p, d, base, base - top - 2 * k->sign - k->halo);
    if (d->average >= 0)
        average_draw(c, plot_x(p, d->average), base + k->limit);
    if (d->own < 0)
        return;
    canvas_rectangle(c, x - k->stem / 2, y, k->stem, base - y,
                     canvas_colour(c, ROLE_CHART_SOLID));
    canvas_halo(c, x, y, k->sign);
    canvas_sign(c, x, y, k->sign, d->fill);
}

struct drawing distribution_draw(struct arena *a, const struct style *s,
                                 const struct distribution *d,
                                 const struct chart_legend *zones, size_t zone_count,
                                 int lowest, length width, length height)
{
    struct canvas c = {.a = a, .s = s, .width = width};
    const struct plot p = {0, width, lowest, zones, zone_count};
    length base = height - s->chart_plot.average_height - 2 * s->chart_plot.limit;
    plot_zones(&c, &p, 0, base);
    among_draw(&c, &p, d, 0, base);
    return canvas_drawing(&c, width, height);
}
