/* folder.c -- the names in a folder. */
#include "base/array.h"
#include "base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int compare_names(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

const char *const *folder_names(struct arena *a, const char *path, size_t *count)
{
    ARRAY(const char *) names = {0};
    DIR *dir = opendir(path);
    *count = 0;
    if (dir == NULL)
        return NULL;
    for (struct dirent *e = readdir(dir); e != NULL; e = readdir(dir))
        if (e->d_name[0] != '.')
            *array_push(a, &names) = arena_strdup(a, e->d_name);
    closedir(dir);
    if (names.len > 0)
        qsort(names.at, names.len, sizeof *names.at, compare_names);
    *count = names.len;
    return names.at;
}
