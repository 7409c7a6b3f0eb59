/* pagebreaks.c -- in: bricks; out: the pages that cost least together.  Knows no strips,
 * no notes and no tables, only how much room they take and what parting them costs. */
#include "layout/pagebreaks.h"

#define WHOLE 1000 /* thousandths */

/* A page that takes brick after brick. */
struct taking {
    length height, spaces, gives, notes, room; /* spaces, gives: what spreads */
    int64_t low; /* what soft beginnings far down have cost */
};

length space_spread(length space, int spread)
{
    long long by = (long long)space * spread;
    if (space < LEAST_SPACE)
        return space;
    return space + (length)(by < 0 ? -((-by + WHOLE - 1) / WHOLE) : by / WHOLE);
}

length space_taken(length give, int spread)
{
    return spread < 0 ? give - space_spread(give, spread) : 0;
}

static length spreads(length space)
{
    return space >= LEAST_SPACE ? space : 0;
}

static int64_t square(int64_t x)
{
    return x * x;
}

static int share(length part, length room)
{
    return part <= 0 || room <= 0 ? 0 : (int)((int64_t)part * WHOLE / room);
}

static bool must_end(const struct bricks *b, size_t end)
{
    return end == b->count || b->at[end].turn > TURN_SOFT;
}

/* What is left of the page behind its brick `last`. */
static length page_left(const struct bricks *b, const struct taking *t, size_t last)
{
    length notes = t->notes == 0 ? 0 : t->notes + b->note_over;
    return t->room - t->height - b->at[last].close - notes;
}

static struct taking page_begin(const struct bricks *b, size_t from, length carried)
{
    const struct brick *k = &b->at[from];
    return (struct taking){.height = k->open + k->height,
                           .gives = spreads(k->give),
                           .notes = carried + k->notes,
                           .room = k->room};
}

/* A section that begins on a page with less than a third left. */
static int64_t low_cost(const struct bricks *b, const struct taking *t, size_t next)
{
    int left = share(page_left(b, t, next - 1), t->room);
    if (b->at[next].turn != TURN_SOFT || left * 3 >= WHOLE)
        return 0;
    return COST_LOW + 2 * square(WHOLE / 3 - left);
}

static void page_add(const struct bricks *b, struct taking *t, size_t next)
{
    const struct brick *k = &b->at[next];
    t->low += low_cost(b, t, next);
    t->height += k->over + k->space + k->height;
    t->spaces += spreads(k->space);
    t->gives += spreads(k->give);
    t->notes += k->notes;
}

static int64_t white_cost(const struct bricks *b, size_t end, int white)
{
    if (must_end(b, end))
        return white <= COST_END_FREE ? 0 : 8 * square(white - COST_END_FREE);
    bool soft = b->at[end].turn == TURN_SOFT;
    int much = white > COST_MUCH ? white - COST_MUCH : 0;
    return square(white) / (soft && white * 3 < WHOLE ? 4 : 1) + 9 * square(much) +
           (soft ? 0 : COST_PARTED);
}

static int64_t hold_cost(const struct bricks *b, size_t end)
{
    static const int64_t costs[HOLD_COUNT] = {[HOLD_ITEM] = COST_ITEM,
                                              [HOLD_ROWS] = COST_ROWS,
                                              [HOLD_KEEP] = COST_KEEP,
                                              [HOLD_WIDOW] = COST_WIDOW,
                                              [HOLD_ALWAYS] = COST_ALWAYS};
    return must_end(b, end) ? 0 : costs[b->at[end - 1].hold];
}

/* Shrinks or grows the page's spaces so that it is just full, as far as they go. */
static void page_spread(struct page_choice *p, const struct taking *t, bool grows)
{
    length spaces = p->white < 0 ? t->spaces + t->gives : t->spaces;
    if (spaces == 0 || p->white == 0)
        return;
    int64_t by = (int64_t)p->white * WHOLE;
    if (p->white < 0) {
        int64_t spread = (-by + spaces - 1) / spaces;
        if (spread > SHRINK_MOST)
            return;
        p->spread = -(int)spread;
        p->white = 0;
    } else if (grows && by / spaces <= GROW_MOST) {
        p->spread = (int)(by / spaces);
        p->white = 0;
    }
}

/* The page that ends before brick `end`; white below 0: it is too full. */
static struct page_choice page_end(const struct bricks *b, const struct taking *t,
                                   size_t end)
{
    struct page_choice p = {.end = end, .white = page_left(b, t, end - 1)};
    page_spread(&p, t, !must_end(b, end));
    p.cost = COST_PAGE + t->low + white_cost(b, end, share(p.white, t->room)) +
             hold_cost(b, end);
    if (p.spread < 0)
        p.cost += COST_SHRINK * square(p.spread) / square(SHRINK_MOST);
    if (p.white < 0)
        p.cost += COST_CUT;
    return p;
}

struct page_choice pagebreaks_page(const struct bricks *b, size_t from, length carried,
                                   const struct page_choice *behind)
{
    struct taking t = page_begin(b, from, carried);
    struct page_choice best = {.end = from};
    for (size_t end = from + 1;; end++) {
        struct page_choice p = page_end(b, &t, end);
        if (p.white < 0 && (end > from + 1 || carried > 0))
            return best;
        p.cost += behind[end].cost;
        if (best.end == from || p.cost <= best.cost)
            best = p;
        if (p.white < 0 || must_end(b, end))
            return best;
        page_add(b, &t, end);
    }
}

struct page_choice *pagebreaks_choose(struct arena *a, const struct bricks *b)
{
    struct page_choice *pages = NEW_ARRAY(a, struct page_choice, b->count + 1);
    for (size_t i = b->count; i-- > 0;)
        pages[i] = pagebreaks_page(b, i, 0, pages);
    return pages;
}

struct page_choice pagebreaks_cost(const struct bricks *b, size_t from, size_t end)
{
    struct taking t = page_begin(b, from, 0);
    for (size_t i = from + 1; i < end; i++)
        page_add(b, &t, i);
    return page_end(b, &t, end);
}
