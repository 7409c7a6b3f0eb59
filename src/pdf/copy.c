/* copy.c -- cairo's objects into ours.  In: values of cairo's file; out: the same values
 * under new numbers, in the order they are first referred to.  Knows of one meaning only:
 * what cairo leaves out of a font. */
#include "pdf/copy.h"

#include "base/array.h"
#include "pdf/put.h"

#include <string.h>

struct copier {
    struct arena *a;
    const struct scan *from;
    struct objects *to;
    int *numbers;      /* ours, by cairo's; 0: not yet */
    ARRAY(long) queue; /* cairo's numbers, in the order of ours */
    size_t written;    /* of the queue */
};

struct copier *copier_new(struct arena *a, const struct scan *from, struct objects *to)
{
    struct copier *c = NEW(a, struct copier);
    *c = (struct copier){.a = a, .from = from, .to = to};
    c->numbers = NEW_ARRAY(a, int, from->count);
    return c;
}

static int number_for(struct copier *c, long theirs)
{
    if (theirs >= c->from->count)
        bug("the PDF refers to object %ld, which it does not have", theirs);
    if (c->numbers[theirs] == 0) {
        c->numbers[theirs] = object_numbers(c->to, 1);
        *array_push(c->a, &c->queue) = theirs;
    }
    return c->numbers[theirs];
}

/* "12 0 R" at the beginning of a number and what follows? */
static bool take_reference(struct copier *c, struct token t, struct slice *rest,
                           struct buf *out)
{
    struct slice ahead = *rest;
    if (token_whole(t) < 0 || token_next(&ahead).kind != TOKEN_NUMBER ||
        !slice_is(token_next(&ahead).bytes, "R"))
        return false;
    put_reference(out, number_for(c, token_whole(t)));
    *rest = ahead;
    return true;
}

/* Numbers and words need a space between them, and nothing else does. */
static bool needs_space(const struct buf *out, struct token t)
{
    return (t.kind == TOKEN_NUMBER || t.kind == TOKEN_WORD) && out->len > 0 &&
           out->at[out->len - 1] != '[' && out->at[out->len - 1] != '<';
}

/* Entries of a dictionary but for one, without its brackets.  Masks of drawings are asked
 * to be smoothed, which ISO 19005-2, 6.2.8 forbids. */
static void copy_entries(struct copier *c, struct slice dict, const char *without,
                         struct buf *out)
{
    token_next(&dict);
    for (;;) {
        const struct token name = token_next(&dict);
        if (name.kind != TOKEN_NAME)
            return;
        const struct slice value = value_next(&dict);
        if (slice_is(name.bytes, without) || slice_is(name.bytes, "/Interpolate"))
            continue;
        buf_add(out, name.bytes.at, name.bytes.len);
        copy_value(c, value, out);
    }
}

void copy_value(struct copier *c, struct slice value, struct buf *out)
{
    for (;;) {
        struct slice rest = value;
        const struct token t = token_next(&rest);
        if (t.kind == TOKEN_END)
            return;
        if (t.kind == TOKEN_DICT) {
            buf_str(out, "<<");
            copy_entries(c, value_next(&value), "", out);
            buf_str(out, ">>");
            continue;
        }
        value = rest;
        if (needs_space(out, t))
            buf_char(out, ' ');
        if (t.kind == TOKEN_NUMBER && take_reference(c, t, &value, out))
            continue;
        buf_add(out, t.bytes.at, t.bytes.len);
    }
}

static bool is_stream_deflated(struct slice dict)
{
    return dict_get(dict, "/Filter").len > 0;
}

static void copy_stream(struct copier *c, int number, const struct object *o)
{
    struct buf dict = buf_new(c->a);
    copy_entries(c, o->value, "/Length", &dict);
    object_stream(c->to, number, slice_of(&dict), o->stream,
                  is_stream_deflated(o->value) ? PACKING_NONE : PACKING_DEFLATE);
}

/* cairo 1.16 leaves out how a TrueType font's CIDs go to glyphs (ISO 19005-2, 6.2.11.3.2;
 * ISO 14289-1, 7.21.3.2). */
static bool lacks_glyph_map(struct slice dict)
{
    return slice_is(dict_get(dict, "/Subtype"), "/CIDFontType2") &&
           dict_get(dict, "/CIDToGIDMap").len == 0;
}

static void copy_plain(struct copier *c, int number, struct slice value)
{
    struct buf *out = object_begin(c->to, number);
    struct slice rest = value;
    if (token_next(&rest).kind == TOKEN_DICT && lacks_glyph_map(value)) {
        buf_str(out, "<</CIDToGIDMap/Identity");
        copy_value(c, rest, out);
    } else {
        copy_value(c, value, out);
    }
}

void copy_referred(struct copier *c)
{
    for (; c->written < c->queue.len; c->written++) {
        const long theirs = c->queue.at[c->written];
        const struct object o = scan_object(c->from, theirs);
        if (o.stream.at != NULL)
            copy_stream(c, c->numbers[theirs], &o);
        else
            copy_plain(c, c->numbers[theirs], o.value);
    }
}
