/* svg.c -- drawings as SVG: what is written of each kind of item, and what a page has
 * once. */
#include "html/svg.h"

#include "base/bounds.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *a;
    const struct style *s;
    struct svg_defs defs;
    struct drawing g;
    struct buf out;
};

static struct fixture fixture_new(void)
{
    struct fixture f = {.a = arena_new()};
    struct diags *d = diags_new(f.a);
    const struct file *file = file_read(f.a, d, ROOT "/templates/house-plain/style.yaml",
                                        YAML_BYTES, (struct pos){0});
    f.s = style_parse(f.a, d, source_parse(f.a, d, file));
    assert_non_null(f.s);
    f.defs = svg_defs_new(f.a);
    f.g = (struct drawing){.width = PT(60), .height = PT(30)};
    f.out = buf_new(f.a);
    return f;
}

static void add(struct fixture *f, struct item it)
{
    *array_push(f->a, &f->g.items) = it;
}

static const char *written(struct fixture *f)
{
    svg_write(&f->defs, f->s, &f->g, "", &f->out);
    return f->out.at;
}

static void expect(struct fixture *f, const char *inside)
{
    const char *all = arena_printf(
        f->a, "<svg viewBox=\"0 0 60 30\" width=\"80\" height=\"40\">%s</svg>", inside);
    assert_string_equal(written(f), all);
    arena_free(f->a);
}

static void shapes_of_one_look_are_one_path(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const struct colour blue = f.s->roles[ROLE_CHART_SOLID];
    add(&f, item_rectangle(f.a, PT(1), PT(2), PT(3), PT(4), blue));
    add(&f, item_rectangle(f.a, PT(10), PT(2.25), PT(3), PT(4), blue));
    add(&f, item_rectangle(f.a, 0, 0, PT(1), PT(1), f.s->roles[ROLE_CHART_AXIS]));
    expect(&f, "<path class=\"f-blue\" d=\"M1 2h3v4h-3zM10 2.3h3v4h-3z\"/>"
               "<path class=\"f-ink\" d=\"M0 0h1v1h-1z\"/>");
}

static void discs_and_dots(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    static const struct path_op dot[] = {{PATH_MOVE, {PT(5)}, {PT(6)}},
                                         {PATH_LINE, {PT(5)}, {PT(6)}}};
    struct item disc = {.kind = ITEM_PATH}, point = {.kind = ITEM_PATH};
    disc.path.outline = path_circle(f.a, PT(10), PT(10), PT(4));
    disc.path.filled = true;
    disc.path.fill = f.s->roles[ROLE_CHART_DOT];
    point.path.outline = (struct path){dot, LEN(dot)};
    point.path.stroked = point.path.round = true;
    point.path.stroke = f.s->roles[ROLE_CHART_DOT];
    point.path.line_width = PT(2);
    add(&f, disc);
    add(&f, point);
    expect(&f, "<path class=\"f-mid\" d=\"M14 10a4 4 0 1 0 -8 0a4 4 0 1 0 8 0z\"/>"
               "<path class=\"s-mid\" stroke-width=\"2\" stroke-linecap=\"round\" "
               "d=\"M5 6h0\"/>");
}

/* Its words are as wide as the glyphs, without the blanks at their ends. */
static void words_keep_their_width(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const struct glyph glyphs[] = {
        {PT(2), 1, 1}, {PT(7), 2, 1}, {PT(6), 3, 1}, {PT(2), 1, 1}};
    struct item it = {.kind = ITEM_RUN, .x = PT(10), .y = PT(20)};
    it.run.face = FACE_BOLD;
    it.run.size = PT(10.5);
    it.run.colour = f.s->types[TYPE_BODY].colour;
    it.run.text = " A& ";
    it.run.text_len = 4;
    it.run.glyphs = glyphs;
    it.run.count = LEN(glyphs);
    add(&f, it);
    expect(&f, "<g font-size=\"10.5\" class=\"b f-ink\"><text x=\"12\" y=\"20\" "
               "textLength=\"13\">A&amp;</text></g>");
}

/* Ground, strokes and frame are one box, filled with a pattern that the page has once. */
static void a_hatch_is_a_pattern(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const struct drawing swatch = swatch_draw(f.a, f.s, FILL_HATCH_UP);
    for (size_t i = 0; i < swatch.items.len; i++)
        add(&f, swatch.items.at[i]);
    const char *first = arena_strdup(f.a, written(&f));
    assert_string_equal(first, "<svg viewBox=\"0 0 60 30\" width=\"80\" height=\"40\">"
                               "<path class=\"h s-blue\" fill=\"url(#hatch_1)\" "
                               "d=\"M.5 .5h15v9h-15z\"/></svg>");
    assert_non_null(strstr(f.defs.out.at, "<pattern id=\"hatch_1\""));
    f.out = buf_new(f.a);
    assert_string_equal(written(&f), first);
    assert_int_equal(f.defs.count, 1);
    arena_free(f.a);
}

static void a_colour_of_no_palette_is_itself(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    add(&f, item_rectangle(f.a, 0, 0, PT(1), PT(1), (struct colour){1, 2, 3}));
    expect(&f, "<path class=\"\" fill=\"#010203\" d=\"M0 0h1v1h-1z\"/>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_of_one_look_are_one_path),
        cmocka_unit_test(discs_and_dots),
        cmocka_unit_test(words_keep_their_width),
        cmocka_unit_test(a_hatch_is_a_pattern),
        cmocka_unit_test(a_colour_of_no_palette_is_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
