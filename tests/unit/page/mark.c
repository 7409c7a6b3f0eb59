/* Marks, the order of tags, and the two dumps. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

struct fixture {
    struct arena *a;
    struct document doc;
    length x, y; /* where the next run goes */
};

static struct fixture *fixture_new(size_t pages)
{
    struct arena *a = arena_new();
    struct fixture *f = NEW(a, struct fixture);
    f->a = a;
    f->doc.pages = NEW_ARRAY(a, struct page, pages);
    f->doc.page_count = pages;
    for (size_t i = 0; i < pages; i++)
        f->doc.pages[i] = (struct page){.width = PT(595.28), .height = PT(841.89)};
    f->doc.root = tag_new(a, NULL, TAG_DOCUMENT);
    f->x = PT(70);
    f->y = PT(100);
    return f;
}

static struct item *draw(struct fixture *f, int page, struct tag *tag,
                         enum artifact artifact, const char *text)
{
    struct glyph *glyphs = NEW_ARRAY(f->a, struct glyph, strlen(text));
    for (size_t i = 0; i < strlen(text); i++)
        glyphs[i] = (struct glyph){PT(6), (unsigned char)text[i], 1};
    struct item it = {.kind = ITEM_RUN, .tag = tag, .artifact = artifact};
    it.x = f->x;
    it.y = f->y;
    it.run.size = PT(12);
    it.run.text = text;
    it.run.text_len = strlen(text);
    it.run.glyphs = glyphs;
    it.run.count = strlen(text);
    f->x += run_width(&it);
    struct item *kept = array_push(f->a, &f->doc.pages[page].items);
    *kept = it;
    return kept;
}

static void next_line(struct fixture *f)
{
    f->x = PT(70);
    f->y += PT(17);
}

static void expect_tags(struct fixture *f, const char *want)
{
    struct buf out = buf_new(f->a);
    document_mark(f->a, &f->doc);
    tags_dump(&f->doc, &out);
    assert_string_equal(out.at, want);
    arena_free(f->a);
}

static void inlines_keep_their_place(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
    struct tag *em = tag_inline(f->a, p, TAG_EM);
    struct tag *never = tag_inline(f->a, p, TAG_SPAN);
    (void)never;
    draw(f, 0, p, ARTIFACT_NONE, "before ");
    draw(f, 0, em, ARTIFACT_NONE, "within ");
    draw(f, 0, p, ARTIFACT_NONE, "behind");
    expect_tags(f, "Document\n"
                   "  P \"before \"\n"
                   "    Em \"within \"\n"
                   "    \"behind\"\n");
}

static void marks_of_two_pages_and_lines_join(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(2);
    struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
    draw(f, 0, p, ARTIFACT_NONE, "one ");
    next_line(f);
    draw(f, 0, p, ARTIFACT_NONE, "two ");
    draw(f, 0, p, ARTIFACT_FOOTER, "foot");
    draw(f, 1, p, ARTIFACT_NONE, "three");
    document_mark(f->a, &f->doc);
    assert_int_equal(f->doc.pages[0].marks.len, 2);
    assert_int_equal(f->doc.pages[0].marks.at[0].count, 2);
    assert_null(f->doc.pages[0].marks.at[1].tag);
    assert_int_equal(p->kids.len, 2);
    assert_int_equal(p->kids.at[1].page, 1);
    assert_int_equal(f->doc.tag_count, 2);
    arena_free(f->a);
}

static void a_block_in_an_inline_hangs_from_the_root(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
    struct tag *reference = tag_inline(f->a, p, TAG_REFERENCE);
    struct tag *link = tag_inline(f->a, reference, TAG_LINK);
    draw(f, 0, link, ARTIFACT_NONE, "8");
    *array_push(f->a, &f->doc.pages[0].links) = (struct link){.tag = link, .page = 7};
    expect_tags(f, "Document\n"
                   "  P\n"
                   "    Reference\n"
                   "      Link \"8\"\n"
                   "        link to page 8\n");
}

/* Where a space stands alone, and which run takes it. */
static void blanks_join_their_neighbour(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
    struct tag *em = tag_inline(f->a, p, TAG_EM);
    struct tag *strong = tag_inline(f->a, p, TAG_STRONG);
    draw(f, 0, em, ARTIFACT_NONE, "one")->run.face = FACE_ITALIC;
    draw(f, 0, p, ARTIFACT_NONE, " ");
    draw(f, 0, strong, ARTIFACT_NONE, "two");
    next_line(f);
    draw(f, 0, p, ARTIFACT_NONE, "\xC2\xA0");
    draw(f, 0, strong, ARTIFACT_NONE, "three");
    next_line(f);
    draw(f, 0, p, ARTIFACT_NONE, "  ");
    document_mark(f->a, &f->doc);
    assert_int_equal(f->doc.pages[0].items.len, 3);
    const struct item *one = &f->doc.pages[0].items.at[0];
    assert_string_equal(one->run.text, "one ");
    assert_int_equal(one->run.count, 4);
    assert_int_equal(one->run.glyphs[3].id, GLYPH_SPACE);
    const struct item *three = &f->doc.pages[0].items.at[2];
    assert_string_equal(three->run.text, "\xC2\xA0three");
    assert_int_equal(three->x, PT(70));
    arena_free(f->a);
}

/* What is drawn of words that are heard differently, and how they are then heard. */
static void blanks_are_heard(void **state)
{
    (void)state;
    static const struct {
        const char *before, *drawn, *behind, *heard;
    } rows[] = {
        {"one", "YOT", "two", "Yot"},   {"one", "YOT", " ", "Yot "},
        {"one", "YOT ", "two", "Yot "}, {" ", "YOT", "two", " Yot"},
        {" ", "YOT", " ", " Yot "},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct fixture *f = fixture_new(1);
        struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
        struct tag *span = tag_inline(f->a, p, TAG_SPAN);
        span->actual_text = "Yot";
        draw(f, 0, p, ARTIFACT_NONE, rows[i].before);
        draw(f, 0, span, ARTIFACT_NONE, rows[i].drawn);
        draw(f, 0, p, ARTIFACT_NONE, rows[i].behind);
        document_mark(f->a, &f->doc);
        assert_string_equal(span->actual_text, rows[i].heard);
        arena_free(f->a);
    }
}

static void attributes_are_dumped(void **state)
{
    (void)state;
    static const char *const heads[] = {"h1"};
    struct fixture *f = fixture_new(1);
    struct tag *table = tag_new(f->a, f->doc.root, TAG_TABLE);
    struct tag *row = tag_new(f->a, table, TAG_TR);
    struct tag *head = tag_new(f->a, row, TAG_TH);
    head->scope = SCOPE_ROW;
    head->id = "h1";
    head->col_span = 2;
    struct tag *cell = tag_new(f->a, row, TAG_TD);
    cell->headers = heads;
    cell->header_count = 1;
    struct tag *figure = tag_new(f->a, f->doc.root, TAG_FIGURE);
    figure->alt = "three bars";
    struct item bar =
        item_rectangle(f->a, PT(10), PT(20), PT(30), PT(40), (struct colour){1, 2, 3});
    bar.artifact = ARTIFACT_NONE;
    bar.tag = figure;
    *array_push(f->a, &f->doc.pages[0].items) = bar;
    draw(f, 0, head, ARTIFACT_NONE, "say \"no\"");
    expect_tags(f, "Document\n"
                   "  Table\n"
                   "    TR\n"
                   "      TH id=\"h1\" scope=\"row\" columns=2 \"say \\\"no\\\"\"\n"
                   "      TD head=\"h1\"\n"
                   "  Figure alt=\"three bars\"\n");
}

static void a_figure_gets_the_box_of_its_items(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct tag *figure = tag_new(f->a, f->doc.root, TAG_FIGURE);
    for (int i = 0; i < 2; i++) {
        struct item it = item_rectangle(f->a, PT(10 + 100 * i), PT(20 + 5 * i), PT(30),
                                        PT(40), (struct colour){0});
        it.artifact = ARTIFACT_NONE;
        it.tag = figure;
        *array_push(f->a, &f->doc.pages[0].items) = it;
    }
    document_mark(f->a, &f->doc);
    const length want[4] = {PT(10), PT(20), PT(140), PT(65)};
    assert_memory_equal(figure->box, want, sizeof want);
    arena_free(f->a);
}

static void pages_are_dumped_to_a_tenth(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct tag *p = tag_new(f->a, f->doc.root, TAG_P);
    f->doc.pages[0].label = "iv";
    draw(f, 0, p, ARTIFACT_NONE, "(a\\b)");
    struct item rule = item_rule(f->a, PT(-0.04), PT(50), PT(100.26), PT(0.5),
                                 (struct colour){255, 0, 16});
    *array_push(f->a, &f->doc.pages[0].items) = rule;
    struct buf out = buf_new(f->a);
    document_mark(f->a, &f->doc);
    pages_dump(&f->doc, &out);
    assert_string_equal(
        out.at, "page 1 \"iv\" 595.3 x 841.9\n"
                "  P\n"
                "    text 70.0 100.0 width 30.0 regular 12.0 #000000 \"(a\\\\b)\"\n"
                "  layout\n"
                "    path 0.0 49.8 fill #FF0010: M 0.0 0.0 L 100.3 0.0 L 100.3 0.5 L 0.0 "
                "0.5 Z\n");
    arena_free(f->a);
}

static void a_circle_is_as_wide_as_high(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct item it = {.kind = ITEM_PATH, .x = PT(5), .y = PT(7)};
    it.path.outline = path_circle(a, PT(10), PT(10), PT(4));
    const struct bounds b = item_bounds(&it);
    assert_int_equal(b.left, PT(11));
    assert_int_equal(b.right, PT(19));
    assert_int_equal(b.top, PT(13));
    assert_int_equal(b.bottom, PT(21));
    arena_free(a);
}

static void a_turned_run_goes_down(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(1);
    struct item *it = draw(f, 0, f->doc.root, ARTIFACT_NONE, "abc");
    it->run.turned = true;
    const struct bounds b = item_bounds(it);
    assert_int_equal(b.top, it->y);
    assert_int_equal(b.bottom, it->y + PT(18));
    assert_true(b.left < it->x && it->x < b.right);
    arena_free(f->a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inlines_keep_their_place),
        cmocka_unit_test(marks_of_two_pages_and_lines_join),
        cmocka_unit_test(a_block_in_an_inline_hangs_from_the_root),
        cmocka_unit_test(blanks_join_their_neighbour),
        cmocka_unit_test(blanks_are_heard),
        cmocka_unit_test(attributes_are_dumped),
        cmocka_unit_test(a_figure_gets_the_box_of_its_items),
        cmocka_unit_test(pages_are_dumped_to_a_tenth),
        cmocka_unit_test(a_circle_is_as_wide_as_high),
        cmocka_unit_test(a_turned_run_goes_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
