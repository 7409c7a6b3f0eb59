/* Whole files: documents that are hard to tag are written twice, must be the same bytes,
 * and are shown to tests/pdf/judge.sh. */
#include "sample.h"

#include "pdf/pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <unistd.h>

static char folder[] = "/tmp/gwasg-pdf-XXXXXX";

/* What each document is made with. */
struct maker {
    struct arena *a;
    struct faces *t;
};

static struct page *page_of(const struct document *doc, size_t i)
{
    return &doc->pages[i];
}

static void add_link(struct maker *m, struct page *p, struct tag *tag, double x, double y,
                     double right, const char *uri)
{
    struct link *l = p->links.len > 0 ? &p->links.at[p->links.len - 1] : NULL;
    if (l == NULL || l->tag != tag) {
        l = array_push(m->a, &p->links);
        *l = (struct link){.tag = tag,
                           .uri = uri,
                           .to_x = PT(70.9),
                           .to_y = PT(64),
                           .contents = "Where (it) \\ leads"};
    }
    *array_push(m->a, &l->boxes) =
        (struct bounds){PT(x), PT(y - 10), PT(right), PT(y + 3)};
}

static void add_heading(struct maker *m, struct document *doc, const char *words)
{
    struct tag *h = tag_new(m->a, doc->root, TAG_H1);
    sample_run(m->a, m->t, page_of(doc, 0), h, ARTIFACT_NONE, 70.9, 90, FACE_BOLD, 26,
               sample_blue, words);
}

/* One Link, drawn on two lines and again on the next page. */
static struct document *link_over_lines_and_pages(struct maker *m)
{
    struct document *doc = sample_document(m->a, 2);
    add_heading(m, doc, "Links");
    struct tag *p = tag_new(m->a, doc->root, TAG_P);
    struct tag *link = tag_inline(m->a, p, TAG_LINK);
    static const char uri[] = "https://example.org/a(b)\\c?d=\xC5\xB5";
    struct page *one = page_of(doc, 0), *two = page_of(doc, 1);
    double x = sample_words(m->a, m->t, one, p, 70.9, 120, "Before it and ");
    double right = sample_words(m->a, m->t, one, link, x, 120, "a link ");
    add_link(m, one, link, x, 120, right, uri);
    right = sample_words(m->a, m->t, one, link, 70.9, 137, "that goes on ");
    add_link(m, one, link, 70.9, 137, right, uri);
    sample_foot(m->a, m->t, doc, 0);
    right = sample_words(m->a, m->t, two, link, 70.9, 81, "over the page");
    add_link(m, two, link, 70.9, 81, right, uri);
    x = sample_words(m->a, m->t, two, p, right, 81, ", and ");
    struct tag *other = tag_inline(m->a, p, TAG_LINK);
    right = sample_words(m->a, m->t, two, other, x, 81, "a link within");
    add_link(m, two, other, x, 81, right, NULL);
    sample_words(m->a, m->t, two, p, right, 81, " with text behind.");
    sample_foot(m->a, m->t, doc, 1);
    return doc;
}

static struct tag *add_cell(struct maker *m, struct page *p, struct tag *row,
                            enum tag_type type, double x, double y, const char *words)
{
    struct tag *cell = tag_new(m->a, row, type);
    if (*words != '\0')
        sample_words(m->a, m->t, p, cell, x, y, words);
    return cell;
}

/* Two heads, the upper over two columns; then a column's own. */
static struct tag *add_table_heads(struct maker *m, struct page *p, struct tag *table)
{
    struct tag *head = tag_new(m->a, table, TAG_THEAD);
    struct tag *upper = tag_new(m->a, head, TAG_TR), *lower = tag_new(m->a, head, TAG_TR);
    struct tag *question = add_cell(m, p, upper, TAG_TH, 71, 150, "Question");
    question->row_span = 2;
    question->scope = SCOPE_COLUMN;
    struct tag *cases = add_cell(m, p, upper, TAG_TH, 300, 150, "Cases");
    cases->col_span = 2;
    cases->scope = SCOPE_COLUMN;
    cases->id = "cases(1)";
    struct tag *yes = add_cell(m, p, lower, TAG_TH, 300, 167, "yes");
    yes->scope = SCOPE_COLUMN;
    yes->id = "yes";
    add_cell(m, p, lower, TAG_TH, 400, 167, "no")->scope = SCOPE_COLUMN;
    return tag_new(m->a, table, TAG_TBODY);
}

static void add_table_row(struct maker *m, struct page *p, struct tag *body, double y,
                          bool empty)
{
    static const char *const heads[] = {"cases(1)", "yes"};
    struct item shade = item_rectangle(m->a, PT(70), PT(y - 12), PT(450), PT(16),
                                       (struct colour){0xE6, 0xEC, 0xF1});
    *array_push(m->a, &p->items) = shade;
    struct tag *row = tag_new(m->a, body, TAG_TR);
    add_cell(m, p, row, TAG_TH, 71, y, "Was it done?")->scope = SCOPE_ROW;
    struct tag *yes = add_cell(m, p, row, TAG_TD, 300, y, "12");
    yes->headers = heads;
    yes->header_count = LEN(heads);
    add_cell(m, p, row, TAG_TD, 400, y, empty ? "" : "3");
}

static struct document *table_over_pages(struct maker *m)
{
    struct document *doc = sample_document(m->a, 2);
    add_heading(m, doc, "Tables");
    struct page *one = page_of(doc, 0), *two = page_of(doc, 1);
    struct tag *table = tag_new(m->a, doc->root, TAG_TABLE);
    struct tag *caption = tag_new(m->a, table, TAG_CAPTION);
    sample_words(m->a, m->t, one, caption, 70.9, 130, "Table 1: answers");
    struct tag *body = add_table_heads(m, one, table);
    for (int i = 0; i < 5; i++)
        add_table_row(m, one, body, 190 + 17 * i, i % 2 == 1);
    sample_foot(m->a, m->t, doc, 0);
    sample_run(m->a, m->t, two, NULL, ARTIFACT_HEADER, 71, 80, FACE_BOLD, 12, sample_ink,
               "Question");
    for (int i = 0; i < 5; i++)
        add_table_row(m, two, body, 100 + 17 * i, true);
    sample_foot(m->a, m->t, doc, 1);
    return doc;
}

static struct document *note_and_lists(struct maker *m)
{
    struct document *doc = sample_document(m->a, 1);
    struct page *one = page_of(doc, 0);
    add_heading(m, doc, "Notes and lists");
    struct tag *p = tag_new(m->a, doc->root, TAG_P);
    struct tag *reference = tag_inline(m->a, p, TAG_REFERENCE);
    struct tag *link = tag_inline(m->a, reference, TAG_LINK);
    struct tag *welsh = tag_inline(m->a, p, TAG_SPAN);
    welsh->has_lang = true;
    welsh->lang = LANG_CY;
    double x = sample_words(m->a, m->t, one, p, 70.9, 120, "A remark");
    const double end = sample_words(m->a, m->t, one, link, x, 116, "1");
    add_link(m, one, link, x, 116, end, NULL);
    x = sample_words(m->a, m->t, one, p, end, 120, " and ");
    x = sample_words(m->a, m->t, one, welsh, x, 120,
                     "T\xC5\xB7, d\xC5\xB5r, \xC5\xB4y\xC5\xB6");
    sample_words(m->a, m->t, one, p, x, 120, ".");
    struct tag *note = tag_new(m->a, doc->root, TAG_NOTE);
    struct tag *label = tag_new(m->a, note, TAG_LBL);
    struct tag *text = tag_new(m->a, note, TAG_P);
    struct tag *outer = tag_new(m->a, doc->root, TAG_L);
    outer->numbering = NUMBERING_DECIMAL;
    struct tag *list = outer;
    for (int i = 0; i < 3; i++) {
        struct tag *item = tag_new(m->a, list, TAG_LI);
        struct tag *number = tag_new(m->a, item, TAG_LBL);
        struct tag *body = tag_new(m->a, item, TAG_LBODY);
        sample_words(m->a, m->t, one, number, 70.9 + 34 * i, 150 + 17 * i, "(1) ");
        sample_words(m->a, m->t, one, body, 95 + 34 * i, 150 + 17 * i, "an item");
        list = tag_new(m->a, body, TAG_L);
        list->numbering = i == 0 ? NUMBERING_DISC : NUMBERING_ROMAN;
    }
    struct tag *last = tag_new(m->a, list, TAG_LI);
    sample_words(m->a, m->t, one, tag_new(m->a, last, TAG_LBODY), 200, 210, "the last");
    sample_words(m->a, m->t, one, label, 70.9, 770, "1 ");
    sample_words(m->a, m->t, one, text, 85, 770, "The note (with \\ and ) signs).");
    sample_foot(m->a, m->t, doc, 0);
    return doc;
}

static const struct image *soft_image(struct arena *a, bool opaque)
{
    unsigned char *rgba = NEW_ARRAY(a, unsigned char, 40 * 30 * 4);
    for (int i = 0; i < 40 * 30; i++) {
        rgba[4 * i] = (unsigned char)(i % 40 * 6);
        rgba[4 * i + 1] = 0x43;
        rgba[4 * i + 2] = (unsigned char)(i / 40 * 8);
        rgba[4 * i + 3] = (unsigned char)(opaque ? 255 : i % 40 * 6);
    }
    struct image *image = NEW(a, struct image);
    *image = (struct image){40, 30, .rgba = rgba};
    return image;
}

static void add_image(struct maker *m, struct page *p, struct tag *tag,
                      const struct image *image, double x)
{
    struct item it = {.kind = ITEM_IMAGE, .tag = tag, .x = PT(x), .y = PT(120)};
    it.image.image = image;
    it.image.width = PT(80);
    it.image.height = PT(60);
    *array_push(m->a, &p->items) = it;
}

/* Slanting lines in one path, clipped to a bar. */
static void add_hatch(struct maker *m, struct page *p, struct tag *tag, double y)
{
    struct path_op *ops = NEW_ARRAY(m->a, struct path_op, 60);
    for (int i = 0; i < 30; i++) {
        ops[2 * i] = (struct path_op){PATH_MOVE, {PT(i * 8)}, {PT(20)}};
        ops[2 * i + 1] = (struct path_op){PATH_LINE, {PT(i * 8 + 20)}, {0}};
    }
    struct item it = {.kind = ITEM_PATH, .tag = tag, .x = PT(80), .y = PT(y)};
    it.path.outline = (struct path){ops, 60};
    it.path.stroked = true;
    it.path.stroke = sample_blue;
    it.path.line_width = PT(1.5);
    it.path.clip = path_rectangle(m->a, 0, 0, PT(200), PT(20));
    *array_push(m->a, &p->items) = it;
}

static struct document *pictures_and_hatches(struct maker *m)
{
    struct document *doc = sample_document(m->a, 2);
    add_heading(m, doc, "Pictures");
    const struct image *soft = soft_image(m->a, false), *hard = soft_image(m->a, true);
    for (size_t i = 0; i < 2; i++) {
        struct page *p = page_of(doc, i);
        struct tag *figure = tag_new(m->a, doc->root, TAG_FIGURE);
        figure->alt = "Bars: 5 of 10 (50%)";
        add_image(m, p, figure, soft, 80);
        add_image(m, p, figure, hard, 200);
        add_image(m, p, figure, hard, 300); /* in the page's resources once */
        for (int k = 0; k < 3; k++)
            add_hatch(m, p, figure, 200 + 30 * k);
        struct item dot = {.kind = ITEM_PATH, .tag = figure, .x = PT(400), .y = PT(300)};
        dot.path.outline = path_circle(m->a, 0, 0, PT(30));
        dot.path.filled = dot.path.stroked = true;
        dot.path.fill = sample_blue;
        dot.path.stroke = sample_ink;
        dot.path.line_width = PT(2);
        *array_push(m->a, &p->items) = dot;
        sample_run(m->a, m->t, p, figure, ARTIFACT_NONE, 385, 304, FACE_BOLD, 12,
                   sample_white, "50%");
        sample_run(m->a, m->t, p, NULL, ARTIFACT_HEADER, 30, 300, FACE_REGULAR, 10,
                   sample_ink, "Turned");
        p->items.at[p->items.len - 1].run.turned = true;
        sample_foot(m->a, m->t, doc, i);
    }
    return doc;
}

/* What a content stream's reader may trip over: all of it is text. */
static struct document *signs_in_text(struct maker *m)
{
    static const char *const lines[] = {
        "(",
        ")",
        "\\",
        "((()",
        "\\)",
        "EMC BDC",
        "1 1 0.012 0.02 re f",
        "% not a remark",
        "<< >> [ ] { } / <FEFF>",
        "a\xC2\xA0non-breaking space",
        "BI ID EI",
        "\xE2\x80\x98quoted\xE2\x80\x99 \xE2\x80\x93 dashes \xE2\x80\x94 \xE2\x80\xA6",
    };
    struct document *doc = sample_document(m->a, 1);
    add_heading(m, doc, "Signs");
    for (size_t i = 0; i < LEN(lines); i++) {
        struct tag *p = tag_new(m->a, doc->root, TAG_P);
        sample_words(m->a, m->t, page_of(doc, 0), p, 70.9, 130 + 17 * (double)i,
                     lines[i]);
    }
    return doc;
}

/* Spaces that stand alone between inlines of other faces. */
static struct document *lonely_spaces(struct maker *m)
{
    struct document *doc = sample_document(m->a, 1);
    struct page *one = page_of(doc, 0);
    add_heading(m, doc, "Spaces");
    struct tag *p = tag_new(m->a, doc->root, TAG_P);
    struct tag *em = tag_inline(m->a, p, TAG_EM);
    struct tag *strong = tag_inline(m->a, p, TAG_STRONG);
    double x = sample_run(m->a, m->t, one, em, ARTIFACT_NONE, 70.9, 120, FACE_ITALIC, 12,
                          sample_ink, "slanting");
    x = sample_words(m->a, m->t, one, p, x, 120, " ");
    sample_run(m->a, m->t, one, strong, ARTIFACT_NONE, x, 120, FACE_BOLD, 12, sample_ink,
               "strong");
    sample_words(m->a, m->t, one, p, 70.9, 137, " ");
    return doc;
}

/* Sixty pages, each with some five hundred marks. */
static void add_many_marks(struct maker *m, struct document *doc, size_t page)
{
    struct page *p = page_of(doc, page);
    struct tag *text = tag_new(m->a, doc->root, TAG_P);
    sample_words(m->a, m->t, p, text, 70.9, 110, "w ");
    for (int i = 0; i < 500; i++) {
        struct item rule = item_rule(m->a, PT(70 + i % 15 * 30), PT(120 + 17 * (i / 15)),
                                     PT(10), PT(0.5), sample_ink);
        if (i % 2 == 1)
            rule.artifact = ARTIFACT_BACKGROUND;
        *array_push(m->a, &p->items) = rule;
    }
    sample_words(m->a, m->t, p, text, 70.9, 750, "z");
}

static struct document *many_marks(struct maker *m)
{
    struct document *doc = sample_document(m->a, 60);
    add_heading(m, doc, "Many");
    struct bookmark *bookmarks = NEW_ARRAY(m->a, struct bookmark, 60);
    for (size_t i = 0; i < 60; i++) {
        add_many_marks(m, doc, i);
        bookmarks[i] = (struct bookmark){"A page", i == 0 ? 1 : 2, (int)i, PT(64), NULL};
        doc->pages[i].label =
            i < 2 ? (i == 0 ? "i" : "ii") : arena_printf(m->a, "%zu", i - 1);
    }
    doc->bookmarks = bookmarks;
    doc->bookmark_count = 60;
    return doc;
}

/* A page without a mark, and a tag never drawn. */
static struct document *empty_page(struct maker *m)
{
    struct document *doc = sample_document(m->a, 2);
    add_heading(m, doc, "Nothing more");
    tag_inline(m->a, doc->root, TAG_SPAN);
    doc->pages[1].width = PT(841.89);
    doc->pages[1].height = PT(595.28);
    return doc;
}

static const struct row {
    const char *name;
    struct document *(*make)(struct maker *m);
    size_t most_bytes;
} rows[] = {
    {"link", link_over_lines_and_pages, 40000},
    {"table", table_over_pages, 40000},
    {"note", note_and_lists, 40000},
    {"pictures", pictures_and_hatches, 40000},
    {"signs", signs_in_text, 40000},
    {"spaces", lonely_spaces, 40000},
    {"many", many_marks, 500000},
    {"empty", empty_page, 20000},
};

static struct buf written(struct maker *m, const struct row *row)
{
    struct document *doc = row->make(m);
    struct buf out = buf_new(m->a);
    document_mark(m->a, doc);
    pdf_write(m->a, m->t, doc, &out);
    return out;
}

static void save(struct arena *a, const struct row *row, const struct buf *bytes)
{
    FILE *f = fopen(arena_printf(a, "%s/%s.pdf", folder, row->name), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes->at, 1, bytes->len, f), bytes->len);
    fclose(f);
}

static void files_are_whole_and_the_same_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct maker m = {a, sample_text(a)};
        const struct buf one = written(&m, &rows[i]), two = written(&m, &rows[i]);
        assert_memory_equal(one.at, "%PDF-1.7\n", 9);
        if (one.len != two.len || memcmp(one.at, two.at, one.len) != 0)
            fail_msg("%s: other bytes the second time", rows[i].name);
        if (one.len > rows[i].most_bytes)
            fail_msg("%s: %zu bytes", rows[i].name, one.len);
        save(a, &rows[i], &one);
        sample_text_free(m.t);
        arena_free(a);
    }
}

static void others_find_no_fault(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *judge = arena_printf(a, "%s/tests/pdf/judge.sh %s/*.pdf", ROOT, folder);
    assert_int_equal(system(judge), 0);
    arena_free(a);
}

/* What poppler reads of the structure of a file. */
static const char *structure_of(struct arena *a, const char *name)
{
    struct buf text = buf_new(a);
    FILE *f =
        popen(arena_printf(a, "pdfinfo -struct-text %s/%s.pdf 2>&1", folder, name), "r");
    char chunk[512];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;)
        buf_add(&text, chunk, n);
    pclose(f);
    return text.at;
}

static void poppler_reads_what_was_drawn(void **state)
{
    (void)state;
    static const struct reading {
        const char *file, *words;
    } readings[] = {
        {"link", "\"a link that goes on \""},
        {"link", "\"over the page\""},
        {"note", "\"The note (with \\ and ) signs).\""},
        {"note", "\"T\xC5\xB7, d\xC5\xB5r"},
        {"signs", "\"((()\""},
        {"signs", "\"1 1 0.012 0.02 re f\""},
        {"spaces", "\"slanting \""},
        {"table", "\"Was it done?\""},
    };
    if (system("command -v pdfinfo >/dev/null") != 0)
        skip();
    struct arena *a = arena_new();
    for (size_t i = 0; i < LEN(readings); i++) {
        const char *text = structure_of(a, readings[i].file);
        if (strstr(text, readings[i].words) == NULL)
            fail_msg("%s without %s: %s", readings[i].file, readings[i].words, text);
    }
    arena_free(a);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL;
}

static int drop_folder(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return getenv("KEEP") != NULL ? 0 : system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_whole_and_the_same_again),
        cmocka_unit_test(others_find_no_fault),
        cmocka_unit_test(poppler_reads_what_was_drawn),
    };
    return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
