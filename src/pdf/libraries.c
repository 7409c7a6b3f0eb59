/* libraries.c -- the versions of those that draw and pack streams. */
#include "base/library.h"

#include <cairo.h>
#include <libdeflate.h>
#include <zlib.h>

void pdf_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "cairo", cairo_version_string());
    library_add(a, l, "libdeflate", LIBDEFLATE_VERSION_STRING);
    library_add(a, l, "zlib", zlibVersion());
}
