/* comments.csv: what an editor writes beside the table stays when it is written again. */
#include "comments/table.h"

#include "base/buf.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define DIR "comments_table.test"
#define HEAD                                                                             \
    "id,draft,reference,uid,kind,ours,comment,evidence,author,date,source,decision,"     \
    "reason"
#define ROW "c1,1,1 p1,bcdfghj,A,o,c,e,A,2012,s,part,why"
#define MARK "\xEF\xBB\xBF"

static bool read_text(struct arena *a, const char *text, struct comment_table *t)
{
    struct diags *d = diags_new(a);
    const char *path = comment_table_path(a, DIR);
    mkdir(DIR, 0777);
    assert_true(file_replace(a, d, path, text, strlen(text)));
    return comment_table_read(a, d, DIR, t);
}

static void written_again(void **state)
{
    static const struct {
        const char *what, *text, *again;
    } rows[] = {
        {"as it is", HEAD "\r\n" ROW "\r\n", NULL},
        {"a column of the editor's", HEAD ",mine\r\n" ROW ",ask\r\n", NULL},
        {"one without a head", HEAD ",\r\n" ROW ",ask\r\n", NULL},
        {"behind the end of the head", HEAD "\r\n" ROW ",,ask\r\n",
         HEAD ",\r\n" ROW ",ask\r\n"},
        {"empty ones", HEAD ",,\r\n" ROW ",,\r\n", HEAD "\r\n" ROW "\r\n"},
        {"a head twice", HEAD ",reason\r\n" ROW ",ask\r\n", NULL},
    };
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct comment_table t;
        struct buf out = buf_new(a);
        if (!read_text(a, rows[i].text, &t))
            fail_msg("%s: not read", rows[i].what);
        comment_table_write(&t, &out);
        assert_memory_equal(out.at, MARK, 3);
        assert_string_equal(out.at + 3,
                            rows[i].again != NULL ? rows[i].again : rows[i].text);
        arena_free(a);
    }
}

/* What would be lost is refused. */
static void too_wide(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct comment_table t;
    struct buf text = buf_new(a);
    buf_str(&text, HEAD);
    for (int i = 0; i < 300; i++)
        buf_str(&text, ",");
    assert_true(read_text(a, arena_strdup(a, text.at), &t));
    buf_str(&text, "ask");
    assert_false(read_text(a, text.at, &t));
    arena_free(a);
}

/* Under the mark that we wrote no letter is guessed; a spreadsheet's file has none. */
static void in_windows(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct comment_table t;
    assert_false(
        read_text(a, MARK HEAD "\r\nc1,1,1 p1,,A,o,caf\xE9,e,A,2012,s,,\r\n", &t));
    assert_true(read_text(a, HEAD "\r\nc1,1,1 p1,,A,o,caf\xE9,e,A,2012,s,,\r\n", &t));
    assert_string_equal(t.all.at[0].cell[CELL_COMMENT], "café");
    assert_true(t.windows);
    arena_free(a);
}

/* The words and the number in a row, read once. */
static void typed(void **state)
{
    static const struct {
        const char *draft, *decision;
        int number;
        enum decision decided;
    } rows[] = {
        {"1", "", 1, DECISION_OPEN},
        {" 12 ", "  ", 12, DECISION_OPEN},
        {"", "accepted", -1, DECISION_ACCEPTED},
        {"2 of them", " Accepted ", -1, DECISION_ACCEPTED},
        {"2012-report draft 1 b234567", "part", -1, DECISION_PART},
        {"1", "Accepted in part.", 1, DECISION_PART},
        {"1", "not  accepted", 1, DECISION_NOT},
        {"1", "yes", 1, DECISION_OPEN},
        {"1", "not accepted?", 1, DECISION_OPEN},
    };
    (void)state;
    for (size_t i = 0; i < LEN(rows); i++) {
        struct arena *a = arena_new();
        struct comment_table t;
        assert_true(
            read_text(a,
                      arena_printf(a, HEAD "\r\nc1,%s,1 p1,,A,o,c,e,A,2012,s,%s,why",
                                   rows[i].draft, rows[i].decision),
                      &t));
        if (t.all.at[0].draft != rows[i].number ||
            t.all.at[0].decision != rows[i].decided)
            fail_msg("\"%s\", \"%s\": %d, %d", rows[i].draft, rows[i].decision,
                     t.all.at[0].draft, (int)t.all.at[0].decision);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_again), cmocka_unit_test(typed),
        cmocka_unit_test(in_windows), cmocka_unit_test(too_wide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
