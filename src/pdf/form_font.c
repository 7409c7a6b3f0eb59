/* form_font.c -- the font that readers type in.  In: the regular face; out: a simple
 * TrueType font with its widths, encoding and glyphs (ISO 32000-1, 9.6.3 and 9.6.6.4). */
#include "pdf/form.h"

#include "base/utf8.h"
#include "pdf/put.h"

#include <string.h>

#define CODES 256

/* What Windows-1252 has from 128 on; 0: nothing. */
static const uint32_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Codes that it leaves free, by the names of the Adobe Glyph List. */
static const struct {
    int code;
    uint32_t character;
    const char *name;
} added[] = {
    {1, 0x1E80, "Wgrave"},        {2, 0x1E81, "wgrave"},
    {3, 0x1E82, "Wacute"},        {4, 0x1E83, "wacute"},
    {5, 0x1E84, "Wdieresis"},     {6, 0x1E85, "wdieresis"},
    {7, 0x1EF2, "Ygrave"},        {8, 0x1EF3, "ygrave"},
    {129, 0x0174, "Wcircumflex"}, {141, 0x0175, "wcircumflex"},
    {143, 0x0176, "Ycircumflex"}, {144, 0x0177, "ycircumflex"},
};

/* The character of a code; 0: none. */
static uint32_t character_of(int code)
{
    for (size_t i = 0; i < LEN(added); i++)
        if (added[i].code == code)
            return added[i].character;
    if (code >= 128 && code < 160)
        return windows[code - 128];
    return code >= 32 && code != 127 ? (uint32_t)code : 0;
}

static int code_of(uint32_t character)
{
    for (int code = 1; code < CODES; code++)
        if (character_of(code) == character)
            return code;
    return 0;
}

void put_form_text(struct buf *out, const char *utf8)
{
    char *bytes = arena_alloc(out->a, strlen(utf8) + 1), *end = bytes;
    const size_t len = strlen(utf8);
    for (size_t at = 0, width; at < len; at += width) {
        const int code = code_of(utf8_decode(utf8 + at, len - at, &width));
        if (code != 0)
            *end++ = (char)code;
    }
    put_bytes(out, bytes);
}

static void glyphs_write(const struct plan *p, int number, const struct typeface *is)
{
    const char *dict = arena_printf(p->a, "/Length1 %zu", is->len);
    object_stream(p->objects, number, (struct slice){dict, strlen(dict)},
                  (struct slice){is->bytes, is->len}, PACKING_DEFLATE);
}

/* Flags 32: all its glyphs have standard names; the stem is that of the regular face. */
static void descriptor_write(const struct plan *p, int number, int glyphs,
                             const struct typeface *is)
{
    struct buf *out = object_begin(p->objects, number);
    buf_printf(out, "<</Type/FontDescriptor/FontName/%s/Flags 32/FontBBox[", is->name);
    for (int i = 0; i < 4; i++)
        put_int_behind(out, i > 0 ? " " : "", is->box[i]);
    buf_str(out, "]/ItalicAngle 0/StemV 80");
    put_int_behind(out, "/Ascent ", is->ascent);
    put_int_behind(out, "/Descent ", is->descent);
    put_int_behind(out, "/CapHeight ", is->capital);
    buf_str(out, "/FontFile2 ");
    put_reference(out, glyphs);
    buf_str(out, ">>");
}

static void put_encoding(struct buf *out)
{
    buf_str(out, "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[");
    for (size_t i = 0; i < LEN(added); i++) {
        put_int_behind(out, i > 0 ? " " : "", added[i].code);
        buf_char(out, '/');
        buf_str(out, added[i].name);
    }
    buf_str(out, "]>>");
}

static void font_write(const struct plan *p, int number, int descriptor,
                       const struct faces *t, const char *name)
{
    struct buf *out = object_begin(p->objects, number);
    buf_printf(out, "<</Type/Font/Subtype/TrueType/BaseFont/%s", name);
    buf_str(out, "/FirstChar 1/LastChar 255/Widths[");
    for (int code = 1; code < CODES; code++)
        put_int_behind(out, code > 1 ? " " : "",
                       text_advance(t, FACE_REGULAR, character_of(code)));
    buf_char(out, ']');
    put_encoding(out);
    buf_str(out, "/FontDescriptor ");
    put_reference(out, descriptor);
    buf_str(out, ">>");
}

int form_font_write(const struct plan *p, const struct faces *t)
{
    uint32_t characters[CODES];
    size_t count = 0;
    for (int code = 1; code < CODES; code++)
        if (character_of(code) != 0)
            characters[count++] = character_of(code);
    const struct typeface is = text_typeface(p->a, t, FACE_REGULAR, characters, count);
    const int font = object_numbers(p->objects, 3);
    font_write(p, font, font + 1, t, is.name);
    descriptor_write(p, font + 1, font + 2, &is);
    glyphs_write(p, font + 2, &is);
    return font;
}
