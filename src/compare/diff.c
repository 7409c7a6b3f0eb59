/* diff.c -- the longest row of words that two texts have in common, by Myers's algorithm
 * in linear space: the middle of the shortest way from one to the other, then both
 * halves.
 */
#include "compare/work.h"

#include <string.h>

struct diffing {
    const struct text_token *old, *now;
    long *of;             /* per new token */
    long *ahead, *behind; /* how far each diagonal has come from either end */
    long middle;          /* the diagonal 0 of both */
};

static bool same(const struct text_token *x, const struct text_token *y)
{
    return x->len == y->len && x->note == y->note && memcmp(x->at, y->at, x->len) == 0;
}

/* Of `old` [x, u) and `now` [y, v). */
struct diff_part {
    long x, u, y, v;
};

#define NOWHERE (-1L)

/* Where diagonal k goes on from: its better neighbour, as far as that is inside. */
static long step(const long *way, long k, long d, long n, long m)
{
    const long right =
        k > -d && way[k - 1] >= 0 && way[k - 1] < n ? way[k - 1] + 1 : NOWHERE;
    const long down = (k < d || d == 0) && way[k + 1] >= 0 && way[k + 1] - k <= m
                          ? way[k + 1]
                          : NOWHERE;
    return right > down ? right : down;
}

/* One step more from the front; true when it has met what came from behind: [x, u) and
 * [y, v) of `snake` are then equal and on the shortest way. */
static bool go_ahead(const struct diffing *f, struct diff_part p, long d,
                     struct diff_part *snake)
{
    const long n = p.u - p.x, m = p.v - p.y, delta = n - m;
    long *ahead = f->ahead + f->middle, *behind = f->behind + f->middle;
    for (long k = -d; k <= d; k += 2) {
        const long from = step(ahead, k, d, n, m);
        long x = from;
        while (x >= 0 && x < n && x - k < m &&
               same(&f->old[p.x + x], &f->now[p.y + x - k]))
            x++;
        ahead[k] = x;
        const long c = delta - k;
        if (x < 0 || delta % 2 == 0 || c < 1 - d || c > d - 1 || behind[c] < 0 ||
            x + behind[c] < n)
            continue;
        *snake = (struct diff_part){p.x + from, p.x + x, p.y + from - k, p.y + x - k};
        return true;
    }
    return false;
}

static bool go_behind(const struct diffing *f, struct diff_part p, long d,
                      struct diff_part *snake)
{
    const long n = p.u - p.x, m = p.v - p.y, delta = n - m;
    long *ahead = f->ahead + f->middle, *behind = f->behind + f->middle;
    for (long k = -d; k <= d; k += 2) {
        const long from = step(behind, k, d, n, m);
        long x = from;
        while (x >= 0 && x < n && x - k < m &&
               same(&f->old[p.u - 1 - x], &f->now[p.v - 1 - x + k]))
            x++;
        behind[k] = x;
        const long c = delta - k;
        if (x < 0 || delta % 2 != 0 || c < -d || c > d || ahead[c] < 0 ||
            x + ahead[c] < n)
            continue;
        *snake = (struct diff_part){p.u - x, p.u - from, p.v - x + k, p.v - from + k};
        return true;
    }
    return false;
}

static struct diff_part middle_snake(const struct diffing *f, struct diff_part p)
{
    struct diff_part snake;
    f->ahead[f->middle + 1] = f->behind[f->middle + 1] = 0;
    for (long d = 0;; d++)
        if (go_ahead(f, p, d, &snake) || go_behind(f, p, d, &snake))
            return snake;
}

static void pair(const struct diffing *f, long x, long u, long y)
{
    for (; x < u; x++, y++)
        f->of[y] = x;
}

static void diff(const struct diffing *f, struct diff_part p)
{
    while (p.x < p.u && p.y < p.v && same(&f->old[p.x], &f->now[p.y]))
        f->of[p.y++] = p.x++;
    while (p.x < p.u && p.y < p.v && same(&f->old[p.u - 1], &f->now[p.v - 1]))
        f->of[--p.v] = --p.u;
    if (p.x == p.u || p.y == p.v)
        return;
    const struct diff_part s = middle_snake(f, p);
    pair(f, s.x, s.u, s.y);
    diff(f, (struct diff_part){p.x, s.x, p.y, s.y});
    diff(f, (struct diff_part){s.u, p.u, s.v, p.v});
}

long *tokens_diff(struct arena *a, const struct tokens *old, const struct tokens *now)
{
    const long n = (long)old->all.len, m = (long)now->all.len, most = n + m + 2;
    struct diffing f = {old->all.at,
                        now->all.at,
                        NEW_ARRAY(a, long, m + 1),
                        NEW_ARRAY(a, long, 2 * most + 1),
                        NEW_ARRAY(a, long, 2 * most + 1),
                        most};
    for (long i = 0; i < m; i++)
        f.of[i] = -1;
    diff(&f, (struct diff_part){0, n, 0, m});
    return f.of;
}
