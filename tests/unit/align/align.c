/* Which block is which: small versions side by side. */
#include "align/align.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A version is lines "path: text"; the matches are "old index, how" per new line. */
struct row {
    const char *what, *old, *now, *want;
};

static const struct row rows[] = {
    {"nothing at all", "", "", ""},
    {"no old version", "", "a: one two", "- none\n"},
    {"unchanged", "a: one two\na: three\nb: four", "a: one two\na: three\nb: four",
     "0 equal\n1 equal\n2 equal\n"},
    {"one inserted", "a: one two\na: three four",
     "a: one two\na: new here\na: three four", "0 equal\n- none\n1 equal\n"},
    {"one deleted", "a: one two\na: three four\na: five six", "a: one two\na: five six",
     "0 equal\n2 equal\n"},
    {"two swapped", "a: one two\na: three four", "a: three four\na: one two",
     "1 equal\n0 equal\n"},
    {"a word changed", "a: the plan was good\na: the plan was late",
     "a: the plan was good\na: the plan came late", "0 equal\n1 edited\n"},
    {"rewritten in its place", "a: one two\na: three four\na: five six",
     "a: one two\na: quite otherwise\na: five six", "0 equal\n1 place\n2 equal\n"},
    {"the only one of its path, rewritten", "a: one two", "a: quite otherwise",
     "0 place\n"},
    {"two in one place are not guessed", "a: one two", "a: quite otherwise\na: no idea",
     "- none\n- none\n"},
    {"carried to another path", "a: one two\nb: three four", "a: one two\nc: three four",
     "0 equal\n1 moved\n"},
    {"carried and edited", "a: staff knew the plan well\nb: three",
     "b: three\nc: staff knew the plan quite well", "1 equal\n0 moved\n"},
    {"carried, with a like one left behind", "a: staff knew the plan well",
     "a: staff knew the plan little\nb: staff knew the plan well", "- none\n0 moved\n"},
    {"of two like ones the likest", "a: one two three four\na: one two five six",
     "a: nine one two five six\na: one two three four seven", "1 edited\n0 edited\n"},
    {"twins follow their neighbours", "a: none\na: one\na: none\na: two",
     "a: one\na: none\na: two", "1 equal\n2 equal\n3 equal\n"},
    {"twins in order", "a: none\na: none", "a: none\na: none\na: none",
     "0 equal\n1 equal\n- none\n"},
    {"a twin elsewhere does not take", "a: none\nb: none\nc: none",
     "a: none\nb: none\nc: none at all\nd: none", "0 equal\n1 equal\n2 edited\n- none\n"},
    {"capitals and stops do not count", "a: Planning was poor, late.",
     "a: late planning (was poor) often", "0 edited\n"},
    {"paths that run through each other", "a: one\nb: two\na: three\nb: four",
     "b: two\na: one\nb: four\na: tree", "1 equal\n0 equal\n3 equal\n2 place\n"},
    {"split in two", "a: one two three four five six seven eight nine",
     "a: one two three four five\na: six seven eight nine", "0 edited\n- none\n"},
    {"two made one", "a: one two three four\na: five six",
     "a: one two three four and five six", "0 edited\n"},
    {"no words at all", "a: –\na: …", "a: …\na: –", "1 equal\n0 equal\n"},
};

struct version {
    struct align_block at[16];
    size_t count;
};

static struct version read_version(struct arena *a, const char *text)
{
    struct version v = {.count = 0};
    char *rest = arena_strdup(a, text);
    for (char *line = strtok(rest, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        char *colon = strchr(line, ':');
        *colon = '\0';
        v.at[v.count++] = (struct align_block){line, colon + 2};
    }
    return v;
}

static const char *matches(struct arena *a, const struct align_match *m, size_t count)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = m[i].old < 0 ? arena_printf(a, "%s- %s\n", text, align_how_name(m[i].how))
                            : arena_printf(a, "%s%ld %s\n", text, m[i].old,
                                           align_how_name(m[i].how));
    return text;
}

static void blocks_find_their_old_ones(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(rows); i++) {
        struct version old = read_version(a, rows[i].old),
                       now = read_version(a, rows[i].now);
        const char *got =
            matches(a, align_blocks(a, old.at, old.count, now.at, now.count), now.count);
        if (strcmp(got, rows[i].want) != 0)
            fail_msg("%s: got\n%swant\n%s", rows[i].what, got, rows[i].want);
    }
    arena_free(a);
}

struct pair {
    const char *x, *y;
    int likeness;
};

static const struct pair pairs[] = {
    {"", "", 1000},
    {"", "one", 0},
    {"one", "one", 1000},
    {"one two", "two one", 999},
    {"One.", "one", 999},
    {"one two", "one three", 500},
    {"one one", "one", 666},
    {"on-time n", "on time n", 400},
    {"tŷ “mawr”", "tŷ mawr", 999},
};

static void likeness_is_words_in_common(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(pairs); i++) {
        int got = align_likeness(a, pairs[i].x, pairs[i].y);
        if (got != pairs[i].likeness || got != align_likeness(a, pairs[i].y, pairs[i].x))
            fail_msg("%s / %s: got %d", pairs[i].x, pairs[i].y, got);
    }
    arena_free(a);
}

/* 6,000 blocks of one set of words, each edited: the square would take minutes. */
static void large_versions_are_quick(void **state)
{
    (void)state;
    enum { COUNT = 6000 };
    struct arena *a = arena_new();
    struct align_block *old = NEW_ARRAY(a, struct align_block, COUNT);
    struct align_block *now = NEW_ARRAY(a, struct align_block, COUNT);
    for (int i = 0; i < COUNT; i++) {
        old[i] = (struct align_block){
            "p", arena_printf(a, "in %d of the cases the plan for w%d was not done", i,
                              i % 90)};
        now[i] = (struct align_block){
            "p", arena_printf(a, "in %d of all cases the plan for w%d was never done", i,
                              i % 90)};
    }
    const struct align_match *m = align_blocks(a, old, COUNT, now, COUNT);
    for (int i = 0; i < COUNT; i++)
        if (m[i].old != i || m[i].how != ALIGN_EDITED)
            fail_msg("block %d found %ld", i, m[i].old);
    arena_free(a);
}

/* No word is rare: 2,000 blocks of the same thirty, each edited. */
static void commonplace_words_keep_their_order(void **state)
{
    (void)state;
    enum { COUNT = 2000 };
    struct arena *a = arena_new();
    struct align_block *old = NEW_ARRAY(a, struct align_block, COUNT);
    struct align_block *now = NEW_ARRAY(a, struct align_block, COUNT);
    for (int i = 0; i < COUNT; i++) {
        const char *text = "";
        for (int k = 0; k < 6; k++)
            text = arena_printf(a, "%s w%d", text, (i * 7 + k * k * 3) % 30);
        old[i] = (struct align_block){"p", text};
        now[i] = (struct align_block){"p", arena_printf(a, "%s indeed", text)};
    }
    const struct align_match *m = align_blocks(a, old, COUNT, now, COUNT);
    for (int i = 0; i < COUNT; i++)
        if (m[i].old != i)
            fail_msg("block %d found %ld", i, m[i].old);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_find_their_old_ones),
        cmocka_unit_test(likeness_is_words_in_common),
        cmocka_unit_test(large_versions_are_quick),
        cmocka_unit_test(commonplace_words_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
