/* lines.c -- where the lines of a paragraph end, chosen together.  In: its glyphs, levels
 * of breaking and a width; out: where each line begins.  By dynamic programming (Knuth
 * and Plass, 1981), for lines that are ragged at the right: see the costs.  The same
 * places tell how wide the widest word is. */
#include "text/inside.h"

#include <limits.h>

/* What a line costs; each is far over all that the ones before it can bring together, but
 * for COST_LOOSE, which is a line that leaves a third empty. */
#define COST_LOOSE 1000
#define COST_RUNT 1000000     /* a last line under RUNT of the width */
#define COST_LINE 100000000LL /* so that there are as few as may be */
#define COST_HYPHEN (10 * COST_LINE)
#define COST_WEAK (100 * COST_LINE)
#define COST_CUT (100 * COST_WEAK) /* inside a word that is wider than the line */
#define RUNT 12                    /* hundredths */

static bool is_space(const struct paragraph *p, struct glyph_at at)
{
    const char *s = p->text.at + at.byte;
    return p->glyphs.at[at.glyph].bytes > 0 && space_at(s, p->text.len - at.byte) > 0;
}

/* The glyphs from one place to another, one by one, and how wide they stand. */
struct pen_walk {
    const struct paragraph *p;
    struct glyph_at at;
    length x, seen; /* seen: without the space before `at` */
};

static void walk_on(struct pen_walk *w)
{
    const struct glyph *g = &w->p->glyphs.at[w->at.glyph];
    bool space = is_space(w->p, w->at);
    w->x += g->advance;
    if (!space && g->advance != 0)
        w->seen = w->x;
    w->at.byte += g->bytes;
    w->at.glyph++;
}

static void start_push(struct faces *t, const struct pen_walk *w, enum break_level level)
{
    *array_push(t->a, &t->starts) =
        (struct line_start){.at = w->at, .begin = w->x, .end = w->seen, .level = level};
}

/* What a line that ends before `at` gains: the hyphen, in the look of what is cut. */
static length hyphen_width(const struct faces *t, size_t byte)
{
    return hyphen_glyph(t, span_at(&t->p, byte)).advance;
}

/* The clusters of a word from `w` to before glyph `end`, for it is wider than a line. */
static void starts_cut(struct faces *t, struct pen_walk w, size_t end)
{
    for (walk_on(&w); w.at.glyph < end; walk_on(&w)) {
        enum break_level l = (enum break_level)w.p->break_level.at[w.at.byte];
        if (w.p->glyphs.at[w.at.glyph].bytes == 0)
            continue;
        start_push(t, &w, l);
        if (l == BREAK_HYPHEN)
            t->starts.at[t->starts.len - 1].end += hyphen_width(t, w.at.byte);
    }
}

/* All places where a line may begin, and the end of the text. */
static void starts_find(struct faces *t, struct diags *d, length width)
{
    const struct paragraph *p = &t->p;
    struct pen_walk w = {.p = p}, word = w;
    t->starts.len = 0;
    start_push(t, &w, BREAK_HARD);
    while (w.at.glyph < p->glyphs.len) {
        walk_on(&w);
        bool ends = w.at.glyph == p->glyphs.len;
        enum break_level level =
            ends ? BREAK_HARD : (enum break_level)p->break_level.at[w.at.byte];
        if (level == BREAK_NONE || (!ends && p->glyphs.at[w.at.glyph].bytes == 0))
            continue;
        if (w.seen - word.x > width) {
            hyphens_find(t, d, word.at.byte, w.at.byte);
            starts_cut(t, word, w.at.glyph);
        }
        start_push(t, &w, level);
        word = w;
    }
}

static int64_t break_cost(enum break_level level)
{
    switch (level) {
    case BREAK_NONE: return COST_CUT;
    case BREAK_HYPHEN: return COST_HYPHEN;
    case BREAK_WEAK: return COST_WEAK;
    case BREAK_LOOSE: return COST_LOOSE;
    case BREAK_FREE:
    case BREAK_HARD: break;
    }
    return 0;
}

/* A line of that width that ends before `next`.  Where all are to be equal, the last
 * counts as the others do. */
static int64_t line_cost(const struct line_start *next, length wide, length width,
                         bool balanced)
{
    bool last = next->level == BREAK_HARD;
    int64_t part = width <= 0 ? 100 : (int64_t)wide * 100 / width;
    int64_t empty = part < 100 ? 100 - part : 0;
    int64_t cost = COST_LINE + break_cost(next->level);
    if (last && part < RUNT)
        cost += COST_RUNT;
    return cost + (last && !balanced ? 0 : empty * empty);
}

/* The best line that ends before start `k`; it begins behind the last hard break. */
static void start_reach(struct line_start *starts, size_t k, length width, bool balanced)
{
    struct line_start *next = &starts[k];
    for (size_t i = k; i-- > 0;) {
        length wide = next->end - starts[i].begin;
        if (wide > width && i + 1 < k)
            break;
        int64_t cost = starts[i].cost + line_cost(next, wide, width, balanced);
        if (i + 1 == k || cost < next->cost) {
            next->cost = cost;
            next->before = i;
        }
        if (starts[i].level == BREAK_HARD)
            break;
    }
}

struct glyph_at *lines_choose(struct faces *t, struct diags *d, length width,
                              bool balanced, size_t *count)
{
    const struct paragraph *p = &t->p;
    starts_find(t, d, width);
    struct line_start *starts = t->starts.at;
    size_t last = t->starts.len - 1;
    for (size_t k = 1; balanced && k < last; k++)
        if (starts[k].level == BREAK_FREE && name_at(p, starts[k].at.byte))
            starts[k].level = BREAK_LOOSE;
    for (size_t k = 1; k <= last; k++)
        start_reach(starts, k, width, balanced);
    *count = 0;
    for (size_t k = last; k > 0; k = starts[k].before)
        ++*count;
    t->ends.len = 0;
    array_reserve(t->a, &t->ends, *count + 1);
    for (size_t k = last, i = *count; k > 0; k = starts[k].before)
        t->ends.at[--i] = starts[k].at;
    return t->ends.at;
}

length text_widest_word(struct faces *t, struct arena *a, struct diags *d,
                        const struct span *spans, size_t count)
{
    (void)a;
    paragraph_build(t, d, spans, count, true);
    starts_find(t, d, INT_MAX);
    length widest = 0, begin = 0;
    for (size_t i = 1; i < t->starts.len; i++) {
        const struct line_start *start = &t->starts.at[i];
        if (start->level == BREAK_WEAK)
            continue;
        widest = start->end - begin > widest ? start->end - begin : widest;
        begin = start->begin;
    }
    return widest;
}
