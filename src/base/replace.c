/* replace.c -- files out, whole or not at all.  In: a path and bytes; out: the file, or a
 * diagnostic and the old file as it was.  Knows nothing of what is written. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool say_failed(struct arena *a, struct diags *d, const char *path,
                       const char *why)
{
    diag(d, DIAG_WRITE_FAILED, pos_of_path(a, arena_strdup(a, path)), "%s", why);
    return false;
}

bool fd_write(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t wrote = write(fd, bytes, len);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote == 0)
            errno = ENOSPC;
        if (wrote <= 0)
            return false;
        bytes += wrote;
        len -= (size_t)wrote;
    }
    return true;
}

/* Keeps the first errno; a close that fails may be a write that failed late. */
static bool close_after(int fd, bool done)
{
    int error = errno;
    bool closed = close(fd) == 0;
    if (!done)
        errno = error;
    return done && closed;
}

/* What the name stands for: the end of its links, or itself while it does not exist. */
static const char *followed(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    if (real == NULL)
        return path;
    const char *copy = arena_strdup(a, real);
    free(real);
    return copy;
}

static mode_t new_file_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A name that no other file has, beside the target so that rename() stays on one disk.
 * The process and a number in it: two builds at once do not meet. */
static int open_beside(struct arena *a, const char *target, const char **temporary)
{
    enum { TRIES = 100 };
    const char *dir = path_dir(a, target), *name = path_name(a, target);
    for (int i = 0; i < TRIES; i++) {
        const char *hidden = arena_printf(a, ".%.200s.%ld-%d", name, (long)getpid(), i);
        *temporary = path_join(a, dir, hidden);
        int fd = open(*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool fill(int fd, const char *bytes, size_t len, mode_t mode)
{
    bool done = fd_write(fd, bytes, len) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
    return close_after(fd, done);
}

/* Some file systems cannot sync a folder and say EINVAL: then there is nothing to do. */
static bool sync_dir(struct arena *a, const char *target)
{
    int fd = open(path_dir(a, target), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES;
    bool done = fsync(fd) == 0 || errno == EINVAL;
    return close_after(fd, done);
}

/* A terminal, a pipe, /dev/full: there is nothing to replace. */
static bool write_device(const char *path, const char *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return fd >= 0 && close_after(fd, fd_write(fd, bytes, len));
}

/* ---- one file on its way ---- */

struct staged {
    const struct file_write *file;
    const char *target;    /* the file that the path stands for */
    const char *temporary; /* holds the new bytes until they take its place; or NULL */
    const char *before;    /* the old file under another name; NULL: there was none */
    bool there, placed;
};

/* Keeps errno: what failed is still to be said. */
static void remove_quietly(const char *path)
{
    int error = errno;
    if (path != NULL)
        unlink(path);
    errno = error;
}

/* The new bytes, whole and on the disk, beside their place. */
static bool stage(struct arena *a, struct staged *s)
{
    struct stat st;
    const struct file_write *f = s->file;
    bool there = s->there = stat(f->path, &st) == 0;
    if (there && f->fresh)
        errno = EEXIST;
    else if (there && S_ISDIR(st.st_mode))
        errno = EISDIR;
    if (there && (f->fresh || S_ISDIR(st.st_mode)))
        return false;
    if (there && !S_ISREG(st.st_mode))
        return true; /* written to when the others take their places */
    s->target = followed(a, f->path);
    int fd = open_beside(a, s->target, &s->temporary);
    if (fd >= 0 &&
        fill(fd, f->bytes, f->len, there ? st.st_mode & 07777 : new_file_mode()))
        return true;
    if (fd >= 0)
        remove_quietly(s->temporary);
    s->temporary = NULL;
    return false;
}

/* The old file is kept under another name while others of its set may still fail. */
static void keep_before(struct arena *a, struct staged *s)
{
    const char *name = arena_printf(a, "%s.old", s->temporary);
    if (link(s->target, name) == 0)
        s->before = name;
}

/* link() never overwrites, rename() does; some disks of other systems have no links. */
static bool take_place(const struct staged *s)
{
    if (!s->file->fresh)
        return rename(s->temporary, s->target) == 0;
    if (link(s->temporary, s->target) == 0) {
        remove_quietly(s->temporary);
        return true;
    }
    return errno != EEXIST && rename(s->temporary, s->target) == 0;
}

static bool place(struct arena *a, struct staged *s, bool keep)
{
    if (s->temporary == NULL)
        return write_device(s->file->path, s->file->bytes, s->file->len);
    if (keep && s->there)
        keep_before(a, s);
    if (!take_place(s))
        return false;
    s->temporary = NULL;
    s->placed = true;
    return sync_dir(a, s->target);
}

static void put_back(struct staged *s)
{
    int error = errno;
    if (s->placed && s->before != NULL && rename(s->before, s->target) == 0)
        s->before = NULL;
    else if (s->placed && !s->there)
        unlink(s->target);
    errno = error;
}

static const char *why_failed(const struct staged *s)
{
    if (errno == EISDIR)
        return "it is a folder";
    if (errno == EEXIST && s->file->fresh)
        return "it is there already, and is never overwritten";
    return strerror(errno);
}

bool files_replace(struct arena *a, struct diags *d, const struct file_write *files,
                   size_t count)
{
    struct staged *all = NEW_ARRAY(a, struct staged, count + 1), *failed = NULL;
    for (size_t i = 0; i < count && failed == NULL; i++) {
        all[i].file = &files[i];
        if (!stage(a, &all[i]))
            failed = &all[i];
    }
    for (size_t i = 0; i < count && failed == NULL; i++)
        if (!place(a, &all[i], count > 1))
            failed = &all[i];
    const char *why = failed != NULL ? why_failed(failed) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (failed != NULL)
            put_back(&all[i]);
        remove_quietly(all[i].temporary);
        remove_quietly(all[i].before);
    }
    return failed == NULL || say_failed(a, d, failed->file->path, why);
}

bool file_replace(struct arena *a, struct diags *d, const char *path, const void *bytes,
                  size_t len)
{
    const struct file_write one = {.path = path, .bytes = bytes, .len = len};
    return files_replace(a, d, &one, 1);
}

static bool dir_there(const char *path)
{
    struct stat st;
    bool there = stat(path, &st) == 0;
    if (there && S_ISDIR(st.st_mode))
        return true;
    if (there)
        errno = ENOTDIR;
    return false;
}

/* Another process may make the same folder meanwhile. */
static bool make_one(const char *path)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && dir_there(path));
}

bool dir_make(struct arena *a, struct diags *d, const char *path)
{
    char *part = arena_strdup(a, path);
    bool made = path[0] == '\0' || dir_there(path);
    if (made)
        return true;
    made = true;
    for (char *end = part + 1; made && *end != '\0'; end++) {
        if (*end != '/')
            continue;
        *end = '\0';
        made = make_one(part);
        *end = '/';
    }
    made = made && make_one(part);
    return made || say_failed(a, d, path, strerror(errno));
}
