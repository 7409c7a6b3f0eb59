/* The sandbox: what comes back, and what a failing piece of work comes to. */
#include "office/sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void speak(struct buf *out, void *data)
{
    text_put_str(out, data);
    text_put(out, "a\r\nb\0\x07w\xCC\x82\xFF", 10);
}

static void die(struct buf *out, void *data)
{
    (void)data;
    text_put_str(out, "lost");
    _exit(3);
}

/* Where a crash in a library would leave it: nothing was sent, and nothing is. */
static void die_late(struct buf *out, void *data)
{
    (void)out, (void)data;
    raise(SIGSEGV);
}

static void babble(struct buf *out, void *data)
{
    (void)data;
    char *much = arena_alloc(out->a, 1 << 20);
    for (int i = 0; i < 20; i++)
        text_put(out, much, 1 << 20);
}

/* Writes a file: there is no room for any. */
static void write_file(struct buf *out, void *data)
{
    FILE *f = fopen(data, "w");
    bool wrote = f != NULL && fputs("x", f) >= 0 && fflush(f) == 0;
    text_put_str(out, wrote ? "wrote" : "did not");
}

static void texts_come_back(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    size_t at = 0;
    assert_int_equal(sandbox_run(a, speak, "ŵyth", &texts), SANDBOX_DONE);
    assert_string_equal(text_next(a, &texts, &at), "ŵyth");
    assert_string_equal(text_next(a, &texts, &at), "a\nbŵ");
    assert_null(text_next(a, &texts, &at));
    arena_free(a);
}

/* Started by a program that passes over SIGCHLD, a failure is still one. */
static void failures_unheard(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    void (*before)(int) = signal(SIGCHLD, SIG_IGN);
    assert_int_equal(sandbox_run(a, die_late, NULL, &texts), SANDBOX_CRASH);
    assert_int_equal(sandbox_run(a, speak, "", &texts), SANDBOX_DONE);
    assert_true(signal(SIGCHLD, before) == SIG_IGN);
    arena_free(a);
}

static void failures(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    assert_int_equal(sandbox_run(a, die, NULL, &texts), SANDBOX_CRASH);
    assert_int_equal(texts.len, 0);
    assert_int_equal(sandbox_run(a, babble, NULL, &texts), SANDBOX_LARGE);
    assert_int_equal(texts.len, 0);
    arena_free(a);
}

static void nothing_is_written(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    size_t at = 0;
    char path[] = "/tmp/sandbox-XXXXXX";
    int fd = mkstemp(path);
    enum sandbox_end end = sandbox_run(a, write_file, path, &texts);
    const char *said = text_next(a, &texts, &at);
    assert_true(end != SANDBOX_DONE || strcmp(said, "did not") == 0);
    assert_int_equal(lseek(fd, 0, SEEK_END), 0);
    close(fd);
    unlink(path);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_back),
        cmocka_unit_test(failures),
        cmocka_unit_test(failures_unheard),
        cmocka_unit_test(nothing_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
