/* The sandbox: what comes back, and what a failing piece of work comes to. */
#define _GNU_SOURCE /* process_vm_writev */
#include "office/sandbox.h"

#include "office/confine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
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

/* ---- what a library that an attacker has taken over would do ---- */

static char secret[32] = "of the parent";

struct evil {
    const char *what;
    void (*do_it)(struct buf *out, const char *path);
};

static void reads(struct buf *out, const char *path)
{
    char bytes[16];
    int fd = open(path, O_RDONLY);
    if (read(fd, bytes, sizeof bytes) > 0)
        text_put_str(out, "done");
}

static void writes(struct buf *out, const char *path)
{
    int fd = open(path, O_WRONLY | O_TRUNC);
    if (fd >= 0 && write(fd, "x", 1) == 1)
        text_put_str(out, "done");
}

static void makes(struct buf *out, const char *path)
{
    char other[64];
    snprintf(other, sizeof other, "%s.new", path);
    if (open(other, O_WRONLY | O_CREAT, 0600) >= 0)
        text_put_str(out, "done");
}

static void renames(struct buf *out, const char *path)
{
    char other[64];
    snprintf(other, sizeof other, "%s.new", path);
    if (rename(path, other) == 0)
        text_put_str(out, "done");
}

static void unlinks(struct buf *out, const char *path)
{
    if (unlink(path) == 0)
        text_put_str(out, "done");
}

static void links(struct buf *out, const char *path)
{
    char other[64];
    snprintf(other, sizeof other, "%s.new", path);
    if (symlink(path, other) == 0)
        text_put_str(out, "done");
}

static void lists(struct buf *out, const char *path)
{
    (void)path;
    if (opendir("/") != NULL)
        text_put_str(out, "done");
}

static void connects(struct buf *out, const char *path)
{
    (void)path;
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = 9};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd >= 0 || connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
        text_put_str(out, "done");
}

static void forks(struct buf *out, const char *path)
{
    (void)path;
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        text_put_str(out, "done");
}

static void execs(struct buf *out, const char *path)
{
    (void)out;
    execl("/bin/rm", "rm", path, (char *)NULL);
}

static void traces(struct buf *out, const char *path)
{
    (void)path;
    if (ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0)
        text_put_str(out, "done");
}

static void pokes(struct buf *out, const char *path)
{
    (void)path;
    struct iovec here = {"broken", 6}, there = {secret, 6};
    if (process_vm_writev(getppid(), &here, 1, &there, 1, 0) > 0)
        text_put_str(out, "done");
}

static void kills(struct buf *out, const char *path)
{
    (void)path;
    if (kill(getppid(), 0) == 0)
        text_put_str(out, "done");
}

static void makes_code(struct buf *out, const char *path)
{
    (void)path;
    if (mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
             -1, 0) != MAP_FAILED)
        text_put_str(out, "done");
}

/* What the parent had open: its files, its terminal, its other pipes. */
static void uses_descriptors(struct buf *out, const char *path)
{
    (void)path;
    for (int fd = CONFINE_SPEAK + 1; fd < 64; fd++)
        if (fcntl(fd, F_GETFD) >= 0)
            text_put_str(out, "done");
}

static const struct evil deeds[] = {
    {"reads a file", reads},
    {"writes to a file", writes},
    {"makes a file", makes},
    {"renames a file", renames},
    {"removes a file", unlinks},
    {"makes a link", links},
    {"lists a folder", lists},
    {"connects", connects},
    {"forks", forks},
    {"runs a program", execs},
    {"traces the parent", traces},
    {"changes the parent's memory", pokes},
    {"signals the parent", kills},
    {"makes code", makes_code},
    {"uses what was open", uses_descriptors},
};

struct attempt {
    const struct evil *evil;
    const char *path;
};

static void attempt(struct buf *out, void *data)
{
    const struct attempt *a = data;
    a->evil->do_it(out, a->path);
    text_put_str(out, "alive");
}

static void texts_come_back(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    size_t at = 0;
    assert_int_equal(sandbox_run(a, speak, "ŵyth", SANDBOX_OUT, &texts), SANDBOX_DONE);
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
    assert_int_equal(sandbox_run(a, die_late, NULL, SANDBOX_OUT, &texts), SANDBOX_CRASH);
    assert_int_equal(sandbox_run(a, speak, "", SANDBOX_OUT, &texts), SANDBOX_DONE);
    assert_true(signal(SIGCHLD, before) == SIG_IGN);
    arena_free(a);
}

static void failures(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    assert_int_equal(sandbox_run(a, die, NULL, SANDBOX_OUT, &texts), SANDBOX_CRASH);
    assert_int_equal(texts.len, 0);
    assert_int_equal(sandbox_run(a, babble, NULL, SANDBOX_OUT, &texts), SANDBOX_LARGE);
    assert_int_equal(texts.len, 0);
    arena_free(a);
}

static void nothing_evil_is_done(void **state)
{
    (void)state;
    char path[] = "/tmp/sandbox-XXXXXX", bytes[16];
    int fd = mkstemp(path);
    assert_int_equal(write(fd, "kept", 4), 4);
    for (size_t i = 0; i < LEN(deeds); i++) {
        struct arena *a = arena_new();
        struct buf texts;
        struct attempt try = {&deeds[i], path};
        if (sandbox_run(a, attempt, &try, SANDBOX_OUT, &texts) != SANDBOX_CRASH)
            fail_msg("%s: it lives", deeds[i].what);
        assert_int_equal(texts.len, 0);
        assert_string_equal(secret, "of the parent");
        assert_int_equal(access(path, R_OK), 0);
        assert_int_equal(pread(fd, bytes, sizeof bytes, 0), 4);
        arena_free(a);
    }
    close(fd);
    unlink(path);
}

/* ---- what of the parent's is there ---- */

static void tells(struct buf *out, void *data)
{
    text_put_str(out, *(char **)data);
}

/* A text deep in an arena: in a block of the kernel's. */
static char *deep_text(struct arena *a, const char *text)
{
    for (int i = 0; i < 1000; i++)
        arena_alloc(a, 1000);
    return arena_strdup(a, text);
}

/* Of arenas the child has the one it was given; the parent has all again. */
static void other_arenas_are_withheld(void **state)
{
    (void)state;
    struct arena *a = arena_new(), *other = arena_new();
    char **own = NEW(a, char *), **strange = NEW(a, char *);
    struct buf texts;
    size_t at = 0;
    int status;
    *own = deep_text(a, "own");
    *strange = deep_text(other, "strange");
    assert_int_equal(sandbox_run(a, tells, own, SANDBOX_OUT, &texts), SANDBOX_DONE);
    assert_string_equal(text_next(a, &texts, &at), "own");
    if (!SANITIZED)
        assert_int_equal(sandbox_run(a, tells, strange, SANDBOX_OUT, &texts),
                         SANDBOX_CRASH);
    arena_share(other);
    at = 0;
    assert_int_equal(sandbox_run(a, tells, strange, SANDBOX_OUT, &texts), SANDBOX_DONE);
    assert_string_equal(text_next(a, &texts, &at), "strange");
    pid_t child = fork();
    if (child == 0)
        _exit(strcmp(*strange, "strange") == 0 ? 0 : 1);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    arena_free(other);
    arena_free(a);
}

/* ---- limits ---- */

static void eats(struct buf *out, void *data)
{
    (void)data;
    for (int i = 0; i < 2048; i++)
        memset(arena_alloc(out->a, 1 << 20), 1, 1 << 20);
}

static void is_bounded(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf texts;
    if (!SANITIZED)
        assert_int_equal(sandbox_run(a, eats, NULL, SANDBOX_OUT, &texts), SANDBOX_CRASH);
    arena_free(a);
}

/* A reader of ours that asks for another call than those of the list dies of it. */
static void says_what_there_is(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    sandbox_report(&out);
    assert_non_null(strstr(out.at, "list of calls (seccomp): yes"));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_back),
        cmocka_unit_test(failures),
        cmocka_unit_test(failures_unheard),
        cmocka_unit_test(other_arenas_are_withheld),
        cmocka_unit_test(nothing_evil_is_done),
        cmocka_unit_test(is_bounded),
        cmocka_unit_test(says_what_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
