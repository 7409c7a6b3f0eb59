/* Items to the operators that draw them. */
#include "sample.h"

#include "base/bounds.h"
#include "base/file.h"
#include "pdf/content.h"
#include "pdf/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Where an item is to be drawn. */
struct sheet {
    struct arena *a;
    struct faces *t;
    struct page *page;
    struct tag *p;
};

static struct item *add_run(struct sheet *s, double x, const char *words)
{
    sample_words(s->a, s->t, s->page, s->p, x, 91.89, words);
    return &s->page->items.at[s->page->items.len - 1];
}

static struct item *add_box(struct sheet *s, double x)
{
    *array_push(s->a, &s->page->items) =
        item_rectangle(s->a, PT(x), PT(41.89), PT(30), PT(20), sample_blue);
    return &s->page->items.at[s->page->items.len - 1];
}

static void two_marks(struct sheet *s)
{
    add_run(s, 10, "No");
    add_box(s, 10);
}

static void equal_looks(struct sheet *s)
{
    add_run(s, 10, "a");
    add_run(s, 20, "b");
    add_run(s, 30, "c")->run.size = PT(8);
}

static void kerned(struct sheet *s)
{
    struct item *it = add_run(s, 10, "Wave");
    struct glyph *glyphs = NEW_ARRAY(s->a, struct glyph, 4);
    memcpy(glyphs, it->run.glyphs, 4 * sizeof *glyphs);
    glyphs[0].advance -= PT(0.6); /* 50 thousandths of 12 pt */
    glyphs[2].advance -= 3;       /* less than can be seen */
    it->run.glyphs = glyphs;
}

static void with_signs(struct sheet *s)
{
    add_run(s, 10, "(a\\)");
}

static void beyond_latin(struct sheet *s)
{
    add_run(s, 10, "d\xC5\xB5rd");
}

static void turned(struct sheet *s)
{
    add_run(s, 10, "a")->run.turned = true;
}

/* The glyph of a space for another kind of space, and two glyphs for one text. */
static void other_words(struct sheet *s)
{
    add_run(s, 10, "a b");
    struct item *it = add_run(s, 50, "a b");
    it->run.text = "a\xC2\xA0"
                   "b";
    it->run.text_len = 4;
    struct glyph *glyphs = NEW_ARRAY(s->a, struct glyph, 3);
    memcpy(glyphs, it->run.glyphs, 3 * sizeof *glyphs);
    glyphs[1].bytes = 3;
    glyphs[2].bytes = 0;
    it->run.glyphs = glyphs;
}

/* This space is none that a run's neighbour gets. */
static void only_blanks(struct sheet *s)
{
    add_run(s, 10, "a");
    struct item *it = add_run(s, 20, " ");
    it->run.face = FACE_BOLD_ITALIC;
    it->run.text = "\xE3\x80\x80";
    it->run.text_len = 3;
    struct glyph *glyph = NEW(s->a, struct glyph);
    *glyph = it->run.glyphs[0];
    glyph->bytes = 3;
    it->run.glyphs = glyph;
}

/* One glyph for both: the font knows it as a space. */
static void kinds_of_spaces(struct sheet *s)
{
    struct item *it = add_run(s, 10, "a b");
    struct glyph *glyphs = NEW_ARRAY(s->a, struct glyph, 3);
    memcpy(glyphs, it->run.glyphs, 3 * sizeof *glyphs);
    glyphs[1].bytes = 2;
    it->run.text = "a\xC2\xA0"
                   "b";
    it->run.text_len = 4;
    it->run.glyphs = glyphs;
    add_run(s, 50, "a b");
}

/* The face has it as a hyphen. */
static void another_sign(struct sheet *s)
{
    struct item *it = add_run(s, 10, "a-b");
    struct glyph *glyphs = NEW_ARRAY(s->a, struct glyph, 3);
    memcpy(glyphs, it->run.glyphs, 3 * sizeof *glyphs);
    glyphs[1].bytes = 3;
    it->run.text = "a\xE2\x88\x92"
                   "b";
    it->run.text_len = 5;
    it->run.glyphs = glyphs;
}

static void clipped_stroke(struct sheet *s)
{
    struct item *it = add_box(s, 10);
    it->path.clip = path_rectangle(s->a, 0, 0, PT(5), PT(5));
    it->path.filled = false;
    it->path.stroked = it->path.round = true;
    it->path.stroke = sample_ink;
    it->path.line_width = PT(1.5);
    it->path.dash = PT(2);
    it->path.gap = PT(3);
    *array_push(s->a, &s->page->items) = *it; /* the state is as it was before */
}

static void no_width(struct sheet *s)
{
    add_box(s, 10)->path.stroked = true;
}

static void slanting(struct sheet *s)
{
    static const struct path_op ops[] = {
        {PATH_MOVE, {0}, {0}},
        {PATH_LINE, {PT(5)}, {PT(-5)}},
        {PATH_CURVE, {PT(1), PT(2), PT(3)}, {PT(1), PT(2), PT(3)}},
        {.verb = PATH_CLOSE},
    };
    struct item *it = add_box(s, 10);
    it->path.outline = (struct path){ops, LEN(ops)};
    it->path.stroked = true;
    it->path.line_width = PT(1);
}

static void picture_twice(struct sheet *s)
{
    static const unsigned char rgba[] = {1, 2, 3, 255};
    static const struct image image = {1, 1, .rgba = rgba};
    struct item it = {.kind = ITEM_IMAGE, .tag = s->p, .x = PT(10), .y = PT(41.89)};
    it.image.image = &image;
    it.image.width = PT(80);
    it.image.height = PT(60);
    *array_push(s->a, &s->page->items) = it;
    it.x = PT(100);
    *array_push(s->a, &s->page->items) = it;
}

static const struct row {
    const char *what;
    void (*draw)(struct sheet *s);
} rows[] = {
    {"a tagged mark and an artifact", two_marks},
    {"what stays as it was is not said again", equal_looks},
    {"kerned", kerned},
    {"signs of the syntax", with_signs},
    {"a letter of Welsh", beyond_latin},
    {"turned", turned},
    {"glyphs that stand for other words than by their font", other_words},
    {"a face of blanks", only_blanks},
    {"a glyph that stands for two texts", kinds_of_spaces},
    {"a glyph that stands for another sign", another_sign},
    {"clipped", clipped_stroke},
    {"slanting", slanting},
    {"an outline without a width", no_width},
};

static void print_content(struct arena *a, struct faces *t, const struct row *row,
                          struct buf *out)
{
    struct document *doc = sample_document(a, 1);
    struct sheet s = {a, t, &doc->pages[0], tag_new(a, doc->root, TAG_P)};
    row->draw(&s);
    document_mark(a, doc);
    buf_printf(out, "%% %s\n", row->what);
    content_write(material_new(a, t, doc), s.page, out);
}

/* ACCEPT=1 rewrites what is wanted; the reviewer reads the difference. */
static void items_become_operators(void **state)
{
    (void)state;
    static const char path[] = ROOT "/tests/unit/pdf/content.want";
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct faces *t = sample_text(a);
    struct buf got = buf_new(a);
    for (size_t i = 0; i < LEN(rows); i++)
        print_content(a, t, &rows[i], &got);
    if (getenv("ACCEPT") != NULL)
        assert_true(file_replace(a, d, path, got.at, got.len));
    const struct file *want = file_read(a, d, path, YAML_BYTES, (struct pos){0});
    assert_non_null(want);
    assert_string_equal(got.at, want->text);
    sample_text_free(t);
    arena_free(a);
}

static void pictures_are_drawn_once_each(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct faces *t = sample_text(a);
    struct document *doc = sample_document(a, 1);
    struct sheet s = {a, t, &doc->pages[0], tag_new(a, doc->root, TAG_P)};
    picture_twice(&s);
    document_mark(a, doc);
    struct buf got = buf_new(a);
    content_write(material_new(a, t, doc), s.page, &got);
    assert_string_equal(got.at, "/P<</MCID 0>>BDC\nq\n80 0 0 60 10 740 cm\n/x0 Do\nQ\n"
                                "q\n80 0 0 60 100 740 cm\n/x0 Do\nQ\nEMC\n");
    sample_text_free(t);
    arena_free(a);
}

/* Seen through, of one pixel, of one row, the same pixels again: each is an object. */
static void pictures_are_objects_of_their_own(void **state)
{
    (void)state;
    static const unsigned char nothing[4], ink[] = {1, 2, 3, 255},
                                           veil[3000 * 4] = {9, 9, 9, 128};
    static const struct image images[] = {{1, 1, .rgba = nothing},
                                          {1, 1, .rgba = ink},
                                          {1, 1, .rgba = ink},
                                          {3000, 1, .rgba = veil},
                                          {1, 3000, .rgba = veil}};
    const struct image *all[LEN(images)];
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    for (size_t i = 0; i < LEN(images); i++)
        all[i] = &images[i];
    struct objects *o = objects_new(a, &out, "1.7");
    const int *numbers = pictures_write(a, all, LEN(images), o);
    objects_finish(o, numbers[0], 0);
    for (size_t i = 0; i < LEN(images); i++)
        for (size_t k = 0; k < i; k++)
            assert_int_not_equal(numbers[i], numbers[k]);
    arena_free(a);
}

static bool holds(const struct buf *b, const char *text)
{
    const size_t len = strlen(text);
    for (size_t i = 0; i + len <= b->len; i++)
        if (memcmp(b->at + i, text, len) == 0)
            return true;
    return false;
}

static bool is_written_with(const struct image *image, const char *text)
{
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    struct objects *o = objects_new(a, &out, "1.7");
    objects_finish(o, *pictures_write(a, &image, 1, o), 0);
    const bool with = holds(&out, text);
    arena_free(a);
    return with;
}

/* A palette while 256 colours are enough, a mask where something lies behind. */
static void pictures_are_written_by_their_colours(void **state)
{
    (void)state;
    enum { SIDE = 17 }; /* of 289 colours, where all differ */
    static unsigned char rgba[SIDE * SIDE * 4];
    const struct image image = {.width = SIDE, .height = SIDE, .rgba = rgba};
    for (size_t i = 0; i < LEN(rgba); i++)
        rgba[i] = i % 4 == 3 ? 255 : i % 8 < 4 ? 0xAB : 0x10;
    assert_true(
        is_written_with(&image, "/ColorSpace[/Indexed/DeviceRGB 1<ABABAB101010>]"));
    assert_false(is_written_with(&image, "/SMask"));
    rgba[3] = 254;
    assert_true(is_written_with(&image, "/SMask "));
    for (size_t i = 0; i < SIDE * SIDE; i++) {
        rgba[i * 4] = (unsigned char)i;
        rgba[i * 4 + 1] = i > 255;
    }
    assert_true(is_written_with(&image, "/ColorSpace/DeviceRGB"));
}

/* A face of which more is drawn than a byte can name. */
static void many_glyphs_have_two_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct faces *t = sample_text(a);
    struct document *doc = sample_document(a, 1);
    struct sheet s = {a, t, &doc->pages[0], tag_new(a, doc->root, TAG_P)};
    struct buf letters = buf_new(a);
    for (uint32_t c = 0xC0; c < 0x17F; c++)
        buf_utf8(&letters, c);
    for (uint32_t c = 'A'; c <= 'z'; c++)
        buf_utf8(&letters, c);
    struct item *it = add_run(&s, 10, letters.at);
    document_mark(a, doc);
    const struct material *material = material_new(a, t, doc);
    const struct symbol *last =
        material_symbol(material, FACE_REGULAR, it->run.glyphs[it->run.count - 1].id);
    assert_true(last->wide);
    assert_memory_equal(last->text, "z", last->len);
    struct buf out = buf_new(a);
    content_write(material, s.page, &out);
    assert_non_null(strstr(out.at, "\\001"));
    sample_text_free(t);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_become_operators),
        cmocka_unit_test(pictures_are_drawn_once_each),
        cmocka_unit_test(pictures_are_objects_of_their_own),
        cmocka_unit_test(pictures_are_written_by_their_colours),
        cmocka_unit_test(many_glyphs_have_two_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
