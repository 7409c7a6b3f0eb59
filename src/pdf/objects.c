/* objects.c -- objects to a file.  In: numbers, values and streams; out: bytes.  Knows
 * nothing of what the objects mean. */
#include "pdf/objects.h"

#include "base/array.h"
#include "base/hash.h"
#include "pdf/put.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { PER_STREAM = 200, LEVEL = 6 };

/* Where an object is: its row of the cross-reference stream. */
struct object_place {
    enum { PLACE_UNUSED, PLACE_OFFSET, PLACE_PACKED } kind;
    size_t at; /* offset in the file; or number of the object stream */
    int index; /* in that stream */
};

struct plain {
    int number;
    size_t at; /* in `plain_bytes` */
};

struct objects {
    struct arena *a;
    struct buf *out;
    ARRAY(struct object_place) places; /* by number; 0 is nothing */
    ARRAY(struct plain) plain;
    struct buf plain_bytes;
    struct libdeflate_compressor *deflater;
};

struct objects *objects_new(struct arena *a, struct buf *out, const char *version)
{
    struct objects *o = NEW(a, struct objects);
    o->a = a;
    o->out = out;
    o->plain_bytes = buf_new(a);
    o->deflater = libdeflate_alloc_compressor(LEVEL);
    if (o->deflater == NULL)
        out_of_memory();
    object_numbers(o, 1);
    /* Four bytes over 127: programs that copy it see that it is binary. */
    buf_str(out, "%PDF-");
    buf_str(out, version);
    buf_str(out, "\n%\xE2\xE3\xCF\xD3\n");
    return o;
}

int object_numbers(struct objects *o, int count)
{
    const int first = (int)o->places.len;
    for (int i = 0; i < count; i++)
        array_push(o->a, &o->places);
    return first;
}

static struct object_place *place_of(struct objects *o, int number)
{
    if (number <= 0 || (size_t)number >= o->places.len)
        bug("there is no object %d", number);
    if (o->places.at[number].kind != PLACE_UNUSED)
        bug("object %d is written twice", number);
    return &o->places.at[number];
}

struct buf *object_begin(struct objects *o, int number)
{
    place_of(o, number)->kind = PLACE_PACKED;
    buf_char(&o->plain_bytes, '\n');
    *array_push(o->a, &o->plain) = (struct plain){number, o->plain_bytes.len};
    return &o->plain_bytes;
}

/* Deflated straight to the end of `out`; gives how many bytes that made.  By libdeflate:
 * zlib takes twice the instructions for the same bytes and more (docs/speed.md). */
static size_t put_deflated(struct objects *o, struct slice bytes)
{
    const size_t most = libdeflate_zlib_compress_bound(o->deflater, bytes.len);
    buf_reserve(o->out, most);
    const size_t len = libdeflate_zlib_compress(o->deflater, bytes.at, bytes.len,
                                                o->out->at + o->out->len, most);
    if (len == 0)
        bug("a stream of %zu bytes that cannot be deflated", bytes.len);
    o->out->len += len;
    o->out->at[o->out->len] = '\0';
    return len;
}

/* The length is known only behind the bytes: room for it is left before them. */
static void put_stream(struct objects *o, struct slice dict, struct slice bytes,
                       enum packing packing)
{
    static const char room[] = "          ";
    struct buf *out = o->out;
    buf_str(out, "<<");
    buf_add(out, dict.at, dict.len);
    if (packing == PACKING_DEFLATE)
        buf_str(out, "/Filter/FlateDecode");
    buf_str(out, "/Length ");
    const size_t at = out->len;
    buf_str(out, room);
    buf_str(out, ">>\nstream\n");
    size_t len = bytes.len;
    if (packing == PACKING_DEFLATE)
        len = put_deflated(o, bytes);
    else
        buf_add(out, bytes.at, bytes.len);
    struct buf digits = buf_new(o->a);
    put_int(&digits, (long)len);
    memcpy(out->at + at, digits.at, digits.len);
    buf_str(out, "\nendstream\nendobj\n");
}

void object_stream(struct objects *o, int number, struct slice dict, struct slice bytes,
                   enum packing packing)
{
    *place_of(o, number) = (struct object_place){.kind = PLACE_OFFSET, .at = o->out->len};
    put_int(o->out, number);
    buf_str(o->out, " 0 obj\n");
    put_stream(o, dict, bytes, packing);
}

/* `count` plain objects from `first` on: "number offset" of each, then their values. */
static void pack(struct objects *o, size_t first, size_t count)
{
    const int number = object_numbers(o, 1);
    const size_t begin = o->plain.at[first].at;
    const size_t end =
        first + count < o->plain.len ? o->plain.at[first + count].at : o->plain_bytes.len;
    struct buf bytes = buf_new(o->a), dict = buf_new(o->a);
    for (size_t i = 0; i < count; i++) {
        const struct plain *p = &o->plain.at[first + i];
        o->places.at[p->number].at = (size_t)number;
        o->places.at[p->number].index = (int)i;
        put_int(&bytes, p->number);
        buf_char(&bytes, ' ');
        put_int(&bytes, (long)(p->at - begin));
        buf_char(&bytes, ' ');
    }
    buf_str(&dict, "/Type/ObjStm/N ");
    put_int(&dict, (long)count);
    buf_str(&dict, "/First ");
    put_int(&dict, (long)bytes.len);
    buf_add(&bytes, o->plain_bytes.at + begin, end - begin);
    object_stream(o, number, slice_of(&dict), slice_of(&bytes), PACKING_DEFLATE);
}

/* A row has 1, 4 and 1 bytes, and before them the 2 that says: as differences from the
 * row above (ISO 32000-1, 7.4.4.4), which deflates much better. */
enum { ROW = 6 };

static void row_bytes(const struct object_place *p, unsigned char row[ROW])
{
    row[0] = (unsigned char)p->kind;
    for (int i = 0; i < 4; i++)
        row[1 + i] = (unsigned char)(p->at >> (24 - 8 * i) & 0xFF);
    row[5] = (unsigned char)p->index;
}

static struct buf table_rows(const struct objects *o)
{
    struct buf rows = buf_new(o->a);
    unsigned char above[ROW] = {0}, row[ROW];
    for (size_t i = 0; i < o->places.len; i++) {
        if (i > 0 && o->places.at[i].kind == PLACE_UNUSED)
            bug("object %zu is never written", i);
        row_bytes(&o->places.at[i], row);
        buf_char(&rows, 2);
        for (int k = 0; k < ROW; k++)
            buf_char(&rows, (char)(unsigned char)(row[k] - above[k]));
        memcpy(above, row, ROW);
    }
    return rows;
}

/* The file's name for itself: a hash of all that stands before (FNV-1a, twice), so that
 * equal files have equal names. */
static void put_file_id(struct buf *dict, const struct buf *file)
{
    uint64_t one = hash_bytes(HASH_START, file->at, file->len), two = 0x9AE16A3B2F90404FU;
    for (size_t i = 0; i < file->len; i++)
        two = (two ^ (unsigned char)file->at[i]) * 0x100000001B3U + 1;
    for (int i = 0; i < 2; i++)
        buf_printf(dict, "%s<%016llX%016llX>", i == 0 ? "/ID[" : "",
                   (unsigned long long)one, (unsigned long long)two);
    buf_char(dict, ']');
}

static void put_table(struct objects *o, int catalog, int info)
{
    const int number = object_numbers(o, 1);
    const size_t at = o->out->len;
    o->places.at[number] = (struct object_place){.kind = PLACE_OFFSET, .at = at};
    const struct buf rows = table_rows(o);
    struct buf dict = buf_new(o->a);
    buf_printf(&dict, "/Type/XRef/Size %zu/W[1 4 1]/Root %d 0 R", o->places.len, catalog);
    if (info != 0)
        buf_printf(&dict, "/Info %d 0 R", info);
    buf_printf(&dict, "/DecodeParms<</Predictor 12/Columns %d>>", ROW);
    put_file_id(&dict, o->out);
    put_int(o->out, number);
    buf_str(o->out, " 0 obj\n");
    put_stream(o, slice_of(&dict), slice_of(&rows), PACKING_DEFLATE);
    buf_printf(o->out, "startxref\n%zu\n%%%%EOF\n", at);
}

void objects_finish(struct objects *o, int catalog, int info)
{
    for (size_t i = 0; i < o->plain.len; i += PER_STREAM) {
        const size_t rest = o->plain.len - i;
        pack(o, i, rest < PER_STREAM ? rest : PER_STREAM);
    }
    put_table(o, catalog, info);
    libdeflate_free_compressor(o->deflater);
}
