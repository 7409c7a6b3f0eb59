/* fonts.c -- the four faces, open.  In: the house's file names and the folder of fonts;
 * out: faces HarfBuzz can shape with.  Knows nothing of lines, nor of fonts elsewhere on
 * the machine. */
#include "base/bounds.h"
#include "base/file.h"
#include "text/inside.h"

#include <hb.h>
#include <string.h>
#include <strings.h>

/* When nobody has the font's bytes any more. */
static void give_back(void *file)
{
    file_unmap(file);
}

static bool font_open(struct arena *a, struct diags *d, struct font *f, const char *path,
                      struct pos at)
{
    f->file = file_map(a, d, path, FONT_BYTES, at);
    if (f->file == NULL)
        return false;
    memory_watch();
    f->blob =
        hb_blob_create(f->file->text, (unsigned)f->file->len, HB_MEMORY_MODE_READONLY,
                       (void *)(uintptr_t)f->file, give_back);
    f->face = hb_face_create(f->blob, 0);
    f->font = hb_font_create(f->face);
    f->upem = (int)hb_face_get_upem(f->face);
    hb_font_set_scale(f->font, f->upem, f->upem);
    hb_codepoint_t space = 0, hyphen = 0;
    const bool has_letters = hb_font_get_nominal_glyph(f->font, ' ', &space);
    f->space = (unsigned short)space;
    f->space_advance = hb_font_get_glyph_h_advance(f->font, f->space);
    hb_font_get_nominal_glyph(f->font, '-', &hyphen);
    f->hyphen.id = (unsigned short)hyphen;
    f->hyphen.advance = hb_font_get_glyph_h_advance(f->font, f->hyphen.id);
    f->hyphen.bytes = sizeof SOFT_HYPHEN - 1;
    memory_check(); /* HarfBuzz would go on with an empty font */
    if (!has_letters)
        diag(d, DIAG_FONT_MISSING, at.file != NULL ? at : (struct pos){.file = f->file},
             "not a font with letters; %s",
             at.file != NULL ? "take a TrueType font, a file that ends in .ttf"
                             : "put the file back that fonts/README.md describes");
    return has_letters;
}

/* ---- fonts of a house ---- */

/* A file beside it whose name says what it is. */
static bool has_licence(struct arena *a, struct diags *d, const char *dir)
{
    size_t count;
    const char *const *names = folder_names(a, d, dir, &count);
    for (size_t i = 0; i < count; i++)
        for (const char *s = "OFL\0LICENCE\0LICENSE\0"; *s != '\0'; s += strlen(s) + 1)
            if (strncasecmp(names[i], s, strlen(s)) == 0)
                return true;
    return false;
}

static const char *table_of(const struct font *f, hb_tag_t tag, unsigned *len)
{
    hb_blob_t *table = hb_face_reference_table(f->face, tag);
    const char *bytes = hb_blob_get_data(table, len);
    hb_blob_destroy(table); /* its bytes are those of the file */
    return bytes;
}

/* What its maker lets be done with it: fsType, at byte 8 (OpenType, "OS/2"). */
static int embedding_of(const struct font *f)
{
    unsigned len = 0;
    const char *os2 = table_of(f, HB_TAG('O', 'S', '/', '2'), &len);
    return len >= 10 ? (unsigned char)os2[8] << 8 | (unsigned char)os2[9] : 0;
}

/* Why no document of ours may hold it, and what to do; NULL: one may. */
static const char *own_fault(struct arena *a, struct diags *d, const struct font *f)
{
    enum { NOT_AT_ALL = 0x2, SOMEHOW = 0xE, ONLY_WHOLE = 0x100, ONLY_DOTS = 0x200 };
    unsigned glyphs = 0;
    const int may = embedding_of(f);
    table_of(f, HB_TAG('g', 'l', 'y', 'f'), &glyphs);
    if (glyphs == 0)
        return "its outlines are not TrueType's; take the family's files that end in "
               ".ttf";
    if ((may & SOMEHOW) == NOT_AT_ALL)
        return "its maker lets no document carry it (fsType of its table OS/2); take "
               "another font, or ask for a file that may be embedded";
    if ((may & (ONLY_WHOLE | ONLY_DOTS)) != 0)
        return "its maker lets no document carry the outlines of some letters (fsType of "
               "its table OS/2); take another font, or ask for a file of which parts may "
               "be embedded";
    return has_licence(a, d, path_dir(a, f->file->path))
               ? NULL
               : "its licence does not stand beside it; put it there, as LICENCE.txt or "
                 "OFL.txt";
}

static bool own_check(struct arena *a, struct diags *d, const struct font *f,
                      struct pos at)
{
    const char *why = at.file != NULL ? own_fault(a, d, f) : NULL;
    if (why != NULL)
        diag(d, DIAG_FONT_MISSING, at, "\"%s\": %s", path_name(a, f->file->path), why);
    return why == NULL;
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
        if (!font_open(a, d, &t->fonts[i], style_font(a, style, (enum face)i, fonts),
                       style->font_at[i]) ||
            !own_check(a, d, &t->fonts[i], style->font_at[i]))
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
