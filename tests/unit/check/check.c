/* What is said of documents that a screen reader would stumble over, and what is a bug.
 */
#include "check/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A document of one page under a heading, to which a case adds its fault. */
struct maker {
    struct arena *a;
    struct document *doc;
    struct tag *root;
    struct file source; /* a line for every tag, so that a diagnostic has a place */
};

static const struct colour black = {0, 0, 0}, white = {255, 255, 255},
                           blue = {0x12, 0x43, 0x6D}, pale = {0xB0, 0xB0, 0xB0};

static struct item *draw_at(struct maker *m, struct tag *tag, double x, double y,
                            struct colour c, const char *text)
{
    struct glyph *glyphs = NEW_ARRAY(m->a, struct glyph, strlen(text));
    for (size_t i = 0; i < strlen(text); i++)
        glyphs[i] = (struct glyph){PT(6), 1, 1};
    struct item it = {.kind = ITEM_RUN, .tag = tag, .x = PT(x), .y = PT(y)};
    it.artifact = tag == NULL ? ARTIFACT_FOOTER : ARTIFACT_NONE;
    it.run.size = PT(12);
    it.run.colour = c;
    it.run.text = text;
    it.run.text_len = strlen(text);
    it.run.glyphs = glyphs;
    it.run.count = strlen(text);
    struct item *kept = array_push(m->a, &m->doc->pages[0].items);
    *kept = it;
    return kept;
}

static struct tag *add(struct maker *m, struct tag *parent, enum tag_type type,
                       const char *text)
{
    struct tag *t = tag_new(m->a, parent, type);
    t->pos = (struct pos){&m->source, 0, 1};
    if (text != NULL)
        draw_at(m, t, 70, 100 + 17 * (double)m->doc->pages[0].items.len, black, text);
    return t;
}

static void add_block(struct maker *m, double x, double y, double width, double height,
                      struct colour c)
{
    *array_push(m->a, &m->doc->pages[0].items) =
        item_rectangle(m->a, PT(x), PT(y), PT(width), PT(height), c);
}

static void nothing(struct maker *m)
{
    add(m, m->root, TAG_P, "text");
}

static void second_level_first(struct maker *m)
{
    m->root->kids.len = 0; /* without the H1 */
    m->doc->pages[0].items.len = 0;
    add(m, m->root, TAG_H2, "second");
}

static void level_skipped(struct maker *m)
{
    add(m, m->root, TAG_H3, "third");
}

static void levels_go_back(struct maker *m)
{
    add(m, m->root, TAG_H2, "two");
    add(m, m->root, TAG_H3, "three");
    add(m, m->root, TAG_H1, "one");
    add(m, m->root, TAG_H2, "two");
}

static void no_alt(struct maker *m)
{
    struct tag *figure = add(m, m->root, TAG_FIGURE, "50%");
    figure->alt = "  ";
}

static void with_alt(struct maker *m)
{
    add(m, add(m, m->root, TAG_P, NULL), TAG_FIGURE, "50%")->alt = "half";
}

static void empty_heading(struct maker *m)
{
    add(m, m->root, TAG_H2, NULL);
}

static void blank_paragraph(struct maker *m)
{
    add(m, m->root, TAG_P, "  ");
}

static void said_otherwise(struct maker *m)
{
    add(m, add(m, m->root, TAG_P, NULL), TAG_SPAN, NULL)->actual_text = "three stars";
}

static void no_title(struct maker *m)
{
    m->doc->title = "";
}

static struct tag *add_row(struct maker *m, struct tag *rows, int cells)
{
    struct tag *row = add(m, rows, TAG_TR, NULL);
    for (int i = 0; i < cells; i++)
        add(m, row, TAG_TD, "cell");
    return row;
}

static void regular_table(struct maker *m)
{
    struct tag *table = add(m, m->root, TAG_TABLE, NULL);
    struct tag *body = add(m, table, TAG_TBODY, NULL);
    struct tag *first = add_row(m, body, 2);
    first->kids.at[0].tag->row_span = 2;
    first->kids.at[1].tag->col_span = 2;
    add_row(m, body, 2);
    add_row(m, body, 3);
}

static void short_row(struct maker *m)
{
    struct tag *body = add(m, add(m, m->root, TAG_TABLE, NULL), TAG_TBODY, NULL);
    add_row(m, body, 3);
    add_row(m, body, 2);
    add_row(m, body, 2);
}

static void head_of_other_width(struct maker *m)
{
    struct tag *table = add(m, m->root, TAG_TABLE, NULL);
    add_row(m, add(m, table, TAG_THEAD, NULL), 2);
    add_row(m, add(m, table, TAG_TBODY, NULL), 3);
}

static void cell_below_the_table(struct maker *m)
{
    struct tag *body = add(m, add(m, m->root, TAG_TABLE, NULL), TAG_TBODY, NULL);
    add_row(m, body, 2)->kids.at[1].tag->row_span = 2;
}

static void pale_text(struct maker *m)
{
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, pale, "pale");
}

static void white_on_blue(struct maker *m)
{
    add_block(m, 60, 280, 300, 40, blue);
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, white, "white");
}

static void white_under_blue(struct maker *m)
{
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, white, "white");
    add_block(m, 60, 280, 300, 40, blue);
}

static void label_over_the_end_of_its_bar(struct maker *m)
{
    add_block(m, 60, 280, 40, 40, blue);
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, white, "white label");
}

/* In the corner of the square round a circle, where the page is white. */
static void beside_a_circle(struct maker *m)
{
    struct item it = {.kind = ITEM_PATH, .artifact = ARTIFACT_LAYOUT};
    it.x = PT(100);
    it.y = PT(300);
    it.path.outline = path_circle(m->a, 0, 0, PT(80));
    it.path.filled = true;
    it.path.fill = blue;
    *array_push(m->a, &m->doc->pages[0].items) = it;
    draw_at(m, add(m, m->root, TAG_P, NULL), 80, 304, white, "on it");
    draw_at(m, add(m, m->root, TAG_P, NULL), 22, 236, black, "x");
}

/* Orange on white is 3.03:1: enough when large. */
static void large_orange(struct maker *m)
{
    const struct colour orange = {0xF4, 0x6A, 0x25};
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, orange, "big")->run.size = PT(18);
    struct item *bold = draw_at(m, add(m, m->root, TAG_P, NULL), 70, 340, orange, "b");
    bold->run.size = PT(14);
    bold->run.face = FACE_BOLD;
}

static void small_orange(struct maker *m)
{
    const struct colour orange = {0xF4, 0x6A, 0x25};
    draw_at(m, add(m, m->root, TAG_P, NULL), 70, 300, orange, "big")->run.size = PT(17);
}

static void off_the_page(struct maker *m)
{
    draw_at(m, add(m, m->root, TAG_P, NULL), 570, 300, black, "too long");
}

static const struct row {
    const char *what;
    void (*make)(struct maker *m);
    const char *said; /* the ids, in order; "" for nothing */
} rows[] = {
    {"nothing wrong", nothing, ""},
    {"second level first", second_level_first, "HEADING_SKIPPED"},
    {"level skipped", level_skipped, "HEADING_SKIPPED"},
    {"levels go back", levels_go_back, ""},
    {"figure without alt", no_alt, "ALT_MISSING"},
    {"figure with alt", with_alt, ""},
    {"empty heading", empty_heading, "TEXT_EMPTY"},
    {"only spaces", blank_paragraph, "TEXT_EMPTY"},
    {"said otherwise", said_otherwise, ""},
    {"no title", no_title, "TEXT_EMPTY"},
    {"spans fill the rows", regular_table, ""},
    {"a short row, said once", short_row, "TABLE_IRREGULAR"},
    {"head of other width", head_of_other_width, "TABLE_IRREGULAR"},
    {"cell below the table", cell_below_the_table, "TABLE_IRREGULAR"},
    {"pale text", pale_text, "CONTRAST_LOW"},
    {"white on blue", white_on_blue, ""},
    {"white, then covered", white_under_blue, "CONTRAST_LOW"},
    {"label over a bar's end", label_over_the_end_of_its_bar, "CONTRAST_LOW"},
    {"on and beside a circle", beside_a_circle, ""},
    {"large orange", large_orange, ""},
    {"small orange", small_orange, "CONTRAST_LOW"},
    {"off the page", off_the_page, "TEXT_OUTSIDE"},
};

static struct maker *maker_new(void)
{
    struct arena *a = arena_new();
    struct maker *m = NEW(a, struct maker);
    m->a = a;
    m->source = (struct file){"inspection.yaml", "- text\n", 7, NULL};
    m->doc = NEW(a, struct document);
    m->doc->title = "A title";
    m->doc->pages = NEW(a, struct page);
    m->doc->pages[0] = (struct page){.width = PT(595.28), .height = PT(841.89)};
    m->doc->page_count = 1;
    m->doc->root = m->root = tag_new(a, NULL, TAG_DOCUMENT);
    add(m, m->root, TAG_H1, "first");
    return m;
}

static void faults_are_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct maker *m = maker_new();
        struct diags *d = diags_new(m->a);
        rows[i].make(m);
        document_mark(m->a, m->doc);
        check_document(d, m->doc, NULL);
        struct buf out = buf_new(m->a);
        diags_print(d, DIAG_SHORT, &out);
        const size_t want = rows[i].said[0] != '\0';
        const char *id = arena_printf(m->a, "[%s]", rows[i].said);
        if (diags_errors(d) != want || (want && strstr(out.at, id) == NULL))
            fail_msg("%s: said %s", rows[i].what, out.at);
        arena_free(m->a);
    }
}

static void cell_without_row(struct maker *m)
{
    add(m, m->root, TAG_TD, "x");
}

static void text_in_a_row(struct maker *m)
{
    add(m, add(m, m->root, TAG_TABLE, NULL), TAG_TR, "x");
}

static void head_without_scope(struct maker *m)
{
    struct tag *table = add(m, m->root, TAG_TABLE, NULL);
    add(m, add(m, table, TAG_TR, NULL), TAG_TH, "x");
}

static void id_twice(struct maker *m)
{
    add(m, m->root, TAG_NOTE, "x")->id = "n";
    add(m, m->root, TAG_NOTE, "x")->id = "n";
}

static void item_without_list(struct maker *m)
{
    add(m, m->root, TAG_LI, NULL);
}

static void link_nowhere(struct maker *m)
{
    struct tag *link = add(m, add(m, m->root, TAG_P, "x"), TAG_LINK, "y");
    *array_push(m->a, &m->doc->pages[0].links) =
        (struct link){.tag = link, .page = 7, .contents = "words"};
}

static void link_without_words(struct maker *m)
{
    struct tag *link = add(m, add(m, m->root, TAG_P, "x"), TAG_LINK, "y");
    *array_push(m->a, &m->doc->pages[0].links) = (struct link){.tag = link};
}

static int status_of(void (*make)(struct maker *m))
{
    const pid_t child = fork();
    if (child == 0) {
        struct maker *m = maker_new();
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(1);
        make(m);
        document_mark(m->a, m->doc);
        check_document(diags_new(m->a), m->doc, NULL);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static void faults_of_ours_are_bugs(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        void (*make)(struct maker *m);
        int status;
    } bugs[] = {
        {"nothing wrong", nothing, 0},
        {"cell without a row", cell_without_row, 70},
        {"text in a row", text_in_a_row, 70},
        {"head without scope", head_without_scope, 70},
        {"id twice", id_twice, 70},
        {"item without a list", item_without_list, 70},
        {"link nowhere", link_nowhere, 70},
        {"link without words", link_without_words, 70},
    };
    for (size_t i = 0; i < LEN(bugs); i++)
        if (status_of(bugs[i].make) != bugs[i].status)
            fail_msg("%s: exit %d", bugs[i].what, status_of(bugs[i].make));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_said),
        cmocka_unit_test(faults_of_ours_are_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
