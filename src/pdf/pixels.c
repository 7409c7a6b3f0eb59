/* pixels.c -- a picture's pixels as an object of the PDF (ISO 32000-1, 8.9.5).  In: rows
 * of red, green, blue, alpha; out: numbers into a palette where there are few colours, as
 * logos and signatures have, or the colours themselves; and a soft mask where not all is
 * opaque.  cairo, which unpacks each pixel twice and packs it by zlib, took ten times the
 * instructions for half as many bytes again (docs/speed.md). */
#include "pdf/picture.h"

#include "pdf/put.h"

#include <string.h>

enum { COLOURS = 256, SLOTS = 1024 /* a power of two */ };

/* Colours by their first appearance, and where each is found. */
struct palette {
    uint32_t colours[COLOURS];
    size_t count;
    uint16_t slots[SLOTS]; /* a colour's number and one, or nought */
};

static size_t pixel_count(const struct image *image)
{
    return (size_t)image->width * (size_t)image->height;
}

/* What nobody sees is black. */
static uint32_t colour_at(const unsigned char *p)
{
    return p[3] == 0 ? 0 : (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

/* COLOURS: there is no room for one more. */
static size_t colour_number(struct palette *p, uint32_t colour)
{
    size_t slot = colour * 0x9E3779B1u >> 22;
    for (; p->slots[slot] != 0; slot = (slot + 1) % SLOTS)
        if (p->colours[p->slots[slot] - 1] == colour)
            return p->slots[slot] - 1u;
    if (p->count == COLOURS)
        return COLOURS;
    p->colours[p->count++] = colour;
    p->slots[slot] = (uint16_t)p->count;
    return p->count - 1;
}

/* A byte a pixel; false where there are too many colours. */
static bool take_numbers(const struct image *image, struct palette *p, char *to)
{
    for (size_t i = 0; i < pixel_count(image); i++) {
        const size_t number = colour_number(p, colour_at(&image->rgba[i * 4]));
        if (number == COLOURS)
            return false;
        to[i] = (char)number;
    }
    return true;
}

static void take_colours(const struct image *image, char *to)
{
    for (size_t i = 0; i < pixel_count(image); i++, to += 3)
        memcpy(to, &image->rgba[i * 4], 3);
}

/* Whether any pixel lets through what lies behind. */
static bool take_alpha(const struct image *image, char *to)
{
    unsigned char least = 255;
    for (size_t i = 0; i < pixel_count(image); i++) {
        to[i] = (char)image->rgba[i * 4 + 3];
        least = image->rgba[i * 4 + 3] < least ? image->rgba[i * 4 + 3] : least;
    }
    return least < 255;
}

static void put_palette(const struct palette *p, struct buf *dict)
{
    static const char digits[] = "0123456789ABCDEF";
    buf_str(dict, "/ColorSpace[/Indexed/DeviceRGB ");
    put_int(dict, (long)p->count - 1);
    buf_char(dict, '<');
    for (size_t i = 0; i < p->count; i++)
        for (int bits = 20; bits >= 0; bits -= 4)
            buf_char(dict, digits[p->colours[i] >> bits & 15]);
    buf_str(dict, ">]");
}

/* What every picture says; its colours follow. */
static struct buf dict_new(struct arena *a, const struct image *image)
{
    struct buf dict = buf_new(a);
    buf_str(&dict, "/Type/XObject/Subtype/Image");
    put_int_behind(&dict, "/Width ", image->width);
    put_int_behind(&dict, "/Height ", image->height);
    buf_str(&dict, "/BitsPerComponent 8");
    return dict;
}

static int write_mask(struct arena *a, const struct image *image, const char *alpha,
                      struct objects *o)
{
    const int number = object_numbers(o, 1);
    struct buf dict = dict_new(a, image);
    buf_str(&dict, "/ColorSpace/DeviceGray");
    object_stream(o, number, slice_of(&dict), (struct slice){alpha, pixel_count(image)},
                  PACKING_DEFLATE);
    return number;
}

int pixels_write(const struct image *image, struct objects *o)
{
    struct arena *scratch = arena_new();
    struct palette *p = NEW(scratch, struct palette);
    struct slice bytes = {NULL, pixel_count(image)};
    struct buf dict = dict_new(scratch, image);
    char *room = arena_alloc(scratch, 3 * bytes.len);
    if (take_alpha(image, room)) {
        buf_str(&dict, "/SMask ");
        put_reference(&dict, write_mask(scratch, image, room, o));
    }
    if (take_numbers(image, p, room)) {
        put_palette(p, &dict);
    } else {
        buf_str(&dict, "/ColorSpace/DeviceRGB");
        take_colours(image, room);
        bytes.len *= 3;
    }
    bytes.at = room;
    const int number = object_numbers(o, 1);
    object_stream(o, number, slice_of(&dict), bytes, PACKING_DEFLATE);
    arena_free(scratch);
    return number;
}
