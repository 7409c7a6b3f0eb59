/* lock.c -- in: a folder; out: the lock on it.  Knows nothing of what is in the folder.
 */
#include "base/lock.h"

#include "base/character.h"
#include "base/file.h"
#include "base/gate.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct lock {
    const char *path;
    int fd;
};

/* "comments add by ann on desk-4, process 4711, since 2012-05-14 10:12 UTC". */
static const char *who(struct arena *a, const char *what)
{
    char host[64] = "", day[32];
    const char *user = getenv("USER");
    time_t now = time(NULL);
    struct tm utc;
    gethostname(host, sizeof host - 1);
    strftime(day, sizeof day, "%Y-%m-%d %H:%M", gmtime_r(&now, &utc));
    return arena_printf(a, "%s by %s on %s, process %ld, since %s UTC", what,
                        user != NULL ? user : "somebody", host, (long)getpid(), day);
}

/* What the one who has it wrote; it is read by whoever may read the folder. */
static const char *holder(struct arena *a, int fd)
{
    char text[GATE_LINE_MOST + 1];
    const char *wrong, *line;
    ssize_t len = pread(fd, text, sizeof text - 1, 0);
    text[len > 0 ? len : 0] = '\0';
    line = gate_pass(a, arena_strdup(a, text), GATE_LINE, &wrong);
    return line != NULL && line[0] != '\0' ? line : "another process";
}

static long seconds_to_wait(void)
{
    const char *given = getenv("GWASG_WAIT");
    return given != NULL ? strtol(given, NULL, 10) : LOCK_SECONDS;
}

/* 0, or what errno says: ENOENT when whoever had the lock has taken the file away. */
static int still_there(const struct lock *l)
{
    struct stat ours, there;
    if (fstat(l->fd, &ours) != 0 || lstat(l->path, &there) != 0)
        return errno;
    return ours.st_ino == there.st_ino && ours.st_dev == there.st_dev ? 0 : ENOENT;
}

/* 0, or what errno says: EWOULDBLOCK while another has it. */
static int try_lock(struct lock *l)
{
    for (;;) {
        l->fd =
            open(l->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
        if (l->fd < 0)
            return errno;
        int error = flock(l->fd, LOCK_EX | LOCK_NB) == 0 ? still_there(l) : errno;
        if (error != ENOENT)
            return error;
        close(l->fd);
    }
}

static void sleep_a_little(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 50000000L}, NULL);
}

/* Tries until the time is over. */
static int wait_for(struct arena *a, struct lock *l, const char *dir)
{
    enum { TRIES_A_SECOND = 20 };
    long tries = seconds_to_wait() * TRIES_A_SECOND;
    int error = try_lock(l);
    if (error == EWOULDBLOCK && tries > 0)
        fprintf(stderr, "gwasg: %s: waiting for %s\n", text_for_terminal(a, dir),
                holder(a, l->fd));
    for (; error == EWOULDBLOCK && tries > 0; tries--) {
        close(l->fd);
        sleep_a_little();
        error = try_lock(l);
    }
    return error;
}

/* Of no use is a lock that nobody can read; it is held all the same. */
static void write_who(struct arena *a, struct lock *l, const char *what)
{
    const char *line = who(a, what);
    if (ftruncate(l->fd, 0) == 0)
        fd_write(l->fd, line, strlen(line));
}

struct lock *lock_take(struct arena *a, struct diags *d, const char *dir,
                       const char *what)
{
    struct lock *l = NEW(a, struct lock);
    l->path = path_join(a, dir, ".gwasg.lock");
    int error = wait_for(a, l, dir);
    struct pos where = pos_of_path(a, arena_strdup(a, dir));
    if (error == 0) {
        write_who(a, l, what);
        return l;
    }
    if (l->fd >= 0 && (error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS)) {
        diag(d, DIAG_WRITE_UNSURE, where,
             "this disk knows no locks; see to it that nobody else changes this report");
        return l;
    }
    if (error == EWOULDBLOCK)
        diag(d, DIAG_REPORT_LOCKED, where,
             "%s; nothing is written: run the command again when that is done",
             holder(a, l->fd));
    else
        diag(d, DIAG_WRITE_FAILED, where, "%s", strerror(error));
    if (l->fd >= 0)
        close(l->fd);
    return NULL;
}

void lock_release(struct lock *l)
{
    if (l == NULL)
        return;
    unlink(l->path);
    close(l->fd);
}
