/* path.c -- names of files.  In: paths as users type them; out: paths, and whether a file
 * lies inside a folder.  Reads no file. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 || errno != ENOENT;
}

bool folder_exists(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        return S_ISDIR(st.st_mode);
    return errno != ENOENT && errno != ENOTDIR && errno != ELOOP && errno != EACCES;
}

/* Without the slashes at its end; "/" keeps its one. */
static size_t trimmed_len(const char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    return len;
}

/* Where the last name of path[0..len) begins. */
static size_t name_start(const char *path, size_t len)
{
    while (len > 0 && path[len - 1] != '/')
        len--;
    return len;
}

const char *path_dir(struct arena *a, const char *path)
{
    size_t len = name_start(path, trimmed_len(path));
    if (len == 0)
        return ".";
    while (len > 1 && path[len - 1] == '/')
        len--;
    return arena_strndup(a, path, len);
}

const char *path_name(struct arena *a, const char *path)
{
    size_t len = trimmed_len(path), start = name_start(path, len);
    return start == len ? arena_strndup(a, path, len)
                        : arena_strndup(a, path + start, len - start);
}

const char *path_join(struct arena *a, const char *dir, const char *name)
{
    if (name[0] == '/' || dir[0] == '\0' || strcmp(dir, ".") == 0)
        return arena_strdup(a, name);
    size_t len = trimmed_len(dir);
    return arena_printf(a, "%.*s%s%s", (int)len, dir, dir[len - 1] == '/' ? "" : "/",
                        name);
}

/* What finds no memory is no folder that is not there. */
const char *path_followed(struct arena *a, const char *path)
{
    memory_watch();
    char *real = realpath(path, NULL);
    memory_check();
    const char *copy = real != NULL ? arena_strdup(a, real) : NULL;
    free(real);
    return copy;
}

const char *folder_name(struct arena *a, const char *dir)
{
    const char *name = path_name(a, dir);
    if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
        return name;
    const char *real = path_followed(a, dir);
    return real != NULL ? path_name(a, real) : name;
}

/* Whether ".." is one of the names between the slashes. */
static bool climbs(const char *name)
{
    for (const char *s = name; s != NULL; s = strchr(s, '/')) {
        s += *s == '/';
        if (strncmp(s, "..", 2) == 0 && (s[2] == '/' || s[2] == '\0'))
            return true;
    }
    return false;
}

static bool lies_in(const char *dir, const char *path)
{
    size_t len = strlen(dir);
    return strcmp(dir, "/") == 0 || (strncmp(path, dir, len) == 0 && path[len] == '/');
}

/* NULL when links were followed out of `dir`; a file that is missing is inside, so that
 * reading it says what is wrong. */
static const char *followed_inside(struct arena *a, const char *dir, const char *path)
{
    const char *real_dir = path_followed(a, dir), *real = path_followed(a, path);
    bool missing = real == NULL && (errno == ENOENT || errno == ENOTDIR);
    bool inside =
        missing || (real != NULL && real_dir != NULL && lies_in(real_dir, real));
    return inside ? path : NULL;
}

bool path_is_below(const char *path, const char *dir)
{
    size_t len = trimmed_len(dir);
    if (strcmp(dir, ".") == 0)
        return path[0] != '/' && !climbs(path);
    return strncmp(path, dir, len) == 0 && path[len] == '/' && !climbs(path + len);
}

/* The kernel knows what was opened, whatever the name stands for by now. */
bool file_leads_out(const struct arena *a, const char *path, int fd)
{
    char link[64], real[4096];
    bool out = false, within = false;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t len = readlink(link, real, sizeof real - 1);
    memory_watch();
    char *followed = len > 0 ? NULL : realpath(path, NULL); /* where there is no /proc */
    memory_check();
    if (len > 0)
        real[len] = '\0';
    for (const struct arena_fence *f = arena_fences(a); f != NULL; f = f->next)
        if (path_is_below(path, f->path)) {
            out = true;
            within |= lies_in(f->real, len > 0 ? real : followed != NULL ? followed : "");
        }
    free(followed);
    return out && !within;
}

const char *file_inside(struct arena *a, struct diags *d, const char *dir,
                        const char *name, struct pos from)
{
    const char *why = NULL;
    if (name[0] == '\0')
        why = "a name is missing";
    else if (name[0] == '/')
        why = "its name begins with /; give it from the report's folder on";
    else if (climbs(name))
        why = "its name leads out by ..";
    else if (followed_inside(a, dir, path_join(a, dir, name)) == NULL)
        why = "it is a link to another place; put a copy into the folder";
    if (why == NULL)
        return path_join(a, dir, name);
    diag(d, DIAG_FILE_OUTSIDE, from, "\"%s\": %s", name, why);
    return NULL;
}
