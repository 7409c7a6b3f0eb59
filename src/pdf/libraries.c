/* libraries.c -- the versions of those that pack streams and unpack them. */
#include "base/library.h"

#include <libdeflate.h>
#include <zlib.h>

void pdf_libraries(struct arena *a, struct libraries *l)
{
    library_add(a, l, "libdeflate", LIBDEFLATE_VERSION_STRING);
    library_add(a, l, "zlib", zlibVersion());
}
