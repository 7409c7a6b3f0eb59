/* maker.c -- in: work and requests; out: what the work says, through a pipe.  Knows
 * nothing of reports. */
#define _GNU_SOURCE /* close_range, F_SETPIPE_SZ */
#include "watch/maker.h"

#include "base/file.h"
#include "office/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define END "\nend" /* the name of what comes last: how it ended */

enum { PIPE_ROOM = 1 << 20 };

struct maker {
    pid_t pid;
    int requests, results;
    bool busy;
    size_t read; /* of what is said now: how far it was looked through */
};

void maker_say(int to, const char *name, const char *bytes, size_t len)
{
    const uint32_t sizes[] = {(uint32_t)strlen(name), (uint32_t)len};
    if (!fd_write(to, (const char *)&sizes[0], sizeof sizes[0]) ||
        !fd_write(to, name, sizes[0]) ||
        !fd_write(to, (const char *)&sizes[1], sizeof sizes[1]) ||
        !fd_write(to, bytes, len))
        _exit(0); /* nobody listens any more */
}

/* ---- the process ---- */

/* Whatever ends whoever started it ends it, too. */
static void die_with_parent(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

static bool read_request(int from, struct made_request *request)
{
    char *at = (char *)request;
    size_t have = 0;
    while (have < sizeof *request) {
        const ssize_t n = read(from, at + have, sizeof *request - have);
        if (n <= 0 && !(n < 0 && errno == EINTR))
            return false;
        have += n > 0 ? (size_t)n : 0;
    }
    return true;
}

static pid_t make_in_child(const struct maker_work *work,
                           const struct made_request *request, int from, int to)
{
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    die_with_parent();
    close(from);
    work->make(work->data, request, to);
    _exit(0);
}

static _Noreturn void serve_requests(const struct maker_work *work, bool cold, int from,
                                     int to)
{
    struct made_request request;
    while (read_request(from, &request)) {
        int status = -1;
        const pid_t pid = make_in_child(work, &request, from, to);
        if (pid > 0 && !cold)
            cold = work->warm(work->data, &request);
        while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
            ;
        maker_say(to, END, (const char *)&status, sizeof status);
    }
    _exit(0);
}

/* Of the descriptors it has these alone, and what it says to a person. */
static void keep_only(int *from, int *to)
{
    enum { FIRST = 3 };
    const int low = fcntl(*from, F_DUPFD, FIRST + 2),
              high = fcntl(*to, F_DUPFD, FIRST + 2);
    if (low < 0 || high < 0 || dup2(low, FIRST) < 0 || dup2(high, FIRST + 1) < 0)
        _exit(71);
    close_range(FIRST + 2, ~0U, 0);
    *from = FIRST;
    *to = FIRST + 1;
}

/* ---- who asks ---- */

static void close_both(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

static bool open_pipes(int requests[2], int results[2])
{
    if (pipe2(requests, O_CLOEXEC) != 0)
        return false;
    if (pipe2(results, O_CLOEXEC) == 0)
        return true;
    close_both(requests);
    return false;
}

struct maker *maker_new(const struct maker_work *work, bool cold)
{
    int requests[2], results[2];
    struct maker *m = calloc(1, sizeof *m);
    if (m == NULL)
        out_of_memory();
    if (!open_pipes(requests, results)) {
        free(m);
        return NULL;
    }
    *m = (struct maker){.pid = fork(), .requests = requests[1], .results = results[0]};
    if (m->pid == 0) {
        die_with_parent();
        keep_only(&requests[0], &results[1]);
        serve_requests(work, cold, requests[0], results[1]);
    }
    close(requests[0]);
    close(results[1]);
    fcntl(m->results, F_SETFL, O_NONBLOCK);
    fcntl(m->results, F_SETPIPE_SZ, PIPE_ROOM);
    if (m->pid > 0)
        return m;
    maker_free(m);
    return NULL;
}

void maker_free(struct maker *m)
{
    if (m == NULL)
        return;
    close(m->requests);
    close(m->results);
    if (m->pid > 0) {
        kill(m->pid, SIGKILL);
        while (waitpid(m->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    free(m);
}

void maker_ask(struct maker *m, const struct made_request *request)
{
    m->busy = true; /* where it is gone, reading says so */
    m->read = 0;
    fd_write(m->requests, (const char *)request, sizeof *request);
}

bool maker_is_busy(const struct maker *m)
{
    return m->busy;
}

int maker_fd(const struct maker *m)
{
    return m->results;
}

/* The next text behind *at, which goes on behind it; false while not all of it is there.
 */
static bool text_behind(const struct buf *said, size_t *at, const char **text,
                        uint32_t *len)
{
    if (said->len - *at < sizeof *len)
        return false;
    memcpy(len, said->at + *at, sizeof *len);
    if (said->len - *at - sizeof *len < *len)
        return false;
    *text = said->at + *at + sizeof *len;
    *at += sizeof *len + *len;
    return true;
}

/* How it ended stands behind all else. */
static bool has_ended(struct maker *m, const struct buf *said, int *status, bool *part)
{
    const char *name, *text;
    uint32_t name_len, len;
    for (size_t at = m->read;
         text_behind(said, &at, &name, &name_len) && text_behind(said, &at, &text, &len);
         m->read = at) {
        *part = *part || (name_len == sizeof MAKER_PART - 1 &&
                          memcmp(name, MAKER_PART, name_len) == 0);
        if (name_len == sizeof END - 1 && memcmp(name, END, name_len) == 0 &&
            len == sizeof *status) {
            memcpy(status, text, len);
            return true;
        }
    }
    return false;
}

enum maker_state maker_read(struct maker *m, struct buf *said)
{
    enum { ONCE = 1 << 18 };
    bool part = false;
    for (;;) {
        buf_reserve(said, ONCE);
        const ssize_t n = read(m->results, said->at + said->len, ONCE);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0 || (n < 0 && errno != EAGAIN))
            return MAKER_LOST;
        if (n < 0)
            return part ? MAKER_HALF : MAKER_BUSY;
        said->len += (size_t)n;
        said->at[said->len] = '\0';
        int status;
        if (!has_ended(m, said, &status, &part))
            continue;
        m->busy = false;
        return status == 0 ? MAKER_DONE : MAKER_BROKEN;
    }
}
