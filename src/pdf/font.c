/* font.c -- the four faces as cairo's fonts.  In: the bytes of the font files; out: fonts
 * at a size, each made once.  Knows nothing of what is drawn with them. */
#include "pdf/font.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

struct scaled {
    enum face face;
    length size;
    bool turned;
    cairo_scaled_font_t *font;
};

struct fonts {
    struct arena *a;
    struct faces *text;
    FT_Library library;
    FT_Face faces[FACE_COUNT]; /* borrowed: cairo's face owns it */
    cairo_font_face_t *cairo_faces[FACE_COUNT];
    cairo_font_options_t *options;
    ARRAY(struct scaled) scaled;
};

struct fonts *fonts_new(struct arena *a, struct faces *t)
{
    struct fonts *f = NEW(a, struct fonts);
    f->a = a;
    f->text = t;
    if (FT_Init_FreeType(&f->library) != 0)
        out_of_memory();
    f->options = cairo_font_options_create();
    /* Rounded metrics cost a correction in the PDF for nearly every glyph. */
    cairo_font_options_set_hint_style(f->options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(f->options, CAIRO_HINT_METRICS_OFF);
    return f;
}

void fonts_free(struct fonts *f)
{
    for (size_t i = 0; i < f->scaled.len; i++)
        cairo_scaled_font_destroy(f->scaled.at[i].font);
    for (int i = 0; i < FACE_COUNT; i++)
        if (f->cairo_faces[i] != NULL)
            cairo_font_face_destroy(f->cairo_faces[i]);
    cairo_font_options_destroy(f->options);
    cairo_debug_reset_static_data();
    FT_Done_FreeType(f->library);
}

static void face_free(void *face)
{
    FT_Done_Face(face);
}

static void face_load(struct fonts *f, enum face face)
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
    f->faces[face] = ft;
    f->cairo_faces[face] = made;
}

static cairo_scaled_font_t *scaled_new(struct fonts *f, enum face face, length size,
                                       bool turned)
{
    if (f->cairo_faces[face] == NULL)
        face_load(f, face);
    cairo_matrix_t at_size, page;
    cairo_matrix_init_identity(&page);
    if (turned) /* a quarter clockwise, y running down: x to the right becomes down */
        cairo_matrix_init(&at_size, 0, POINTS(size), -POINTS(size), 0, 0, 0);
    else
        cairo_matrix_init_scale(&at_size, POINTS(size), POINTS(size));
    cairo_scaled_font_t *font =
        cairo_scaled_font_create(f->cairo_faces[face], &at_size, &page, f->options);
    if (cairo_scaled_font_status(font) != CAIRO_STATUS_SUCCESS)
        bug("a font at size %d: %s", size,
            cairo_status_to_string(cairo_scaled_font_status(font)));
    return font;
}

cairo_scaled_font_t *fonts_scaled(struct fonts *f, enum face face, length size,
                                  bool turned)
{
    for (size_t i = 0; i < f->scaled.len; i++) {
        const struct scaled *s = &f->scaled.at[i];
        if (s->face == face && s->size == size && s->turned == turned)
            return s->font;
    }
    cairo_scaled_font_t *font = scaled_new(f, face, size, turned);
    *array_push(f->a, &f->scaled) = (struct scaled){face, size, turned, font};
    return font;
}

unsigned fonts_space(struct fonts *f, enum face face)
{
    if (f->cairo_faces[face] == NULL)
        face_load(f, face);
    return FT_Get_Char_Index(f->faces[face], ' ');
}
