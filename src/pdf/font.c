/* font.c -- the four faces as cairo's fonts.  In: the bytes of the font files; out:
 * fonts, each made once.  Knows nothing of what is drawn with them. */
#include "pdf/font.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

struct fonts {
    struct faces *text;
    FT_Library library;
    FT_Face faces[FACE_COUNT]; /* borrowed: cairo's face owns it */
    cairo_font_face_t *cairo_faces[FACE_COUNT];
    cairo_scaled_font_t *scaled[FACE_COUNT];
};

struct fonts *fonts_new(struct arena *a, struct faces *t)
{
    struct fonts *f = NEW(a, struct fonts);
    f->text = t;
    if (FT_Init_FreeType(&f->library) != 0)
        out_of_memory();
    return f;
}

void fonts_free(struct fonts *f)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        cairo_scaled_font_destroy(f->scaled[i]);
        cairo_font_face_destroy(f->cairo_faces[i]);
    }
    cairo_debug_reset_static_data();
    FT_Done_FreeType(f->library);
}

static void face_free(void *face)
{
    FT_Done_Face(face);
}

static FT_Face face_load(struct fonts *f, enum face face)
{
    static const cairo_user_data_key_t key;
    const struct file *file = text_font(f->text, face);
    FT_Face ft;
    if (FT_New_Memory_Face(f->library, (const FT_Byte *)file->text, (FT_Long)file->len, 0,
                           &ft) != 0)
        bug("%s was shaped but cannot be drawn", file->path);
    cairo_font_face_t *made =
        cairo_ft_font_face_create_for_ft_face(ft, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(made, &key, ft, face_free) != CAIRO_STATUS_SUCCESS)
        out_of_memory();
    f->cairo_faces[face] = made;
    return ft;
}

static FT_Face face_of(struct fonts *f, enum face face)
{
    if (f->faces[face] == NULL)
        f->faces[face] = face_load(f, face);
    return f->faces[face];
}

static cairo_scaled_font_t *scaled_new(cairo_font_face_t *face)
{
    cairo_matrix_t page;
    cairo_matrix_init_identity(&page);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_scaled_font_t *font = cairo_scaled_font_create(face, &page, &page, options);
    cairo_font_options_destroy(options);
    if (cairo_scaled_font_status(font) == CAIRO_STATUS_NO_MEMORY)
        out_of_memory();
    if (cairo_scaled_font_status(font) != CAIRO_STATUS_SUCCESS)
        bug("a font: %s", cairo_status_to_string(cairo_scaled_font_status(font)));
    return font;
}

cairo_scaled_font_t *fonts_scaled(struct fonts *f, enum face face)
{
    face_of(f, face);
    if (f->scaled[face] == NULL)
        f->scaled[face] = scaled_new(f->cairo_faces[face]);
    return f->scaled[face];
}

size_t fonts_glyphs(struct fonts *f, enum face face)
{
    return (size_t)face_of(f, face)->num_glyphs;
}

unsigned fonts_space(struct fonts *f, enum face face)
{
    return FT_Get_Char_Index(face_of(f, face), ' ');
}
