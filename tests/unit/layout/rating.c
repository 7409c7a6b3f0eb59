/* rating.c -- stars, ratings and dividers: what is drawn, what is heard, what is listed.
 */
#include "tree.h"

static struct document *lay_text(struct fixture *f, const char *terse)
{
    struct document *doc = layout(f->a, f->d, f->text, f->style, tree_read(f->a, terse));
    assert_non_null(doc);
    document_mark(f->a, doc);
    return doc;
}

static const char *tags(struct fixture *f, const struct document *doc)
{
    struct buf out = buf_new(f->a);
    tags_dump(doc, &out);
    return out.at;
}

/* How many paths of the first page are filled with that colour and stroked. */
static int stars_in(const struct fixture *f, const struct document *doc, enum role role)
{
    int count = 0;
    struct colour colour = f->style->roles[role];
    for (size_t i = 0; i < doc->pages[0].items.len; i++) {
        const struct item *it = &doc->pages[0].items.at[i];
        count += it->kind == ITEM_PATH && it->path.filled && it->path.stroked &&
                 memcmp(&it->path.fill, &colour, sizeof colour) == 0;
    }
    return count;
}

static void stars_are_counted(void **state)
{
    static const struct {
        const char *tree;
        int full, empty;
    } cases[] = {{"stars[n=2 of=4]('2 out of 4 stars')", 2, 2},
                 {"stars[n=4 of=4]('all')", 4, 0},
                 {"stars[n=1 of=5]('one')", 1, 4},
                 {"p('none') stars('no number')", 0, 0}};
    (void)state;
    struct fixture f = fixture_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document *doc = lay_text(&f, cases[i].tree);
        assert_int_equal(stars_in(&f, doc, ROLE_STAR), cases[i].full);
        assert_int_equal(stars_in(&f, doc, ROLE_STAR_EMPTY), cases[i].empty);
    }
    fixture_free(&f);
}

static void ratings_say_their_stars(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc =
        lay_text(&f, "rating(heading[level=2]('Public') stars[n=2 of=4]('2 out of 4') "
                     "comment('Weak') p('Text.')) rating(heading[level=2]('Bare'))");
    const char *all = tags(&f, doc);
    const char *title = strstr(all, "Public"), *stars = strstr(all, "2 out of 4");
    const char *word = strstr(all, "Weak"), *text = strstr(all, "Text.");
    assert_true(title != NULL && stars > title && word > stars && text > word);
    assert_non_null(strstr(text, "Bare")); /* drawn although it has no text */
    assert_int_equal(doc->bookmark_count, 2);
    assert_string_equal(doc->bookmarks[0].title, "Public");
    fixture_free(&f);
}

/* The baseline of the run that begins with `words`, on the first page. */
static length baseline_of(const struct document *doc, const char *words)
{
    for (size_t i = 0; i < doc->pages[0].items.len; i++) {
        const struct item *it = &doc->pages[0].items.at[i];
        if (it->kind == ITEM_RUN && strncmp(it->run.text, words, strlen(words)) == 0)
            return it->y;
    }
    fail_msg("no \"%s\" on the page", words);
    return 0;
}

/* The first rule over the whole width that is drawn below `y`. */
static length rule_below(const struct document *doc, length y)
{
    length next = PT(10000);
    for (size_t i = 0; i < doc->pages[0].items.len; i++) {
        const struct item *it = &doc->pages[0].items.at[i];
        bool rule = it->kind == ITEM_PATH && it->tag == NULL && it->path.filled;
        if (rule && it->y > y && it->y < next)
            next = it->y;
    }
    return next;
}

/* What stands at the side ends over the next one's rule, however short the text is. */
static void sides_end_in_their_box(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc = lay_text(
        &f,
        "rating(heading[level=2]('Reducing the likelihood of it happening again') "
        "stars[n=4 of=4]('4') comment('Good') p('Short.')) "
        "rating(heading[level=2]('Next') stars[n=1 of=4]('1') comment('Weak') p('x'))");
    length word = baseline_of(doc, "Good"), next = baseline_of(doc, "Next");
    length rule = rule_below(doc, baseline_of(doc, "Short."));
    assert_true(word < rule && rule < next);
    fixture_free(&f);
}

static void dividers_open_a_page(void **state)
{
    (void)state;
    struct fixture f = fixture_new();
    struct document *doc =
        lay_text(&f, "p('before') section[break=page](divider(label('Theme') value('1') "
                     "heading[level=1]('Theme one') toc[kind=section depth=2]) "
                     "section[break=page](p[role=title]('Theme one') "
                     "section(heading[level=2]('Inside') p('x'))) ) "
                     "section[break=page](heading[level=2]('Outside') p('y'))");
    const char *all = tags(&f, doc);
    assert_int_equal(doc->page_count, 4);
    assert_non_null(strstr(all, "H1"));
    assert_null(strstr(all, "Theme \"")); /* label and number are for the eye */
    const char *toc = strstr(all, "TOCI"), *inside = strstr(all, "Inside");
    assert_true(toc != NULL && inside > toc);
    assert_null(strstr(toc + 1, "TOCI")); /* what stands outside is not listed */
    assert_int_equal(doc->bookmarks[0].page, 1);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stars_are_counted),
        cmocka_unit_test(ratings_say_their_stars),
        cmocka_unit_test(sides_end_in_their_box),
        cmocka_unit_test(dividers_open_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
