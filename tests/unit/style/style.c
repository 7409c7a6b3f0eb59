/* style.c -- the house style: what is read, and what is said of a faulty one. */
#include "style/style.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HOUSE ROOT "/templates/house-plain/style.yaml"

static const struct file *house_text(struct arena *a, struct diags *d)
{
    const struct file *f = file_read(a, d, HOUSE, 1 << 20, (struct pos){0});
    assert_non_null(f);
    return f;
}

static void house_test(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct style *s = style_parse(a, d, source_parse(a, d, house_text(a, d)));
    assert_non_null(s);
    assert_string_equal(s->name, "house-plain");
    assert_string_equal(s->fonts[FACE_BOLD_ITALIC], "Lato-BoldItalic.ttf");
    assert_int_equal(s->baseline, 908);
    assert_int_equal(s->roles[ROLE_COVER_BLOCK].g, 0x43);
    assert_string_equal(s->role_colours[ROLE_COVER_BLOCK], "blue");
    assert_ptr_equal(style_type(s, "h1"), &s->types[TYPE_H1]);
    assert_null(style_type(s, "h9"));
    assert_int_equal(style_colour(s, "plum")->r, 0x80);
    assert_null(style_colour(s, "bullet"));
    assert_int_equal(s->types[TYPE_H1].size, PT(26));
    assert_int_equal(s->types[TYPE_H1].tracking, PT(-0.2));
    assert_int_equal(s->types[TYPE_H1].face, FACE_BOLD);
    assert_int_equal(s->types[TYPE_H1].colour.b, 0x6D);
    assert_int_equal(s->types[TYPE_BODY].after, PT(8));
    assert_int_equal(s->page.width, PT(595.28));
    assert_int_equal(type_baseline(s, &s->types[TYPE_BODY]),
                     PT(2) + 12 * 1024 * 908 / 1024);
    arena_free(a);
}

static void contrast_test(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        struct colour x, y;
        int want;
    } rows[] = {
        {"black on white", {0, 0, 0}, {255, 255, 255}, 2100},
        {"order does not matter", {255, 255, 255}, {0, 0, 0}, 2100},
        {"the same", {18, 67, 109}, {18, 67, 109}, 100},
        {"blue on white", {0x12, 0x43, 0x6D}, {255, 255, 255}, 1025},
        {"orange on white", {0xF4, 0x6A, 0x25}, {255, 255, 255}, 303},
        {"orange on blue", {0xF4, 0x6A, 0x25}, {0x12, 0x43, 0x6D}, 338},
    };
    for (size_t i = 0; i < LEN(rows); i++)
        if (colour_contrast(rows[i].x, rows[i].y) != rows[i].want)
            fail_msg("%s: got %d", rows[i].what, colour_contrast(rows[i].x, rows[i].y));
}

/* The house's file with one piece of text exchanged. */
static const struct file *file_with(struct arena *a, struct diags *d, const char *from,
                                    const char *to)
{
    const struct file *house = house_text(a, d);
    const char *at = strstr(house->text, from);
    if (at == NULL)
        fail_msg("the house style has no \"%s\"", from);
    struct buf out = buf_new(a);
    buf_add(&out, house->text, (size_t)(at - house->text));
    buf_str(&out, to);
    buf_str(&out, at + strlen(from));
    const struct file *f = file_of_text(a, d, "s", out.at, out.len);
    assert_non_null(f);
    return f;
}

static void faults_test(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *want; /* behind "house style not understood: " */
    } rows[] = {
        {"bullet: blue", "bullet: bleu", "\"bleu\" is no colour; did you mean \"blue\"?"},
        {"bullet: blue", "bullet: [blue]", "the name of a colour belongs here"},
        {"  toc-dots: mid", "  toc-dot: mid",
         "\"toc-dot\" is no role; did you mean \"toc-dots\"?|"
         "roles: the role \"toc-dots\" is missing; add it"},
        {"  rust: \"#B0450F\"", "  ruby: \"#B0450F\"",
         "\"rust\" is no colour; take one that this house style has"},
        {"\"#801650\"", "\"#80165\"",
         "#80165 for the colour \"plum\"; write # and six digits in quotation marks, "
         "such as "
         "\"#12436D\""},
        {"\"#801650\"", "[1]",
         "nothing for the colour \"plum\"; write # and six digits in quotation marks, "
         "such "
         "as \"#12436D\""},
        {"h1: {size: 26,", "h1: {size: 26pt,",
         "no number for \"size\" of h1; write a number of points, such as 12 or -0.6"},
        {"h1: {size: 26,", "h1: {size: 0,", "0 is too small for \"size\" of h1"},
        {"h1: {size: 26,", "h1: {size: 1e3,",
         "no number for \"size\" of h1; write a number of points, such as 12 or -0.6"},
        {"h1: {size: 26,", "h1: {size: 99999999999999999999,",
         "no number for \"size\" of h1; write a number of points, such as 12 or -0.6"},
        {"h1: {size: 26,", "h1: {sise: 26,",
         "\"sise\" is no property of a type; did you mean \"size\"?|"
         "h1: the property of a type \"size\" is missing; add it"},
        {"after: 14}\n  h2", "after: -14}\n  h2", "-14 is too small for \"after\" of h1"},
        {"  h4: {size: 12", "  h5: {size: 12",
         "types: the type \"h4\" is missing; add it"},
        {"h4: {size: 11", "h9: {size: 11",
         "\"h9\" is no type; take it out, or see the list in another house style"},
        {"h1: {size: 26, leading: 31, face: bold",
         "h1: {size: 26, leading: 31, face: bald",
         "\"bald\" is no face; did you mean \"bold\"?"},
        {"colour: blue, tracking: -0.2", "colour: teal, tracking: -0.2",
         "\"teal\" is no colour; take one that this house style has"},
        {"    margin: 70.9", "    margin: [70.9]",
         "no single value for \"margin\" of page; write a number of points, such as "
         "12 or "
         "-0.6"},
        {"    rule-width: 85", "    rulewidth: 85",
         "\"rulewidth\" is no length; did you mean \"rule-width\"?|"
         "note: the length \"rule-width\" is missing; add it"},
        {"  marks:", "  mark:",
         "\"mark\" is no group of lengths; did you mean \"marks\"?|"
         "lengths: the group of lengths \"marks\" is missing; add it"},
        {"baseline: 0.887", "baseline: 0.887\npdf: a4",
         "\"a4\" is no standard of PDF; use ua1 or ua2"},
        {"baseline: 0.887", "baselines: 0.887",
         "\"baselines\" is no part of a house style; did you mean \"baseline\"?|"
         "the house style: the part of a house style \"baseline\" is missing; add it"},
        {"regular: Lato-Regular.ttf",
         "regular:", "the font \"regular\" needs the name of a file under fonts/"},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct file *f = file_with(a, d, rows[i].from, rows[i].to);
        const struct node *root = source_parse(a, d, f);
        assert_non_null(root);
        assert_null(style_parse(a, d, root));
        struct buf out = buf_new(a), got = buf_new(a);
        diags_print(d, DIAG_SHORT, &out);
        for (char *line = strtok(out.at, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            const char *text = strstr(line, "understood: "), *end = strstr(line, " [");
            while (end != NULL && strstr(end + 1, " [") != NULL)
                end = strstr(end + 1, " [");
            assert_non_null(text);
            buf_str(&got, got.len > 0 ? "|" : "");
            buf_add(&got, text + 12, (size_t)(end - text - 12));
        }
        /* what is missing stands at its map, before what is unknown in it */
        const char *bar = strchr(rows[i].want, '|');
        const char *turned = bar == NULL
                                 ? rows[i].want
                                 : arena_printf(a, "%s|%.*s", bar + 1,
                                                (int)(bar - rows[i].want), rows[i].want);
        if (strcmp(got.at, rows[i].want) != 0 && strcmp(got.at, turned) != 0)
            fail_msg("%s: got \"%s\"", rows[i].to, got.at);
        arena_free(a);
    }
}

/* Names that C does not know, and what is left out of a type. */
static void own_test(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file *f = file_with(
        a, d, "types:\n", "types:\n  verse: {size: 9, leading: 11, colour: ink}\n");
    const struct style *s = style_parse(a, d, source_parse(a, d, f));
    assert_non_null(s);
    const struct type_style *verse = style_type(s, "verse"), *h1 = &s->types[TYPE_H1];
    const struct style *sides = style_of_kind(s, "sides");
    assert_int_equal(verse->size, PT(9));
    assert_int_equal(verse->face, FACE_REGULAR);
    assert_int_equal(verse->after, 0);
    assert_int_equal(style_type(sides, "verse")->leading, PT(11));
    assert_int_equal(sides->types[TYPE_H1].size, PT(16)); /* a kind says what differs */
    assert_int_equal(sides->types[TYPE_H1].colour.b, h1->colour.b);
    assert_int_equal(sides->page.text_bottom, PT(530));
    assert_int_equal(sides->page.margin, s->page.margin);
    assert_int_equal(s->page.text_bottom, PT(772));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(house_test),
        cmocka_unit_test(contrast_test),
        cmocka_unit_test(faults_test),
        cmocka_unit_test(own_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
