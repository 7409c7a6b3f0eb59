/* pagebreaks.c -- pages chosen for a few bricks, in pagebreaks/; and for many at random
 * compared with every other choice, and with the longest run on each page. */
#include "../golden.h"

#include "layout/pagebreaks.h"

#include <stdio.h>

struct wall {
    ARRAY(struct brick) at;
    length room, note_over;
};

static struct bricks bricks_of(const struct wall *w)
{
    return (struct bricks){w->at.at, w->at.len, w->note_over};
}

/* ---- reading ---- */

static void word_read(struct brick *b, const char *word, length value)
{
    static const char *const holds[] = {"", "item", "rows", "keep", "widow", "always"};
    static const char *const turns[] = {"", "soft", "page", "odd"};
    for (size_t i = 1; i < LEN(holds); i++)
        if (strcmp(word, holds[i]) == 0)
            b->hold = (enum hold)i;
    for (size_t i = 1; i < LEN(turns); i++)
        if (strcmp(word, turns[i]) == 0)
            b->turn = (enum turn)i;
    length *lengths[] = {&b->over, &b->open, &b->close, &b->notes, &b->give};
    static const char *const names[] = {"over", "open", "close", "notes", "give"};
    for (size_t i = 0; i < LEN(names); i++)
        if (strcmp(word, names[i]) == 0)
            *lengths[i] = value;
}

static struct brick brick_read(const struct wall *w, char **words)
{
    struct brick b = {.room = w->room};
    for (char *word = strtok_r(NULL, " ", words); word != NULL;
         word = strtok_r(NULL, " ", words))
        word_read(&b, word, PT(atoi(*words)));
    return b;
}

/* "room R [N]", "lines COUNT HEIGHT", "brick SPACE HEIGHT", the last two with words. */
static void line_read(struct arena *a, struct wall *w, char *line)
{
    char *rest;
    const char *what = strtok_r(line, " ", &rest);
    if (what == NULL || *what == '#')
        return;
    int one = atoi(strtok_r(NULL, " ", &rest)), two = atoi(rest);
    if (strcmp(what, "room") == 0) {
        w->room = PT(one);
        w->note_over = PT(two);
        return;
    }
    bool lines = strcmp(what, "lines") == 0;
    strtok_r(NULL, " ", &rest);
    struct brick b = brick_read(w, &rest);
    b.height = PT(two);
    b.space = lines ? 0 : PT(one);
    for (int i = 0; i < (lines ? one : 1); i++)
        *array_push(a, &w->at) = b;
}

static struct wall wall_read(struct arena *a, struct diags *d, const char *path)
{
    struct wall w = {0};
    const struct file *f = file_read(a, d, path, WANT_BYTES, (struct pos){0});
    char *rest = arena_strndup(a, f->text, f->len);
    for (char *line = strtok_r(rest, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest))
        line_read(a, &w, line);
    return w;
}

/* ---- printing ---- */

static void page_print(struct buf *out, size_t from, const struct page_choice *p)
{
    buf_printf(out, "  %zu-%zu white %.1f spaces %+.1f%% cost %.4f\n", from, p->end - 1,
               POINTS(p->white), p->spread / 10.0, (double)p->cost / 1e6);
}

static void wall_print(struct arena *a, struct diags *d, const char *path,
                       struct buf *out)
{
    const struct wall w = wall_read(a, d, path);
    const struct bricks b = bricks_of(&w);
    const struct page_choice *pages = pagebreaks_choose(a, &b);
    buf_printf(out, "cost %.4f\n", (double)pages[0].cost / 1e6);
    for (size_t i = 0; i < b.count; i = pages[i].end) {
        struct page_choice p = pagebreaks_cost(&b, i, pages[i].end);
        page_print(out, i, &p);
    }
}

static void small_walls(void **state)
{
    (void)state;
    check_folder(ROOT "/tests/unit/layout/pagebreaks", ".bricks", 13, wall_print);
}

/* ---- at random ---- */

static unsigned chance(uint32_t *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static struct wall wall_make(struct arena *a, uint32_t *seed, size_t count)
{
    struct wall w = {.room = PT(100), .note_over = PT(5)};
    for (size_t i = 0; i < count; i++) {
        struct brick b = {.room = w.room, .height = PT(5 + (int)chance(seed, 40))};
        b.space = chance(seed, 3) == 0 ? PT((int)chance(seed, 20)) : 0;
        b.hold = chance(seed, 3) == 0 ? (enum hold)chance(seed, HOLD_COUNT) : HOLD_NONE;
        b.turn = chance(seed, 8) == 0 ? (enum turn)chance(seed, 3) : TURN_NONE;
        b.notes = chance(seed, 9) == 0 ? PT((int)chance(seed, 30)) : 0;
        *array_push(a, &w.at) = b;
    }
    return w;
}

/* The least that bricks from `from` on cost, every way tried. */
static int64_t cost_least(const struct bricks *b, size_t from)
{
    int64_t least = INT64_MAX;
    if (from == b->count)
        return 0;
    for (size_t end = from + 1; end <= b->count; end++) {
        struct page_choice p = pagebreaks_cost(b, from, end);
        if (p.white < 0 && end > from + 1)
            break;
        int64_t cost = p.cost + cost_least(b, end);
        least = cost < least ? cost : least;
        if (end < b->count && b->at[end].turn > TURN_SOFT)
            break;
    }
    return least;
}

static void no_other_costs_less(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int i = 0; i < 400; i++) {
        struct arena *a = arena_new();
        const struct wall w = wall_make(a, &seed, 1 + chance(&seed, 13));
        const struct bricks b = bricks_of(&w);
        const struct page_choice *pages = pagebreaks_choose(a, &b);
        if (pages[0].cost != cost_least(&b, 0))
            fail_msg("wall %d: %lld, not %lld", i, (long long)pages[0].cost,
                     (long long)cost_least(&b, 0));
        arena_free(a);
    }
}

/* The longest run that breaks the weakest hold it can. */
static size_t longest_run(const struct bricks *b, size_t from)
{
    size_t ends[HOLD_COUNT] = {0};
    for (size_t end = from + 1; end <= b->count; end++) {
        struct page_choice p = pagebreaks_cost(b, from, end);
        bool must = end == b->count || b->at[end].turn != TURN_NONE;
        if (p.white < 0)
            break;
        ends[must ? HOLD_NONE : b->at[end - 1].hold] = end;
        if (must)
            break;
    }
    for (size_t i = 0; i < HOLD_COUNT; i++)
        if (ends[i] > 0)
            return ends[i];
    return from + 1;
}

static void the_longest_runs_cost_no_less(void **state)
{
    (void)state;
    uint32_t seed = 7;
    struct arena *a = arena_new();
    for (int i = 0; i < 50; i++) {
        const struct wall w = wall_make(a, &seed, 300);
        const struct bricks b = bricks_of(&w);
        const struct page_choice *pages = pagebreaks_choose(a, &b);
        int64_t cost = 0;
        for (size_t from = 0, end; from < b.count; from = end) {
            end = longest_run(&b, from);
            cost += pagebreaks_cost(&b, from, end).cost;
        }
        assert_true(pages[0].cost <= cost);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_walls),
        cmocka_unit_test(no_other_costs_less),
        cmocka_unit_test(the_longest_runs_cost_no_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
