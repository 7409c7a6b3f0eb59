/* picture.c -- what the first bytes of a picture's file tell.  Knows the formats that
 * people take for one another, and nothing of what follows. */
#include "base/ascii.h"
#include "base/file.h"

#include <string.h>

static const struct {
    size_t at;
    const char *bytes;
    size_t len;
    enum picture_format format;
    const char *what;
} formats[] = {
    {0, "\x89PNG\r\n\x1A\n", 8, PICTURE_PNG, "a PNG picture"},
    {0, "\xFF\xD8\xFF", 3, PICTURE_JPEG, "a JPEG picture"},
    {0, "GIF8", 4, PICTURE_OTHER, "a GIF picture"},
    {0, "%PDF", 4, PICTURE_OTHER, "a PDF"},
    {0, "%!PS", 4, PICTURE_OTHER, "an EPS drawing"},
    {0, "BM", 2, PICTURE_OTHER, "a BMP picture"},
    {0, "II*\0", 4, PICTURE_OTHER, "a TIFF picture"},
    {0, "MM\0*", 4, PICTURE_OTHER, "a TIFF picture"},
    {0, "\x1F\x8B", 2, PICTURE_OTHER, "compressed (SVGZ)"},
    {8, "WEBP", 4, PICTURE_OTHER, "a WebP picture"},
    {4, "ftypheic", 8, PICTURE_OTHER, "a HEIC photograph of a telephone"},
    {4, "ftypmif1", 8, PICTURE_OTHER, "a HEIC photograph of a telephone"},
    {4, "ftypavif", 8, PICTURE_OTHER, "an AVIF picture"},
};

/* A text whose first sign is the "<" of XML. */
static bool begins_as_xml(const char *bytes, size_t len)
{
    size_t i = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < len && (is_blank(bytes[i]) || bytes[i] == '\r'))
        i++;
    return i < len && bytes[i] == '<';
}

enum picture_format picture_format(const char *bytes, size_t len, const char **what)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (len >= formats[i].at + formats[i].len &&
            memcmp(bytes + formats[i].at, formats[i].bytes, formats[i].len) == 0) {
            *what = formats[i].what;
            return formats[i].format;
        }
    *what = len == 0 ? "empty" : "no picture that gwasg knows";
    return begins_as_xml(bytes, len) ? PICTURE_SVG : PICTURE_OTHER;
}
