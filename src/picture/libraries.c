/* libraries.c -- the versions of those that read pictures. */
#include "base/library.h"

#include <dlfcn.h>
#include <png.h>

/* librsvg, where a drawing has had it loaded. */
static void add_drawings(struct arena *a, struct libraries *l)
{
    void *library = dlopen(RSVG_LIBRARY, RTLD_NOW | RTLD_NOLOAD);
    const unsigned *const parts[] = {
        library != NULL ? dlsym(library, "rsvg_major_version") : NULL,
        library != NULL ? dlsym(library, "rsvg_minor_version") : NULL,
        library != NULL ? dlsym(library, "rsvg_micro_version") : NULL};
    if (parts[0] != NULL && parts[1] != NULL && parts[2] != NULL)
        library_add(a, l, "librsvg",
                    arena_printf(a, "%u.%u.%u", *parts[0], *parts[1], *parts[2]));
}

void picture_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "libpng", png_get_libpng_ver(NULL));
    add_drawings(a, l);
}
