/* places.c -- looks upwards from the program's own file. */
#include "cli/places.h"

#include "base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *place_find(struct arena *a, const char *name)
{
    char program[PATH_MAX];
    if (realpath("/proc/self/exe", program) == NULL)
        return NULL;
    /* build/dev/gwasg and build/gwasg stand two and one below the source, bin/gwasg one
     * below share's parent. */
    for (int up = 0; up < 3; up++) {
        char *slash = strrchr(program, '/');
        if (slash == NULL)
            return NULL;
        *slash = '\0';
        const char *shared = arena_printf(a, "%s/share/gwasg/%s", program, name);
        if (folder_exists(shared))
            return shared;
        const char *beside = arena_printf(a, "%s/%s", program, name);
        if (folder_exists(beside))
            return beside;
    }
    return NULL;
}
