/* typeface.c -- a font of the PDF (ISO 32000-1, 9.7): a composite font whose codes are
 * the numbers of the glyphs in the file beside it.  They have one byte, by a map of our
 * own, as long as there are no more glyphs than that, for most of a report is text.  In:
 * the glyphs and what they stand for; out: objects.  Knows no page. */
#include "pdf/typeface.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "pdf/put.h"

#include <string.h>

/* Codes of one byte begin behind the controls, which strings would have to escape. */
enum { FIRST_CODE = 32, CODES = 256, CHARS_PER_BLOCK = 100 /* of a map (9.10.3) */ };

void alphabet_cut(struct arena *a, const struct faces *t, enum face face,
                  struct alphabet *of)
{
    unsigned *glyphs = NEW_ARRAY(a, unsigned, of->glyph_count);
    size_t count = 0;
    for (unsigned glyph = 0; glyph < of->glyph_count; glyph++)
        if (of->symbols[glyph].drawn)
            glyphs[count++] = glyph;
    unsigned *numbers = NEW_ARRAY(a, unsigned, count);
    of->cut = text_cut(a, t, face, glyphs, count, numbers);
    of->wide = of->cut.glyphs > CODES - FIRST_CODE;
    of->first = of->wide ? 0 : FIRST_CODE;
    for (size_t i = 0; i < count; i++) {
        struct symbol *l = &of->symbols[glyphs[i]];
        l->code = of->first + numbers[i];
        l->wide = of->wide;
        l->face = face;
        l->width = of->cut.widths[numbers[i]];
    }
}

/* The drawn symbols by their glyphs in the part; NULL: a part of another glyph, or the
 * one for what is missing. */
static const struct symbol **by_number(struct arena *a, const struct alphabet *of)
{
    const struct symbol **all = NEW_ARRAY(a, const struct symbol *, of->cut.glyphs);
    for (size_t i = 0; i < of->glyph_count; i++)
        if (of->symbols[i].drawn)
            all[of->symbols[i].code - of->first] = &of->symbols[i];
    return all;
}

/* Six letters that say which part of the face it is (9.6.4), from what is in it. */
static const char *part_name(struct arena *a, const struct alphabet *of)
{
    uint64_t hash = hash_bytes(HASH_START, of->cut.bytes, of->cut.len);
    char tag[7] = {0};
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_printf(a, "%s+%s", tag, of->cut.name);
}

static void write_stream(struct objects *o, int number, const char *dict,
                         const struct buf *bytes)
{
    object_stream(o, number, (struct slice){dict, strlen(dict)}, slice_of(bytes),
                  PACKING_DEFLATE);
}

/* ---- maps ---- */

/* "<05>", "<0105>". */
static void put_code(struct buf *out, bool wide, unsigned code)
{
    static const char digits[] = "0123456789ABCDEF";
    buf_char(out, '<');
    for (int shift = wide ? 12 : 4; shift >= 0; shift -= 4)
        buf_char(out, digits[code >> shift & 15]);
    buf_char(out, '>');
}

static void begin_map(struct buf *out, const char *name, const char *ordering, int type,
                      bool wide)
{
    buf_str(out, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(");
    buf_str(out, ordering);
    buf_str(out, ")/Supplement 0>>def\n/CMapName");
    buf_str(out, "/");
    buf_str(out, name);
    put_int_behind(out, " def\n/CMapType ", type);
    buf_str(out, " def\n1 begincodespacerange\n");
    put_code(out, wide, 0);
    put_code(out, wide, wide ? 0xFFFF : 0xFF);
    buf_str(out, "\nendcodespacerange\n");
}

static void end_map(struct buf *out)
{
    buf_str(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

/* Codes of one byte to the numbers of glyphs. */
static void codes_write(struct arena *a, struct objects *o, int number)
{
    struct buf map = buf_new(a);
    begin_map(&map, "Gwasg-Bytes", "Identity", 1, false);
    buf_str(&map, "1 begincidrange\n<20><FF>0\nendcidrange\n");
    end_map(&map);
    write_stream(o, number,
                 "/Type/CMap/CMapName/Gwasg-Bytes/CIDSystemInfo"
                 "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                 &map);
}

/* "<0041>": UTF-16. */
static void put_unicode(struct buf *out, const char *text, size_t len)
{
    buf_char(out, '<');
    for (size_t at = 0, width; at < len; at += width) {
        uint32_t c = utf8_decode(text + at, len - at, &width);
        if (c > 0xFFFF)
            buf_printf(out, "%04X", (unsigned)(0xD7C0 + (c >> 10)));
        buf_printf(out, "%04X",
                   (unsigned)(c > 0xFFFF ? 0xDC00 + (c & 0x3FF) : c & 0xFFFF));
    }
    buf_char(out, '>');
}

static void put_char(struct buf *out, const struct alphabet *of, const struct symbol *l)
{
    put_code(out, of->wide, l->code);
    put_unicode(out, l->text, l->len);
    buf_char(out, '\n');
}

/* What each code stands for, for those who copy, search and listen (9.10.3). */
static void unicode_write(struct arena *a, const struct alphabet *of,
                          const struct symbol *const *symbols, struct objects *o,
                          int number)
{
    struct buf map = buf_new(a), block = buf_new(a);
    int count = 0;
    begin_map(&map, "Adobe-Identity-UCS", "UCS", 2, of->wide);
    for (size_t i = 0; i <= of->cut.glyphs; i++) {
        const bool end = i == of->cut.glyphs;
        if (!end && symbols[i] != NULL && symbols[i]->len > 0) {
            put_char(&block, of, symbols[i]);
            count++;
        }
        if (count == 0 || (!end && count < CHARS_PER_BLOCK))
            continue;
        put_int(&map, count);
        buf_str(&map, " beginbfchar\n");
        buf_add(&map, block.at, block.len);
        buf_str(&map, "endbfchar\n");
        block.len = 0;
        count = 0;
    }
    end_map(&map);
    write_stream(o, number, "", &map);
}

/* ---- the font ---- */

/* "[0[500 569.5]]". */
static void put_widths(struct buf *out, const struct typeface *is)
{
    buf_str(out, "/W[0[");
    for (size_t i = 0; i < is->glyphs; i++) {
        if (i > 0)
            buf_char(out, ' ');
        put_thousandths(out, is->widths[i]);
    }
    buf_str(out, "]]");
}

enum { SYMBOLIC = 4, ITALIC = 64 }; /* flags (9.8.2) */

static void put_descriptor(struct buf *out, const struct alphabet *of, const char *name,
                           int file)
{
    const struct typeface *is = &of->cut;
    buf_str(out, "<</Type/FontDescriptor/FontName/");
    buf_str(out, name);
    put_int_behind(out, "/Flags ", SYMBOLIC | (is->angle != 0 ? ITALIC : 0));
    buf_str(out, "/FontBBox[");
    for (int i = 0; i < 4; i++)
        put_int_behind(out, i > 0 ? " " : "", is->box[i]);
    put_int_behind(out, "]/ItalicAngle ", is->angle);
    put_int_behind(out, "/Ascent ", is->ascent);
    put_int_behind(out, "/Descent ", is->descent);
    put_int_behind(out, "/CapHeight ", is->capital);
    put_int_behind(out, "/StemV ", is->stem);
    buf_str(out, "/FontFile2 ");
    put_reference(out, file);
    buf_str(out, ">>");
}

/* The objects of a font, numbered in a row. */
enum { FONT, GLYPHS, DESCRIPTOR, FILE_OF_FONT, TO_UNICODE, TO_GLYPHS, OBJECTS };

static void put_font(struct buf *out, const struct alphabet *of, const char *name,
                     int first)
{
    buf_str(out, "<</Type/Font/Subtype/Type0/BaseFont/");
    buf_str(out, name);
    buf_str(out, "/Encoding");
    if (of->wide) {
        buf_str(out, "/Identity-H");
    } else {
        buf_char(out, ' ');
        put_reference(out, first + TO_GLYPHS);
    }
    buf_str(out, "/DescendantFonts[");
    put_reference(out, first + GLYPHS);
    buf_str(out, "]/ToUnicode ");
    put_reference(out, first + TO_UNICODE);
    buf_str(out, ">>");
}

int alphabet_write(struct arena *a, const struct alphabet *of, struct objects *o)
{
    const struct symbol *const *symbols = by_number(a, of);
    const char *name = part_name(a, of);
    const int first = object_numbers(o, of->wide ? TO_GLYPHS : OBJECTS);
    put_font(object_begin(o, first), of, name, first);
    struct buf *out = object_begin(o, first + GLYPHS);
    buf_str(out, "<</Type/Font/Subtype/CIDFontType2/BaseFont/");
    buf_str(out, name);
    buf_str(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                 "/CIDToGIDMap/Identity");
    put_widths(out, &of->cut);
    buf_str(out, "/FontDescriptor ");
    put_reference(out, first + DESCRIPTOR);
    buf_str(out, ">>");
    put_descriptor(object_begin(o, first + DESCRIPTOR), of, name, first + FILE_OF_FONT);
    const struct buf file = {.a = a, .at = (char *)of->cut.bytes, .len = of->cut.len};
    write_stream(o, first + FILE_OF_FONT, arena_printf(a, "/Length1 %zu", of->cut.len),
                 &file);
    unicode_write(a, of, symbols, o, first + TO_UNICODE);
    if (!of->wide)
        codes_write(a, o, first + TO_GLYPHS);
    return first;
}
