/* fonts.c -- the four faces, open.  In: the house's file names and the folder of fonts;
 * out: faces HarfBuzz can shape with.  Knows nothing of lines, nor of fonts elsewhere on
 * the machine. */
#include "base/bounds.h"
#include "base/file.h"
#include "text/inside.h"

#include <hb.h>
#include <string.h>

static bool font_open(struct arena *a, struct diags *d, struct font *f, const char *path)
{
    f->file = file_read_bytes(a, d, path, FONT_BYTES, (struct pos){0});
    if (f->file == NULL)
        return false;
    memory_watch();
    f->blob = hb_blob_create(f->file->text, (unsigned)f->file->len,
                             HB_MEMORY_MODE_READONLY, NULL, NULL);
    f->face = hb_face_create(f->blob, 0);
    f->font = hb_font_create(f->face);
    f->upem = (int)hb_face_get_upem(f->face);
    hb_font_set_scale(f->font, f->upem, f->upem);
    const bool has_letters = hb_font_get_nominal_glyph(f->font, ' ', &f->space);
    f->space_advance = hb_font_get_glyph_h_advance(f->font, f->space);
    hb_font_get_nominal_glyph(f->font, '-', &f->hyphen.id);
    f->hyphen.advance = hb_font_get_glyph_h_advance(f->font, f->hyphen.id);
    f->hyphen.bytes = sizeof SOFT_HYPHEN - 1;
    memory_check(); /* HarfBuzz would go on with an empty font */
    if (!has_letters)
        diag(d, DIAG_FONT_MISSING, (struct pos){.file = f->file},
             "not a font with letters; put the file back that fonts/README.md describes");
    return has_letters;
}

struct faces *text_new(struct arena *a, struct diags *d, const struct style *style,
                       const char *fonts)
{
    struct faces *t = NEW(a, struct faces);
    t->a = a;
    t->folder = fonts;
    memory_watch();
    t->buffer = hb_buffer_create();
    t->kerned = hb_buffer_create();
    memory_check();
    for (int l = 0; l < LANG_COUNT; l++)
        t->languages[l] = hb_language_from_string(lang_code((enum lang)l), -1);
    bool usable = true;
    for (int i = 0; i < FACE_COUNT; i++)
        if (!font_open(a, d, &t->fonts[i], path_join(a, fonts, style->fonts[i])))
            usable = false;
    if (usable)
        return t;
    text_free(t);
    return NULL;
}

void text_free(struct faces *t)
{
    if (t == NULL)
        return;
    for (int i = 0; i < FACE_COUNT; i++) {
        hb_font_destroy(t->fonts[i].font);
        hb_face_destroy(t->fonts[i].face);
        hb_blob_destroy(t->fonts[i].blob);
    }
    hb_buffer_destroy(t->buffer);
    hb_buffer_destroy(t->kerned);
    hyphens_free(t);
}

size_t text_glyphs(const struct faces *t, enum face face)
{
    return hb_face_get_glyph_count(t->fonts[face].face);
}

unsigned text_space(const struct faces *t, enum face face)
{
    return t->fonts[face].space;
}

void text_author(struct faces *t, const struct file *yaml)
{
    t->author = yaml;
    t->author_dir = path_dir(t->a, yaml->path);
}

struct pos text_author_pos(const struct faces *t, struct pos at, const char *words,
                           size_t len)
{
    if (t->author == NULL || len == 0 ||
        (at.file != NULL && path_is_below(at.file->path, t->author_dir)))
        return at;
    const struct file *f = t->author;
    for (size_t i = 0; i + len <= f->len; i++)
        if (f->text[i] == words[0] && memcmp(f->text + i, words, len) == 0)
            return (struct pos){f, i, len};
    return at;
}
