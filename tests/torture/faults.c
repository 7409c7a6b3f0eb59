/* faults.c -- put before the C library (LD_PRELOAD): counts the calls by which a program
 * meets its files, writes them down, and makes one of them fail, or all of its kind from
 * it on, or ends the process there.  Knows nothing of what is written.
 *
 * TORTURE_LOG   a file of LOG_BYTES zeros, mapped: what was called, in order, a line each
 *               and behind that of a write its bytes.  Two counters lead: of the process
 *               that was started, and of its children.
 * TORTURE_AT    "p 17 5 once": the call 17 of the process (c: of its children) fails with
 *               errno 5; "on" for once: and all of its kind from there on; "short" for
 *               the number: half of what should be written is; "die": the process ends
 *               before the call; "tear": after half of the write.
 * TORTURE_ALLOC "17 once": no memory at the 17th time that some is asked for; "on".
 * TORTURE_ORDER a number: folders are listed in an order of its own.
 * TORTURE_CLOCK a number of seconds by which the day is another.
 * TORTURE_DELAY "rename 30": so many milliseconds before each call of the kind. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LOG_BYTES ((size_t)48 << 20)

struct log {
    uint64_t used;
    uint64_t calls[2]; /* of the process, of its children */
    uint64_t allocations;
    char text[];
};

static struct log *calls_log;
static int in_child; /* 1 after a fork */
static struct {
    int who; /* 0: of the process, 1: of a child, -1: nothing fails */
    uint64_t call;
    int error;
    bool on, brief, die, tear;
    char kind[16]; /* of the call that has failed, for `on` */
} at = {.who = -1};
static struct {
    uint64_t at;
    bool on;
} alloc;
static unsigned order;
static long clock_offset;
static struct {
    char kind[16];
    long milliseconds;
} delay;

static void forked(void)
{
    in_child = 1;
}

__attribute__((constructor)) static void start(void)
{
    const char *log = getenv("TORTURE_LOG"), *spec = getenv("TORTURE_AT");
    char who = 'p', what[16] = "", how[16] = "";
    int fd = log != NULL ? open(log, O_RDWR | O_CLOEXEC) : -1;
    if (fd >= 0) {
        void *map = mmap(NULL, LOG_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        close(fd);
        calls_log = map != MAP_FAILED ? map : NULL;
        if (calls_log != NULL)
            memset(calls_log, 0, sizeof *calls_log);
    }
    if (spec != NULL &&
        sscanf(spec, "%c %lu %15s %15s", &who, &at.call, what, how) == 4) {
        at.who = who == 'c';
        at.error = atoi(what);
        at.brief = strcmp(what, "short") == 0;
        at.die = strcmp(what, "die") == 0;
        at.tear = strcmp(what, "tear") == 0;
        at.on = strcmp(how, "on") == 0;
    }
    spec = getenv("TORTURE_ORDER");
    order = spec != NULL ? (unsigned)atoi(spec) : 0;
    spec = getenv("TORTURE_CLOCK");
    clock_offset = spec != NULL ? atol(spec) : 0;
    spec = getenv("TORTURE_DELAY");
    if (spec != NULL)
        sscanf(spec, "%15s %ld", delay.kind, &delay.milliseconds);
    pthread_atfork(NULL, NULL, forked);
    spec = getenv("TORTURE_ALLOC");
    if (spec != NULL && sscanf(spec, "%lu %15s", &alloc.at, how) == 2)
        alloc.on = strcmp(how, "on") == 0;
}

/* No call of the system: a reader that is shut in may make hardly any. */
static void note(const char *kind, int fd, const char *path, const char *other,
                 const void *bytes, size_t len)
{
    char line[9000];
    int head =
        snprintf(line, sizeof line, "%c\t%s\t%d\t%zu\t%s\t%s\n", in_child ? 'c' : 'p',
                 kind, fd, bytes != NULL ? len : 0, path, other);
    size_t size = head > 0 && (size_t)head < sizeof line ? (size_t)head : 0;
    uint64_t to = __atomic_fetch_add(&calls_log->used, size + (bytes != NULL ? len : 0),
                                     __ATOMIC_SEQ_CST);
    if (sizeof *calls_log + to + size + len + 1 > LOG_BYTES)
        return;
    memcpy(calls_log->text + to, line, size);
    if (bytes != NULL)
        memcpy(calls_log->text + to + size, bytes, len);
}

/* What became of the call before, where that matters to who reads the log. */
static void came(int result)
{
    if (calls_log != NULL)
        note("=", result, "", "", NULL, 0);
}

static _Noreturn void die(void)
{
    if (!in_child)
        kill(getpid(), SIGKILL);
    __builtin_trap(); /* what a child that is shut in can still do */
}

enum verdict { DO_IT, FAIL_IT, HALF_OF_IT };

/* Counts the call; whether it fails, and then errno says why. */
static enum verdict turn(const char *kind, int fd, const char *path, const char *other,
                         const void *bytes, size_t len)
{
    if (delay.milliseconds > 0 && strcmp(delay.kind, kind) == 0)
        usleep((useconds_t)delay.milliseconds * 1000);
    if (calls_log == NULL)
        return DO_IT;
    note(kind, fd, path != NULL ? path : "", other, bytes, len);
    uint64_t now = __atomic_add_fetch(&calls_log->calls[in_child], 1, __ATOMIC_SEQ_CST);
    bool first = at.who == in_child && now == at.call;
    if (!first && !(at.on && strcmp(at.kind, kind) == 0))
        return DO_IT;
    strncpy(at.kind, kind, sizeof at.kind - 1);
    if (at.die)
        die();
    errno = at.error;
    return at.brief || at.tear ? HALF_OF_IT : FAIL_IT;
}

#define REAL(result, name, ...)                                                          \
    static result (*real)(__VA_ARGS__);                                                  \
    if (real == NULL)                                                                    \
    *(void **)&real = dlsym(RTLD_NEXT, #name)

static const char *where(int fd)
{
    return fd == AT_FDCWD ? "" : "?";
}

/* ---- opening ---- */

static int opened(const char *name, int dir, const char *path, int flags, mode_t mode)
{
    static int (*real)(int, const char *, int, ...);
    if (real == NULL)
        *(void **)&real = dlsym(RTLD_NEXT, "openat");
    (void)name;
    const char *how = (flags & O_CREAT)                 ? "new"
                      : (flags & O_ACCMODE) != O_RDONLY ? "write"
                                                        : where(dir);
    if (turn("open", (flags & O_TRUNC) != 0, path, how, NULL, 0) != DO_IT)
        return -1;
    int fd = real(dir, path, flags, mode);
    int error = errno;
    came(fd);
    errno = error;
    return fd;
}

#define OPEN(name)                                                                       \
    int name(const char *path, int flags, ...)                                           \
    {                                                                                    \
        va_list rest;                                                                    \
        va_start(rest, flags);                                                           \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;        \
        va_end(rest);                                                                    \
        return opened(#name, AT_FDCWD, path, flags, mode);                               \
    }
#define OPENAT(name)                                                                     \
    int name(int dir, const char *path, int flags, ...)                                  \
    {                                                                                    \
        va_list rest;                                                                    \
        va_start(rest, flags);                                                           \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;        \
        va_end(rest);                                                                    \
        return opened(#name, dir, path, flags, mode);                                    \
    }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

#define FOPEN(name)                                                                      \
    FILE *name(const char *path, const char *mode)                                       \
    {                                                                                    \
        REAL(FILE *, name, const char *, const char *);                                  \
        return turn("open", 0, path, "stream", NULL, 0) == DO_IT ? real(path, mode)      \
                                                                 : NULL;                 \
    }
FOPEN(fopen)
FOPEN(fopen64)

int close(int fd)
{
    REAL(int, close, int);
    enum verdict v = turn("close", fd, "", "", NULL, 0);
    int error = errno, result = real(fd);
    if (v == DO_IT)
        return result;
    errno = error;
    return -1;
}

/* ---- bytes ---- */

ssize_t read(int fd, void *bytes, size_t len)
{
    REAL(ssize_t, read, int, void *, size_t);
    enum verdict v = turn("read", fd, "", "", NULL, 0);
    if (v == FAIL_IT)
        return -1;
    return real(fd, bytes, v == HALF_OF_IT && len > 1 ? len / 2 : len);
}

ssize_t write(int fd, const void *bytes, size_t len)
{
    REAL(ssize_t, write, int, const void *, size_t);
    enum verdict v = turn("write", fd, "", "", bytes, len);
    if (v == FAIL_IT)
        return -1;
    ssize_t wrote = real(fd, bytes, v == HALF_OF_IT && len > 1 ? len / 2 : len);
    if (v == HALF_OF_IT && at.tear)
        die();
    return wrote;
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *to)
{
    REAL(size_t, fwrite, const void *, size_t, size_t, FILE *);
    if (to == stdout && turn("print", 1, "", "", NULL, 0) != DO_IT)
        return 0;
    return real(bytes, size, count, to);
}

int fflush(FILE *to)
{
    REAL(int, fflush, FILE *);
    if (to == stdout && turn("print", 1, "", "", NULL, 0) != DO_IT)
        return EOF;
    return real(to);
}

#define BY_FD(name, kind)                                                                \
    int name(int fd)                                                                     \
    {                                                                                    \
        REAL(int, name, int);                                                            \
        return turn(kind, fd, "", "", NULL, 0) == DO_IT ? real(fd) : -1;                 \
    }
BY_FD(fsync, "fsync")
BY_FD(fdatasync, "fsync")

int ftruncate(int fd, off_t len)
{
    REAL(int, ftruncate, int, off_t);
    return turn("truncate", fd, "", "", NULL, 0) == DO_IT ? real(fd, len) : -1;
}

int fchmod(int fd, mode_t mode)
{
    REAL(int, fchmod, int, mode_t);
    return turn("chmod", fd, "", "", NULL, 0) == DO_IT ? real(fd, mode) : -1;
}

int flock(int fd, int how)
{
    REAL(int, flock, int, int);
    return turn("flock", fd, "", "", NULL, 0) == DO_IT ? real(fd, how) : -1;
}

/* ---- names ---- */

#define BY_PATH(name, kind)                                                              \
    int name(const char *path)                                                           \
    {                                                                                    \
        REAL(int, name, const char *);                                                   \
        if (turn(kind, -1, path, "", NULL, 0) != DO_IT)                                  \
            return -1;                                                                   \
        int result = real(path), error = errno;                                          \
        came(result);                                                                    \
        errno = error;                                                                   \
        return result;                                                                   \
    }
#define BY_MODE(name, kind)                                                              \
    int name(const char *path, mode_t mode)                                              \
    {                                                                                    \
        REAL(int, name, const char *, mode_t);                                           \
        if (turn(kind, -1, path, "", NULL, 0) != DO_IT)                                  \
            return -1;                                                                   \
        int result = real(path, mode), error = errno;                                    \
        came(result);                                                                    \
        errno = error;                                                                   \
        return result;                                                                   \
    }
#define BY_TWO(name, kind)                                                               \
    int name(const char *from, const char *to)                                           \
    {                                                                                    \
        REAL(int, name, const char *, const char *);                                     \
        if (turn(kind, -1, from, to, NULL, 0) != DO_IT)                                  \
            return -1;                                                                   \
        int result = real(from, to), error = errno;                                      \
        came(result);                                                                    \
        errno = error;                                                                   \
        return result;                                                                   \
    }
BY_PATH(unlink, "unlink")
BY_PATH(rmdir, "rmdir")
BY_MODE(mkdir, "mkdir")
BY_MODE(chmod, "chmod")
BY_TWO(rename, "rename")
BY_TWO(link, "link")

int access(const char *path, int how)
{
    REAL(int, access, const char *, int);
    return turn("stat", -1, path, "", NULL, 0) == DO_IT ? real(path, how) : -1;
}

#define STAT(name, type)                                                                 \
    int name(const char *path, type *st)                                                 \
    {                                                                                    \
        REAL(int, name, const char *, type *);                                           \
        return turn("stat", -1, path, "", NULL, 0) == DO_IT ? real(path, st) : -1;       \
    }
STAT(stat, struct stat)
STAT(lstat, struct stat)
STAT(stat64, struct stat64)
STAT(lstat64, struct stat64)

int fstat(int fd, struct stat *st)
{
    REAL(int, fstat, int, struct stat *);
    return turn("stat", fd, "", "", NULL, 0) == DO_IT ? real(fd, st) : -1;
}

char *realpath(const char *path, char *to)
{
    REAL(char *, realpath, const char *, char *);
    return turn("stat", -1, path, "", NULL, 0) == DO_IT ? real(path, to) : NULL;
}

char *mkdtemp(char *name)
{
    REAL(char *, mkdtemp, char *);
    if (turn("mkdir", -1, name, "", NULL, 0) != DO_IT)
        return NULL;
    char *made = real(name);
    came(made != NULL ? 0 : -1);
    return made;
}

/* ---- folders, in any order ---- */

enum { FOLDERS = 16, ENTRIES = 4096 };
static struct {
    DIR *dir;
    struct dirent *entries[ENTRIES];
    size_t count, next;
} listed[FOLDERS];

static struct dirent *(*real_readdir)(DIR *);

static uint32_t mixed(const char *name)
{
    uint32_t h = 2166136261U ^ order * 2654435761U;
    for (; *name != '\0'; name++)
        h = (h ^ (unsigned char)*name) * 16777619U;
    return h;
}

static int compare_entries(const void *x, const void *y)
{
    const struct dirent *const *a = x, *const *b = y;
    uint32_t m = mixed((*a)->d_name), n = mixed((*b)->d_name);
    return (m > n) - (m < n);
}

static struct dirent *shuffled(DIR *dir)
{
    size_t i = 0;
    while (i < FOLDERS && listed[i].dir != dir && listed[i].dir != NULL)
        i++;
    if (i == FOLDERS)
        return real_readdir(dir);
    if (listed[i].dir == NULL) {
        struct dirent *e;
        listed[i].dir = dir;
        for (listed[i].count = 0; (e = real_readdir(dir)) != NULL; listed[i].count++) {
            if (listed[i].count == ENTRIES)
                abort();
            listed[i].entries[listed[i].count] = malloc(sizeof *e);
            memcpy(listed[i].entries[listed[i].count], e, e->d_reclen);
        }
        listed[i].next = 0;
        qsort(listed[i].entries, listed[i].count, sizeof(struct dirent *),
              compare_entries);
    }
    return listed[i].next < listed[i].count ? listed[i].entries[listed[i].next++] : NULL;
}

struct dirent *readdir(DIR *dir)
{
    if (real_readdir == NULL)
        *(void **)&real_readdir = dlsym(RTLD_NEXT, "readdir");
    if (turn("readdir", -1, "", "", NULL, 0) != DO_IT)
        return NULL;
    return order == 0 ? real_readdir(dir) : shuffled(dir);
}

int closedir(DIR *dir)
{
    REAL(int, closedir, DIR *);
    for (size_t i = 0; i < FOLDERS; i++)
        if (listed[i].dir == dir)
            listed[i].dir = NULL;
    return real(dir);
}

DIR *opendir(const char *path)
{
    REAL(DIR *, opendir, const char *);
    return turn("opendir", -1, path, "", NULL, 0) == DO_IT ? real(path) : NULL;
}

/* ---- the day ---- */

int clock_gettime(clockid_t clock, struct timespec *t)
{
    REAL(int, clock_gettime, clockid_t, struct timespec *);
    int result = real(clock, t);
    if (clock == CLOCK_REALTIME)
        t->tv_sec += clock_offset;
    return result;
}

time_t time(time_t *to)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    if (to != NULL)
        *to = t.tv_sec;
    return t.tv_sec;
}

int gettimeofday(struct timeval *restrict t, void *restrict zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    *t = (struct timeval){.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
    return 0;
}

/* ---- memory ---- */

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static bool no_memory(void)
{
    if (calls_log == NULL || in_child)
        return false;
    uint64_t now = ++calls_log->allocations;
    if (alloc.at == 0 || now < alloc.at || (now > alloc.at && !alloc.on))
        return false;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return no_memory() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return no_memory() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return no_memory() ? NULL : __libc_realloc(old, size);
}
