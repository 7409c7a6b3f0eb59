/* exif.c -- how a photograph was held, and whether it tells where it was taken (Exif 2.3,
 * 4.6: a TIFF of tagged values).  In: its bytes, of a stranger; out: both.  What cannot
 * be read says nothing, as browsers have it. */
#include "picture/reading.h"

struct tiff {
    const unsigned char *at;
    size_t len;
    bool big_end; /* the larger byte of a number comes first */
};

enum { ORIENTATION = 0x0112, GPS = 0x8825, LATITUDE = 2, ENTRY = 12 };

static uint32_t tiff_number(const struct tiff *t, size_t at, size_t bytes)
{
    uint32_t n = 0;
    if (at > t->len || bytes > t->len - at)
        return 0;
    for (size_t i = 0; i < bytes; i++)
        n |= (uint32_t)t->at[at + i] << 8 * (t->big_end ? bytes - 1 - i : i);
    return n;
}

/* Where the value of a tag stands in the directory at `from`; 0: nowhere. */
static size_t tiff_find(const struct tiff *t, size_t from, uint32_t tag)
{
    const uint32_t count = tiff_number(t, from, 2);
    for (size_t i = 0; i < count && from + 2 + i * ENTRY < t->len; i++)
        if (tiff_number(t, from + 2 + i * ENTRY, 2) == tag)
            return from + 2 + i * ENTRY + 8;
    return 0;
}

void exif_read(const char *bytes, size_t len, struct jpeg *out)
{
    const struct tiff t = {(const unsigned char *)bytes, len, len > 0 && *bytes == 'M'};
    if (tiff_number(&t, 2, 2) != 42)
        return;
    const size_t first = tiff_number(&t, 4, 4);
    const size_t held = tiff_find(&t, first, ORIENTATION),
                 gps = tiff_find(&t, first, GPS);
    const uint32_t orientation = held > 0 ? tiff_number(&t, held, 2) : 0;
    if (orientation >= 1 && orientation <= 8)
        out->orientation = (int)orientation;
    out->placed = gps > 0 && tiff_find(&t, tiff_number(&t, gps, 4), LATITUDE) > 0;
}
