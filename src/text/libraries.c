/* libraries.c -- the versions of those that shape and break the lines. */
#include "base/library.h"

#include <glib.h>
#include <hb.h>
#include <pango/pango.h>

void text_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "glib",
                arena_printf(a, "%u.%u.%u", glib_major_version, glib_minor_version,
                             glib_micro_version));
    library_add(a, l, "harfbuzz", hb_version_string());
    library_add(a, l, "pango", pango_version_string());
}
