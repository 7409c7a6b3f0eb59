/* folder.c -- the names in a folder, and which of them was meant.  Reads no file. */
#include "base/array.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int compare_names(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void say_unread(struct arena *a, struct diags *d, const char *path, int error)
{
    if (d != NULL)
        diag(d, DIAG_FILE_MISSING, pos_of_path(a, arena_strdup(a, path)),
             "the names in this folder: %s", strerror(error));
}

const char *const *folder_names(struct arena *a, struct diags *d, const char *path,
                                size_t *count)
{
    ARRAY(const char *) names = {0};
    DIR *dir = opendir(path);
    struct dirent *e;
    *count = 0;
    while (dir != NULL && (errno = 0, e = readdir(dir)) != NULL)
        if (e->d_name[0] != '.')
            *array_push(a, &names) = arena_strdup(a, e->d_name);
    int error = errno;
    if (dir != NULL)
        closedir(dir);
    if (error != 0 && error != ENOTDIR) {
        say_unread(a, d, path, error);
        return NULL;
    }
    if (names.len > 0)
        qsort(names.at, names.len, sizeof *names.at, compare_names);
    *count = names.len;
    return names.at;
}

bool name_is_like(const char *name, const char *wanted)
{
    size_t len = strlen(wanted);
    const char *end = strrchr(wanted, '.');
    if (strcmp(name, wanted) == 0 || end == NULL)
        return false;
    if (strcmp(end, ".yaml") == 0 && strncasecmp(name, wanted, len - 5) == 0 &&
        strcasecmp(name + len - 5, ".yml") == 0)
        return true;
    return strncasecmp(name, wanted, len) == 0 &&
           (name[len] == '\0' || strcasecmp(name + len, ".txt") == 0 ||
            strcasecmp(name + len, end) == 0);
}

const char *file_like(struct arena *a, const char *path)
{
    size_t count;
    const char *wanted = path_name(a, path);
    const char *const *names = folder_names(a, NULL, path_dir(a, path), &count);
    for (size_t i = 0; i < count; i++)
        if (name_is_like(names[i], wanted))
            return names[i];
    return NULL;
}
