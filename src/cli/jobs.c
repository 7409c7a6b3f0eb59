/* jobs.c -- forks a process a report; each sends back its output, its messages and its
 * exit status, and the parent prints them in the order of the operands. */
#include "cli/jobs.h"

#include "cli/pipeline.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 64 };

struct job {
    const char *operand;
    pid_t pid;
    int fd[2]; /* what it prints, what it says; -1 once read to the end */
    struct buf text[2];
    int status;
    bool done;
};

static bool print(FILE *to, const struct buf *text)
{
    return fwrite(text->at, 1, text->len, to) == text->len && fflush(to) == 0;
}

/* What a finished report has to say, and its status. */
static int report_job(const struct job *j)
{
    if (print(stdout, &j->text[0])) {
        print(stderr, &j->text[1]);
        return j->status;
    }
    print(stderr, &j->text[1]);
    fprintf(stderr, "gwasg: could not write to the standard output: %s\n",
            strerror(errno));
    return j->status > 4 ? j->status : 4;
}

static int run_here(const struct options *o, const char *operand)
{
    struct arena *a = arena_new();
    struct job j = {.operand = operand, .text = {buf_new(a), buf_new(a)}};
    j.status = run_command(a, o, operand, &j.text[0], &j.text[1]);
    int status = report_job(&j);
    arena_free(a);
    return status;
}

static _Noreturn void run_child(const struct options *o, const char *operand,
                                const int to[2])
{
    struct arena *a = arena_new();
    dup2(to[1], STDERR_FILENO); /* a fault of ours is heard through the parent, in turn */
    struct buf out = buf_new(a), messages = buf_new(a);
    int status = run_command(a, o, operand, &out, &messages);
    if (!fd_write(to[0], out.at, out.len) || !fd_write(to[1], messages.at, messages.len))
        status = 70;
    _exit(status);
}

static bool start(const struct options *o, struct job *jobs, size_t count, struct job *j)
{
    int out[2], say[2];
    if (pipe(out) != 0)
        return false;
    if (pipe(say) != 0) {
        close(out[0]);
        close(out[1]);
        return false;
    }
    j->pid = fork();
    if (j->pid == 0) {
        for (size_t i = 0; i < count; i++)
            for (int k = 0; k < 2; k++)
                if (jobs[i].pid > 0 && jobs[i].fd[k] >= 0)
                    close(jobs[i].fd[k]);
        close(out[0]);
        close(say[0]);
        run_child(o, j->operand, (const int[]){out[1], say[1]});
    }
    close(out[1]);
    close(say[1]);
    j->fd[0] = out[0];
    j->fd[1] = say[0];
    if (j->pid > 0)
        return true;
    close(out[0]);
    close(say[0]);
    j->fd[0] = j->fd[1] = -1;
    return false;
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
    close(j->fd[k]);
    j->fd[k] = -1;
}

static void collect(struct job *j)
{
    int status;
    while (waitpid(j->pid, &status, 0) < 0 && errno == EINTR)
        ;
    j->status = WIFEXITED(status) ? WEXITSTATUS(status) : 70;
    if (WIFSIGNALED(status))
        buf_printf(&j->text[1], "gwasg: %s: ended by signal %d; nothing was written\n",
                   j->operand, WTERMSIG(status));
    j->done = true;
}

/* Waits until some running job has something to say; true while any runs. */
static void listen_to(struct job *jobs, size_t count)
{
    struct pollfd fds[2 * MOST];
    struct job *of[2 * MOST];
    nfds_t n = 0;
    for (size_t i = 0; i < count; i++)
        for (int k = 0; k < 2; k++)
            if (jobs[i].pid > 0 && jobs[i].fd[k] >= 0) {
                of[n] = &jobs[i];
                fds[n++] = (struct pollfd){.fd = jobs[i].fd[k], .events = POLLIN};
            }
    if (poll(fds, n, -1) < 0)
        return;
    for (nfds_t i = 0; i < n; i++)
        if (fds[i].revents != 0)
            read_some(of[i], fds[i].fd == of[i]->fd[1]);
}

/* Ends those that have said all; the number of those that still run. */
static int reap(struct job *jobs, size_t count)
{
    int running = 0;
    for (size_t i = 0; i < count; i++) {
        struct job *j = &jobs[i];
        if (j->pid <= 0 || j->done)
            continue;
        if (j->fd[0] < 0 && j->fd[1] < 0)
            collect(j);
        else
            running++;
    }
    return running;
}

static int run_forked(const struct options *o)
{
    struct arena *a = arena_new();
    size_t count = (size_t)o->operand_count;
    struct job *jobs = NEW_ARRAY(a, struct job, count);
    for (size_t i = 0; i < count; i++)
        jobs[i] = (struct job){
            .operand = o->operands[i], .fd = {-1, -1}, .text = {buf_new(a), buf_new(a)}};
    int worst = 0;
    for (size_t next = 0, said = 0; said < count;) {
        int running = reap(jobs, count);
        while (next < count && running < o->jobs) {
            struct job *j = &jobs[next++];
            if (start(o, jobs, count, j)) {
                running++;
            } else { /* no process to be had: here, then */
                j->status = run_command(a, o, j->operand, &j->text[0], &j->text[1]);
                j->done = true;
            }
        }
        while (said < count && jobs[said].done) {
            int status = report_job(&jobs[said++]);
            worst = status > worst ? status : worst;
        }
        if (running > 0 && said < count)
            listen_to(jobs, count);
    }
    arena_free(a);
    return worst;
}

int jobs_run(const struct options *o)
{
    int count = o->command->each ? o->operand_count : 1;
    if (count > 1 && o->jobs > 1)
        return run_forked(o);
    int worst = 0;
    for (int i = 0; i < count || i == 0; i++) {
        int status = run_here(o, o->operand_count > 0 ? o->operands[i] : "");
        worst = status > worst ? status : worst;
    }
    return worst;
}
