/* material.c -- everything that a document draws with.  In: its pages; out: for each face
 * the glyphs that are drawn and what they stand for, the pictures, and the dictionary
 * that names both.  Knows nothing of where things stand, nor how a font is written. */
#include "pdf/material.h"

#include "base/array.h"
#include "pdf/picture.h"
#include "pdf/put.h"

#include <string.h>

struct material {
    struct arena *a;
    const struct faces *text;
    struct alphabet faces[FACE_COUNT];
    ARRAY(const struct image *) pictures;
};

size_t cluster_glyphs(const struct item *run, size_t i)
{
    size_t count = 1;
    while (i + count < run->run.count && run->run.glyphs[i + count].bytes == 0)
        count++;
    return count;
}

static unsigned glyph_of(const struct alphabet *in, unsigned id)
{
    return id == GLYPH_SPACE ? in->space : id;
}

static struct alphabet *alphabet_of(struct material *d, enum face face)
{
    struct alphabet *in = &d->faces[face];
    if (in->symbols == NULL) {
        in->glyph_count = text_glyphs(d->text, face);
        in->symbols = NEW_ARRAY(d->a, struct symbol, in->glyph_count);
        in->space = text_space(d->text, face);
    }
    return in;
}

static bool is_before(const char *text, size_t len, const struct symbol *l)
{
    const int order = memcmp(text, l->text, len < l->len ? len : l->len);
    return order < 0 || (order == 0 && len < l->len);
}

/* A glyph stands for the first in Unicode's order of all that it alone shows: a space,
 * not the one at which no line breaks. */
static void add_glyph(struct alphabet *in, unsigned id, const char *text, size_t len)
{
    struct symbol *l = &in->symbols[glyph_of(in, id)];
    l->drawn = true;
    if (l->len == 0 || (len > 0 && is_before(text, len, l))) {
        l->text = text;
        l->len = len;
    }
}

static void add_run(struct material *d, const struct item *it)
{
    struct alphabet *in = alphabet_of(d, it->run.face);
    const char *text = it->run.text;
    for (size_t i = 0, count; i < it->run.count; i += count) {
        const struct glyph *g = &it->run.glyphs[i];
        count = cluster_glyphs(it, i);
        add_glyph(in, g->id, text, count == 1 ? g->bytes : 0);
        for (size_t k = 1; k < count; k++)
            add_glyph(in, g[k].id, "", 0);
        text += g->bytes;
    }
    if (text != it->run.text + it->run.text_len)
        bug("the glyphs of \"%.*s\" show %td bytes of it", (int)it->run.text_len,
            it->run.text, text - it->run.text);
}

static void add_picture(struct material *d, const struct image *image)
{
    for (size_t i = 0; i < d->pictures.len; i++)
        if (d->pictures.at[i] == image)
            return;
    *array_push(d->a, &d->pictures) = image;
}

static void add_page(struct material *d, const struct page *p)
{
    for (size_t i = 0; i < p->items.len; i++) {
        const struct item *it = &p->items.at[i];
        switch (it->kind) {
        case ITEM_RUN: add_run(d, it); break;
        case ITEM_IMAGE: add_picture(d, it->image.image); break;
        case ITEM_PATH: break;
        }
    }
}

struct material *material_new(struct arena *a, const struct faces *t,
                              const struct document *doc)
{
    struct material *d = NEW(a, struct material);
    d->a = a;
    d->text = t;
    for (size_t i = 0; i < doc->page_count; i++)
        add_page(d, &doc->pages[i]);
    for (enum face face = 0; face < FACE_COUNT; face++)
        if (d->faces[face].symbols != NULL)
            alphabet_cut(a, t, face, &d->faces[face]);
    return d;
}

const struct symbol *material_symbol(const struct material *d, enum face face,
                                     unsigned glyph)
{
    const struct alphabet *in = &d->faces[face];
    return &in->symbols[glyph_of(in, glyph)];
}

int material_picture(const struct material *d, const struct image *image)
{
    int i = 0;
    while (d->pictures.at[i] != image)
        i++;
    return i;
}

/* "/f0 12 0 R". */
static void put_entry(struct buf *out, char kind, int number, int object)
{
    buf_char(out, '/');
    buf_char(out, kind);
    put_int(out, number);
    buf_char(out, ' ');
    put_reference(out, object);
}

static void write_fonts(const struct material *d, struct objects *o, struct buf *out)
{
    buf_str(out, "/Font<<");
    for (enum face face = 0; face < FACE_COUNT; face++)
        if (d->faces[face].symbols != NULL)
            put_entry(out, 'f', (int)face, alphabet_write(d->a, &d->faces[face], o));
    buf_str(out, ">>");
}

static void write_pictures(const struct material *d, struct objects *o, struct buf *out)
{
    const int *numbers = pictures_write(d->a, d->pictures.at, d->pictures.len, o);
    buf_str(out, "/XObject<<");
    for (size_t i = 0; i < d->pictures.len; i++)
        put_entry(out, 'x', (int)i, numbers[i]);
    buf_str(out, ">>");
}

int material_write(const struct material *d, struct objects *o)
{
    struct buf dict = buf_new(d->a);
    const int number = object_numbers(o, 1);
    write_fonts(d, o, &dict);
    if (d->pictures.len > 0)
        write_pictures(d, o, &dict);
    struct buf *out = object_begin(o, number);
    buf_str(out, "<<");
    buf_add(out, dict.at, dict.len);
    buf_str(out, ">>");
    return number;
}
