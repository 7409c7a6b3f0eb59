/* equal.c -- pairs of equal text.  A text that stands once on either side is certain;
 * twins follow their neighbours, and what is left of them pairs in order. */
#include "align/work.h"

#include <stdlib.h>

/* One block of either side, sorted so that those of one text (and path) stand together,
 * the old before the new, each in order. */
struct side_entry {
    long path, text;
    int is_now;
    long index;
};

struct equal_run {
    const struct side_entry *old, *now;
    size_t old_count, now_count;
};

static int order(long x, long y)
{
    return (x > y) - (x < y);
}

static int compare_entries(const void *x, const void *y)
{
    const struct side_entry *p = x, *q = y;
    if (p->text != q->text)
        return order(p->text, q->text);
    if (p->path != q->path)
        return order(p->path, q->path);
    if (p->is_now != q->is_now)
        return p->is_now - q->is_now;
    return order(p->index, q->index);
}

/* Those that have no pair; all of them where a text has to stand once to be certain. */
static size_t add_side(struct side_entry *out, const struct align_side *s, int is_now,
                       bool paths, bool twins)
{
    size_t len = 0;
    for (size_t i = 0; i < s->count; i++)
        if (s->pair[i] == NOBODY || !twins)
            out[len++] =
                (struct side_entry){paths ? s->path[i] : 0, s->text[i], is_now, (long)i};
    return len;
}

static struct equal_run run_at(const struct side_entry *at, const struct side_entry *end)
{
    struct equal_run r = {at, at, 0, 0};
    const struct side_entry *e = at;
    for (; e < end && e->text == at->text && e->path == at->path; e++)
        if (e->is_now)
            r.now_count++;
        else
            r.old_count++;
    r.now = e - r.now_count;
    return r;
}

static void pair_run(struct align_work *w, struct equal_run r, bool twins,
                     enum align_how how)
{
    bool certain = r.old_count == 1 && r.now_count == 1;
    if (!twins && (!certain || w->old.pair[r.old->index] != NOBODY))
        return;
    for (size_t i = 0; i < r.old_count && i < r.now_count; i++)
        align_pair(w, r.old[i].index, r.now[i].index, how, 1000);
}

static void pair_equal(struct align_work *w, bool paths, bool twins, enum align_how how)
{
    struct side_entry *all =
        NEW_ARRAY(w->a, struct side_entry, w->old.count + w->now.count + 1);
    size_t len = add_side(all, &w->old, 0, paths, twins);
    len += add_side(all + len, &w->now, 1, paths, twins);
    qsort(all, len, sizeof *all, compare_entries);
    for (size_t i = 0; i < len;) {
        struct equal_run r = run_at(&all[i], all + len);
        pair_run(w, r, twins, how);
        i += r.old_count + r.now_count;
    }
}

static void pair_twin(struct align_work *w, long old, long now)
{
    if (old == NOBODY || now == NOBODY || w->old.pair[old] != NOBODY ||
        w->now.pair[now] != NOBODY || w->old.text[old] != w->now.text[now])
        return;
    align_pair(w, old, now, ALIGN_EQUAL, 1000);
}

/* What stands beside a pair and is equal is a pair: forwards, then backwards. */
static void spread(struct align_work *w)
{
    for (size_t j = 0; j < w->now.count; j++)
        if (w->now.pair[j] != NOBODY)
            pair_twin(w, w->old.next[w->now.pair[j]], w->now.next[j]);
    for (size_t j = w->now.count; j-- > 0;)
        if (w->now.pair[j] != NOBODY)
            pair_twin(w, w->old.prev[w->now.pair[j]], w->now.prev[j]);
}

void align_equal_in_path(struct align_work *w)
{
    pair_equal(w, true, false, ALIGN_EQUAL);
    spread(w);
    pair_equal(w, true, true, ALIGN_EQUAL);
}

void align_equal_anywhere(struct align_work *w, bool twins)
{
    pair_equal(w, false, twins, ALIGN_MOVED);
}
