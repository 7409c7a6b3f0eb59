/* Texts made to take cmark or us for ever: each ends at once and in little memory. */
#include "../golden.h"
#include "prose/prose.h"

#include <time.h>

#define SECONDS 1.0
#define MEGABYTES 128

/* `head`, then `piece` as often as asked, then `tail` as often. */
static const struct {
    const char *what, *head, *piece, *tail;
    int times;
} rows[] = {
    {"one line of stars", "", "*", "", 100000},
    {"stars in a word", "a", "*", "", 99000},
    {"emphasis opened for ever", "", "*a **b ", "", 14000},
    {"emphasis closed for ever", "a**b", "c* ", "", 33000},
    {"underlines in words", "", "a_b_", "", 25000},
    {"brackets opened", "", "[", "", 50000},
    {"brackets closed", "", "a]", "", 50000},
    {"brackets closed beside emphasis", "", "]*a*", "", 24000},
    {"links without an end", "", "[a](<b", "", 16000},
    {"links of printed brackets", "\\[", "](", "", 49000},
    {"pictures without an end", "", "![[]()", "", 16000},
    {"marks opened", "", "((", "", 10000},
    {"marks opened apart", "", "((a ", "", 24000},
    {"marks in marks", "", "((a ", "))", 16000},
    {"queries opened", "", "((? ", "", 24000},
    {"notes opened", "", "[^", "", 50000},
    {"code signs", "a ", "`b``c```", "", 12000},
    {"HTML opened", "a ", "<?<!--<![CDATA[<!A ", "", 5000},
    {"entities opened", "", "&#x", "", 33000},
    {"quotations in quotations", "", ">", "", 99000},
    {"lists in lists", "", "- ", "", 49000},
    {"deep lists and many lines", "- - - - - - - - - - - - a\n", "a\n", "", 45000},
    {"a paragraph a line", "", "a\n\n", "", 33000},
    {"a break a line", "", "a\\\n", "", 33000},
    {"an address a line", "", "[a]: b\n", "", 14000},
    {"blanks", "", " ", "", 99000},
};

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const struct node *text_of(struct arena *a, struct diags *d, size_t row)
{
    struct buf text = buf_new(a);
    buf_str(&text, rows[row].head);
    for (int i = 0; i < rows[row].times; i++)
        buf_str(&text, rows[row].piece);
    for (int i = 0; i < rows[row].times; i++)
        buf_str(&text, rows[row].tail);
    return node_of_file(a, file_of_text(a, d, rows[row].what, text.at, text.len));
}

static void ends_soon(void **state)
{
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct diags *d = diags_new(a);
        const struct node *text = text_of(a, d, i);
        double start = seconds();
        prose_parse(a, d, text);
        if (seconds() - start > SECONDS)
            fail_msg("%s: %.2f s", rows[i].what, seconds() - start);
        if (arena_used(a) > (size_t)MEGABYTES << 20)
            fail_msg("%s: %zu bytes", rows[i].what, arena_used(a));
        arena_free(a);
    }
}

/* The last mark and byte that are allowed, and one more. */
static size_t errors_of(const char *piece, int times)
{
    struct arena *a = arena_new();
    struct diags *d = diags_new(a);
    struct buf text = buf_new(a);
    for (int i = 0; i < times; i++)
        buf_str(&text, piece);
    prose_parse(a, d, node_of_file(a, file_of_text(a, d, "t", text.at, text.len)));
    size_t errors = diags_errors(d);
    arena_free(a);
    return errors;
}

static void limits(void **state)
{
    (void)state;
    assert_int_equal(errors_of("((a)) ", PROSE_MARKS), 0);
    assert_int_equal(errors_of("((a)) ", PROSE_MARKS + 1), 1);
    assert_int_equal(errors_of("a", PROSE_BYTES), 0);
    assert_int_equal(errors_of("a", PROSE_BYTES + 1), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_soon),
        cmocka_unit_test(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
