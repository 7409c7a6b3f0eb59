/* jobs.c -- forks a process a report; each sends back its output, its messages and its
 * exit status, and the parent prints them in the order of the operands. */
#include "cli/jobs.h"

#include "base/character.h"
#include "cli/pipeline.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    MOST = 64,
    UNWRITTEN = 4, /* the status where output could not be written */
    CUT_OFF = 100, /* of a child: it could not send all that it had to say */
};

struct job {
    const char *operand;
    pid_t pid;
    int fd[SAID_COUNT]; /* -1 once read to the end */
    struct buf text[SAID_COUNT];
    int status;
    bool done;
    bool cut; /* not all that it had to say came here */
};

static bool print(FILE *to, const struct buf *text)
{
    /* Messages are clean, but for their colours; a name of a folder may not be. */
    bool clean = to == stdout && isatty(STDOUT_FILENO);
    const char *shown = clean ? text_for_terminal(text->a, text->at) : text->at;
    const size_t len = clean ? strlen(shown) : text->len;
    return fwrite(shown, 1, len, to) == len && fflush(to) == 0;
}

/* What a finished report has to say, and its status. */
static int report_job(const struct job *j)
{
    bool printed = print(stdout, &j->text[SAID_OUT]);
    int error = errno;
    print(stderr, &j->text[SAID_MESSAGES]);
    if (printed)
        return j->status;
    fprintf(stderr, "gwasg: could not write to the standard output: %s\n",
            strerror(error));
    return j->status > UNWRITTEN ? j->status : UNWRITTEN;
}

/* How far it is, on a terminal, until something is printed there. */
static void show_progress(const struct options *o, size_t done, const char *operand)
{
    if (o->progress)
        fprintf(stderr, "\r%zu of %d: %s\033[K", done + 1, o->operand_count,
                text_for_terminal(o->texts, operand));
}

static void hide_progress(const struct options *o)
{
    if (o->progress)
        fputs("\r\033[K", stderr);
}

static struct job job_new(struct arena *a, const char *operand)
{
    struct job j = {.operand = operand};
    for (int k = 0; k < SAID_COUNT; k++) {
        j.fd[k] = -1;
        j.text[k] = buf_new(a);
    }
    return j;
}

/* Any error is worse than warnings that may not be. */
static int worse(int status, int other)
{
    if (status == 3 || other == 3)
        return status == 3 && other != 0 ? other : status;
    return status > other ? status : other;
}

/* A finished report: what it says is printed, what make is told is kept. */
static int end_job(const struct options *o, const struct job *j, int worst,
                   struct buf *deps)
{
    hide_progress(o);
    buf_add(deps, j->text[SAID_DEPS].at, j->text[SAID_DEPS].len);
    return worse(report_job(j), worst);
}

static int run_here(const struct options *o, size_t number, int worst, struct buf *deps)
{
    const char *operand = o->operand_count > 0 ? o->operands[number] : "";
    struct arena *a = arena_new();
    struct job j = job_new(a, operand);
    show_progress(o, number, operand);
    j.status = run_command(a, o, operand, j.text);
    worst = end_job(o, &j, worst, deps);
    arena_free(a);
    return worst;
}

static _Noreturn void run_child(const struct options *o, const char *operand,
                                int to[SAID_COUNT][2])
{
    struct arena *a = arena_new();
    /* a fault of ours is heard through the parent, in turn */
    dup2(to[SAID_MESSAGES][1], STDERR_FILENO);
    struct job j = job_new(a, operand);
    int status = run_command(a, o, operand, j.text);
    for (int k = 0; k < SAID_COUNT; k++)
        if (!fd_write(to[k][1], j.text[k].at, j.text[k].len))
            status = CUT_OFF;
    _exit(status);
}

static void close_ends(int pipes[SAID_COUNT][2], int end)
{
    for (int k = 0; k < SAID_COUNT; k++)
        if (pipes[k][end] >= 0)
            close(pipes[k][end]);
}

static bool open_pipes(int pipes[SAID_COUNT][2])
{
    for (int k = 0; k < SAID_COUNT; k++)
        pipes[k][0] = pipes[k][1] = -1;
    for (int k = 0; k < SAID_COUNT; k++)
        if (pipe(pipes[k]) != 0) {
            close_ends(pipes, 0);
            close_ends(pipes, 1);
            return false;
        }
    return true;
}

static bool start(const struct options *o, struct job *jobs, size_t count, struct job *j)
{
    int pipes[SAID_COUNT][2];
    if (!open_pipes(pipes))
        return false;
    j->pid = fork();
    if (j->pid == 0) {
        for (size_t i = 0; i < count; i++)
            for (int k = 0; k < SAID_COUNT; k++)
                if (jobs[i].pid > 0 && jobs[i].fd[k] >= 0)
                    close(jobs[i].fd[k]);
        close_ends(pipes, 0);
        run_child(o, j->operand, pipes);
    }
    close_ends(pipes, 1);
    if (j->pid <= 0) {
        close_ends(pipes, 0);
        return false;
    }
    for (int k = 0; k < SAID_COUNT; k++)
        j->fd[k] = pipes[k][0];
    return true;
}

static void read_some(struct job *j, int k)
{
    char bytes[65536];
    ssize_t n = read(j->fd[k], bytes, sizeof bytes);
    if (n > 0) {
        buf_add(&j->text[k], bytes, (size_t)n);
        return;
    }
    if (n < 0 && errno == EINTR)
        return;
    j->cut = j->cut || n < 0;
    close(j->fd[k]);
    j->fd[k] = -1;
}

static void collect(const struct options *o, struct job *j)
{
    int status = 0;
    pid_t ended;
    while ((ended = waitpid(j->pid, &status, 0)) < 0 && errno == EINTR)
        ;
    j->status = ended == j->pid && WIFEXITED(status) ? WEXITSTATUS(status) : 70;
    const char *operand = text_for_terminal(o->texts, j->operand);
    if (WIFSIGNALED(status))
        buf_printf(&j->text[SAID_MESSAGES],
                   "gwasg: %s: ended by signal %d, before it was done; run it again\n",
                   operand, WTERMSIG(status));
    else if (j->cut || j->status == CUT_OFF) {
        buf_printf(&j->text[SAID_MESSAGES],
                   "gwasg: %s: not all of what it had to say came; run it again\n",
                   operand);
        j->status = UNWRITTEN;
    }
    j->done = true;
}

/* Waits until some running job has something to say; true while any runs. */
static void listen_to(struct job *jobs, size_t count)
{
    struct pollfd fds[SAID_COUNT * MOST];
    struct job *of[SAID_COUNT * MOST];
    int which[SAID_COUNT * MOST];
    nfds_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (int k = 0; k < SAID_COUNT; k++)
            if (jobs[i].pid > 0 && jobs[i].fd[k] >= 0) {
                of[n] = &jobs[i];
                which[n] = k;
                fds[n++] = (struct pollfd){.fd = jobs[i].fd[k], .events = POLLIN};
            }
    if (poll(fds, n, -1) < 0)
        return;
    for (nfds_t i = 0; i < n; i++)
        if (fds[i].revents != 0)
            read_some(of[i], which[i]);
}

static bool has_said_all(const struct job *j)
{
    bool all = true;
    for (int k = 0; k < SAID_COUNT; k++)
        all = all && j->fd[k] < 0;
    return all;
}

/* Ends those that have said all; the number of those that still run. */
static int reap(const struct options *o, struct job *jobs, size_t count)
{
    int running = 0;
    for (size_t i = 0; i < count; i++) {
        struct job *j = &jobs[i];
        if (j->pid <= 0 || j->done)
            continue;
        if (has_said_all(j))
            collect(o, j);
        else
            running++;
    }
    return running;
}

/* Starts reports until so many run as may; where no process is to be had, one is made
 * here. */
static int start_more(const struct options *o, struct job *jobs, size_t *next,
                      int running)
{
    size_t count = (size_t)o->operand_count;
    while (*next < count && running < o->jobs) {
        struct job *j = &jobs[(*next)++];
        if (start(o, jobs, count, j)) {
            running++;
        } else {
            j->status = run_command(j->text[0].a, o, j->operand, j->text);
            j->done = true;
        }
    }
    return running;
}

static int run_forked(const struct options *o, struct buf *deps)
{
    struct arena *a = arena_new();
    size_t count = (size_t)o->operand_count;
    struct job *jobs = NEW_ARRAY(a, struct job, count);
    for (size_t i = 0; i < count; i++)
        jobs[i] = job_new(a, o->operands[i]);
    int worst = 0;
    for (size_t next = 0, said = 0; said < count;) {
        int running = start_more(o, jobs, &next, reap(o, jobs, count));
        while (said < count && jobs[said].done)
            worst = end_job(o, &jobs[said++], worst, deps);
        if (running > 0 && said < count) {
            show_progress(o, said, jobs[said].operand);
            listen_to(jobs, count);
        }
    }
    arena_free(a);
    return worst;
}

/* Only of reports that were all made: the rules of before hold for those that were not.
 */
static int write_deps(struct arena *a, const struct options *o, const struct buf *deps)
{
    struct diags *d = diags_new(a);
    struct buf said = buf_new(a);
    file_replace(a, d, o->deps, deps->at, deps->len);
    diags_print(d, o->diagnostics, &said);
    print(stderr, &said);
    return diags_exit(d, false);
}

int jobs_run(const struct options *o)
{
    size_t count =
        o->command->each && o->operand_count > 1 ? (size_t)o->operand_count : 1;
    struct arena *a = arena_new();
    struct buf deps = buf_new(a);
    int worst = 0;
    if (count > 1 && o->jobs > 1)
        worst = run_forked(o, &deps);
    else
        for (size_t i = 0; i < count; i++)
            worst = run_here(o, i, worst, &deps);
    if (o->deps != NULL && worst == 0)
        worst = write_deps(a, o, &deps);
    arena_free(a);
    return worst;
}
