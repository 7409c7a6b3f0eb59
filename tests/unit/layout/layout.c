/* layout.c -- small reports whose pages, marks and tags are known. */
#include "tree.h"

#include <stdio.h>

/* ---- looking ---- */

static struct document *lay(struct fixture *f, struct report *r)
{
    struct document *doc = layout(f->a, f->d, f->text, f->style, r);
    assert_non_null(doc);
    document_mark(f->a, doc);
    return doc;
}

static struct document *lay_text(struct fixture *f, const char *terse)
{
    return lay(f, tree_read(f->a, terse));
}

/* The first run, from page `from` on, whose text holds `words`; its page in *page, 0 when
 * there is none. */
static const struct item *find(struct fixture *f, const struct document *doc,
                               const char *words, size_t from, size_t *page)
{
    *page = 0;
    for (size_t p = from; p < doc->page_count; p++)
        for (size_t i = 0; i < doc->pages[p].items.len; i++) {
            const struct item *it = &doc->pages[p].items.at[i];
            if (it->kind != ITEM_RUN ||
                strstr(arena_strndup(f->a, it->run.text, it->run.text_len), words) ==
                    NULL)
                continue;
            *page = p;
            return it;
        }
    return NULL;
}

static size_t page_of(struct fixture *f, const struct document *doc, const char *words)
{
    size_t page;
    if (find(f, doc, words, 0, &page) == NULL)
        fail_msg("\"%s\" is on no page", words);
    return page + 1;
}

static const struct item *item_of(struct fixture *f, const struct document *doc,
                                  const char *words)
{
    size_t page;
    const struct item *it = find(f, doc, words, 0, &page);
    if (it == NULL)
        fail_msg("\"%s\" is on no page", words);
    return it;
}

static const char *tags(struct fixture *f, const struct document *doc)
{
    struct buf out = buf_new(f->a);
    tags_dump(doc, &out);
    return out.at;
}

/* `words` again and again, `times` times. */
static const char *again(struct fixture *f, const char *words, int times)
{
    struct buf out = buf_new(f->a);
    for (int i = 0; i < times; i++)
        buf_str(&out, words);
    return out.at;
}

/* The types of the tags from the root to an item: "Document/L/LI/LBody". */
static const char *way(struct fixture *f, const struct item *it)
{
    const char *way = "";
    for (const struct tag *t = it->tag; t != NULL && t->parent != NULL; t = t->parent)
        way = arena_printf(f->a, "%s%s%s", tag_type_name(t->type),
                           *way == '\0' ? "" : "/", way);
    return way;
}

/* ---- pages ---- */

static void breaks_turn_pages(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, "section(p('one')) section[break=odd](p('three')) pagebreak p('four')"
            " section[break=page](p('five')) section[break=odd](p('seven'))");
    assert_int_equal(doc->page_count, 7);
    assert_int_equal(page_of(&f, doc, "three"), 3);
    assert_int_equal(page_of(&f, doc, "four"), 4);
    assert_int_equal(page_of(&f, doc, "five"), 5);
    assert_int_equal(page_of(&f, doc, "seven"), 7);
    assert_string_equal(doc->pages[6].label, "7");
    fixture_free(&f);
}

static void feet_are_mirrored(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct report *r =
        tree_read(f.a, "cover(area('Aber')) p('two') pagebreak p('three')");
    r->foot = tree_element(f.a, EL_FOOT);
    tree_text(f.a, (struct element *)r->foot, "Running");
    struct document *doc = lay(&f, r);
    size_t page;
    length left = f.style->page.margin;
    assert_int_equal(doc->page_count, 3);
    const struct item *even = find(&f, doc, "Running", 0, &page);
    assert_int_equal(page, 1); /* none on the cover */
    assert_true(even->x > left && even->artifact == ARTIFACT_FOOTER);
    assert_int_equal(find(&f, doc, "Running", 2, &page)->x, left);
    assert_string_equal(way(&f, item_of(&f, doc, "Aber")), "Sect/H1");
    fixture_free(&f);
}

/* The number stands in a text whose height it decides: it must come out right. */
static void page_numbers_settle(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    for (int lines = 30; lines < 50; lines++) {
        struct document *doc =
            lay_text(&f, arena_printf(f.a,
                                      "p('see page ' pagenum[target=end] ' or ' "
                                      "link[target=end]('there')) %s p[id=end]('END')",
                                      again(&f, "p('filling') ", lines)));
        const char *number = arena_printf(f.a, "%zu", page_of(&f, doc, "END"));
        assert_non_null(
            strstr(arena_strndup(f.a, item_of(&f, doc, number)->run.text, 1), number));
        assert_int_equal(doc->pages[0].links.len, 2);
        assert_int_equal(doc->pages[0].links.at[0].page + 1, page_of(&f, doc, "END"));
    }
    fixture_free(&f);
}

static void boxes_stay_whole(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const char *fill = again(&f, "p('filling') ", 23);
    struct document *doc =
        lay_text(&f, arena_printf(f.a, "%s box[kind=case](title('Title') p('%s LAST'))",
                                  fill, again(&f, "many words of a case ", 40)));
    assert_int_equal(page_of(&f, doc, "Title"), 2);
    assert_int_equal(page_of(&f, doc, "LAST"), 2);
    doc = lay_text(&f, arena_printf(f.a, "%s box[kind=case](title('Title') p('%s LAST'))",
                                    fill, again(&f, "many words of a case ", 400)));
    assert_int_equal(page_of(&f, doc, "Title"),
                     1); /* higher than a page: may be parted */
    assert_true(page_of(&f, doc, "LAST") > 1);
    fixture_free(&f);
}

/* ---- notes ---- */

static void long_notes_go_on(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc =
        lay_text(&f, arena_printf(f.a,
                                  "p('words' note[label=1](p('FIRST %s LAST')) ' more') "
                                  "p('behind')",
                                  again(&f, "a note that is longer than a page ", 500)));
    assert_int_equal(page_of(&f, doc, "FIRST"), 1);
    assert_true(page_of(&f, doc, "LAST") > 1);
    assert_int_equal(diags_warnings(f.d), 0);
    for (size_t p = 0; p < doc->page_count; p++)
        for (size_t i = 0; i < doc->pages[p].items.len; i++)
            assert_true(doc->pages[p].items.at[i].y <= f.style->foot.baseline);
    fixture_free(&f);
}

static void notes_are_linked_both_ways(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(&f, "p('Text' note[label=1 name=n](p('words')) '.') "
                                        "p('Again' note[label=1 name=n] '.')");
    const char *found = tags(&f, doc);
    const struct page *page = &doc->pages[0];
    assert_int_equal(page->links.len, 3); /* two marks, one way back */
    assert_string_equal(page->links.at[0].contents, "Footnote 1");
    assert_int_equal(page->links.at[0].to_y, page->links.at[1].to_y);
    assert_non_null(strstr(found, "Note"));
    assert_string_equal(way(&f, item_of(&f, doc, "words")), "Note/P");
    assert_string_equal(way(&f, item_of(&f, doc, "Text")), "P");
    fixture_free(&f);
}

/* ---- tables ---- */

static const char *rows(struct fixture *f, int count)
{
    struct buf out = buf_new(f->a);
    for (int i = 1; i <= count; i++)
        buf_printf(&out, "tr(th('row') td('%d')) ", i);
    return out.at;
}

static void groups_come_again(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, arena_printf(f.a,
                         "table(caption('Table 1: Rows') col[width=rest] "
                         "col[width=60 align=right] thead(tr(th('What') th('Count'))) "
                         "tbody(tr[role=group](th[colspan=2 number=2.3]('Group')) %s))",
                         rows(&f, 40)));
    size_t page;
    assert_int_equal(doc->page_count, 2);
    const struct item *caption = find(&f, doc, "Table 1: Rows, continued", 1, &page);
    if (caption == NULL)
        caption = find(&f, doc, "Table 1", 1, &page);
    assert_non_null(caption);
    assert_int_equal(caption->artifact, ARTIFACT_HEADER);
    assert_non_null(find(&f, doc, "Count", 1, &page));
    assert_non_null(find(&f, doc, "Group", 1, &page));
    assert_non_null(find(&f, doc, ", continued", 1, &page));
    assert_non_null(find(&f, doc, "2.3", 1, &page));
    fixture_free(&f);
}

/* How many rows of the table stand on a page, groups left out. */
static int rows_on(struct fixture *f, const struct page *p)
{
    int count = 0;
    for (size_t i = 0; i < p->items.len; i++) {
        const struct item *it = &p->items.at[i];
        count += it->kind == ITEM_RUN && it->artifact == ARTIFACT_NONE &&
                 strcmp(arena_strndup(f->a, it->run.text, it->run.text_len), "row") == 0;
    }
    return count;
}

/* Wherever it begins on a page: the head, a group's title and a row are not enough. */
static void tables_leave_rows_on_both_pages(void **state)
{
    (void)state;
    size_t parted = 0;
    for (int lines = 0; lines < 45; lines++) {
        struct fixture f = fixture_new();
        struct document *doc = lay_text(
            &f, arena_printf(f.a,
                             "%s table(caption('Rows') col[width=rest] col[width=60] "
                             "thead(tr(th('What') th('Count'))) "
                             "tbody(tr[role=group](th[colspan=2]('Group')) %s))",
                             again(&f, "p('line') ", lines), rows(&f, 12)));
        if (doc->page_count == 2 && rows_on(&f, &doc->pages[0]) > 0) {
            assert_true(rows_on(&f, &doc->pages[0]) >= 2);
            assert_true(rows_on(&f, &doc->pages[1]) >= 4);
            parted++;
        }
        fixture_free(&f);
    }
    assert_true(parted > 2);
}

static void heads_of_two_levels_are_named(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, "table[kind=national](thead(tr(th[rowspan=2]('A') th[colspan=2]('B')) "
            "tr(th('C') th('D'))) tbody(tr(th('E') td('1') td('2'))))");
    const struct tag *cell = item_of(&f, doc, "2")->tag;
    assert_int_equal(cell->type, TAG_TD);
    assert_int_equal(cell->header_count, 3);
    assert_string_equal(cell->headers[0], item_of(&f, doc, "B")->tag->id);
    assert_string_equal(cell->headers[1], item_of(&f, doc, "D")->tag->id);
    assert_string_equal(cell->headers[2], item_of(&f, doc, "E")->tag->id);
    assert_int_equal(item_of(&f, doc, "A")->tag->row_span, 2);
    assert_int_equal(item_of(&f, doc, "E")->tag->scope, SCOPE_ROW);
    assert_int_equal(diags_errors(f.d), 0);
    fixture_free(&f);
}

static void irregular_rows_are_said(void **state)
{
    (void)state;
    static const struct {
        const char *what, *rows;
        size_t errors;
    } cases[] = {
        {"a cell too few", "tr(td('a') td('b')) tr(td('c'))", 1},
        {"a cell too many", "tr(td('a') td('b')) tr(td('c') td('d') td('e'))", 1},
        {"filled by colspan", "tr(td('a') td('b')) tr(td[colspan=2]('c'))", 0},
        {"filled by rowspan", "tr(td[rowspan=2]('a') td('b')) tr(td('c'))", 0},
        {"a span too wide", "tr(td('a') td('b')) tr(td[colspan=3]('c'))", 1},
    };
    for (size_t i = 0; i < LEN(cases); i++) {
        struct fixture f = fixture_new();
        lay_text(&f, arena_printf(f.a, "table(col[width=rest] col[width=rest] tbody(%s))",
                                  cases[i].rows));
        if (diags_errors(f.d) != cases[i].errors)
            fail_msg("%s: %zu errors", cases[i].what, diags_errors(f.d));
        fixture_free(&f);
    }
}

/* The palette's names are the house's own, so only layout knows whether it has one. */
static void bars_are_of_the_palette(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    const struct file file = {"report.xsl", "<heading bar=\"oragne\"/>", 25, NULL};
    struct report *r = tree_read(f.a, "heading[level=3 bar=oragne]('A') "
                                      "heading[level=3 bar=orange]('B')");
    ((struct element *)r->root->first)->pos = (struct pos){&file, 0, 8};
    struct document *doc = lay(&f, r);
    struct buf out = buf_new(f.a);
    diags_print(f.d, DIAG_SHORT, &out);
    assert_string_equal(out.at, "report.xsl:1:1: error: attribute with a wrong value: "
                                "bar=\"oragne\" of <heading>; did you mean \"orange\"? "
                                "[ATTRIBUTE_WRONG]\n");
    assert_int_equal(doc->page_count, 1);
    fixture_free(&f);
}

static void rows_higher_than_a_page_are_cut(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc =
        lay_text(&f, arena_printf(f.a,
                                  "table(thead(tr(th('What') th('How'))) "
                                  "tbody(tr(td('short') td('FIRST %s LAST'))))",
                                  again(&f, "very long words of a cell ", 300)));
    assert_int_equal(page_of(&f, doc, "FIRST"), 1);
    assert_true(page_of(&f, doc, "LAST") > 1);
    for (size_t p = 0; p < doc->page_count; p++)
        for (size_t i = 0; i < doc->pages[p].items.len; i++)
            assert_true(item_bounds(&doc->pages[p].items.at[i]).bottom <=
                        f.style->foot.baseline + PT(5));
    fixture_free(&f);
}

/* ---- tags ---- */

static void blocks_have_their_tags(void **state)
{
    (void)state;
    static const struct {
        const char *terse, *way;
    } cases[] = {
        {"heading[level=2]('WORD')", "H2"},
        {"section(p('WORD'))", "Sect/P"},
        {"list[kind=paren](item[label=(1)](p('WORD')))", "L/LI/LBody"},
        {"list[kind=bullet](item(p('WORD') p('more')))", "L/LI/LBody/P"},
        {"list[kind=paren](item[label=WORD](p('more')))", "L/LI/Lbl"},
        {"p('a ' em('WORD'))", "P/Em"},
        {"p('a ' span[lang=cy]('WORD'))", "P/Span"},
        {"p('a ' link[href=https://x.example]('WORD'))", "P/Link"},
        {"p[id=a]('a ' link[target=a]('WORD'))", "P/Reference/Link"},
        {"box[kind=case](title('WORD') p('more'))", "Aside/P"},
        {"quotation(p('WORD') by('her'))", "BlockQuote/P"},
        {"scorebox(label('WORD') value('5') heading[level=2]('h') p('t'))", "Div/P"},
        {"panel(value('5') heading[level=2]('h') meaning('WORD'))", "Sect/P"},
        {"table(caption('WORD') tbody(tr(td('a'))))", "Table/Caption"},
        {"table(tbody(tr(td(p('WORD')))))", "Table/TBody/TR/TD"},
        {"table(tbody(tr(td(p('WORD' note[label=1](p('n')))))))", "Table/TBody/TR/TD/P"},
        {"toc section[id=s](heading[level=1]('WORD'))", "TOC/TOCI/Reference/Link"},
    };
    for (size_t i = 0; i < LEN(cases); i++) {
        struct fixture f = fixture_new();
        struct document *doc = lay_text(&f, cases[i].terse);
        const char *found = way(&f, item_of(&f, doc, "WORD"));
        if (strcmp(found, cases[i].way) != 0)
            fail_msg("%s: %s", cases[i].terse, found);
        fixture_free(&f);
    }
}

static void contents_nest(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f, "section[id=c](heading[level=1]('Contents') toc[depth=2]) "
            "section[id=a](heading[level=1]('One' aside(value('71%'))) "
            "section[id=b](scorebox(heading[level=2 number=1.1]('Two') value('3'))) "
            "section[id=x](heading[level=3]('Three')))");
    assert_string_equal(way(&f, item_of(&f, doc, "Two")),
                        "Sect/TOC/TOCI/TOC/TOCI/Reference/Link");
    size_t page;
    assert_null(find(&f, doc, "One 71%", 0, &page));
    assert_int_equal(doc->bookmark_count, 3);
    assert_string_equal(doc->bookmarks[1].title, "One");
    assert_string_equal(doc->bookmarks[2].title, "1.1\xe2\x80\x82Two");
    assert_int_equal(doc->bookmarks[2].level, 2);
    fixture_free(&f);
}

static void capitals_are_read_as_written(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(&f, "p('a ' strong(caps('Minimum')))");
    const struct item *it = item_of(&f, doc, "MINIMUM");
    assert_int_equal(it->tag->type, TAG_SPAN);
    assert_string_equal(it->tag->actual_text, "Minimum");
    assert_int_equal(it->run.face, FACE_BOLD);
    it = item_of(&f, lay_text(&f, "p('a ' strong(caps('Low')) ' ' 'behind')"), "LOW");
    assert_string_equal(it->tag->actual_text, "Low");
    assert_int_equal(it[1].run.text[0], ' '); /* "behind" is a word of its own */
    fixture_free(&f);
}

/* ---- stages ---- */

static struct report *marked(struct fixture *f, enum stage stage)
{
    struct report *r = tree_read(
        f->a,
        "list[kind=paren](item[label=(1) ref=1.2](p('first'))) pagebreak p('last')");
    r->stage = stage;
    r->words[LAYOUT_STAGE] = "Proof";
    r->words[LAYOUT_STAGE_LINE] = "not to leave";
    return r;
}

static void proofs_are_marked(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay(&f, marked(&f, STAGE_PROOF));
    size_t page;
    assert_true(item_of(&f, doc, "PROOF")->run.turned);
    const struct item *ref = item_of(&f, doc, "1.2");
    assert_true(ref->x < f.style->page.margin);
    assert_string_equal(way(&f, ref), "L/LI/Lbl/Span");
    assert_int_equal(ref->y, item_of(&f, doc, "first")->y);
    assert_string_equal(way(&f, item_of(&f, doc, "not to leave")), "P"); /* said once */
    assert_null(find(&f, doc, "not to leave", 1, &page)->tag);
    fixture_free(&f);
}

static void finals_are_not(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay(&f, marked(&f, STAGE_FINAL));
    size_t page;
    assert_null(find(&f, doc, "PROOF", 0, &page));
    assert_null(find(&f, doc, "not to leave", 0, &page));
    assert_null(find(&f, doc, "1.2", 0, &page));
    doc = lay(&f, marked(&f, STAGE_EMBARGO)); /* whatever its word for the stage is */
    assert_non_null(find(&f, doc, "PROOF", 0, &page));
    assert_non_null(find(&f, doc, "not to leave", 1, &page));
    fixture_free(&f);
}

/* A kind of block that the vocabulary has and no file of layout: its layout would end the
 * program with its name.  A glossary is a table by now. */
static void every_block_has_a_layout(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    for (int k = 0; k < EL_COUNT; k++) {
        if (element_rule((enum element_kind)k)->class != CLASS_BLOCK ||
            k == EL_GLOSSARY || k == EL_SERIES)
            continue;
        struct element *root = tree_element(f.a, EL_REPORT);
        struct element *section = tree_add(root, tree_element(f.a, EL_SECTION));
        struct element *e = tree_add(section, tree_element(f.a, (enum element_kind)k));
        e->at[AT_SRC] = "none.png"; /* of a figure: said, and left out */
        tree_text(f.a, tree_add(section, tree_element(f.a, EL_P)), "Words.");
        lay(&f, tree_report(f.a, root));
    }
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_block_has_a_layout),
        cmocka_unit_test(breaks_turn_pages),
        cmocka_unit_test(feet_are_mirrored),
        cmocka_unit_test(page_numbers_settle),
        cmocka_unit_test(boxes_stay_whole),
        cmocka_unit_test(long_notes_go_on),
        cmocka_unit_test(notes_are_linked_both_ways),
        cmocka_unit_test(groups_come_again),
        cmocka_unit_test(heads_of_two_levels_are_named),
        cmocka_unit_test(tables_leave_rows_on_both_pages),
        cmocka_unit_test(irregular_rows_are_said),
        cmocka_unit_test(bars_are_of_the_palette),
        cmocka_unit_test(rows_higher_than_a_page_are_cut),
        cmocka_unit_test(blocks_have_their_tags),
        cmocka_unit_test(contents_nest),
        cmocka_unit_test(capitals_are_read_as_written),
        cmocka_unit_test(proofs_are_marked),
        cmocka_unit_test(finals_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
