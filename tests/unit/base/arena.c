/* Arenas: what one adopts from another lives as long as it, and a sanitizer sees what is
 * written beside a piece. */
#include "base/array.h"
#include "base/buf.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { LARGE = 100000 };

static void adopted_memory_lives_on(void **state)
{
    (void)state;
    static const size_t before[] = {0, 10, LARGE}; /* what each holds already */
    for (size_t i = 0; i < LEN(before); i++)
        for (size_t k = 0; k < LEN(before); k++) {
            struct arena *a = arena_new(), *from = arena_new();
            char *mine = arena_alloc(a, before[i] + 1);
            char *small = arena_strdup(from, "adopted"), *large = NULL;
            large = memset(arena_alloc(from, before[k] + 1), 'x', before[k]);
            size_t used = arena_used(a) + arena_used(from);
            arena_adopt(a, from);
            assert_int_equal(arena_used(a), used);
            char *later = arena_strdup(a, "later");
            memset(mine, 'y', before[i]);
            assert_string_equal(small, "adopted");
            assert_int_equal(strlen(large), before[k]);
            assert_string_equal(later, "later");
            arena_free(a);
        }
}

static bool is_zeroed(const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

/* Blocks that were given back serve again. */
static void what_was_used_before_is_zeroed(void **state)
{
    (void)state;
    enum { PIECE = 1000, PIECES = 2000 };
    for (int round = 0; round < 3; round++) {
        struct arena *a = arena_new();
        for (int i = 0; i < PIECES; i++) {
            char *piece = arena_alloc(a, PIECE);
            assert_true(is_zeroed(piece, PIECE));
            memset(piece, 'x', PIECE);
        }
        arena_free(a);
    }
}

static void a_reset_arena_is_as_a_new_one(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (int round = 0; round < 4; round++) {
        for (size_t size = 1; size < (size_t)4 << 20; size *= 3) {
            char *piece = arena_alloc(a, size);
            assert_true(is_zeroed(piece, size));
            memset(piece, 'x', size);
        }
        arena_note_file(a, "one", 1);
        arena_reset(a);
        assert_int_equal(arena_used(a), 0);
        assert_null(arena_files(a));
    }
    arena_free(a);
}

/* 2^62 pieces of 16 bytes would wrap to none at all. */
static void a_size_that_wraps_ends_the_program(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        static struct arena *kept; /* in sight of a leak checker when the program ends */
        kept = arena_new();
        fclose(stderr);
        arena_array(kept, SIZE_MAX / 4 + 1, 16);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 71);
}

static void an_empty_arena_is_adopted(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    arena_adopt(a, arena_new());
    struct arena *from = arena_new();
    char *words = arena_strdup(from, "words");
    arena_adopt(a, from);
    assert_string_equal(words, "words");
    arena_free(a);
}

static int status_of_bug(int error)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fclose(stderr);
        errno = error;
        bug("a library gave back less");
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_library_without_memory(void **state)
{
    (void)state;
    assert_int_equal(status_of_bug(0), 70);
    assert_int_equal(status_of_bug(ENOMEM), 71);
}

/* A piece of five bytes, an array of five and a text of five. */
static char *five(struct arena *a, int kind)
{
    if (kind == 0)
        return arena_alloc(a, 5);
    ARRAY(char) array = {0};
    for (int i = 0; kind == 1 && i < 5; i++)
        array_push(a, &array);
    struct buf text = buf_new(a);
    if (kind == 2)
        buf_str(&text, "four"); /* and the zero behind it */
    return kind == 1 ? array.at : text.at;
}

static bool ends_well(int kind, int place)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct arena *a = arena_new();
        volatile char *p = five(a, kind);
        arena_alloc(a, 5);
        fclose(stderr);
        p[place] = 'x';
        arena_free(a);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void a_sanitizer_sees_what_is_beside(void **state)
{
    (void)state;
    if (!SANITIZED)
        skip();
    for (int kind = 0; kind < 3; kind++) {
        assert_true(ends_well(kind, 0));
        assert_true(ends_well(kind, 4));
        assert_false(ends_well(kind, 5));
        assert_false(ends_well(kind, -1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adopted_memory_lives_on),
        cmocka_unit_test(what_was_used_before_is_zeroed),
        cmocka_unit_test(a_reset_arena_is_as_a_new_one),
        cmocka_unit_test(an_empty_arena_is_adopted),
        cmocka_unit_test(a_size_that_wraps_ends_the_program),
        cmocka_unit_test(a_library_without_memory),
        cmocka_unit_test(a_sanitizer_sees_what_is_beside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
