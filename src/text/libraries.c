/* libraries.c -- the versions of those that shape and break the lines. */
#include "base/library.h"

#include <dlfcn.h>
#include <glib.h>
#include <hb.h>
#include <string.h>

/* Where a text has had it loaded. */
static void add_pango(struct arena *a, struct libraries *l)
{
    const char *(*version)(void);
    void *library = dlopen(PANGO_LIBRARY, RTLD_NOW | RTLD_NOLOAD);
    void *found = library != NULL ? dlsym(library, "pango_version_string") : NULL;
    if (found == NULL)
        return;
    memcpy(&version, &found, sizeof found);
    library_add(a, l, "pango", version());
}

void text_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "glib",
                arena_printf(a, "%u.%u.%u", glib_major_version, glib_minor_version,
                             glib_micro_version));
    library_add(a, l, "harfbuzz", hb_version_string());
    add_pango(a, l);
}
