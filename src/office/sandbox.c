/* sandbox.c -- in: a piece of work on a hostile file; out: the texts it found, or how it
 * ended.  Knows nothing of PDF, Word or workbooks. */
#include "office/sandbox.h"

#include "base/character.h"
#include "base/file.h"
#include "base/gate.h"
#include "base/utf8.h"
#include "office/confine.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ---- texts ---- */

void text_put(struct buf *out, const char *bytes, size_t len)
{
    uint32_t size = (uint32_t)len;
    buf_add(out, &size, sizeof size);
    buf_add(out, bytes, len);
}

void text_put_str(struct buf *out, const char *s)
{
    text_put(out, s, strlen(s));
}

/* A character of a stranger's text; forms and office programs have several ends of a
 * line. */
static void put_clean(struct buf *out, uint32_t c)
{
    if (c == '\r' || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f' || c == 0x85)
        buf_char(out, '\n');
    else if (c != 0xFFFD && gate_lets_in(c, GATE_TEXT))
        buf_utf8(out, c);
}

const char *text_clean(struct arena *a, const char *bytes, size_t len)
{
    struct buf out = buf_new(a);
    size_t width, nfc_len;
    for (size_t i = 0; i < len; i += width) {
        uint32_t c = utf8_decode(bytes + i, len - i, &width);
        if (c == '\r' && i + 1 < len && bytes[i + 1] == '\n')
            continue;
        put_clean(&out, c);
    }
    return character_nfc(a, out.at, out.len, &nfc_len);
}

const char *bytes_next(const struct buf *texts, size_t *at, size_t *len)
{
    uint32_t size;
    if (texts->len - *at < sizeof size)
        return NULL;
    memcpy(&size, texts->at + *at, sizeof size);
    if (texts->len - *at - sizeof size < size)
        return NULL;
    const char *bytes = texts->at + *at + sizeof size;
    *at += sizeof size + size;
    *len = size;
    return bytes;
}

const char *text_next(struct arena *a, const struct buf *texts, size_t *at)
{
    size_t len;
    const char *bytes = bytes_next(texts, at, &len);
    return bytes != NULL ? text_clean(a, bytes, len) : NULL;
}

static bool is_kept(uint32_t c)
{
    return c == '\r' || c == 0x2028 || c == 0x2029 || c == '\v' || c == '\f' ||
           c == 0x85 || gate_lets_in(c, GATE_TEXT);
}

void texts_say_unclean(struct arena *a, struct diags *d, enum diag_id id,
                       struct pos where, const struct buf *texts)
{
    size_t at = 0, len, width, count = 0;
    uint32_t first = 0;
    for (const char *bytes; (bytes = bytes_next(texts, &at, &len)) != NULL;)
        for (size_t i = 0; i < len; i += width) {
            uint32_t c = utf8_decode(bytes + i, len - i, &width);
            if (is_kept(c))
                continue;
            first = count++ == 0 ? c : first;
        }
    if (count > 0)
        diag(d, id, where, "%zu character%s that cannot be kept, the first of them %s",
             count, count == 1 ? "" : "s", character_name(a, first));
}

/* ---- the child ---- */

enum { FAILED = 1, UNCONFINED = 2 };

static _Noreturn void run_child(void (*work)(struct buf *out, void *data), void *data,
                                int to)
{
    arenas_withheld();
    if (!confine(to, SANDBOX_MEMORY, SANDBOX_SECONDS))
        _exit(UNCONFINED);
    struct buf out = buf_new(arena_new());
    work(&out, data);
    _exit(fd_write(CONFINE_SPEAK, out.at, out.len) ? 0 : FAILED);
}

/* ---- the parent ---- */

static long milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

enum { HEARD_LEAST = 1024, HEARD_FIRST = 1 << 20 };

/* All that there is, and some at least. */
static size_t room_in(struct buf *b)
{
    buf_reserve(b, HEARD_LEAST);
    const size_t room = b->cap - b->len - 1;
    buf_reserve(b, room);
    return room;
}

/* Reads until the child closes its end.  A child that sleeps spends no processor time:
 * the clock on the wall has twice as long. */
static enum sandbox_end listen_to(int from, size_t most, struct buf *texts)
{
    buf_reserve(texts, most < HEARD_FIRST ? most : HEARD_FIRST);
    long until = milliseconds() + 2000L * SANDBOX_SECONDS;
    for (;;) {
        long left = until - milliseconds();
        struct pollfd fd = {.fd = from, .events = POLLIN};
        int ready = left > 0 ? poll(&fd, 1, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return SANDBOX_TIME;
        const size_t room = room_in(texts);
        ssize_t n = read(from, texts->at + texts->len, room);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0 ? SANDBOX_DONE : SANDBOX_CRASH;
        if (texts->len + (size_t)n > most)
            return SANDBOX_LARGE;
        texts->len += (size_t)n;
        texts->at[texts->len] = '\0';
    }
}

/* Of a child that cannot be waited for it is not known whether it came to its end: what
 * was heard may be half of what there is. */
static enum sandbox_end end_of(pid_t child, enum sandbox_end heard)
{
    int status = 0;
    if (heard != SANDBOX_DONE)
        kill(child, SIGKILL);
    pid_t ended;
    while ((ended = waitpid(child, &status, 0)) < 0 && errno == EINTR)
        ;
    if (heard != SANDBOX_DONE)
        return heard;
    if (ended != child)
        return SANDBOX_CRASH;
    if (WIFSIGNALED(status) &&
        (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return SANDBOX_TIME;
    if (WIFEXITED(status) && WEXITSTATUS(status) == UNCONFINED)
        return SANDBOX_NONE;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? SANDBOX_DONE : SANDBOX_CRASH;
}

enum sandbox_end sandbox_run(struct arena *a, void (*work)(struct buf *out, void *data),
                             void *data, size_t most, struct buf *texts)
{
    int fd[2];
    *texts = buf_new(a);
    if (pipe(fd) != 0)
        return SANDBOX_CRASH;
    /* Whoever started us may have told us to pass over it: then no child is waited for.
     */
    void (*before)(int) = signal(SIGCHLD, SIG_DFL);
    confine_ready();
    arenas_withhold(a, true);
    pid_t child = fork();
    if (child == 0) {
        close(fd[0]);
        run_child(work, data, fd[1]);
    }
    arenas_withhold(a, false);
    close(fd[1]);
    enum sandbox_end heard =
        child > 0 ? end_of(child, listen_to(fd[0], most, texts)) : SANDBOX_CRASH;
    close(fd[0]);
    signal(SIGCHLD, before);
    if (heard != SANDBOX_DONE)
        *texts = buf_new(a);
    return heard;
}

/* What is said of a file that came to such an end. */
static const char *fault_of(enum sandbox_end end)
{
    switch (end) {
    case SANDBOX_DONE: return "";
    case SANDBOX_TIME: return "reading it took more than 5 seconds";
    case SANDBOX_CRASH: return "the program that reads it failed, or ran out of memory";
    case SANDBOX_LARGE: return "it holds more than 16 MB of text";
    case SANDBOX_NONE:
        return "this system cannot shut in the program that reads it (gwasg --version "
               "--verbose says more)";
    }
    bug("no such end: %d", (int)end);
}

bool sandbox_read(struct arena *a, struct diags *d, enum diag_id id, struct pos where,
                  void (*work)(struct buf *out, void *data), void *data, size_t most,
                  struct buf *texts)
{
    enum sandbox_end end = sandbox_run(a, work, data, most, texts);
    if (end != SANDBOX_DONE)
        diag(d, id, where, "%s; it cannot be taken as it stands", fault_of(end));
    return end == SANDBOX_DONE;
}
