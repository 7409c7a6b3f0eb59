/* folder_put.c -- a folder out, whole or not at all.  In: its files; out: the folder, or
 * a diagnostic and nothing.  Knows nothing of what is written. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_ONLY = 0444 };

static bool put_file(const char *path, const struct file_write *f)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, READ_ONLY);
    bool done = fd >= 0 && fd_write(fd, f->bytes, f->len) && fsync(fd) == 0;
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && done) {
        done = false;
        error = errno;
    }
    errno = error;
    return done;
}

/* The folders between `dir` and the file.  Each is synced into the one that it is in. */
static bool make_folders(struct arena *a, const char *dir, const char *path)
{
    char *part = arena_strdup(a, path);
    for (char *end = part + strlen(dir) + 1; (end = strchr(end, '/')) != NULL; end++) {
        *end = '\0';
        if (mkdir(part, 0777) == 0 ? !folder_sync(path_dir(a, part)) : errno != EEXIST)
            return false;
        *end = '/';
    }
    return true;
}

static void remove_all(struct arena *a, const char *path);

static void remove_below(struct arena *a, const char *path, const char *name)
{
    struct stat st;
    const char *at = path_join(a, path, name);
    if (lstat(at, &st) == 0 && S_ISDIR(st.st_mode))
        remove_all(a, at);
    else
        unlink(at);
}

/* Links are taken away, not followed. */
static void remove_all(struct arena *a, const char *path)
{
    DIR *dir = opendir(path);
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            remove_below(a, path, e->d_name);
    if (dir != NULL)
        closedir(dir);
    rmdir(path);
}

void folder_sweep(struct arena *a, const char *path)
{
    DIR *dir = opendir(path);
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;)
        if (name_is_left_over(e->d_name))
            remove_below(a, path, e->d_name);
    if (dir != NULL)
        closedir(dir);
}

/* Each folder once, where those of one folder stand together. */
static const char *sync_folders(struct arena *a, const char *beside, size_t skip,
                                const struct file_write *files, size_t count)
{
    const char *last = "";
    for (size_t i = 0; i < count; i++) {
        const char *dir =
            path_dir(a, arena_printf(a, "%s%s", beside, files[i].path + skip));
        if (strcmp(dir, last) != 0 && !folder_sync(dir))
            return files[i].path;
        last = dir;
    }
    return folder_sync(beside) ? NULL : beside;
}

static const char *fill_folder(struct arena *a, const char *path, const char *beside,
                               const struct file_write *files, size_t count)
{
    if (mkdir(beside, 0777) != 0)
        return beside;
    for (size_t i = 0; i < count; i++) {
        const char *to = arena_printf(a, "%s%s", beside, files[i].path + strlen(path));
        if (!make_folders(a, beside, to) || !put_file(to, &files[i]))
            return files[i].path;
    }
    return sync_folders(a, beside, strlen(path), files, count);
}

/* An empty folder would be replaced by a rename. */
static bool take_folder(const char *beside, const char *path)
{
    struct stat st;
    if (lstat(path, &st) == 0)
        errno = EEXIST;
    else if (errno == ENOENT)
        return rename(beside, path) == 0;
    return false;
}

bool folder_put(struct arena *a, struct diags *d, const char *path,
                const struct file_write *files, size_t count)
{
    const char *dir = path_dir(a, path);
    const char *hidden =
        arena_printf(a, ".%.200s.gwasg-%ld-0", path_name(a, path), (long)getpid());
    const char *beside = path_join(a, dir, hidden);
    if (!dir_make(a, d, dir))
        return false;
    folder_sweep(a, dir);
    const char *failed = fill_folder(a, path, beside, files, count);
    if (failed == NULL && !take_folder(beside, path))
        failed = path;
    if (failed != NULL) {
        const char *why = strerror(errno);
        diag(d, DIAG_WRITE_FAILED, pos_of_path(a, arena_strdup(a, failed)), "%s", why);
        remove_all(a, beside);
        return false;
    }
    if (!folder_sync(dir))
        diag(d, DIAG_WRITE_UNSURE, pos_of_path(a, arena_strdup(a, path)),
             "%s; it is there now, but a power cut could still lose it", strerror(errno));
    return true;
}
