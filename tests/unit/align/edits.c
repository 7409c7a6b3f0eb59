/* 200 random edit scripts whose true pairs are known: no text that still fits (at least
 * half of the words in common with the block it came from) is lost, or goes to another.
 */
#include "align/align.h"

#include "base/array.h"
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SCRIPTS 200
#define WORDS_MOST 40

/* One generator, one seed: the scripts are the same everywhere. */
static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static int below(uint32_t *seed, int n)
{
    return (int)(next_random(seed) % (uint32_t)n);
}

/* A block of the script: its words, and the old blocks it comes from. */
struct piece {
    int path;
    int words[2 * WORDS_MOST], len;
    long from[4];
    int from_count;
};

struct script {
    struct arena *a;
    uint32_t seed;
    ARRAY(struct piece) old, now;
};

/* Words as in prose: a few stand everywhere, most are rare. */
static int some_word(uint32_t *seed)
{
    return below(seed, 3) == 0 ? below(seed, 12) : 12 + below(seed, 400);
}

static struct piece new_piece(struct script *s, int path)
{
    struct piece p = {.path = path, .len = 5 + below(&s->seed, WORDS_MOST - 8)};
    for (int i = 0; i < p.len; i++)
        p.words[i] = some_word(&s->seed);
    return p;
}

static void insert_piece(struct script *s, size_t at, struct piece p)
{
    array_push(s->a, &s->now);
    memmove(&s->now.at[at + 1], &s->now.at[at], (s->now.len - 1 - at) * sizeof p);
    s->now.at[at] = p;
}

static struct piece take_piece(struct script *s, size_t at)
{
    struct piece p = s->now.at[at];
    memmove(&s->now.at[at], &s->now.at[at + 1], (s->now.len - 1 - at) * sizeof p);
    s->now.len--;
    return p;
}

static void make_old(struct script *s)
{
    int paths = 2 + below(&s->seed, 6);
    for (int path = 0; path < paths; path++)
        for (int i = below(&s->seed, 12); i >= 0; i--) {
            struct piece p = new_piece(s, path);
            p.from[p.from_count++] = (long)s->old.len;
            *array_push(s->a, &s->old) = p;
            *array_push(s->a, &s->now) = p;
        }
}

/* Changes up to a third of the words: replaced, dropped or put in. */
static void edit_words(struct script *s, struct piece *p)
{
    for (int n = 1 + below(&s->seed, 1 + p->len / 3); n > 0; n--) {
        int at = below(&s->seed, p->len), what = below(&s->seed, 3);
        if (what == 0)
            p->words[at] = some_word(&s->seed);
        else if (what == 1 && p->len > 3)
            p->words[at] = p->words[--p->len];
        else if (p->len < WORDS_MOST)
            p->words[p->len++] = some_word(&s->seed);
    }
}

static void split_piece(struct script *s, size_t at)
{
    struct piece *p = &s->now.at[at], rest = *p;
    int cut = 1 + below(&s->seed, p->len - 1);
    p->len = cut;
    rest.len -= cut;
    memmove(rest.words, rest.words + cut, (size_t)rest.len * sizeof *rest.words);
    insert_piece(s, at + 1, rest);
}

static void merge_pieces(struct script *s, size_t at)
{
    struct piece *p = &s->now.at[at];
    if (at + 1 == s->now.len || p[1].path != p->path ||
        p->from_count + p[1].from_count > 4)
        return;
    struct piece rest = take_piece(s, at + 1);
    for (int i = 0; i < rest.len && p->len < WORDS_MOST; i++)
        p->words[p->len++] = rest.words[i];
    for (int i = 0; i < rest.from_count; i++)
        p->from[p->from_count++] = rest.from[i];
}

static void move_piece(struct script *s, size_t at)
{
    struct piece p = take_piece(s, at);
    size_t to = (size_t)below(&s->seed, (int)s->now.len + 1);
    if (s->now.len > 0)
        p.path = s->now.at[to < s->now.len ? to : to - 1].path;
    insert_piece(s, to, p);
}

static void swap_pieces(struct script *s, size_t at)
{
    if (at + 1 < s->now.len && s->now.at[at].path == s->now.at[at + 1].path)
        insert_piece(s, at, take_piece(s, at + 1));
}

static void edit(struct script *s)
{
    size_t at = (size_t)below(&s->seed, (int)s->now.len);
    switch (below(&s->seed, 7)) {
    case 0: insert_piece(s, at, new_piece(s, s->now.at[at].path)); break;
    case 1:
        if (s->now.len > 2)
            take_piece(s, at);
        break;
    case 2: move_piece(s, at); break;
    case 3: swap_pieces(s, at); break;
    case 4:
        if (s->now.at[at].len > 4)
            split_piece(s, at);
        break;
    case 5: merge_pieces(s, at); break;
    case 6: edit_words(s, &s->now.at[at]); break;
    }
}

static struct align_block *blocks_of(struct arena *a, const struct piece *p, size_t count)
{
    struct align_block *blocks = NEW_ARRAY(a, struct align_block, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct buf b = buf_new(a);
        for (int k = 0; k < p[i].len; k++)
            buf_printf(&b, k > 0 ? " w%d" : "w%d", p[i].words[k]);
        blocks[i] = (struct align_block){arena_printf(a, "p%d", p[i].path), b.at};
    }
    return blocks;
}

static bool comes_from(const struct piece *p, long old)
{
    for (int i = 0; i < p->from_count; i++)
        if (p->from[i] == old)
            return true;
    return false;
}

/* What became of one old block: whether a block that comes from it and fits got it, or
 * each such took another that it comes from (two made one). */
static bool well_placed(const struct script *s, const struct align_block *old,
                        const struct align_block *now, const struct align_match *m,
                        long which)
{
    bool fits = false, taken = false, free = false, stranger = false;
    for (size_t j = 0; j < s->now.len; j++) {
        const struct piece *p = &s->now.at[j];
        bool mine = comes_from(p, which), got = m[j].old == which;
        stranger = stranger || (got && !mine);
        if (!mine || align_likeness(s->a, old[which].text, now[j].text) < ALIGN_HALF)
            continue;
        fits = true;
        taken = taken || got;
        free = free || (!got && (m[j].old < 0 || !comes_from(p, m[j].old)));
    }
    return !fits || taken || (!free && !stranger);
}

static void check_script(struct script *s, int number)
{
    struct align_block *old = blocks_of(s->a, s->old.at, s->old.len);
    struct align_block *now = blocks_of(s->a, s->now.at, s->now.len);
    const struct align_match *m = align_blocks(s->a, old, s->old.len, now, s->now.len);
    bool *used = NEW_ARRAY(s->a, bool, s->old.len + 1);
    for (size_t j = 0; j < s->now.len; j++) {
        assert_true((m[j].old < 0) == (m[j].how == ALIGN_NONE));
        if (m[j].old >= 0 && used[m[j].old])
            fail_msg("script %d: old block %ld twice", number, m[j].old);
        if (m[j].old >= 0)
            used[m[j].old] = true;
    }
    for (size_t i = 0; i < s->old.len; i++)
        if (!well_placed(s, old, now, m, (long)i))
            fail_msg("script %d: old block %zu is lost: %s", number, i, old[i].text);
}

static void no_text_that_fits_is_lost(void **state)
{
    (void)state;
    for (int number = 0; number < SCRIPTS; number++) {
        struct script s = {arena_new(), 2463534242u + 7919u * (uint32_t)number, {0}, {0}};
        make_old(&s);
        for (int n = 1 + below(&s.seed, 15); n > 0; n--)
            edit(&s);
        check_script(&s, number);
        arena_free(s.a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_text_that_fits_is_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
