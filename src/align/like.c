/* like.c -- pairs of like words.  A word that few blocks hold proposes those as
 * candidates, one that many hold only counts, so that time does not grow with the square
 * of the text; the likest pairs are taken first. */
#include "align/work.h"

#include "base/array.h"

#include <stdlib.h>

/* A word in more old blocks than this proposes nobody. */
#define WORD_COMMON 256
/* What the same path, and each neighbour that is a pair, adds to a pair's likeness. */
#define BONUS_PATH 150
#define BONUS_BESIDE 75
/* What equal text in another path is worth where that text stands more than once. */
#define RANK_TWIN 700

struct candidate {
    long old, now;
    int likeness, rank;
};

/* Which old blocks hold a word: `blocks[first[word]]` up to the next word's first. */
struct index {
    size_t *first;
    long *blocks;
};

struct search {
    struct align_work *w;
    long word_count;
    struct align_words *old, *now; /* per block; empty where it has its pair */
    struct index index;
    size_t *shared; /* per old block: words it was proposed by */
    ARRAY(long) proposed;
    ARRAY(struct candidate) found;
};

static struct align_words *words_of(struct align_work *w, struct align_table *t,
                                    const struct align_side *s)
{
    struct align_words *words = NEW_ARRAY(w->a, struct align_words, s->count + 1);
    for (size_t i = 0; i < s->count; i++)
        if (s->pair[i] == NOBODY)
            words[i] = align_words(t, s->blocks[i].text);
    return words;
}

static bool first_of_twins(struct align_words words, size_t i)
{
    return i == 0 || words.at[i] != words.at[i - 1];
}

static struct index index_old(const struct search *s)
{
    struct arena *a = s->w->a;
    size_t total = 0, count = s->w->old.count;
    size_t *first = NEW_ARRAY(a, size_t, s->word_count + 2);
    for (size_t b = 0; b < count; b++)
        for (size_t i = 0; i < s->old[b].len; i++)
            if (first_of_twins(s->old[b], i)) {
                first[s->old[b].at[i] + 2]++;
                total++;
            }
    for (long word = 2; word < s->word_count + 2; word++)
        first[word] += first[word - 1];
    long *blocks = NEW_ARRAY(a, long, total + 1);
    for (size_t b = 0; b < count; b++)
        for (size_t i = 0; i < s->old[b].len; i++)
            if (first_of_twins(s->old[b], i))
                blocks[first[s->old[b].at[i] + 1]++] = (long)b;
    return (struct index){first, blocks};
}

static void propose(struct search *s, long old, size_t words)
{
    if (s->shared[old] == 0)
        *array_push(s->w->a, &s->proposed) = old;
    s->shared[old] += words;
}

/* Proposes for one new block, and says how many of its words are common ones. */
static size_t propose_all(struct search *s, struct align_words words)
{
    size_t common = 0;
    for (size_t i = 0; i < words.len;) {
        size_t twins = 1;
        while (i + twins < words.len && words.at[i + twins] == words.at[i])
            twins++;
        size_t from = s->index.first[words.at[i]];
        size_t end = s->index.first[words.at[i] + 1];
        bool many = end - from > WORD_COMMON;
        for (size_t k = from; !many && k < end; k++)
            propose(s, s->index.blocks[k], twins);
        common += many ? twins : 0;
        i += twins;
    }
    return common;
}

static int rank_of(const struct align_work *w, long old, long now, int likeness)
{
    if (w->old.path[old] != w->now.path[now])
        return likeness < 1000 ? likeness : RANK_TWIN;
    return likeness + BONUS_PATH + BONUS_BESIDE * align_same_before(w, old, now) +
           BONUS_BESIDE * align_same_after(w, old, now);
}

static void weigh(struct search *s, long old, long now, size_t at_most)
{
    struct align_words x = s->old[old], y = s->now[now];
    if (align_share(at_most, x, y) < ALIGN_HALF)
        return;
    int likeness = s->w->old.text[old] == s->w->now.text[now]
                       ? 1000
                       : align_share(align_common(x, y), x, y);
    if (likeness < ALIGN_HALF)
        return;
    s->w->old.lives_on[old] = s->w->now.lives_on[now] = true;
    *array_push(s->w->a, &s->found) =
        (struct candidate){old, now, likeness, rank_of(s->w, old, now, likeness)};
}

/* The old block behind that of the new one before: commonplace words alone would never
 * propose it. */
static void propose_beside(struct search *s, long now)
{
    long before = s->w->now.prev[now];
    if (before == NOBODY || s->w->now.pair[before] == NOBODY)
        return;
    long old = s->w->old.next[s->w->now.pair[before]];
    if (old != NOBODY && s->w->old.pair[old] == NOBODY)
        propose(s, old, 1);
}

static void find_candidates(struct search *s, long now)
{
    s->proposed.len = 0;
    size_t common = propose_all(s, s->now[now]);
    propose_beside(s, now);
    for (size_t i = 0; i < s->proposed.len; i++) {
        long old = s->proposed.at[i];
        weigh(s, old, now, s->shared[old] + common);
        s->shared[old] = 0;
    }
}

static int compare_candidates(const void *x, const void *y)
{
    const struct candidate *p = x, *q = y;
    if (p->rank != q->rank)
        return q->rank - p->rank;
    if (p->now != q->now)
        return p->now < q->now ? -1 : 1;
    return (p->old > q->old) - (p->old < q->old);
}

static void take_best(struct search *s)
{
    struct align_work *w = s->w;
    if (s->found.len > 1)
        qsort(s->found.at, s->found.len, sizeof *s->found.at, compare_candidates);
    for (size_t i = 0; i < s->found.len; i++) {
        struct candidate c = s->found.at[i];
        if (w->old.pair[c.old] == NOBODY && w->now.pair[c.now] == NOBODY)
            align_pair(w, c.old, c.now,
                       w->old.path[c.old] == w->now.path[c.now] ? ALIGN_EDITED
                                                                : ALIGN_MOVED,
                       c.likeness);
    }
}

void align_like(struct align_work *w)
{
    struct search s = {.w = w};
    struct align_table *t = align_table_new(w->a);
    s.old = words_of(w, t, &w->old);
    s.now = words_of(w, t, &w->now);
    s.word_count = align_table_size(t);
    s.shared = NEW_ARRAY(w->a, size_t, w->old.count + 1);
    s.index = index_old(&s);
    for (size_t j = 0; j < w->now.count; j++)
        if (w->now.pair[j] == NOBODY)
            find_candidates(&s, (long)j);
    take_best(&s);
}
