/* YAML to trees: what is kept, and where each byte of a text stands in its file. */
#include "base/file.h"
#include "source/node.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct node *parse(struct arena *a, struct diags *d, const char *text)
{
    const struct file *f = file_of_text(a, d, "t.yaml", text, strlen(text));
    return f != NULL ? source_parse(a, d, f) : NULL;
}

struct tree {
    const char *what, *source, *dump;
};

static const struct tree trees[] = {
    {"nothing is guessed", "{a: no, b: 1.10, c: 2012-06-20, d: ~, e: null}",
     "1:1 map of 5\n"
     "  \"a\": 1:5 plain \"no\"\n"
     "  \"b\": 1:12 plain \"1.10\"\n"
     "  \"c\": 1:21 plain \"2012-06-20\"\n"
     "  \"d\": 1:36 plain \"~\"\n"
     "  \"e\": 1:42 plain \"null\"\n"},
    {"order of the file", "b: 1\na: 2\n",
     "1:1 map of 2\n  \"b\": 1:4 plain \"1\"\n  \"a\": 2:4 plain \"2\"\n"},
    {"empty is not the empty text", "a:\nb: \"\"\nc: ''\n",
     "1:1 map of 3\n"
     "  \"a\": 1:3 empty \"\"\n"
     "  \"b\": 2:4 quoted \"\"\n"
     "  \"c\": 3:4 quoted \"\"\n"},
    {"lists", "- x\n-\n- [y, z]\n- []\n",
     "1:1 list of 4\n"
     "  - 1:3 plain \"x\"\n"
     "  - 2:2 empty \"\"\n"
     "  - 3:3 list of 2\n"
     "    - 3:4 plain \"y\"\n"
     "    - 3:7 plain \"z\"\n"
     "  - 4:3 list of 0\n"},
    {"blocks", "a: |\n  x\n   y\n\nb: >-\n  x\n  y\n",
     "1:1 map of 2\n"
     "  \"a\": 1:4 block \"x\\n y\\n\"\n"
     "  \"b\": 5:4 block \"x y\"\n"},
    {"a text is a tree too", "only words\n", "1:1 plain \"only words\"\n"},
    {"marks at the beginning are text", "- ((cases)) were seen\n- -x\n- :y\n- ?z\n",
     "1:1 list of 4\n"
     "  - 1:3 plain \"((cases)) were seen\"\n"
     "  - 2:3 plain \"-x\"\n"
     "  - 3:3 plain \":y\"\n"
     "  - 4:3 plain \"?z\"\n"},
    {"comments that are meant", "# c\na: word  # c\nb: [x y]  # c\nc: \"x y\" # c\n# c\n",
     "2:1 map of 3\n"
     "  \"a\": 2:4 plain \"word\"\n"
     "  \"b\": 3:4 list of 1\n"
     "    - 3:5 plain \"x y\"\n"
     "  \"c\": 4:4 quoted \"x y\"\n"},
    {"a comment between items", "- two words\n# c\n- three\n#- was four\n",
     "1:1 list of 2\n  - 1:3 plain \"two words\"\n  - 3:3 plain \"three\"\n"},
    {"a number sign within a word", "- C#1 is C# here\n",
     "1:1 list of 1\n  - 1:3 plain \"C#1 is C# here\"\n"},
    {"columns count characters", "ŵ: {ŷ: â}\n",
     "1:1 map of 1\n  \"ŵ\": 1:4 map of 1\n    \"ŷ\": 1:8 plain \"â\"\n"},
    {"a version is ignored", "%YAML 1.1\n---\na: b\n...\n",
     "3:1 map of 1\n  \"a\": 3:4 plain \"b\"\n"},
    {"decomposed letters are composed", "a: w\xCC\x82yr\n",
     "1:1 map of 1\n  \"a\": 1:4 plain \"ŵyr\"\n"},
    {"also where an escape makes them", "a: \"w\\u0302yr\"\n",
     "1:1 map of 1\n  \"a\": 1:4 quoted \"ŵyr\"\n"},
};

static void trees_are_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(trees); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct buf out = buf_new(a);
        const struct node *root = parse(a, d, trees[i].source);
        if (root != NULL)
            node_dump(root, &out);
        diags_print(d, DIAG_SHORT, &out);
        if (strcmp(out.at, trees[i].dump) != 0)
            fail_msg("%s:\n%s", trees[i].what, out.at);
        arena_free(a);
    }
}

/* The text under key `a`; in it the words `find`, which stand in the file as `marked`. */
struct place_row {
    const char *what, *source, *find;
    int line, column;
    const char *marked;
};

static const struct place_row places[] = {
    {"plain", "a: one two\n", "two", 1, 8, "two"},
    {"behind wide characters", "a: ŵŷ two\n", "two", 1, 7, "two"},
    {"a wide character", "a: one ŵ\n", "ŵ", 1, 8, "ŵ"},
    {"plain, folded", "a: one\n  two\n", "two", 2, 3, "two"},
    {"plain, a fold itself", "a: one\n  two\n", " ", 1, 7, "\n  "},
    {"plain, over a fold", "a: one\n  two three\n", "one two", 1, 4, "one\n  two"},
    {"plain, behind an empty line", "a: one\n\n  two\n", "two", 3, 3, "two"},
    {"plain, blanks at a line's end", "a: one  \n  two\n", "two", 2, 3, "two"},
    {"plain, blanks within", "a: one   two\n", "two", 1, 10, "two"},
    {"plain, begun below its key", "a:\n  one\n  two\n", "two", 3, 3, "two"},
    {"single", "a: 'one two'\n", "two", 1, 9, "two"},
    {"single, behind an apostrophe", "a: 'it''s two'\n", "two", 1, 11, "two"},
    {"single, the apostrophe", "a: 'it''s two'\n", "'", 1, 7, "''"},
    {"single, folded", "a: 'one\n  it''s\n\n  two'\n", "two", 4, 3, "two"},
    {"double", "a: \"one two\"\n", "two", 1, 9, "two"},
    {"double, behind an escape", "a: \"\\\"one\\\" two\"\n", "two", 1, 13, "two"},
    {"double, the escape", "a: \"a \\u00e9 b\"\n", "é", 1, 7, "\\u00e9"},
    {"double, the last escape", "a: \"a \\u00e9\"\n", "é", 1, 7, "\\u00e9"},
    {"double, behind a wide escape", "a: \"\\U0001F600 two\"\n", "two", 1, 16, "two"},
    {"double, behind short escapes", "a: \"\\_\\t\\/ two\"\n", "two", 1, 12, "two"},
    {"double, an escaped line end", "a: \"one \\\n    two\"\n", "two", 2, 5, "two"},
    {"double, lines behind one", "a: \"one \\\n\n    two\"\n", "two", 3, 5, "two"},
    {"double, folded", "a: \"one\n  two\n\n  three\"\n", "three", 4, 3, "three"},
    {"literal", "a: |\n  one\n  two\n", "two", 3, 3, "two"},
    {"literal, a line further in", "a: |\n  one\n    two\n", "two", 3, 5, "two"},
    {"literal, behind empty lines", "a: |\n\n\n  one\n\n  two\n", "two", 6, 3, "two"},
    {"literal, a digit", "a: |2\n    one\n  two\n", "two", 3, 3, "two"},
    {"literal, a comment in its head", "a: |- # c\n  one\n  two\n", "two", 3, 3, "two"},
    {"literal, blanks on an empty line", "a: |\n  one\n    \n  two\n", "two", 4, 3,
     "two"},
    {"literal, a line end", "a: |\n  one\n  two\n", "one\ntwo", 2, 3, "one\n  two"},
    {"folded", "a: >\n  one\n  two\n", "two", 3, 3, "two"},
    {"folded, a paragraph", "a: >\n  one\n\n  two\n", "two", 4, 3, "two"},
    {"folded, a line further in", "a: >\n  one\n    x\n  two\n", "two", 4, 3, "two"},
    {"folded, the line further in", "a: >\n  one\n    x\n  two\n", "x", 3, 5, "x"},
    {"folded, kept end", "a: >+\n  one\n  two\n\n", "two", 3, 3, "two"},
    {"folded, leading lines", "a: >\n\n  one\n  two\n", "two", 4, 3, "two"},
    {"folded, wide", "a: >\n  ŵ\n  ŷ two\n", "two", 3, 5, "two"},
};

static void check_place(const struct place_row *row)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct node *n = node_get(parse(a, d, row->source), "a");
    const char *found = n != NULL ? strstr(n->text, row->find) : NULL;
    if (found == NULL)
        fail_msg("%s: not found in \"%s\"", row->what, n != NULL ? n->text : "");
    struct pos pos = node_pos(n, (size_t)(found - n->text), strlen(row->find));
    struct place place = pos_place(pos);
    const char *marked = arena_strndup(a, pos.file->text + pos.at, pos.len);
    if (place.line != row->line || place.column != row->column ||
        strcmp(marked, row->marked) != 0)
        fail_msg("%s: %d:%d \"%s\"", row->what, place.line, place.column, marked);
    arena_free(a);
}

static void texts_know_their_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(places); i++)
        check_place(&places[i]);
}

static void places_beyond_the_end_are_cut(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct node *n = node_get(parse(a, diags_new(a), "a: \"x\\u00e9\"\n"), "a");
    struct pos pos = node_pos(n, 1000, 1000);
    assert_true(pos.at + pos.len <= n->pos.at + n->pos.len);
    pos = node_pos(n, 0, SIZE_MAX);
    assert_true(pos.at + pos.len <= n->pos.at + n->pos.len);
    for (size_t at = 0; at <= n->len; at++) { /* the quotation mark is no part of it */
        pos = node_pos(n, at, n->len);
        assert_int_equal(pos.at + pos.len, strlen("a: \"x\\u00e9"));
    }
    arena_free(a);
}

static void large_maps_find_their_keys(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf text = buf_new(a);
    for (int i = 0; i < 100; i++)
        buf_printf(&text, "k%d: v%d\n", i, i);
    const struct node *map = parse(a, diags_new(a), text.at);
    for (int i = 0; i < 100; i++) {
        const struct node *value = node_get(map, arena_printf(a, "k%d", i));
        assert_string_equal(value->text, arena_printf(a, "v%d", i));
    }
    assert_null(node_get(map, "k100"));
    assert_int_equal(pos_place(node_key(map, "k41")->pos).line, 42);
    arena_free(a);
}

static void others_have_no_keys(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const struct node *map = parse(a, diags_new(a), "a: [x]\nb: y\n");
    assert_null(node_get(NULL, "a"));
    assert_null(node_get(node_get(map, "a"), "x"));
    assert_null(node_key(node_get(map, "b"), "y"));
    assert_null(node_get(map, "c"));
    arena_free(a);
}

static void faults_leave_the_rest(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct node *map = parse(a, d, "a: [x, *y, z]\nb: *y\n[c]: d\na: e\nf: !t g\n");
    assert_int_equal(diags_errors(d), 5);
    assert_int_equal(map->count, 2);
    assert_int_equal(node_get(map, "a")->count, 2);
    assert_string_equal(node_get(map, "f")->text, "g");
    arena_free(a);
}

static void nodes_are_described(void **state)
{
    (void)state;
    static const struct {
        const char *source, *described;
    } rows[] = {
        {"a:", "nothing"},
        {"a: ''", "text \"\""},
        {"a: x", "text \"x\""},
        {"a: [x]", "a list"},
        {"a: []", "an empty list"},
        {"a: {b: c}", "a map"},
        {"a: {}", "an empty map"},
        {"a: |\n  one\n  two\n", "text \"one…\""},
        {"a: 123456789012345678901234567890123456789ŵ0",
         "text \"123456789012345678901234567890123456789…\""},
    };
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        const struct node *n = node_get(parse(a, diags_new(a), rows[i].source), "a");
        assert_string_equal(node_describe(a, n), rows[i].described);
        arena_free(a);
    }
}

static void files_are_texts(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    const char *text = "# Foreword\n\nWords.\n";
    const struct file *f = file_of_text(a, diags_new(a), "f.md", text, strlen(text));
    const struct node *n = node_of_file(a, f);
    assert_int_equal(n->style, TEXT_MARKDOWN);
    assert_string_equal(n->text, text);
    struct place place = pos_place(node_pos(n, 12, 5));
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 1);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_are_kept),
        cmocka_unit_test(texts_know_their_places),
        cmocka_unit_test(places_beyond_the_end_are_cut),
        cmocka_unit_test(large_maps_find_their_keys),
        cmocka_unit_test(others_have_no_keys),
        cmocka_unit_test(faults_leave_the_rest),
        cmocka_unit_test(nodes_are_described),
        cmocka_unit_test(files_are_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
