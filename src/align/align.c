/* align.c -- the alignment as a whole: texts and paths to numbers, neighbours, the steps
 * from the surest to the least sure, and the last of them, the place.  Text that is equal
 * and stands once in either version is a pair before any likeness is weighed, for a block
 * that was carried to another path must not lose its translation to a neighbour. */
#include "align/work.h"

#include "base/map.h"

const char *align_how_name(enum align_how how)
{
    switch (how) {
    case ALIGN_NONE: return "none";
    case ALIGN_EQUAL: return "equal";
    case ALIGN_EDITED: return "edited";
    case ALIGN_PLACE: return "place";
    case ALIGN_MOVED: return "moved";
    }
    bug("no such way to be found: %d", (int)how);
}

void align_pair(struct align_work *w, long old, long now, enum align_how how,
                int likeness)
{
    w->old.pair[old] = now;
    w->now.pair[now] = old;
    w->match[now] = (struct align_match){old, how, likeness};
}

/* Strings to numbers in the order they are first met. */
struct string_numbers {
    struct arena *a;
    struct map *map;
    long size;
};

static long number_of(struct string_numbers *n, const char *s)
{
    long *found = map_get(n->map, s);
    if (found == NULL) {
        found = NEW(n->a, long);
        *found = n->size++;
        map_put(n->map, s, found);
    }
    return *found;
}

static void number_side(struct arena *a, struct align_side *s,
                        struct string_numbers *paths, struct string_numbers *texts)
{
    long *path = NEW_ARRAY(a, long, s->count + 1),
         *text = NEW_ARRAY(a, long, s->count + 1);
    s->pair = NEW_ARRAY(a, long, s->count + 1);
    s->lives_on = NEW_ARRAY(a, bool, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        path[i] = number_of(paths, s->blocks[i].path);
        text[i] = number_of(texts, s->blocks[i].text);
        s->pair[i] = NOBODY;
    }
    s->path = path;
    s->text = text;
}

static void find_neighbours(struct arena *a, struct align_side *s, long path_count)
{
    long *prev = NEW_ARRAY(a, long, s->count + 1),
         *next = NEW_ARRAY(a, long, s->count + 1);
    long *last = NEW_ARRAY(a, long, path_count + 1);
    for (long path = 0; path < path_count; path++)
        last[path] = NOBODY;
    for (size_t i = 0; i < s->count; i++) {
        next[i] = NOBODY;
        prev[i] = last[s->path[i]];
        if (prev[i] != NOBODY)
            next[prev[i]] = (long)i;
        last[s->path[i]] = (long)i;
    }
    s->prev = prev;
    s->next = next;
}

/* Both at the end of the same path, or both at a pair. */
static bool beside(const struct align_work *w, long old, long now)
{
    if (old == NOBODY || now == NOBODY)
        return old == now;
    return w->now.pair[now] == old;
}

bool align_same_before(const struct align_work *w, long old, long now)
{
    return beside(w, w->old.prev[old], w->now.prev[now]);
}

bool align_same_after(const struct align_work *w, long old, long now)
{
    return beside(w, w->old.next[old], w->now.next[now]);
}

/* The first block of each path, or NOBODY. */
static const long *path_heads(struct arena *a, const struct align_side *s,
                              long path_count)
{
    long *heads = NEW_ARRAY(a, long, path_count + 1);
    for (long path = 0; path < path_count; path++)
        heads[path] = NOBODY;
    for (size_t i = s->count; i-- > 0;)
        heads[s->path[i]] = (long)i;
    return heads;
}

/* The old block that stands where this new one stands, as its neighbour before tells. */
static long old_in_place(const struct align_work *w, const long *heads, long now)
{
    long before = w->now.prev[now];
    if (before == NOBODY)
        return heads[w->now.path[now]];
    long old = w->now.pair[before];
    return old == NOBODY || w->old.path[old] != w->now.path[now] ? NOBODY
                                                                 : w->old.next[old];
}

/* Of two made one, or one made two, one has no pair, and is nobody else for that. */
static bool fits_in_place(const struct align_work *w, long old, long now)
{
    return w->old.pair[old] == NOBODY && !w->old.lives_on[old] && !w->now.lives_on[now] &&
           align_same_after(w, old, now);
}

/* Where the text is long and its words few, none is rare enough to propose anybody; what
 * follows a pair, and is like enough, is one as well. */
static void place_like(struct align_work *w, const long *heads)
{
    for (size_t j = 0; j < w->now.count; j++) {
        long old = w->now.pair[j] == NOBODY ? old_in_place(w, heads, (long)j) : NOBODY;
        if (old == NOBODY || w->old.pair[old] != NOBODY)
            continue;
        int likeness =
            align_likeness(w->a, w->old.blocks[old].text, w->now.blocks[j].text);
        if (likeness >= ALIGN_HALF)
            align_pair(w, old, (long)j, ALIGN_EDITED, likeness);
    }
}

void align_place(struct align_work *w)
{
    const long *heads = path_heads(w->a, &w->old, w->path_count);
    place_like(w, heads);
    for (size_t j = 0; j < w->now.count; j++) {
        long old = w->now.pair[j] == NOBODY ? old_in_place(w, heads, (long)j) : NOBODY;
        if (old == NOBODY || !fits_in_place(w, old, (long)j))
            continue;
        align_pair(w, old, (long)j, ALIGN_PLACE,
                   align_likeness(w->a, w->old.blocks[old].text, w->now.blocks[j].text));
    }
}

struct align_match *align_blocks(struct arena *a, const struct align_block *old,
                                 size_t old_count, const struct align_block *now,
                                 size_t now_count)
{
    struct align_work w = {.a = a,
                           .old = {.blocks = old, .count = old_count},
                           .now = {.blocks = now, .count = now_count},
                           .match = NEW_ARRAY(a, struct align_match, now_count + 1)};
    struct string_numbers paths = {a, map_new(a), 0}, texts = {a, map_new(a), 0};
    for (size_t j = 0; j < now_count; j++)
        w.match[j].old = NOBODY;
    number_side(a, &w.old, &paths, &texts);
    number_side(a, &w.now, &paths, &texts);
    w.path_count = paths.size;
    find_neighbours(a, &w.old, paths.size);
    find_neighbours(a, &w.now, paths.size);
    align_equal_in_path(&w);
    align_equal_anywhere(&w, false);
    align_like(&w);
    align_equal_anywhere(&w, true);
    align_place(&w);
    return w.match;
}
