/* scan.c -- cairo's PDF read back.  In: its bytes; out: its objects as slices of them.
 * Knows nothing of what we write. */
#include "pdf/scan.h"

#include "base/array.h"
#include "base/buf.h"

#include <string.h>
#include <zlib.h>

static struct slice from(struct slice s, size_t at)
{
    if (at > s.len)
        bug("an offset behind the end of the PDF");
    return (struct slice){s.at + at, s.len - at};
}

struct slice value_next(struct slice *rest)
{
    struct token t = token_next(rest);
    const char *begin = t.bytes.at;
    int depth = 0;
    for (;; t = token_next(rest)) {
        depth += t.kind == TOKEN_DICT || t.kind == TOKEN_ARRAY;
        depth -= t.kind == TOKEN_DICT_END || t.kind == TOKEN_ARRAY_END;
        if (t.kind == TOKEN_END || depth <= 0)
            break;
    }
    if (t.kind == TOKEN_NUMBER) { /* it may be a reference: two tokens more */
        struct slice ahead = *rest;
        if (token_next(&ahead).kind == TOKEN_NUMBER &&
            slice_is(token_next(&ahead).bytes, "R"))
            *rest = ahead;
    }
    return (struct slice){begin, (size_t)(rest->at - begin)};
}

struct slice dict_get(struct slice dict, const char *key)
{
    struct slice rest = dict;
    if (token_next(&rest).kind != TOKEN_DICT)
        bug("a dictionary of the PDF is none");
    for (;;) {
        const struct token name = token_next(&rest);
        if (name.kind != TOKEN_NAME)
            return (struct slice){rest.at, 0};
        const struct slice value = value_next(&rest);
        if (slice_is(name.bytes, key))
            return value;
    }
}

long value_reference(struct slice value)
{
    const long number = token_whole(token_next(&value));
    token_next(&value);
    return slice_is(token_next(&value).bytes, "R") ? number : -1;
}

/* "5 0 R" or "654". */
static size_t stream_length(const struct scan *s, struct slice dict)
{
    struct slice value = scan_follow(s, dict, "/Length").value;
    const long len = token_whole(token_next(&value));
    if (len < 0)
        bug("a stream without a length");
    return (size_t)len;
}

static struct slice stream_bytes(const struct scan *s, struct slice dict,
                                 struct slice rest)
{
    while (rest.len > 0 && *rest.at != '\n')
        rest = from(rest, 1);
    rest = from(rest, 1);
    const size_t len = stream_length(s, dict);
    if (len > rest.len)
        bug("a stream longer than the PDF");
    return (struct slice){rest.at, len};
}

struct object scan_object(const struct scan *s, long number)
{
    if (number < 0 || number >= s->count || s->offsets[number] == 0)
        bug("the PDF has no object %ld", number);
    struct slice rest = from(s->file, s->offsets[number]);
    if (token_whole(token_next(&rest)) != number)
        bug("object %ld is not where the table says", number);
    token_next(&rest);
    if (!slice_is(token_next(&rest).bytes, "obj"))
        bug("object %ld does not begin", number);
    struct object o = {.value = value_next(&rest)};
    if (slice_is(token_next(&rest).bytes, "stream"))
        o.stream = stream_bytes(s, o.value, rest);
    return o;
}

static size_t table_offset(struct slice file)
{
    static const char word[] = "startxref";
    for (size_t at = file.len; at-- > 0;)
        if (file.len - at >= strlen(word) &&
            memcmp(file.at + at, word, strlen(word)) == 0) {
            struct slice rest = from(file, at + strlen(word));
            return (size_t)token_whole(token_next(&rest));
        }
    bug("the PDF has no startxref");
}

/* Reads "xref 0 25" and its rows; gives what follows: the trailer. */
static struct slice read_table(struct arena *a, struct scan *s)
{
    struct slice rest = from(s->file, table_offset(s->file));
    if (!slice_is(token_next(&rest).bytes, "xref") || token_whole(token_next(&rest)) != 0)
        bug("the PDF has no table of one part");
    s->count = token_whole(token_next(&rest));
    if (s->count <= 0 || (size_t)s->count > s->file.len)
        bug("a table of %ld objects", s->count);
    size_t *offsets = NEW_ARRAY(a, size_t, s->count);
    for (long i = 0; i < s->count; i++) {
        const long offset = token_whole(token_next(&rest));
        token_next(&rest);
        if (slice_is(token_next(&rest).bytes, "n"))
            offsets[i] = (size_t)offset;
    }
    s->offsets = offsets;
    return rest;
}

struct object scan_follow(const struct scan *s, struct slice dict, const char *key)
{
    const struct slice value = dict_get(dict, key);
    const long number = value_reference(value);
    return number < 0 ? (struct object){.value = value} : scan_object(s, number);
}

struct scan scan_file(struct arena *a, struct slice file)
{
    struct scan s = {.file = file};
    struct slice rest = read_table(a, &s);
    if (!slice_is(token_next(&rest).bytes, "trailer"))
        bug("the PDF has no trailer");
    const struct slice root = scan_follow(&s, value_next(&rest), "/Root").value;
    struct slice kids = dict_get(scan_follow(&s, root, "/Pages").value, "/Kids");
    token_next(&kids);
    s.page = value_reference(kids);
    return s;
}

/* Inflates all of `z` into buffers that double. */
static struct slice inflate_all(struct arena *a, z_stream *z)
{
    struct buf out = buf_new(a);
    unsigned char chunk[32768];
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        z->next_out = chunk;
        z->avail_out = sizeof chunk;
        state = inflate(z, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            bug("a stream that cannot be inflated: %d", state);
        buf_add(&out, chunk, sizeof chunk - z->avail_out);
    }
    return (struct slice){out.at, out.len};
}

struct slice scan_inflate(struct arena *a, const struct object *o)
{
    const struct slice filter = dict_get(o->value, "/Filter");
    if (filter.len == 0)
        return o->stream;
    if (!slice_is(filter, "/FlateDecode"))
        bug("a stream with the filter %.*s", (int)filter.len, filter.at);
    z_stream z = {.next_in = (z_const Bytef *)o->stream.at,
                  .avail_in = (uInt)o->stream.len};
    if (inflateInit(&z) != Z_OK)
        out_of_memory();
    const struct slice bytes = inflate_all(a, &z);
    inflateEnd(&z);
    return bytes;
}
