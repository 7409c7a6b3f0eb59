/* Prose out of YAML, texts of one line, plain words, and the walk. */
#include "prose/prose.h"
#include "../golden.h"

#include <stdio.h>

static const struct node *value_of(struct arena *a, struct diags *d, const char *yaml)
{
    const struct file *f = file_of_text(a, d, "r.yaml", yaml, strlen(yaml));
    return node_get(source_parse(a, d, f), "t");
}

static void check_yaml(const char *yaml, const char *want)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf got = buf_new(a);
    prose_dump(prose_parse(a, d, value_of(a, d, yaml)), &got);
    diags_print(d, DIAG_SHORT, &got);
    if (strcmp(got.at, want) != 0)
        fail_msg("%s\ngot\n%s", yaml, got.at);
    arena_free(a);
}

/* Each way of writing a scalar leads back to its own lines. */
static void places_in_yaml(void **state)
{
    (void)state;
    check_yaml("a: b\nt: In ((cases)) *two*.\n", "2:4 paragraph\n"
                                                 "  2:4 text \"In \"\n"
                                                 "  2:7 mark 2:9 \"cases\"\n"
                                                 "  2:16 text \" \"\n"
                                                 "  2:17 em\n"
                                                 "    2:18 text \"two\"\n"
                                                 "  2:22 text \".\"\n");
    check_yaml("t: |\n  One ((a\n    n)) two.\n\n  - ((b))\n",
               "2:3 paragraph\n"
               "  2:3 text \"One \"\n"
               "  2:7 mark 2:9 \"a\" 3:5 \"n\"\n"
               "  3:8 text \" two.\"\n"
               "5:3 bullets\n"
               "  5:3 item\n"
               "    5:5 paragraph\n"
               "      5:5 mark 5:7 \"b\"\n");
    check_yaml("t: >-\n  One ((a))\n  two ((b)).\n", "2:3 paragraph\n"
                                                     "  2:3 text \"One \"\n"
                                                     "  2:7 mark 2:9 \"a\"\n"
                                                     "  2:12 text \" two \"\n"
                                                     "  3:7 mark 3:9 \"b\"\n"
                                                     "  3:12 text \".\"\n");
    check_yaml("t: \"a \\u0175 ((b)) \\\n  ((c)) ((d\"\n",
               "1:5 paragraph\n"
               "  1:5 text \"a ŵ \"\n"
               "  1:14 mark 1:16 \"b\"\n"
               "  1:19 text \" \"\n"
               "  2:3 mark 2:5 \"c\"\n"
               "  2:8 text \" ((d\"\n"
               "r.yaml:2:9: error: mark not closed: \"((\" begins a mark, and nothing in "
               "its paragraph ends it; close it with )), or write \\(\\( to print two "
               "brackets [MARK_OPEN]\n");
}

static const struct {
    const char *yaml, *plain, *said;
} lines[] = {
    {"t: A *good* **title**", "A good title", ""},
    {"t: Part ((n)), ((typed 5 | x)) [^a]of ((? q ?))all", "Part , 5 of all", ""},
    {"t: '[Prawf](lang:cy) and [site](#a)'", "Prawf and site", ""},
    {"t: \"one  \\ntwo\"", "one two", ""},
    {"t: ''", "", ""},
    {"t: |\n  One.\n\n  Two.\n", "One.",
     "r.yaml:4:3: error: not used in a report: a second paragraph or list, where one "
     "line "
     "of text belongs [PROSE_ELEMENT]\n"},
    {"t: |\n  1. Governance\n", "",
     "r.yaml:2:3: error: not used in a report: a list, where one line of text belongs; "
     "write \\ before the sign (1\\. or \\-) to print it [PROSE_ELEMENT]\n"},
    {"t: '1\\. Governance'", "1. Governance", ""},
};

static void one_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(lines); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        struct buf said = buf_new(a);
        struct inline_node *n = prose_parse_line(a, d, value_of(a, d, lines[i].yaml));
        diags_print(d, DIAG_SHORT, &said);
        if (strcmp(prose_plain(a, n), lines[i].plain) != 0)
            fail_msg("%s: \"%s\"", lines[i].yaml, prose_plain(a, n));
        if (strcmp(said.at, lines[i].said) != 0)
            fail_msg("%s: %s", lines[i].yaml, said.at);
        arena_free(a);
    }
}

static void add_kind(const struct inline_node *n, void *data)
{
    buf_printf(data, "%d ", (int)n->kind);
}

/* A parent before its children, lists in their places. */
static void walk(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf kinds = buf_new(a);
    const struct node *t = value_of(a, d, "t: |\n  a *b ((c))*\n\n  - [^d]\n\n  **e**\n");
    prose_walk(prose_parse(a, d, t), add_kind, &kinds);
    char want[64];
    snprintf(want, sizeof want, "%d %d %d %d %d %d %d ", INLINE_TEXT, INLINE_EM,
             INLINE_TEXT, INLINE_MARK, INLINE_NOTE, INLINE_STRONG, INLINE_TEXT);
    assert_string_equal(kinds.at, want);
    arena_free(a);
}

/* Marks' characters are refused here, too, wherever a text came from. */
static void private_use(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    const struct file f = {"t", "a \xEE\x80\x80 b", 7, NULL};
    assert_null(prose_parse(a, d, node_of_file(a, &f)));
    struct buf said = buf_new(a);
    diags_print(d, DIAG_SHORT, &said);
    assert_string_equal(said.at,
                        "t:1:3: error: character that is not allowed: the private-use "
                        "character U+E000; take it out [PROSE_CHARACTER]\n");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_in_yaml),
        cmocka_unit_test(one_line),
        cmocka_unit_test(walk),
        cmocka_unit_test(private_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
