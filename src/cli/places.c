/* places.c -- looks upwards from the program's own file. */
#include "cli/places.h"

#include "base/file.h"

const char *place_find(struct arena *a, const char *name)
{
    const char *program = path_followed(a, "/proc/self/exe");
    /* build/dev/gwasg and build/gwasg stand two and one below the source, bin/gwasg one
     * below share's parent. */
    for (int up = 0; program != NULL && up < 3; up++) {
        program = path_dir(a, program);
        const char *shared = arena_printf(a, "%s/share/gwasg/%s", program, name);
        if (folder_exists(shared))
            return shared;
        const char *beside = arena_printf(a, "%s/%s", program, name);
        if (folder_exists(beside))
            return beside;
    }
    return NULL;
}
