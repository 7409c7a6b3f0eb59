/* libraries.c -- the versions of those that embed fonts and pack streams. */
#include "base/library.h"

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <zlib.h>

void pdf_libraries(struct arena *a, struct libraries *l)
{
    FT_Library freetype;
    int major = 0, minor = 0, patch = 0;
    library_add(a, l, "cairo", cairo_version_string());
    if (FT_Init_FreeType(&freetype) == 0) {
        FT_Library_Version(freetype, &major, &minor, &patch);
        FT_Done_FreeType(freetype);
    }
    library_add(a, l, "freetype", arena_printf(a, "%d.%d.%d", major, minor, patch));
    library_add(a, l, "zlib", zlibVersion());
}
