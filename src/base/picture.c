/* picture.c -- what the first bytes of a picture's file tell.  Knows the formats that
 * people take for one another, and nothing of what follows. */
#include "base/file.h"

#include <string.h>

static const struct {
    const char *bytes;
    size_t len;
    const char *what; /* NULL: the one that is taken */
} formats[] = {
    {"\x89PNG\r\n\x1A\n", 8, NULL},    {"\xFF\xD8\xFF", 3, "a JPEG picture"},
    {"GIF8", 4, "a GIF picture"},      {"%PDF", 4, "a PDF"},
    {"<svg", 4, "an SVG or XML file"}, {"<?xml", 5, "an SVG or XML file"},
};

const char *picture_format(const char *bytes, size_t len)
{
    if (len == 0)
        return "empty";
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (len >= formats[i].len && memcmp(bytes, formats[i].bytes, formats[i].len) == 0)
            return formats[i].what;
    return "no picture that gwasg knows";
}
