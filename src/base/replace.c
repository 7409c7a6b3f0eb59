/* replace.c -- files out, whole or not at all.  In: a path and bytes; out: the file, or a
 * diagnostic and the old file as it was.  Knows nothing of what is written. */
#define _XOPEN_SOURCE 700 /* fchmod, lstat */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the names of what is on its way, ".severnside.pdf.gwasg-4711-0", and of the old file
 * that is kept meanwhile, with ".old" behind. */
#define LEFT_OVER ".gwasg-"

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
    const char *real = path_followed(a, path);
    return real != NULL ? real : path;
}

static mode_t new_file_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A lock that goes with the process tells those of the living from those of the dead. One
 * who cleans up may have taken the file before it was locked: then it is nobody's. */
static int open_locked(const char *path)
{
    struct stat st;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return -1;
    bool taken = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (!taken && fstat(fd, &st) == 0 && st.st_nlink > 0)
        return fd;
    close(fd);
    errno = EEXIST;
    return -1;
}

/* A name that no other file has, beside the target so that rename() stays on one disk.
 * The process and a number in it: two builds at once do not meet. */
static int open_beside(struct arena *a, const char *target, const char **temporary)
{
    enum { TRIES = 100 };
    const char *dir = path_dir(a, target), *name = path_name(a, target);
    for (int i = 0; i < TRIES; i++) {
        const char *hidden =
            arena_printf(a, ".%.200s" LEFT_OVER "%ld-%d", name, (long)getpid(), i);
        *temporary = path_join(a, dir, hidden);
        int fd = open_locked(*temporary);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool fill(int fd, const char *bytes, size_t len, mode_t mode)
{
    return fd_write(fd, bytes, len) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
}

/* Some file systems cannot sync a folder and say EINVAL: then there is nothing to do. */
bool folder_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES;
    bool done = fsync(fd) == 0 || errno == EINVAL;
    return close_after(fd, done);
}

static bool sync_dir(struct arena *a, const char *target)
{
    return folder_sync(path_dir(a, target));
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
    int lock, before_lock; /* descriptors that say that these two are ours; or -1 */
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

/* Somebody may have written to it since this run has read it: that would be lost. */
bool file_is_changed(const struct arena *a, const char *path, const struct stat *st)
{
    const struct arena_file *read = arena_files(a);
    while (read != NULL && strcmp(read->path, path) != 0)
        read = read->next;
    return read != NULL && read->state != file_state(st);
}

#define CHANGED ECANCELED /* what errno says of such a file, and no disk does */

static bool stage(struct arena *a, struct staged *s)
{
    const struct file_write *f = s->file;
    struct stat st;
    s->there = (f->fresh ? lstat : stat)(f->path, &st) == 0;
    if (!s->there && errno != ENOENT)
        return false;
    errno = s->there && S_ISDIR(st.st_mode) ? EISDIR : EEXIST;
    if (s->there && (f->fresh || S_ISDIR(st.st_mode)))
        return false;
    errno = CHANGED;
    if (s->there && file_is_changed(a, f->path, &st))
        return false;
    errno = ELOOP; /* a link to nothing: where it leads is for nobody to guess */
    if (!s->there && lstat(f->path, &st) == 0)
        return false;
    if (s->there && !S_ISREG(st.st_mode))
        return true; /* written to when the others take their places */
    s->target = followed(a, f->path);
    s->lock = open_beside(a, s->target, &s->temporary);
    if (s->lock >= 0 &&
        fill(s->lock, f->bytes, f->len, s->there ? st.st_mode & 07777 : new_file_mode()))
        return true;
    if (s->lock >= 0)
        remove_quietly(s->temporary);
    s->temporary = NULL;
    return false;
}

/* The old file is kept under another name while others of its set may still fail. */
static void keep_before(struct arena *a, struct staged *s)
{
    const char *name = arena_printf(a, "%s.old", s->temporary);
    if (link(s->target, name) != 0)
        return;
    s->before = name;
    s->before_lock = open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (s->before_lock >= 0)
        flock(s->before_lock, LOCK_EX | LOCK_NB);
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

/* What has taken its place stands, whatever comes of its folder. */
static bool place(struct arena *a, struct diags *d, struct staged *s, bool keep)
{
    if (s->temporary == NULL)
        return write_device(s->file->path, s->file->bytes, s->file->len);
    if (keep && s->there)
        keep_before(a, s);
    if (!take_place(s))
        return false;
    s->temporary = NULL;
    s->placed = true;
    if (!sync_dir(a, s->target))
        diag(d, DIAG_WRITE_UNSURE, pos_of_path(a, arena_strdup(a, s->file->path)),
             "%s; it is there now, but a power cut could still lose it", strerror(errno));
    return true;
}

/* What cannot be put back keeps the name under which it can be found. */
static void say_kept(struct arena *a, struct diags *d, struct staged *s)
{
    const char *name = arena_printf(a, "%s.before-%ld", s->target, (long)getpid());
    if (rename(s->before, name) != 0)
        name = s->before;
    s->before = NULL;
    diag(d, DIAG_WRITE_FAILED, pos_of_path(a, arena_strdup(a, s->file->path)),
         "it is the new one already; the old one is kept as %s", name);
}

static void put_back(struct arena *a, struct diags *d, struct staged *s)
{
    if (!s->placed)
        return;
    if (s->before == NULL) {
        if (!s->there)
            unlink(s->target);
    } else if (rename(s->before, s->target) == 0) {
        s->before = NULL;
    } else {
        say_kept(a, d, s);
    }
}

static const char *why_failed(const struct staged *s)
{
    if (errno == EISDIR)
        return "it is a folder";
    if (errno == ELOOP)
        return "it is a link that leads to nothing";
    if (errno == EEXIST && s->file->fresh)
        return "it is there already, and is never overwritten";
    return strerror(errno);
}

/* ---- what the dead have left ---- */

bool name_is_left_over(const char *name)
{
    const char *at = name, *next;
    for (next = name; (next = strstr(next, LEFT_OVER)) != NULL; next++)
        at = next + strlen(LEFT_OVER);
    size_t process = strspn(at, "0123456789");
    if (name[0] != '.' || at == name || process == 0 || at[process] != '-')
        return false;
    at += process + 1;
    size_t number = strspn(at, "0123456789");
    return number > 0 && (at[number] == '\0' || strcmp(at + number, ".old") == 0);
}

static void remove_dead(const char *path)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlink(path);
    close(fd);
}

void folder_clean(struct arena *a, const char *path)
{
    DIR *dir = opendir(path);
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;)
        if (name_is_left_over(e->d_name))
            remove_dead(path_join(a, path, e->d_name));
    if (dir != NULL)
        closedir(dir);
}

/* Each folder once. */
static void clean_folders(struct arena *a, const struct file_write *files, size_t count)
{
    const char *last = "";
    for (size_t i = 0; i < count; i++) {
        const char *dir = path_dir(a, files[i].path);
        if (strcmp(dir, last) != 0)
            folder_clean(a, dir);
        last = dir;
    }
}

/* ---- a set ---- */

static void end_staged(struct staged *s)
{
    remove_quietly(s->temporary);
    remove_quietly(s->before);
    if (s->lock >= 0)
        close(s->lock);
    if (s->before_lock >= 0)
        close(s->before_lock);
}

static bool say_not_written(struct arena *a, struct diags *d, const struct file_write *f,
                            int error, const char *why)
{
    if (error != CHANGED)
        return say_failed(a, d, f->path, why);
    diag(d, DIAG_FILE_CHANGED, pos_of_path(a, arena_strdup(a, f->path)),
         "somebody has saved it since this run has read it; nothing is written: run the "
         "command again");
    return false;
}

bool files_replace(struct arena *a, struct diags *d, const struct file_write *files,
                   size_t count)
{
    struct staged *all = NEW_ARRAY(a, struct staged, count + 1), *failed = NULL;
    clean_folders(a, files, count);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct staged){.file = &files[i], .lock = -1, .before_lock = -1};
    for (size_t i = 0; i < count && failed == NULL; i++)
        if (!stage(a, &all[i]))
            failed = &all[i];
    for (size_t i = 0; i < count && failed == NULL; i++)
        if (!place(a, d, &all[i], count > 1))
            failed = &all[i];
    int error = errno;
    const char *why = failed != NULL ? why_failed(failed) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (failed != NULL)
            put_back(a, d, &all[i]);
        end_staged(&all[i]);
    }
    return failed == NULL || say_not_written(a, d, failed->file, error, why);
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

/* Another process may make the same folder meanwhile.  Its name is to last as long as
 * what will be put into it. */
static bool make_one(struct arena *a, const char *path)
{
    if (mkdir(path, 0777) != 0)
        return errno == EEXIST && dir_there(path);
    sync_dir(a, path);
    return true;
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
        made = make_one(a, part);
        *end = '/';
    }
    made = made && make_one(a, part);
    return made || say_failed(a, d, path, strerror(errno));
}
